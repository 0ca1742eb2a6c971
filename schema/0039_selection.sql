-- What a city shows the programme of the candidates that it chooses among. Each time is written down
-- once, exactly as it was shown; the newest of a city stands until it is taken back.
create table selection_giving (
    tenant bigint not null references tenant (id),
    number bigint not null,
    programme bigint not null references tenant (id),
    to_cities smallint not null,
    to_research smallint not null,
    purpose text not null,
    approach text not null,
    -- By what the assessment behind it was made: codes with spaces between them, and the period.
    dimensions text not null,
    period text not null,
    hash bytea not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number)
);

create table selection_quarter (
    tenant bigint not null references tenant (id),
    number bigint not null,
    candidate bigint not null,
    name text not null,
    kind text not null,
    state text not null,
    since text not null,
    reason text not null,
    body text not null,
    primary key (tenant, number, candidate)
);

create table selection_end (
    tenant bigint not null references tenant (id),
    number bigint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number)
);

-- Who took a file with it along.
create table selection_copy (
    tenant bigint not null references tenant (id),
    number bigint not null,
    reader bigint not null references tenant (id),
    at bigint not null,
    primary key (tenant, number, reader)
);
