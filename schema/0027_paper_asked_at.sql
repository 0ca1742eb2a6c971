-- When a Stelle was asked to countersign, in microseconds UTC. Of those that were asked before this was
-- written down nobody knows it: for them counts when the version was written.
alter table paper_asked add column asked_at bigint;
