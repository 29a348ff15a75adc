-- What a pupil is helped to reach, how, and how it went. A row of `plan` is one cycle as it was agreed: the next
-- cycle, or an amendment from a day on, is a row of its own that follows it, so that the past is never rewritten.

CREATE TABLE plan (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('draft', 'shared', 'live', 'reviewed', 'closed')),
    cycle {int} NOT NULL CHECK (cycle > 0),
    follows_id {int} REFERENCES plan (id),
    is_amendment {bool} NOT NULL,
    scheme {text} NOT NULL,
    rhythm {text} NOT NULL,
    begun_on {date} NOT NULL,
    shared_on {date},
    starts {date},
    review_by {date},
    reviewed_on {date},
    ends {date},
    paper_id {int} REFERENCES paper (id),
    because {text} NOT NULL,
    origin {text} NOT NULL,
    origin_row_id {int},
    CHECK (state NOT IN ('live', 'reviewed') OR (starts IS NOT NULL AND review_by IS NOT NULL)),
    CHECK (state <> 'closed' OR ends IS NOT NULL)
) {strict};
CREATE INDEX plan_by_pupil ON plan (pupil_id, state);
CREATE INDEX plan_by_school ON plan (school_id, state, review_by);
CREATE INDEX plan_by_follower ON plan (follows_id);

-- One part of a plan; of barriers one row for each area of need, and one without an area that bears the state.
CREATE TABLE plan_section (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    part {text} NOT NULL,
    area {text} NOT NULL,
    words {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('not_started', 'in_progress', 'complete', 'not_needed')),
    saved_by {text} NOT NULL,
    saved_on {date} NOT NULL,
    UNIQUE (plan_id, part, area)
) {strict};
CREATE INDEX plan_section_by_pupil ON plan_section (pupil_id);

CREATE TABLE outcome (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    position {int} NOT NULL,
    words {text} NOT NULL,
    measure {text} NOT NULL,
    baseline {text} NOT NULL,
    target {text} NOT NULL,
    due {date},
    owner {text} NOT NULL,
    area {text} NOT NULL,
    adult_life {text},
    carried_from_id {int} REFERENCES outcome (id)
) {strict};
CREATE INDEX outcome_by_plan ON outcome (plan_id, position);
CREATE INDEX outcome_by_pupil ON outcome (pupil_id);
CREATE INDEX outcome_by_carried ON outcome (carried_from_id);

-- How one outcome went.
CREATE TABLE outcome_review (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    outcome_id {int} NOT NULL UNIQUE REFERENCES outcome (id),
    plan_id {int} NOT NULL REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    result {text} NOT NULL CHECK (result IN ('met', 'partly', 'not_met')),
    evidence {text} NOT NULL,
    next_step {text} NOT NULL,
    -- A file that shows it.
    paper_id {int} REFERENCES paper (id),
    reviewed_on {date} NOT NULL,
    reviewed_by {text} NOT NULL
) {strict};
CREATE INDEX outcome_review_by_plan ON outcome_review (plan_id);
CREATE INDEX outcome_review_by_pupil ON outcome_review (pupil_id);

-- What was decided at the end of a cycle.
CREATE TABLE plan_review (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL UNIQUE REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    held_on {date} NOT NULL,
    decision {text} NOT NULL CHECK (decision IN ('continue', 'change', 'step_up', 'step_down', 'exit', 'refer', 'request_assessment')),
    because {text} NOT NULL,
    pupil_view {text} NOT NULL,
    family_view {text} NOT NULL,
    people {text} NOT NULL
) {strict};
CREATE INDEX plan_review_by_pupil ON plan_review (pupil_id);

-- What the family said; where they said nothing, the two days on which they were asked.
CREATE TABLE plan_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    kind {text} NOT NULL CHECK (kind IN ('agreed', 'partly', 'disagreed', 'no_reply')),
    words {text} NOT NULL,
    answered_on {date} NOT NULL,
    first_try {date},
    second_try {date},
    CHECK (kind <> 'no_reply' OR (first_try IS NOT NULL AND second_try > first_try))
) {strict};
CREATE INDEX plan_answer_by_plan ON plan_answer (plan_id);
CREATE INDEX plan_answer_by_pupil ON plan_answer (pupil_id);

-- Who of the pupil's teachers has read a live plan, or who gave it to them.
CREATE TABLE plan_reading (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL REFERENCES plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    name {text} NOT NULL,
    read_on {date} NOT NULL
) {strict};
CREATE INDEX plan_reading_by_plan ON plan_reading (plan_id);
CREATE INDEX plan_reading_by_pupil ON plan_reading (pupil_id);

-- A pupil's time on one layer of support.
CREATE TABLE layer_spell (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    layer {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX layer_spell_by_pupil ON layer_spell (pupil_id, starts);
