-- What is measured with, and what was found. Names, kinds of score and cut-offs only: items and norm tables are
-- their publishers'.

CREATE TABLE instrument (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Stable across databases for those that Trellis brings, such as wellcomm-early; empty for one that a trust added.
    key {text} NOT NULL,
    name {text} NOT NULL,
    publisher {text} NOT NULL,
    -- What it looks at, such as language or reading.
    domain {text} NOT NULL,
    -- What it gives scores for, each with its kind of score, as JSON.
    scales {text} NOT NULL,
    measures_progress {bool} NOT NULL,
    youngest_months {int},
    oldest_months {int},
    licence {text} NOT NULL,
    about {text} NOT NULL,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    ends {date}
) {strict};
CREATE UNIQUE INDEX instrument_by_key ON instrument (key) WHERE key <> '';

-- The cut-offs of a scale from a day on. Rows are added, not altered, so that what was found before keeps its meaning.
CREATE TABLE cut_offs (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    starts {date} NOT NULL,
    -- Bands with their first score, name and what to do, as JSON, lowest first.
    bands {text} NOT NULL
) {strict};
CREATE INDEX cut_offs_by_instrument ON cut_offs (instrument_id, scale, starts);

CREATE TABLE test_result (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    -- Where it was taken.
    school_id {int} NOT NULL REFERENCES school (id),
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    taken_on {date} NOT NULL,
    -- In the unit of the scale: points, percentile, months; of a list the place in it.
    number {int} NOT NULL,
    -- < or > where the test says no more than that.
    bound {text} NOT NULL CHECK (bound IN ('', '<', '>')),
    section {text} NOT NULL,
    tester {text} NOT NULL,
    note {text} NOT NULL,
    withdrawn_on {date},
    withdrawn_because {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX test_result_standing ON test_result (pupil_id, instrument_id, scale, taken_on) WHERE withdrawn_on IS NULL;
CREATE INDEX test_result_by_pupil ON test_result (pupil_id, taken_on);
CREATE INDEX test_result_by_instrument ON test_result (instrument_id, taken_on, school_id);
CREATE INDEX test_result_by_school ON test_result (school_id, taken_on);
