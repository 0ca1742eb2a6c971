-- Vorlagen: what is put before bodies, who has countersigned which version, through which bodies it
-- goes, and what was decided.
--
-- A saving is a version. What can be done once (countersigning a version, the result of a step) is a
-- row whose key says so.

create table paper (
    tenant bigint not null references tenant (id),
    number bigint not null,
    -- By chance: in addresses that everybody may open, so that no gap in numbers tells of another.
    code text not null,
    primary key (tenant, number),
    unique (tenant, code)
);

create table paper_version (
    tenant bigint not null,
    paper bigint not null,
    version bigint not null,
    subject text not null,
    file_number text not null,
    lead_post bigint not null references post (id),
    proposal text not null,
    reasons text not null,
    finance text not null,
    -- In cents.
    cost bigint,
    -- The address of the paper in the city's council system.
    council_address text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, paper, version),
    foreign key (tenant, paper) references paper (tenant, number)
);

-- Stellen that are asked to countersign (Mitzeichnung); each version anew.
create table paper_asked (
    tenant bigint not null,
    paper bigint not null,
    asked_post bigint not null references post (id),
    primary key (tenant, paper, asked_post),
    foreign key (tenant, paper) references paper (tenant, number)
);

create table paper_sign (
    tenant bigint not null,
    paper bigint not null,
    version bigint not null,
    signing_post bigint not null references post (id),
    verdict text not null check (verdict in ('agreed', 'reserved', 'refused')),
    reservation text not null,
    account bigint,
    at bigint not null,
    primary key (tenant, paper, version, signing_post),
    foreign key (tenant, paper, version) references paper_version (tenant, paper, version)
);

-- The Beratungsfolge; public or not for each step by itself.
create table paper_step (
    tenant bigint not null,
    paper bigint not null,
    number bigint not null,
    body bigint not null,
    on_date text not null,
    kind text not null check (kind in ('hearing', 'advisory', 'deciding', 'notice', 'order')),
    is_public smallint not null check (is_public in (0, 1)),
    primary key (tenant, paper, number),
    foreign key (tenant, paper) references paper (tenant, number),
    foreign key (tenant, body) references body (tenant, number)
);

-- What a step has brought, once.
create table paper_result (
    tenant bigint not null,
    paper bigint not null,
    step bigint not null,
    -- The version that was put before the body.
    version bigint not null,
    result text not null
        check (result in ('as-proposed', 'deviating', 'rejected', 'postponed', 'noted')),
    -- What was decided, where it deviates.
    decided text not null,
    vote text not null check (vote in ('none', 'unanimous', 'counted')),
    yes bigint not null,
    no bigint not null,
    abstain bigint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, paper, step),
    foreign key (tenant, paper, step) references paper_step (tenant, paper, number),
    foreign key (tenant, paper, version) references paper_version (tenant, paper, version)
);
