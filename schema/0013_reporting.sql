-- Reporting by link: who is asked for which Berichtszeitraum, what they hand in, what hinders them.

-- A measure asks all who report for it, once for each period.
create table report_round (
    tenant bigint not null references tenant (id),
    number bigint not null,
    measure bigint not null,
    period text not null,
    -- The last day to report.
    due text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number),
    unique (tenant, measure, period),
    foreign key (tenant, measure) references measure (tenant, number)
);

-- One of those who are asked: a Stelle or an organisation.
create table report_request (
    id bigint primary key,
    tenant bigint not null,
    round bigint not null,
    reporter_post bigint references post (id),
    reporter_organisation bigint references organisation (id),
    -- When the request was withdrawn, if it was.
    withdrawn_at bigint,
    foreign key (tenant, round) references report_round (tenant, number)
);
create index report_request_round on report_request (tenant, round);

-- The indicators that a request asks for, as they were when its round opened: whoever reports or
-- leads later changes nothing of it.
create table report_asked (
    tenant bigint not null,
    request bigint not null references report_request (id),
    measure bigint not null,
    indicator bigint not null,
    primary key (request, indicator),
    foreign key (tenant, measure) references measure (tenant, number)
);

-- Whom the letter goes to; the newest one counts.
create table report_contact (
    tenant bigint not null,
    request bigint not null references report_request (id),
    version bigint not null,
    name text not null,
    email text not null,
    at bigint not null,
    primary key (request, version)
);

-- A signed link. It is bound to its chance, and good until it expires or ends.
create table report_link (
    tenant bigint not null,
    request bigint not null references report_request (id),
    number bigint not null,
    chance bytea not null,
    made_at bigint not null,
    expires_at bigint not null,
    ended_at bigint,
    primary key (request, number)
);

-- What is typed and not handed in yet, as JSON.
create table report_draft (
    request bigint primary key references report_request (id),
    tenant bigint not null,
    content text not null,
    at bigint not null
);

-- What was handed in. The number refuses the second of two at once.
create table report_submission (
    tenant bigint not null,
    request bigint not null references report_request (id),
    number bigint not null,
    -- Who says that they did it.
    contact text not null,
    note text not null,
    at bigint not null,
    primary key (request, number)
);

-- The values of a submission: they are versions of actuals.
create table report_value (
    tenant bigint not null,
    request bigint not null,
    number bigint not null,
    measure bigint not null,
    indicator bigint not null,
    period text not null,
    version bigint not null,
    primary key (request, number, indicator),
    foreign key (request, number) references report_submission (request, number),
    foreign key (tenant, measure, indicator, period, version)
        references measure_actual (tenant, measure, indicator, period, version)
);

-- Abnahme of a submission, or sent back with a reason: one of them, once.
create table report_verdict (
    tenant bigint not null,
    request bigint not null,
    number bigint not null,
    verdict text not null check (verdict in ('accepted', 'returned')),
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (request, number),
    foreign key (request, number) references report_submission (request, number)
);

-- "That is not me": whom to ask instead.
create table report_objection (
    tenant bigint not null,
    request bigint not null references report_request (id),
    number bigint not null,
    name text not null,
    email text not null,
    at bigint not null,
    primary key (request, number)
);

-- What hinders a measure; a meeting takes it up, and the answer shows where it was raised.
create table obstacle (
    tenant bigint not null references tenant (id),
    number bigint not null,
    measure bigint not null,
    -- The report in which it was raised, if in one.
    request bigint references report_request (id),
    text text not null,
    state text not null check (state in ('open', 'taken', 'answered')),
    answer text not null,
    raised_at bigint not null,
    answered_at bigint,
    primary key (tenant, number),
    foreign key (tenant, measure) references measure (tenant, number)
);
