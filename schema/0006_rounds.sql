-- Rounds of scoring: who was invited to score which candidates until when, and what they scored.
--
-- One round at a time is open, and ballots are those of the open round. Closing it freezes them as
-- one text, the tally, and deletes them, so that nothing can be changed and no earlier round is lost.

create table scoring_round (
    tenant bigint not null references tenant (id),
    number bigint not null,
    -- The last day to hand in, as ISO text; none for ballots from before there were rounds.
    due text,
    account bigint,
    post bigint,
    opened_at bigint,
    closed_at bigint,
    closed_account bigint,
    closed_post bigint,
    -- Why it was closed before all had handed in.
    closed_reason text not null,
    -- What was scored, as JSON; empty while the round is open.
    tally text not null,
    -- The decision that rests on it, or that left it behind.
    decision bigint,
    primary key (tenant, number),
    foreign key (tenant, decision) references decision (tenant, number)
);
create unique index scoring_round_open on scoring_round (tenant) where closed_at is null;

-- Who was invited, in the Stelle that they held then.
create table scoring_invited (
    tenant bigint not null,
    round bigint not null,
    account bigint not null references account (id),
    post bigint,
    primary key (tenant, round, account),
    foreign key (tenant, round) references scoring_round (tenant, number)
);

create table scoring_candidate (
    tenant bigint not null,
    round bigint not null,
    candidate bigint not null,
    primary key (tenant, round, candidate),
    foreign key (tenant, round) references scoring_round (tenant, number),
    foreign key (tenant, candidate) references candidate (tenant, number)
);

-- What was handed in and not yet decided is round 1, open to all who could score until now.
insert into scoring_round (tenant, number, closed_reason, tally)
    select distinct tenant, 1, '', '' from ballot;
insert into scoring_invited (tenant, round, account, post)
    select tenant, 1, account, post from ballot;
insert into scoring_invited (tenant, round, account)
    select distinct m.tenant, 1, m.account from membership m
    join scoring_round r on r.tenant = m.tenant
    join account a on a.id = m.account
    where m.role in ('coordination', 'department') and a.disabled = 0
    and not exists (select 1 from ballot b where b.tenant = m.tenant and b.account = m.account);
insert into scoring_candidate (tenant, round, candidate)
    select c.tenant, 1, c.number from candidate c
    join scoring_round r on r.tenant = c.tenant
    join candidate_step s on s.tenant = c.tenant and s.candidate = c.number
    where s.id = (select max(n.id) from candidate_step n
        where n.tenant = c.tenant and n.candidate = c.number)
    and (s.state in ('proposed', 'presented', 'agreed')
        or exists (select 1 from ballot_score p
            where p.tenant = c.tenant and p.candidate = c.number));
