-- Anfragen of council, press, audit office or residents, and their answers.
--
-- Each saving of an enquiry and of its answer is a version; an answer leaves the house once.

create table enquiry (
    tenant bigint not null references tenant (id),
    number bigint not null,
    primary key (tenant, number)
);

create table enquiry_version (
    tenant bigint not null,
    enquiry bigint not null,
    version bigint not null,
    asker text not null check (asker in ('council', 'press', 'audit', 'resident')),
    asker_name text not null,
    subject text not null,
    question text not null,
    file_number text not null,
    received_on text not null,
    due text not null,
    -- No place: the whole city. Its name is the one it had when this was written.
    geography text,
    area text,
    place_name text,
    lead_post bigint not null references post (id),
    -- For whom the answer is: only what this circle may read can stand in it.
    circle text not null check (circle in ('public', 'administration')),
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, enquiry, version),
    foreign key (tenant, enquiry) references enquiry (tenant, number)
);

-- Stellen that take part in the answer (Mitwirkung).
create table enquiry_party (
    tenant bigint not null,
    enquiry bigint not null,
    version bigint not null,
    post bigint not null references post (id),
    primary key (tenant, enquiry, version, post),
    foreign key (tenant, enquiry, version) references enquiry_version (tenant, enquiry, version)
);

create table enquiry_answer (
    tenant bigint not null,
    enquiry bigint not null,
    version bigint not null,
    text text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, enquiry, version),
    foreign key (tenant, enquiry) references enquiry (tenant, number)
);

create table enquiry_sent (
    tenant bigint not null,
    enquiry bigint not null,
    -- The version of the answer that left the house.
    answer bigint not null,
    signed_by text not null,
    on_day text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, enquiry),
    foreign key (tenant, enquiry, answer) references enquiry_answer (tenant, enquiry, version)
);
