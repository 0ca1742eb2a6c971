-- As which of several Stellen somebody works: who stands in for a colleague holds a Stelle of their own
-- too. No row: as the own one. A row whose Stelle is held no more counts for nothing.
create table acting_post (
    tenant bigint not null references tenant (id),
    account bigint not null references account (id),
    post bigint not null references post (id),
    primary key (tenant, account)
);
