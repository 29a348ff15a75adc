-- A disposal of who looked: the sights before a day, and how many they were. Empty for a disposal of pupils' records.
ALTER TABLE disposal ADD COLUMN sights_before {date};
ALTER TABLE disposal ADD COLUMN sights {int};
