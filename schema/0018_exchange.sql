-- Exchange: what the programme's cities define alike, what they give to whom, and what came.
--
-- Kernindikatoren are the programme's; how a city's own figures fit them is the city's. A Weitergabe
-- names one state of one table and the releases it covers, so that what is released later goes
-- nowhere unasked. Its steps are rows that are written once.

create table core_indicator_version (
    tenant bigint not null references tenant (id),
    code text not null,
    version bigint not null,
    name text not null,
    definition text not null,
    population_concept text not null,
    reference_day text not null,
    unit text not null,
    -- What a city may do differently.
    deviations text not null,
    -- Whether it is asked for no more.
    retired smallint not null default 0,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, code, version)
);

-- How a city fits its own measure to a Kernindikator. What the city says here it says to the
-- programme.
create table core_mapping_version (
    tenant bigint not null references tenant (id),
    programme bigint not null references tenant (id),
    code text not null,
    version bigint not null,
    -- The version of the definition that it was written for.
    core_version bigint not null,
    -- The code of the city's measure; none if it has none.
    measure text,
    population_concept text not null,
    reference_day text not null,
    -- How the city's definition differs; empty if it does not.
    deviation text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, programme, code, version)
);
create index core_mapping_programme on core_mapping_version (programme, code);

-- Somebody of another installation, by the key that was compared with them.
create table exchange_partner (
    tenant bigint not null references tenant (id),
    number bigint not null,
    name text not null,
    public_key bytea not null,
    account bigint,
    post bigint,
    at bigint not null,
    ended_at bigint,
    primary key (tenant, number)
);

create table exchange_grant (
    tenant bigint not null references tenant (id),
    number bigint not null,
    dataset_version bigint not null references dataset_version (id),
    -- One of both: somebody of this installation, or of another.
    recipient_tenant bigint references tenant (id),
    partner bigint,
    purpose text not null,
    until text not null,
    with_outlines smallint not null,
    -- Whether figures are not public, so that the statistics office consents too.
    needs_office smallint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number),
    foreign key (tenant, partner) references exchange_partner (tenant, number)
);
create index exchange_grant_recipient on exchange_grant (recipient_tenant);

create table exchange_grant_release (
    tenant bigint not null,
    grant_number bigint not null,
    release bigint not null references release (id),
    primary key (tenant, grant_number, release),
    foreign key (tenant, grant_number) references exchange_grant (tenant, number)
);

create table exchange_step (
    tenant bigint not null,
    grant_number bigint not null,
    step text not null check (step in ('coordination', 'office', 'refuse', 'revoke')),
    note text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, grant_number, step),
    foreign key (tenant, grant_number) references exchange_grant (tenant, number)
);

-- That copies of a package are out, and what is known of their end.
create table exchange_copy (
    tenant bigint not null,
    grant_number bigint not null,
    delivered_at bigint not null,
    confirmed_at bigint,
    -- Who said so: a signed file, the recipient here, or somebody by phone.
    confirmed_by text,
    primary key (tenant, grant_number),
    foreign key (tenant, grant_number) references exchange_grant (tenant, number)
);

-- A package that came as a file and was accepted.
create table exchange_received (
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
    primary key (tenant, number),
    unique (tenant, issuer_key, package)
);

-- Revocations that came as files; also of packages that never came.
create table exchange_revoked (
    tenant bigint not null references tenant (id),
    issuer_key bytea not null,
    package text not null,
    at bigint not null,
    primary key (tenant, issuer_key, package)
);

-- The register: what went or came, when, to or from whom, for what. Kept five years.
create table transfer (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    kind text not null,
    package text not null,
    title text not null,
    counterpart text not null,
    purpose text not null,
    hash bytea,
    account bigint,
    post bigint,
    at bigint not null,
    keep_until text not null
);
create index transfer_tenant on transfer (tenant, at);

-- A numbered, frozen state of packages that research cites. It is never changed; bytes of a package
-- that was revoked go, and its hash stays.
create table frozen_state (
    tenant bigint not null references tenant (id),
    number bigint not null,
    title text not null,
    hash bytea not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number)
);

create table frozen_package (
    tenant bigint not null,
    state bigint not null,
    position bigint not null,
    package text not null,
    title text not null,
    issuer text not null,
    -- The Weitergabe it came by, or the received package.
    issuer_tenant bigint references tenant (id),
    grant_number bigint,
    received bigint,
    hash bytea not null,
    -- Empty once it is gone.
    bytes bytea not null,
    gone_at bigint,
    primary key (tenant, state, position),
    foreign key (tenant, state) references frozen_state (tenant, number)
);
