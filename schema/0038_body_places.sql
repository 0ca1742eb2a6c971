-- The Quartiere that a body is there for, as its version says; none is the whole city.
create table body_place (
    tenant bigint not null,
    body bigint not null,
    version bigint not null,
    geography text not null,
    area text not null,
    -- What it was called when it was written down.
    name text not null,
    position bigint not null,
    primary key (tenant, body, version, geography, area),
    foreign key (tenant, body, version) references body_version (tenant, body, version)
);
