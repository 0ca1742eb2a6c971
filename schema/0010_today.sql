-- What somebody has done of what the morning asked, so that it is asked no more. The item names the
-- thing in the state that was asked about: another state of it asks anew.
create table today_done (
    tenant bigint not null references tenant (id),
    item text not null,
    account bigint,
    done_at bigint not null,
    primary key (tenant, item)
);
