-- What the twelve lay on the table for one another. A document is written once; its file is attached
-- to it in the programme's tenant, and a newer edition is a document of its own.
create table programme_document (
    tenant bigint not null references tenant (id),
    number bigint not null,
    -- Who laid it there.
    city bigint not null references tenant (id),
    title text not null,
    kind text not null check (kind in ('guide', 'template', 'minutes', 'talk', 'study', 'other')),
    edition text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number)
);
