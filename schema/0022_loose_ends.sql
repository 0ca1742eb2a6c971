-- Loose ends are read from what there is; only that somebody closed one is written down, and that
-- somebody opened it again. Each is a step; its key refuses the second of two people.

create table loose_end_step (
    tenant bigint not null references tenant (id),
    -- Which end: its kind, and the thing that it is about.
    kind text not null,
    thing text not null,
    step bigint not null,
    -- 1 closes it, 0 opens it again.
    closes smallint not null,
    -- In which state the thing was. In another one the end is open again.
    state text not null,
    -- Why it is closed; empty where it is opened.
    because text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, kind, thing, step)
);
