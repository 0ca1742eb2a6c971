-- When a letter of the morning began to leave the house: from then on nobody knows whether it came,
-- and it is never sent again. What was only taken in hand and never began to leave, somebody else takes.
alter table digest_letter add column leaving_at bigint;
