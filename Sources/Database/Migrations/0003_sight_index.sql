-- Up to which sight the list by pupil is written. It is written for many sights at once: the pupils of one list lie in as
-- many places of it, and each of those places would be written anew for every look. The few sights after this one are
-- found by their own lists.
ALTER TABLE sight_head ADD COLUMN indexed {int} NOT NULL DEFAULT 0;
UPDATE sight_head SET indexed = last;
