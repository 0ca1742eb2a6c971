-- What was spent on measures: lines that are only appended. A correction is a line that stands for
-- another, with its reason; what was corrected no longer counts and stays.

create table measure_spending (
    tenant bigint not null,
    measure bigint not null,
    number bigint not null,
    -- The day of the booking.
    on_day text not null,
    -- Less than nothing came back; nothing strikes out what it corrects.
    cents bigint not null,
    -- The kind of cost, where it is known.
    kind text check (kind in ('staff', 'material', 'contracts', 'investment', 'other')),
    -- From whose money: the city's own, that of a source, or not said yet.
    payer text not null check (payer in ('open', 'own', 'source')),
    source text not null,
    programme text not null,
    note text not null,
    corrects bigint,
    reason text not null,
    -- A form is sent once, however often it is pressed.
    form_key text not null,
    account bigint,
    post bigint,
    at bigint not null,
    primary key (tenant, measure, number),
    unique (tenant, measure, form_key),
    unique (tenant, measure, corrects),
    foreign key (tenant, measure) references measure (tenant, number)
);
