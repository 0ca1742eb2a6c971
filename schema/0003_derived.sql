-- What was computed from released figures and is kept: an assessment of a city's quarters. The key is
-- made from everything that it depends on (inputs, plan, version of the program), so that asking
-- twice computes once. The content is sealed like a release; a Sperrung empties it.
create table derived (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    kind text not null,
    -- What of its kind it is about, so that one can be laid beside the one before.
    subject text not null,
    key text not null,
    content bytea not null,
    seal bytea not null,
    made_at bigint not null,
    withdrawn_at bigint
);
create unique index derived_key on derived (tenant, kind, key);
create index derived_subject on derived (tenant, kind, subject, id);

-- From which releases it was computed, so that a Sperrung finds it.
create table derived_release (
    derived bigint not null references derived (id),
    release bigint not null references release (id),
    tenant bigint not null references tenant (id),
    primary key (derived, release)
);
create index derived_release_release on derived_release (tenant, release);
