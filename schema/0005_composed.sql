-- Quarters that the coordination joins from area units. What was joined once is never changed: a
-- change is a new version with its predecessor, and a quarter is given up, not deleted.
create table composed (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    geography bigint not null references geography (id),
    code text not null,
    created_at bigint not null,
    retired_at bigint,
    unique (tenant, code)
);

create table composed_version (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    composed bigint not null references composed (id),
    number bigint not null,
    predecessor bigint references composed_version (id),
    -- The area units in which its parts were named.
    area_version bigint not null references area_version (id),
    name text not null,
    reason text not null,
    is_public smallint not null,
    account bigint,
    post bigint,
    made_at bigint not null,
    unique (composed, number)
);
create index composed_version_tenant on composed_version (tenant, composed);

create table composed_part (
    composed_version bigint not null references composed_version (id),
    code text not null,
    tenant bigint not null references tenant (id),
    primary key (composed_version, code)
);
create index composed_part_tenant on composed_part (tenant);
