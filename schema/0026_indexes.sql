-- What cities with hundreds of measures and years of reports and meetings are asked for often.

-- Which items of meetings are about a thing of a kind.
create index agenda_item_about on agenda_item (tenant, thing_kind, thing);
-- The reports that were due on a day or later.
create index report_round_due on report_round (tenant, due);
