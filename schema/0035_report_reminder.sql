-- Who has not reported is reminded by itself: once a week before the last day, and once the day after.
--
-- A reminder is taken in hand, then it begins to leave the house; from then on nobody knows whether it
-- came, and it is never sent again. What never began to leave, somebody else takes.
create table report_reminder (
    tenant bigint not null,
    request bigint not null references report_request (id),
    occasion text not null check (occasion in ('before', 'after')),
    taken_at bigint not null,
    leaving_at bigint,
    sent_at bigint,
    primary key (request, occasion)
);
