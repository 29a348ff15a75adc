-- What is measured with, and what was found. Names, kinds of score and cut-offs only: items and norm tables are
-- their publishers'.

CREATE TABLE instrument (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Stable across databases for those that are shipped, such as wellcomm-early; empty for one that a trust added.
    key {text} NOT NULL,
    name {text} NOT NULL,
    publisher {text} NOT NULL,
    -- What it looks at, such as language or reading.
    domain {text} NOT NULL,
    -- The kind of score: colour, standard, percentile, months, raw, scaled, levels.
    kind {text} NOT NULL,
    -- The parts of which each gets a score of its own, as JSON; one part for most.
    scales {text} NOT NULL,
    -- Bands with what each means, as JSON.
    bands {text} NOT NULL,
    measures_progress {bool} NOT NULL,
    youngest_months {int},
    oldest_months {int},
    licence {text} NOT NULL,
    about {text} NOT NULL,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    ends {date}
) {strict};

CREATE TABLE result (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    taken_on {date} NOT NULL,
    -- The number in the unit of the kind of score: points, percentile, months. Null for a colour or a level.
    number {int},
    -- The colour or the level, and the section in which it was reached.
    word {text} NOT NULL,
    section {text} NOT NULL,
    tester {text} NOT NULL,
    note {text} NOT NULL,
    receipt_id {int},
    withdrawn_on {date}
) {strict};
CREATE INDEX result_by_pupil ON result (pupil_id, instrument_id, taken_on);
CREATE INDEX result_by_instrument ON result (instrument_id, taken_on);
