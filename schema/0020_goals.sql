-- The goals of a city: Leitbild, field of action, strategic goal, recommendation, as one tree.
--
-- An edition (Fassung) is the tree as a body adopts it. Adopting it closes it; what changes after
-- that is written into the next edition, which begins as a copy. A goal keeps its number through
-- all editions. Within an edition each saving is a version; the newest counts.

create table goal_edition (
    tenant bigint not null references tenant (id),
    edition bigint not null,
    name text not null,
    account bigint,
    at bigint not null,
    primary key (tenant, edition)
);

-- Once an edition: its key refuses a second adoption.
create table goal_adoption (
    tenant bigint not null,
    edition bigint not null,
    adopted_on text not null,
    body text not null,
    -- The address of the paper in the council's system, or nothing.
    paper text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, edition),
    foreign key (tenant, edition) references goal_edition (tenant, edition)
);

create table goal (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table goal_version (
    tenant bigint not null,
    edition bigint not null,
    goal bigint not null,
    version bigint not null,
    kind text not null check (kind in ('guiding', 'field', 'goal', 'recommendation')),
    parent bigint,
    -- The place among those of the same parent.
    rank bigint not null,
    title text not null,
    body text not null,
    -- By what one will notice that it is reached.
    sign text not null,
    -- The Stelle that answers for it.
    owner_post bigint references post (id),
    -- The year until which it holds.
    horizon bigint,
    -- Taken out of this edition.
    dropped smallint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, edition, goal, version),
    foreign key (tenant, edition) references goal_edition (tenant, edition),
    foreign key (tenant, goal) references goal (tenant, number),
    foreign key (tenant, parent) references goal (tenant, number)
);
