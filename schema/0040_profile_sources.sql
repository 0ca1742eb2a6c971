-- From what a version of a profile was taken: a promise or a decision of its city, with what that said
-- then, so that who reads the profile later sees that it says something else by now.
create table programme_profile_source (
    tenant bigint not null references tenant (id),
    version bigint not null,
    field text not null,
    kind text not null,
    thing text not null,
    value text not null,
    said text not null,
    primary key (tenant, version, field, kind, thing)
);
