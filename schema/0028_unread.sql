-- What looks like a Fundstelle in an adopted paper and could not be read. Only the signs themselves are
-- kept and the page where they stand, nothing of what is said around them.
create table paper_unread (
    tenant bigint not null,
    attachment bigint not null references attachment (id),
    number bigint not null,
    page bigint not null,
    printed text not null,
    primary key (tenant, attachment, number)
);

-- What somebody has said of it, once.
create table paper_unread_settled (
    tenant bigint not null,
    attachment bigint not null,
    number bigint not null,
    -- What it stands for; none if it is no Fundstelle.
    citation bigint references citation (id),
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, attachment, number),
    foreign key (tenant, attachment, number) references paper_unread (tenant, attachment, number)
);
