-- Lines for orientation on every map of a city: rivers, railways, main streets. A new file of
-- them replaces what was there; they are no figures and nothing cites them.

create table base_line (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    kind text not null check (kind in ('river', 'rail', 'street')),
    name text not null,
    course text not null
);
create index base_line_tenant on base_line (tenant);
