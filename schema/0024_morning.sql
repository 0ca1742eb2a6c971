-- The board of the morning: until when somebody has looked, and who wants it as a letter.
--
-- Nobody reads when others looked: a visit serves its own account alone, and only the day's visits
-- are kept, with the moment of the one before in them.
create table board_visit (
    tenant bigint not null references tenant (id),
    account bigint not null references account (id),
    session bytea not null,
    day text not null,
    at bigint not null,
    -- When the visit before began; none at the first.
    since bigint,
    primary key (tenant, account, session, day)
);

-- Who wants a letter of the morning. What its link is bound to is new with every choice.
create table digest (
    account bigint primary key references account (id),
    rhythm text not null check (rhythm in ('weekdays', 'weekly')),
    chance bytea not null,
    chosen_at bigint not null
);

-- A letter of a morning is taken in hand once; without a moment of being sent nobody knows what
-- became of it, and the next letter tells of its time too.
create table digest_letter (
    account bigint not null references account (id),
    day text not null,
    taken_at bigint not null,
    sent_at bigint,
    primary key (account, day)
);
