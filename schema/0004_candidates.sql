-- Candidates for the programme, how a team scores them, and what was decided.
--
-- A step, a decision and what was published are only ever added: what was is never changed.

-- A quarter that comes into question. Its name is the one it had when it was proposed.
create table candidate (
    tenant bigint not null references tenant (id),
    number bigint not null,
    geography text not null,
    area text not null,
    name text not null,
    primary key (tenant, number),
    unique (tenant, geography, area)
);

-- The way of a candidate. Its state is that of the newest step; a step back says why.
create table candidate_step (
    id bigint primary key,
    tenant bigint not null,
    candidate bigint not null,
    state text not null check (state in
        ('proposed', 'presented', 'agreed', 'chosen', 'not-chosen', 'set-aside')),
    on_date text not null,
    note text not null,
    account bigint,
    post bigint,
    at bigint not null,
    foreign key (tenant, candidate) references candidate (tenant, number)
);
create index candidate_step_candidate on candidate_step (tenant, candidate);

-- By what a team judges. A retired one stays, because decisions name it.
create table criterion (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    position bigint not null,
    name text not null,
    description text not null,
    retired_at bigint
);
create index criterion_tenant on criterion (tenant);

-- What one person has handed in. It may be handed in anew until the decision.
create table ballot (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    account bigint not null references account (id),
    post bigint,
    unique (tenant, account)
);

-- No row where the person cannot judge.
create table ballot_score (
    ballot bigint not null references ballot (id),
    candidate bigint not null,
    criterion bigint not null references criterion (id),
    tenant bigint not null,
    points bigint not null check (points between 1 and 5),
    primary key (ballot, candidate, criterion),
    foreign key (tenant, candidate) references candidate (tenant, number)
);

create table ballot_weight (
    ballot bigint not null references ballot (id),
    criterion bigint not null references criterion (id),
    tenant bigint not null,
    weight bigint not null check (weight between 0 and 5),
    primary key (ballot, criterion)
);

-- A correction is a decision of its own that names its predecessor. The tally is what was scored
-- when it was decided, so that the result can be computed again.
create table decision (
    tenant bigint not null references tenant (id),
    number bigint not null,
    predecessor bigint,
    correction text not null,
    on_date text not null,
    body text not null,
    reason text not null,
    minority text not null,
    file_number text not null,
    tally text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number),
    unique (tenant, predecessor),
    foreign key (tenant, predecessor) references decision (tenant, number)
);

create table decision_candidate (
    tenant bigint not null,
    decision bigint not null,
    candidate bigint not null,
    chosen smallint not null,
    -- How many of its indicators had no value that could be cited.
    withheld bigint not null,
    primary key (tenant, decision, candidate),
    foreign key (tenant, decision) references decision (tenant, number),
    foreign key (tenant, candidate) references candidate (tenant, number)
);

-- All citations of a decision stand in it (citation_place); these are its reasons, and the
-- Nullmessung of each chosen quarter.
create table decision_reason (
    tenant bigint not null,
    decision bigint not null,
    citation bigint not null references citation (id),
    primary key (tenant, decision, citation),
    foreign key (tenant, decision) references decision (tenant, number)
);

create table decision_baseline (
    tenant bigint not null,
    decision bigint not null,
    candidate bigint not null,
    citation bigint not null references citation (id),
    primary key (tenant, decision, candidate, citation),
    foreign key (tenant, decision) references decision (tenant, number)
);

-- The Vergleichsquartiere of a chosen quarter: confirmed by who decided, with the distance in
-- standard deviations by which they were suggested.
create table decision_comparison (
    tenant bigint not null,
    decision bigint not null,
    candidate bigint not null,
    area text not null,
    name text not null,
    distance double precision not null,
    primary key (tenant, decision, candidate, area),
    foreign key (tenant, decision) references decision (tenant, number)
);

-- Whether everybody may read a decision: the newest row says it.
create table decision_publication (
    id bigint primary key,
    tenant bigint not null,
    decision bigint not null,
    is_public smallint not null,
    account bigint,
    at bigint not null,
    foreign key (tenant, decision) references decision (tenant, number)
);
create index decision_publication_decision on decision_publication (tenant, decision);

-- Files that belong to a document for good: a signed scan. A Sperrung of what the document cites
-- takes their bytes; name, size and hash stay.
create table attachment (
    id bigint primary key,
    tenant bigint not null references tenant (id),
    thing_kind text not null,
    thing text not null,
    file_name text not null,
    media_type text not null,
    hash bytea not null,
    size bigint not null,
    account bigint,
    post bigint,
    created_at bigint not null,
    withdrawn_at bigint
);
create index attachment_thing on attachment (tenant, thing_kind, thing);

create table attachment_part (
    attachment bigint not null references attachment (id),
    number bigint not null,
    tenant bigint not null,
    bytes bytea not null,
    primary key (attachment, number)
);
