-- By what a goal is measured. What an indicator says belongs to an edition, as the goal itself does: a
-- body that adopts the edition adopts it too. Its number stays through all editions, and so do its
-- values: what was counted on a day is true whatever is adopted later.
create table goal_indicator (
    tenant bigint not null,
    goal bigint not null,
    number bigint not null,
    primary key (tenant, goal, number),
    foreign key (tenant, goal) references goal (tenant, number)
);

create table goal_indicator_version (
    tenant bigint not null,
    edition bigint not null,
    goal bigint not null,
    indicator bigint not null,
    version bigint not null,
    name text not null,
    unit text not null,
    kind text not null check (kind in ('count', 'share')),
    -- Where its values come from: written down, read in the atlas, or added up from measures.
    origin text not null check (origin in ('kept', 'figure', 'sum')),
    source text not null,
    -- By what its values are told apart, one a line.
    categories text not null,
    -- Hundredths: of the unit, of a percent for a share.
    baseline bigint,
    baseline_on text,
    -- A measure of the atlas, and the key of an area unit; without one the whole city.
    figure text,
    area text,
    -- Taken out of this edition.
    dropped smallint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, edition, goal, indicator, version),
    foreign key (tenant, edition) references goal_edition (tenant, edition),
    foreign key (tenant, goal, indicator) references goal_indicator (tenant, goal, number)
);

create table goal_target (
    tenant bigint not null,
    edition bigint not null,
    goal bigint not null,
    indicator bigint not null,
    version bigint not null,
    -- By its end.
    year bigint not null,
    value bigint not null,
    primary key (tenant, edition, goal, indicator, version, year),
    foreign key (tenant, edition, goal, indicator, version)
        references goal_indicator_version (tenant, edition, goal, indicator, version)
);

-- What an indicator of origin 'sum' adds up.
create table goal_indicator_term (
    tenant bigint not null,
    edition bigint not null,
    goal bigint not null,
    indicator bigint not null,
    version bigint not null,
    measure bigint not null,
    measure_indicator bigint not null,
    primary key (tenant, edition, goal, indicator, version, measure, measure_indicator),
    foreign key (tenant, edition, goal, indicator, version)
        references goal_indicator_version (tenant, edition, goal, indicator, version),
    foreign key (tenant, measure, measure_indicator)
        references measure_indicator (tenant, measure, number)
);

create table goal_actual (
    tenant bigint not null,
    goal bigint not null,
    indicator bigint not null,
    day text not null,
    version bigint not null,
    -- Hundredths. A share has a denominator.
    numerator bigint not null,
    denominator bigint,
    source text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, goal, indicator, day, version),
    foreign key (tenant, goal, indicator) references goal_indicator (tenant, goal, number)
);

create table goal_actual_part (
    tenant bigint not null,
    goal bigint not null,
    indicator bigint not null,
    day text not null,
    version bigint not null,
    category text not null,
    value bigint not null,
    -- In the order in which the indicator named them.
    position bigint not null,
    primary key (tenant, goal, indicator, day, version, category),
    foreign key (tenant, goal, indicator, day, version)
        references goal_actual (tenant, goal, indicator, day, version)
);
