-- A begun edition of the goals that was given up before a body adopted it. What was written in it stays
-- as it is, and its number is not given again; nothing of it is shown any more.
create table goal_discard (
    tenant bigint not null,
    edition bigint not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, edition),
    foreign key (tenant, edition) references goal_edition (tenant, edition)
);
