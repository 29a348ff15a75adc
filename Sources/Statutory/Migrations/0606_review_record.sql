-- What was said at the meeting of a review, and how far each outcome has come. What is to be done are actions.

CREATE TABLE review_record (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    review_id {int} NOT NULL UNIQUE REFERENCES annual_review (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    pupil_view {text} NOT NULL,
    -- How the pupil's views were gathered.
    views_how {text} NOT NULL,
    family_view {text} NOT NULL,
    school_view {text} NOT NULL,
    other_view {text} NOT NULL,
    -- Where people did not agree, in the words of each: regulation 20(7).
    differences {text} NOT NULL,
    -- From Year 9: regulation 20(6).
    adulthood {text} NOT NULL,
    travel {text} NOT NULL,
    budget {text} NOT NULL,
    conclusion {text} NOT NULL CHECK (conclusion IN ('', 'keep', 'amend', 'cease')),
    changes {text} NOT NULL
) {strict};
CREATE INDEX review_record_by_pupil ON review_record (pupil_id);

CREATE TABLE review_outcome (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    review_id {int} NOT NULL REFERENCES annual_review (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    position {int} NOT NULL,
    outcome {text} NOT NULL CHECK (outcome <> ''),
    progress {text} NOT NULL CHECK (progress IN ('', 'reached', 'on-track', 'some', 'none')),
    words {text} NOT NULL,
    UNIQUE (review_id, position)
) {strict};
CREATE INDEX review_outcome_by_pupil ON review_outcome (pupil_id);
