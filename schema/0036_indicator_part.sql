-- A value told apart by the categories of its indicator, as far as somebody said; it belongs to its version.
create table indicator_part (
    tenant bigint not null,
    measure bigint not null,
    indicator bigint not null,
    period text not null,
    version bigint not null,
    category text not null,
    -- In hundredths, as the value.
    value bigint not null,
    -- In the order in which the indicator named them.
    position bigint not null,
    primary key (tenant, measure, indicator, period, version, category),
    foreign key (tenant, measure, indicator, period, version)
        references measure_actual (tenant, measure, indicator, period, version)
);
