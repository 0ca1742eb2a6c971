-- Commitments: a Letter of Intent, an agreement. Who promised what to whom until when, and what was
-- done. Each saving is a version; the newest counts.

create table commitment (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table commitment_version (
    tenant bigint not null,
    commitment bigint not null,
    version bigint not null,
    kind text not null check (kind in ('intent', 'agreement', 'pledge')),
    title text not null,
    -- One party a line.
    parties text not null,
    signer text not null,
    scope text not null,
    state text not null check (state in ('draft', 'signed', 'ended')),
    signed_on text,
    starts_on text,
    ends_on text,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, commitment, version),
    foreign key (tenant, commitment) references commitment (tenant, number)
);

create table promise (
    tenant bigint not null,
    number bigint not null,
    commitment bigint not null,
    primary key (tenant, number),
    foreign key (tenant, commitment) references commitment (tenant, number)
);

create table promise_version (
    tenant bigint not null,
    promise bigint not null,
    version bigint not null,
    body text not null,
    -- Who promised it: one of the parties, as it is written there.
    party text not null,
    -- The Stelle that sees to it.
    owner_post bigint references post (id),
    due text,
    state text not null check (state in ('open', 'kept', 'dropped')),
    -- Why it is kept, or why it is no more.
    because text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, promise, version),
    foreign key (tenant, promise) references promise (tenant, number)
);
