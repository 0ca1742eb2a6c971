-- Gremien: who sits in them, when they meet, what stands on the agenda, what was decided and who
-- does what until when.
--
-- Each saving is a version with everything that it says; its key refuses the second of two people
-- who save at once. Order of agenda items and the last day of a membership are no contents: they
-- are kept where they stand.

create table body (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table body_version (
    tenant bigint not null,
    body bigint not null,
    version bigint not null,
    kind text not null,
    name text not null,
    -- What it is there for and may decide.
    mandate text not null,
    closed smallint not null check (closed in (0, 1)),
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, body, version),
    foreign key (tenant, body) references body (tenant, number)
);

-- A Stelle, or an organisation or a person by name.
create table body_member (
    tenant bigint not null,
    body bigint not null,
    number bigint not null,
    kind text not null check (kind in ('post', 'organisation', 'person')),
    member_post bigint references post (id),
    name text not null,
    role text not null check (role in ('chair', 'member', 'guest')),
    substitute text not null,
    from_date text not null,
    to_date text,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, body, number),
    foreign key (tenant, body) references body (tenant, number)
);

-- A row of meetings: every so many weeks, or on the nth weekday of every so many months. It is
-- written once; its single meetings may be moved or cancelled.
create table meeting_series (
    tenant bigint not null,
    body bigint not null,
    number bigint not null,
    rhythm text not null check (rhythm in ('weekly', 'monthly')),
    every bigint not null,
    -- In local time: the first day, from and to as minutes of the day, and the last possible day.
    first_day text not null,
    begins_minute bigint not null,
    ends_minute bigint not null,
    until text not null,
    title text not null,
    place text not null,
    is_public smallint not null check (is_public in (0, 1)),
    at bigint not null,
    primary key (tenant, body, number),
    foreign key (tenant, body) references body (tenant, number)
);

create table meeting (
    tenant bigint not null,
    body bigint not null,
    number bigint not null,
    -- The series that it is one of, and the day on which it would have been.
    series bigint,
    occurs_on text,
    -- Once: the minutes are closed.
    closed_at bigint,
    closed_account bigint,
    closed_post bigint,
    primary key (tenant, body, number),
    foreign key (tenant, body) references body (tenant, number),
    foreign key (tenant, body, series) references meeting_series (tenant, body, number)
);

create table meeting_version (
    tenant bigint not null,
    body bigint not null,
    meeting bigint not null,
    version bigint not null,
    title text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    place text not null,
    -- Whether a part of it is public.
    is_public smallint not null check (is_public in (0, 1)),
    cancelled smallint not null check (cancelled in (0, 1)),
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, body, meeting, version),
    foreign key (tenant, body, meeting) references meeting (tenant, body, number)
);
create index meeting_version_day on meeting_version (tenant, starts_at);

-- Who was there: one text a version, as JSON.
create table attendance (
    tenant bigint not null,
    body bigint not null,
    meeting bigint not null,
    version bigint not null,
    entries text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, body, meeting, version),
    foreign key (tenant, body, meeting) references meeting (tenant, body, number)
);

create table agenda_item (
    tenant bigint not null,
    body bigint not null,
    meeting bigint not null,
    number bigint not null,
    position bigint not null,
    -- What it is about, if it is about a thing of this city.
    thing_kind text,
    thing text,
    removed smallint not null check (removed in (0, 1)),
    primary key (tenant, body, meeting, number),
    foreign key (tenant, body, meeting) references meeting (tenant, body, number)
);
-- A thing stands on an agenda once.
create unique index agenda_item_thing on agenda_item (tenant, body, meeting, thing_kind, thing)
    where removed = 0;

create table agenda_item_version (
    tenant bigint not null,
    body bigint not null,
    meeting bigint not null,
    item bigint not null,
    version bigint not null,
    title text not null,
    is_public smallint not null check (is_public in (0, 1)),
    minutes text not null,
    decision text not null,
    vote text not null check (vote in ('none', 'unanimous', 'counted')),
    yes bigint not null,
    no bigint not null,
    abstain bigint not null,
    -- Why it was corrected after the minutes had been closed; empty before.
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, body, meeting, item, version),
    foreign key (tenant, body, meeting, item)
        references agenda_item (tenant, body, meeting, number)
);

-- Who does what until when; made where the item stands that asked for it.
create table task (
    tenant bigint not null references tenant (id),
    number bigint not null,
    body bigint not null,
    meeting bigint not null,
    item bigint not null,
    primary key (tenant, number),
    foreign key (tenant, body, meeting, item)
        references agenda_item (tenant, body, meeting, number)
);

create table task_version (
    tenant bigint not null,
    task bigint not null,
    version bigint not null,
    what text not null,
    task_post bigint not null references post (id),
    due text not null,
    review_on text,
    done smallint not null check (done in (0, 1)),
    -- Erledigt, weil …
    because text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, task, version),
    foreign key (tenant, task) references task (tenant, number)
);

-- What a Stelle has seen on the ground; no persons. Written once.
create table observation (
    tenant bigint not null references tenant (id),
    number bigint not null,
    title text not null,
    what text not null,
    geography text,
    area text,
    place_name text,
    how_often text not null,
    -- The body that is asked to speak about it.
    body bigint,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number),
    foreign key (tenant, body) references body (tenant, number)
);

-- Secret addresses of calendars: a calendar program cannot log in. One is good at a time.
create table calendar_address (
    tenant bigint not null references tenant (id),
    post bigint not null references post (id),
    number bigint not null,
    -- SHA-256 of the secret; the secret itself is shown once.
    hash bytea not null,
    made_at bigint not null,
    revoked_at bigint,
    account bigint,
    primary key (tenant, post, number)
);
create index calendar_address_hash on calendar_address (hash);
