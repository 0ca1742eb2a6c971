-- An observation is given to another body, with the reason; the newest row says whose it is.
create table observation_handover (
    tenant bigint not null,
    observation bigint not null,
    number bigint not null,
    body bigint not null,
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, observation, number),
    foreign key (tenant, observation) references observation (tenant, number),
    foreign key (tenant, body) references body (tenant, number)
);

-- A file that somebody has taken back: who, when and why. Its bytes are gone; name, size and hash stay.
create table attachment_withdrawal (
    attachment bigint not null references attachment (id),
    tenant bigint not null,
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (attachment)
);

-- What the adopted paper of a Vorlage has placed: taken out again with the paper.
create table paper_placed (
    tenant bigint not null,
    attachment bigint not null references attachment (id),
    citation bigint not null,
    citing_kind text not null,
    citing text not null,
    primary key (tenant, attachment, citation, citing_kind, citing)
);
