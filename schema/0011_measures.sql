-- Measures: what was agreed, who does it, until when, and by what one will notice.
--
-- Each saving is a version with everything that it says. What was is never changed; the key of a
-- version refuses the second of two people who save at once.

create table measure (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table measure_version (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    title text not null,
    -- No place: the whole city. Its name is the one it had when this was written.
    geography text,
    area text,
    place_name text,
    -- The Stelle with the Federführung.
    lead_post bigint not null references post (id),
    due text not null,
    -- By what one will notice that it worked.
    sign text not null,
    state text not null check (state in ('planned', 'running', 'done', 'ended')),
    description text not null,
    target_group text not null,
    starts_on text,
    review_on text,
    -- Whether a regular service can do it first.
    regular_service text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, version),
    foreign key (tenant, measure) references measure (tenant, number)
);

-- Stellen that take part (Mitwirkung) or are told (Kenntnisnahme).
create table measure_party (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    role text not null check (role in ('contributes', 'informed')),
    post bigint not null references post (id),
    primary key (tenant, measure, version, role, post),
    foreign key (tenant, measure, version) references measure_version (tenant, measure, version)
);

-- What a citation of a measure is there for: its reason, or the value that its effect is measured
-- against. The citation itself stands in citation_place.
create table measure_baseline (
    tenant bigint not null,
    measure bigint not null,
    citation bigint not null references citation (id),
    primary key (tenant, measure, citation),
    foreign key (tenant, measure) references measure (tenant, number)
);
