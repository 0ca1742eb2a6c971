-- What a version of the money of a measure says of kinds of cost and of years. Nothing of it is
-- compulsory: one figure in measure_sheet is a plan.

create table measure_cost (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    position bigint not null,
    kind text not null check (kind in ('staff', 'material', 'contracts', 'investment', 'other')),
    -- The calendar year, where it is known.
    year bigint,
    cents bigint not null check (cents > 0),
    primary key (tenant, measure, version, position)
);

-- When a source of measure_funding pays; its position is that of the source.
create table measure_funding_year (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    position bigint not null,
    year bigint not null,
    cents bigint not null check (cents > 0),
    primary key (tenant, measure, version, position, year)
);
