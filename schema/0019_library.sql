-- What cities of the programme write together: who they are, when they meet, what they ask one another,
-- and what helped where. Each saving is a version.

-- How a city says that it works. It belongs to the city and is written for the programme.
create table programme_profile_version (
    tenant bigint not null references tenant (id),
    version bigint not null,
    organisation text not null,
    lead_unit text not null,
    contacts text not null,
    quarters text not null,
    -- How far the Letter of Intent is: open, drafted, signed.
    intent text not null check (intent in ('open', 'drafted', 'signed')),
    doing text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, version)
);

-- Meetings of the twelve; they belong to the programme.
create table programme_meeting_version (
    tenant bigint not null references tenant (id),
    number bigint not null,
    version bigint not null,
    title text not null,
    starts_on text not null,
    ends_on text,
    place text not null,
    about text not null,
    cancelled smallint not null default 0,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number, version)
);

-- Questions of a city to the others, and their answers; they belong to the programme. No number of an
-- answer (0) is the question itself.
create table programme_word (
    tenant bigint not null references tenant (id),
    question bigint not null,
    number bigint not null,
    city bigint not null references tenant (id),
    title text not null,
    words text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, question, number)
);

-- Effect cards: what helped where, and what did not. A card belongs to its city; a published version
-- is read by the whole programme.
create table effect_card_version (
    tenant bigint not null references tenant (id),
    number bigint not null,
    version bigint not null,
    -- The measure that it tells of, by its number in the city.
    measure text not null,
    title text not null,
    problem text not null,
    done text not null,
    -- What marks the quarter: codes with commas between them.
    marks text not null,
    place text not null,
    cost text not null,
    evidence text not null,
    effect text not null,
    failed text not null,
    advice text not null,
    published smallint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number, version)
);
