-- A vote that was written down wrongly is corrected until the payment is ordered: what stands is the newest
-- version, and what stood before it is kept with who wrote it down and when.
alter table fund_vote add column version bigint not null default 1;

create table fund_vote_before (
    tenant bigint not null,
    application bigint not null,
    post bigint not null references post (id),
    version bigint not null,
    vote text not null check (vote in ('yes', 'no', 'abstain', 'conflict')),
    reason text not null,
    account bigint,
    at bigint not null,
    primary key (tenant, application, post, version),
    foreign key (tenant, application) references fund_application (tenant, number)
);
