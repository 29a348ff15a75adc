-- A person's answer to what the safety net found. The finding itself is computed, never stored.
CREATE TABLE finding_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    rule {text} NOT NULL,
    school_id {int} NOT NULL REFERENCES school (id),
    pupil_id {int} REFERENCES pupil (id),
    answer {text} NOT NULL CHECK (answer IN ('later', 'right')),
    until {date},
    reason {text} NOT NULL,
    answered_by {text} NOT NULL,
    answered_on {date} NOT NULL,
    withdrawn_on {date}
) {strict};
CREATE INDEX finding_answer_by_rule ON finding_answer (rule, school_id, pupil_id);
