-- That somebody is worried about how a pupil learns or feels, what colleagues say of it, and what was decided.

CREATE TABLE concern (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    raised_by {text} NOT NULL,
    -- Whoever raised it sees what comes of it: by their account, or by who they are on the list of staff.
    account_id {int},
    staff_id {int} REFERENCES staff (id),
    raised_on {date} NOT NULL,
    -- Keys of areas of need, with spaces between; empty where the one who raised it is not sure.
    areas {text} NOT NULL,
    seen {text} NOT NULL,
    since {text} NOT NULL,
    tried {text} NOT NULL,
    how_it_went {text} NOT NULL,
    family_told {text} NOT NULL CHECK (family_told IN ('yes', 'no', 'advised_not')),
    family_said {text} NOT NULL,
    -- The last day by which somebody is to decide, as the school had set it when it was raised.
    decide_by {date} NOT NULL,
    CHECK (decide_by >= raised_on)
) {strict};
CREATE INDEX concern_by_pupil ON concern (pupil_id);
CREATE INDEX concern_by_school ON concern (school_id, decide_by);

-- Each decision stays; the latest is the one in force.
CREATE TABLE concern_decision (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    concern_id {int} NOT NULL REFERENCES concern (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    outcome {text} NOT NULL CHECK (outcome IN ('no_action', 'more_information', 'monitor', 'passed_on', 'targeted', 'screen', 'refer', 'register', 'family')),
    decided_by {text} NOT NULL,
    decided_on {date} NOT NULL,
    reason {text} NOT NULL,
    -- When somebody looks again; null where the decision ends the concern.
    look_again {date},
    -- Whose matter it is now.
    passed_to {text} NOT NULL,
    -- What the school does meanwhile.
    doing {text} NOT NULL,
    family_words {text} NOT NULL,
    family_on {date}
) {strict};
CREATE INDEX concern_decision_by_concern ON concern_decision (concern_id);
CREATE INDEX concern_decision_by_pupil ON concern_decision (pupil_id);

-- That a family was told of SEN support (Children and Families Act 2014, section 68).
CREATE TABLE family_told (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Null where nobody knows the day.
    told_on {date},
    recorded_on {date} NOT NULL,
    recorded_by {text} NOT NULL,
    note {text} NOT NULL
) {strict};
CREATE INDEX family_told_by_pupil ON family_told (pupil_id);

-- What a pupil's teachers are asked, once, about a concern.
CREATE TABLE colleague_question (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    concern_id {int} NOT NULL REFERENCES concern (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    asked_by {text} NOT NULL,
    asked_on {date} NOT NULL,
    answer_by {date} NOT NULL,
    -- The checklist as it stood then: one line for each thing that is asked about.
    checklist {text} NOT NULL
) {strict};
CREATE INDEX colleague_question_by_concern ON colleague_question (concern_id);
CREATE INDEX colleague_question_by_pupil ON colleague_question (pupil_id);

CREATE TABLE colleague_return (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    question_id {int} NOT NULL REFERENCES colleague_question (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    staff_id {int} NOT NULL REFERENCES staff (id),
    staff_name {text} NOT NULL,
    -- What they teach the pupil, in words.
    teaches {text} NOT NULL,
    reminded_on {date},
    answered_on {date},
    answered_by {text} NOT NULL,
    -- One code for each line of the checklist, with spaces between.
    answers {text} NOT NULL,
    words {text} NOT NULL,
    UNIQUE (question_id, staff_id)
) {strict};
CREATE INDEX colleague_return_by_pupil ON colleague_return (pupil_id);
CREATE INDEX colleague_return_by_staff ON colleague_return (staff_id, answered_on);

-- How a school, or the whole trust, deals with concerns.
CREATE TABLE concern_setting (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null for the trust.
    school_id {int} UNIQUE REFERENCES school (id),
    -- Within how many school days a concern is decided; null where the trust's holds.
    target_days {int} CHECK (target_days BETWEEN 1 AND 60),
    -- One line for each thing that colleagues are asked about; empty where the trust's holds.
    checklist {text} NOT NULL
) {strict};

-- That somebody wrote concerns to a file. Who and when stand in the trail.
CREATE TABLE concern_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} REFERENCES school (id),
    format {text} NOT NULL,
    concerns {int} NOT NULL
) {strict};
