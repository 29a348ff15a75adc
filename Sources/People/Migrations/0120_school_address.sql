-- Where a school is and how one rings it, and the places of its SEN unit and resourced provision, as the register of schools (GIAS) says.
ALTER TABLE school ADD COLUMN address {text} NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN phone {text} NOT NULL DEFAULT '';
ALTER TABLE school ADD COLUMN unit_places {int};
ALTER TABLE school ADD COLUMN resourced_places {int};
