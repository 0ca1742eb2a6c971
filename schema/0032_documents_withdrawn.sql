-- A document that its city has taken from the table again. Who it was, when and why stays to be read;
-- the file is handed out no more.
create table programme_document_withdrawal (
    tenant bigint not null,
    number bigint not null,
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, number),
    foreign key (tenant, number) references programme_document (tenant, number)
);
