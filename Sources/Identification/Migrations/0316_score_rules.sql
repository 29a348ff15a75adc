-- Which results of tests open a suggestion: of which test, in which kind of band, over how many results.

CREATE TABLE score_rule (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null for every test of the catalogue.
    instrument_id {int} REFERENCES instrument (id),
    -- The mildest kind of band that speaks, as the catalogue names it.
    band {text} NOT NULL CHECK (band IN ('act', 'watch')),
    -- How many results, one after the other and the latest among them.
    results {int} NOT NULL CHECK (results BETWEEN 1 AND 5),
    days {int} NOT NULL CHECK (days BETWEEN 14 AND 800),
    is_on {bool} NOT NULL
) {strict};
