-- The distances of Vergleichsquartiere are computed from figures, so a Sperrung must find them: they
-- are kept in `derived` beside the releases that they come from. Of those that stand here nobody
-- knows the releases any more, so they go.
alter table decision_comparison drop column distance;
