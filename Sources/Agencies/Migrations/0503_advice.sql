-- What specialists advised, and what the school made of each recommendation.

CREATE TABLE advice (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Null where it is from somebody who is no agency of the list.
    agency_id {int} REFERENCES agency (id),
    referral_id {int} REFERENCES referral (id),
    paper_id {int} REFERENCES paper (id),
    author {text} NOT NULL CHECK (author <> ''),
    written_on {date} NOT NULL,
    received_on {date} NOT NULL,
    -- What it says, in the school's words.
    summary {text} NOT NULL,
    recorded_by {text} NOT NULL,
    -- Entered by mistake: it counts for nothing from this day, and its words stay in the trail.
    withdrawn_on {date},
    withdrawn_because {text} NOT NULL,
    CHECK (received_on >= written_on)
) {strict};
CREATE INDEX advice_by_pupil ON advice (pupil_id);
CREATE INDEX advice_by_school ON advice (school_id);

CREATE TABLE recommendation (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    advice_id {int} NOT NULL REFERENCES advice (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    words {text} NOT NULL CHECK (words <> ''),
    -- Where it stands since which day: the latest step, kept here for lists.
    state {text} NOT NULL CHECK (state IN ('proposed', 'accepted', 'adapted', 'declined', 'in_provision', 'done', 'lapsed')),
    since {date} NOT NULL,
    owner_staff_id {int} REFERENCES staff (id),
    owner_account {int},
    owner_name {text} NOT NULL,
    due {date},
    evidence {text} NOT NULL,
    -- The provision that carries it out, and the plan in which it stands.
    run_id {int} REFERENCES provision_run (id),
    plan_id {int} REFERENCES plan (id)
) {strict};
CREATE INDEX recommendation_by_pupil ON recommendation (pupil_id);
CREATE INDEX recommendation_by_school ON recommendation (school_id, state);
CREATE INDEX recommendation_by_advice ON recommendation (advice_id);

CREATE TABLE recommendation_step (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    recommendation_id {int} NOT NULL REFERENCES recommendation (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    state {text} NOT NULL,
    happened_on {date} NOT NULL,
    who {text} NOT NULL,
    words {text} NOT NULL
) {strict};
CREATE INDEX recommendation_step_by_recommendation ON recommendation_step (recommendation_id);
CREATE INDEX recommendation_step_by_pupil ON recommendation_step (pupil_id);
