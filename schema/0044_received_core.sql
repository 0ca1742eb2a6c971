-- What came as files stands beside what the cities of this installation say of Kernindikatoren: a
-- package or a workbook tells which measure is meant and how it differs. And what its issuer made anew
-- after a Sperrung takes the place of what came before under the same number; the earlier one stays,
-- with what became of it, so that two of one number can stand here.
create table exchange_received_anew (
    tenant bigint not null references tenant (id),
    number bigint not null,
    package text not null,
    issuer_name text not null,
    issuer_key bytea not null,
    title text not null,
    purpose text not null,
    until text not null,
    hash bytea not null,
    -- The file as it came; empty once its figures are deleted.
    bytes bytea not null,
    dataset_version bigint not null references dataset_version (id),
    account bigint,
    post bigint,
    at bigint not null,
    deleted_at bigint,
    -- When its issuer made it, in microseconds UTC, where that is known.
    made_at bigint,
    -- The number of what took its place.
    replaced_by bigint,
    primary key (tenant, number),
    unique (tenant, issuer_key, package, hash)
);
insert into exchange_received_anew (tenant, number, package, issuer_name, issuer_key, title, purpose,
    until, hash, bytes, dataset_version, account, post, at, deleted_at)
    select tenant, number, package, issuer_name, issuer_key, title, purpose, until, hash, bytes,
    dataset_version, account, post, at, deleted_at from exchange_received;
drop table exchange_received;
alter table exchange_received_anew rename to exchange_received;

create table exchange_received_core (
    tenant bigint not null,
    received bigint not null,
    code text not null,
    -- The version of the definition that it was said of.
    core_version bigint not null,
    -- The code of the measure, among the figures or computed from them.
    measure text not null,
    unit text,
    population_concept text not null,
    reference_day text not null,
    -- How the definition differs; empty if it does not.
    deviation text not null,
    primary key (tenant, received, code),
    foreign key (tenant, received) references exchange_received (tenant, number)
);
