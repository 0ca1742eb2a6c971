-- What a city shows of its candidates has a last day, like everything that is given on; what was shown
-- before there was one stands until it is taken back. Each quarter says by what the assessment of its
-- own geography was made; until now that of one geography was said of all.
alter table selection_giving add column until text;
alter table selection_quarter add column dimensions text not null default '';
alter table selection_quarter add column period text not null default '';
update selection_quarter set
    dimensions = (select g.dimensions from selection_giving g
        where g.tenant = selection_quarter.tenant and g.number = selection_quarter.number),
    period = (select g.period from selection_giving g
        where g.tenant = selection_quarter.tenant and g.number = selection_quarter.number);
alter table selection_giving drop column dimensions;
alter table selection_giving drop column period;
