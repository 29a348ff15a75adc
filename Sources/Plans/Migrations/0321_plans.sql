-- A plan of one pupil, of one kind, from a day on.
CREATE TABLE plan (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'shared', 'live', 'reviewed', 'closed')),
    starts {date},
    review_by {date},
    ends {date}
) {strict};
CREATE INDEX plan_by_pupil ON plan (pupil_id, state);
CREATE INDEX plan_by_school ON plan (school_id, state, review_by);
