-- Which figures of a school's own data open a suggestion, and what somebody answered to one. A suggestion itself is
-- computed anew each time: it is no label, and nobody's record holds it.

CREATE TABLE signal_rule (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    figure {text} NOT NULL UNIQUE CHECK (figure IN ('attendance', 'fall', 'behaviour', 'suspensions')),
    -- In the unit of the figure: tenths of a per cent, or how many.
    threshold {int} NOT NULL CHECK (threshold BETWEEN 1 AND 1000),
    -- How many days back is looked.
    days {int} NOT NULL CHECK (days BETWEEN 14 AND 400),
    is_on {bool} NOT NULL
) {strict};

CREATE TABLE signal_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    figure {text} NOT NULL,
    answered_by {text} NOT NULL,
    answered_on {date} NOT NULL,
    reason {text} NOT NULL
) {strict};
CREATE INDEX signal_answer_by_pupil ON signal_answer (pupil_id);
