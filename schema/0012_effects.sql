-- What a measure brings about: indicators on the steps of the Wirkungstreppe, their target paths and
-- what was reached; and what stands around it: money, outside partners, risks.
--
-- All of it has versions of its own, apart from those of the measure: who plans the money does not
-- stand in the way of who writes down the next date. What was written down is never changed; the key
-- of a version refuses the second of two people who save at once.

create table measure_indicator (
    tenant bigint not null,
    measure bigint not null,
    number bigint not null,
    primary key (tenant, measure, number),
    foreign key (tenant, measure) references measure (tenant, number)
);

create table measure_indicator_version (
    tenant bigint not null,
    measure bigint not null,
    indicator bigint not null,
    version bigint not null,
    -- 1 to 7 of the Wirkungstreppe.
    step bigint not null check (step between 1 and 7),
    name text not null,
    unit text not null,
    kind text not null check (kind in ('count', 'share')),
    -- How values of several periods become one.
    rule text not null check (rule in ('sum', 'last')),
    source text not null,
    -- By what its values are told apart, one a line.
    categories text not null,
    -- Hundredths: of the unit, of a percent for a share.
    baseline bigint,
    baseline_on text,
    -- A measure of the atlas at the measure's place; its values are read there and stored nowhere.
    figure text,
    -- Who reports it: a Stelle, an organisation, or the Federführung where neither is named.
    reporter_post bigint references post (id),
    reporter_organisation bigint references organisation (id),
    -- Whether nobody is asked for it any more.
    ended smallint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, indicator, version),
    foreign key (tenant, measure, indicator) references measure_indicator (tenant, measure, number)
);

create table measure_target (
    tenant bigint not null,
    measure bigint not null,
    indicator bigint not null,
    version bigint not null,
    day text not null,
    value bigint not null,
    primary key (tenant, measure, indicator, version, day),
    foreign key (tenant, measure, indicator, version)
        references measure_indicator_version (tenant, measure, indicator, version)
);

create table measure_actual (
    tenant bigint not null,
    measure bigint not null,
    indicator bigint not null,
    period text not null,
    version bigint not null,
    -- Hundredths; nothing in both is a Fehlanzeige. A share has a denominator.
    numerator bigint,
    denominator bigint,
    note text not null,
    -- What the check found, as codes.
    findings text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, indicator, period, version),
    foreign key (tenant, measure, indicator) references measure_indicator (tenant, measure, number)
);

-- Abnahme, or sent back with a reason: one of them, once.
create table measure_actual_verdict (
    tenant bigint not null,
    measure bigint not null,
    indicator bigint not null,
    period text not null,
    version bigint not null,
    verdict text not null check (verdict in ('accepted', 'returned')),
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, indicator, period, version),
    foreign key (tenant, measure, indicator, period, version)
        references measure_actual (tenant, measure, indicator, period, version)
);

-- A version of what stands around a measure.
create table measure_sheet (
    tenant bigint not null,
    measure bigint not null,
    kind text not null check (kind in ('money', 'partners', 'risks')),
    version bigint not null,
    -- The budget in cents, of the money alone.
    budget bigint,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, kind, version),
    foreign key (tenant, measure) references measure (tenant, number)
);

create table measure_funding (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    position bigint not null,
    name text not null,
    programme text not null,
    -- In thirds of a thousandth, so that a third and 90 percent are both whole.
    quota bigint,
    cents bigint not null,
    primary key (tenant, measure, version, position)
);

create table measure_partner (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    position bigint not null,
    organisation bigint not null references organisation (id),
    role text not null check (role in ('contributes', 'informed')),
    contact text not null,
    email text not null,
    primary key (tenant, measure, version, position)
);

create table measure_risk (
    tenant bigint not null,
    measure bigint not null,
    version bigint not null,
    position bigint not null,
    risk text not null,
    likelihood text not null check (likelihood in ('low', 'middle', 'high')),
    consequence text not null check (consequence in ('low', 'middle', 'high')),
    response text not null,
    primary key (tenant, measure, version, position)
);
