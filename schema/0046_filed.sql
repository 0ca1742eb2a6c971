-- In which Vorgang something lies that has no field for an Aktenzeichen of its own.
create table filed (
    tenant bigint not null references tenant (id),
    kind text not null,
    thing text not null,
    file_number text not null,
    on_day text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, kind, thing)
);
create index filed_number on filed (tenant, file_number);
