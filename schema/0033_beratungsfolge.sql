-- The Beratungsfolge can be corrected, and an item of an agenda names the Vorlage that it is about.
--
-- What was written first stays in paper_step and paper_result; what stands is the newest of these.

create table paper_step_version (
    tenant bigint not null,
    paper bigint not null,
    step bigint not null,
    version bigint not null,
    body bigint not null,
    on_date text not null,
    is_public smallint not null check (is_public in (0, 1)),
    -- Only a step without a result is removed.
    removed smallint not null check (removed in (0, 1)),
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, paper, step, version),
    foreign key (tenant, paper, step) references paper_step (tenant, paper, number),
    foreign key (tenant, body) references body (tenant, number)
);

-- What a step has brought after all, with the reason of the correction.
create table paper_result_version (
    tenant bigint not null,
    paper bigint not null,
    step bigint not null,
    correction bigint not null,
    result text not null
        check (result in ('as-proposed', 'deviating', 'rejected', 'postponed', 'noted')),
    decided text not null,
    vote text not null check (vote in ('none', 'unanimous', 'counted')),
    yes bigint not null,
    no bigint not null,
    abstain bigint not null,
    reason text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, paper, step, correction),
    foreign key (tenant, paper, step) references paper_result (tenant, paper, step)
);

-- What comes of it for the Vorlage, where the minutes say so; empty where wording and vote say it.
alter table agenda_item_version add column outcome text not null default '';

-- A Vorlage was named by its number under the kind of what is decided, which is known by its code.
update agenda_item set thing_kind = 'paper' where thing_kind = 'resolution';
