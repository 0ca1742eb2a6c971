-- Small funds (Verfügungsfonds): what residents' groups apply for, who decides, what is paid, what
-- comes back.
--
-- Each saving of a fund is a version. Its money is a ledger: bookings are only appended, and every
-- sum is derived from them. An application's state is that of its newest step.

create table fund (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table fund_version (
    tenant bigint not null,
    fund bigint not null,
    version bigint not null,
    name text not null,
    -- No place: the whole city. Its name is the one it had when this was written.
    geography text,
    area text,
    place_name text,
    -- The programme that the money comes from.
    programme text not null,
    file_number text not null,
    -- The largest share of an application's cost, in permille, and up to which cost all of it is
    -- paid (0: never).
    share_permille bigint not null check (share_permille between 1 and 1000),
    full_up_to bigint not null check (full_up_to >= 0),
    largest bigint not null check (largest > 0),
    spending text not null check (spending in ('any', 'investive', 'running')),
    criteria text not null,
    -- The call: without days nobody can apply.
    call_from text,
    call_to text,
    lead_post bigint not null references post (id),
    pay_post bigint not null references post (id),
    -- So many votes make a decision, and by which majority.
    quorum bigint not null check (quorum > 0),
    majority text not null check (majority in ('simple', 'two-thirds')),
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, fund, version),
    foreign key (tenant, fund) references fund (tenant, number)
);

-- The Vergabegremium: the Stellen that vote.
create table fund_member (
    tenant bigint not null,
    fund bigint not null,
    version bigint not null,
    post bigint not null references post (id),
    primary key (tenant, fund, version, post),
    foreign key (tenant, fund, version) references fund_version (tenant, fund, version)
);

-- What an applicant has typed so far, behind a secret address. Deleted when it is sent or forgotten.
create table fund_draft (
    tenant bigint not null references tenant (id),
    id bigint primary key,
    fund bigint not null,
    secret bytea not null unique,
    language text not null,
    answers text not null,
    changed_at bigint not null,
    foreign key (tenant, fund) references fund (tenant, number)
);

create table fund_application (
    tenant bigint not null,
    number bigint not null,
    fund bigint not null,
    secret bytea not null unique,
    language text not null,
    title text not null,
    what text not null,
    place text not null,
    for_whom text not null,
    starts_on text not null,
    ends_on text not null,
    -- Money that the group has itself or gets from others.
    own bigint not null check (own >= 0),
    applicant text not null,
    -- What the group says about being close to who decides; empty if it is not.
    conflict text not null,
    primary key (tenant, number),
    foreign key (tenant, fund) references fund (tenant, number)
);
create index fund_application_fund on fund_application (tenant, fund);

-- What it costs, as it was applied for.
create table fund_cost (
    tenant bigint not null,
    application bigint not null,
    number bigint not null,
    what text not null,
    cents bigint not null check (cents > 0),
    primary key (tenant, application, number),
    foreign key (tenant, application) references fund_application (tenant, number)
);

-- How a group is reached and where its money goes; the only thing about persons, and deleted after
-- the end on the day that the group was told.
create table fund_contact (
    tenant bigint not null,
    application bigint not null,
    person text not null,
    email text not null,
    phone text not null,
    holder text not null,
    iban text not null,
    forget_on text,
    primary key (tenant, application),
    foreign key (tenant, application) references fund_application (tenant, number)
);
create index fund_contact_forget on fund_contact (forget_on);

create table fund_step (
    tenant bigint not null,
    application bigint not null,
    number bigint not null,
    state text not null check (state in
        ('received', 'granted', 'declined', 'withdrawn', 'paid', 'proven', 'asked', 'closed')),
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    on_day text not null,
    primary key (tenant, application, number),
    foreign key (tenant, application) references fund_application (tenant, number)
);

-- One vote of each Stelle, or that it stands back because of a conflict of interest.
create table fund_vote (
    tenant bigint not null,
    application bigint not null,
    post bigint not null references post (id),
    vote text not null check (vote in ('yes', 'no', 'abstain', 'conflict')),
    reason text not null,
    account bigint,
    at bigint not null,
    primary key (tenant, application, post),
    foreign key (tenant, application) references fund_application (tenant, number)
);

-- The proof of use: what was really spent, and what the group tells. Who is asked something hands in
-- the next version.
create table fund_proof (
    tenant bigint not null,
    application bigint not null,
    version bigint not null,
    report text not null,
    own bigint not null check (own >= 0),
    primary key (tenant, application, version),
    foreign key (tenant, application) references fund_application (tenant, number)
);

create table fund_spent (
    tenant bigint not null,
    application bigint not null,
    version bigint not null,
    number bigint not null,
    what text not null,
    cents bigint not null check (cents > 0),
    primary key (tenant, application, version, number),
    foreign key (tenant, application, version)
        references fund_proof (tenant, application, version)
);

-- What everybody may read of a granted application: a title that names no person.
create table fund_published (
    tenant bigint not null,
    application bigint not null,
    title text not null,
    account bigint,
    at bigint not null,
    primary key (tenant, application),
    foreign key (tenant, application) references fund_application (tenant, number)
);

-- The ledger of a fund. Only a budget can be lowered; everything else has its own kind.
create table fund_booking (
    tenant bigint not null,
    fund bigint not null,
    number bigint not null,
    year bigint not null,
    kind text not null check (kind in ('budget', 'grant', 'release', 'pay', 'return')),
    application bigint,
    cents bigint not null check (cents > 0 or kind = 'budget'),
    note text not null,
    account bigint,
    post bigint,
    at bigint not null,
    on_day text not null,
    primary key (tenant, fund, number),
    foreign key (tenant, fund) references fund (tenant, number),
    foreign key (tenant, application) references fund_application (tenant, number)
);
create unique index fund_booking_once on fund_booking (tenant, application, kind);
