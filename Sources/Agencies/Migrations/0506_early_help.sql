-- Early help: how each council runs it, and what was agreed with a family, step by step.

CREATE TABLE early_help_scheme (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Three figures of the council whose scheme it is.
    la_code {text} NOT NULL CHECK (LENGTH(la_code) = 3),
    -- What the council calls the whole, the written assessment and the meeting.
    name {text} NOT NULL CHECK (name <> '' AND LENGTH(name) <= 80),
    assessment {text} NOT NULL CHECK (LENGTH(assessment) <= 80),
    meeting {text} NOT NULL CHECK (LENGTH(meeting) <= 80),
    -- Its steps in their order, one to a line; behind a bar within how many days of the beginning.
    steps {text} NOT NULL CHECK (steps <> ''),
    form {text} NOT NULL,
    threshold {text} NOT NULL,
    website {text} NOT NULL,
    email {text} NOT NULL,
    phone {text} NOT NULL,
    -- After how many days the next meeting is; null where the council says nothing.
    review_days {int} CHECK (review_days BETWEEN 1 AND 400),
    note {text} NOT NULL,
    -- When somebody last asked the council whether all this is still so.
    checked_on {date},
    ends {date},
    ended_because {text} NOT NULL
) {strict};

CREATE TABLE early_help (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Null where nobody had written down the council's scheme.
    scheme_id {int} REFERENCES early_help_scheme (id),
    -- As the council called it when it began: a later name rewrites nothing.
    name {text} NOT NULL CHECK (name <> ''),
    meeting {text} NOT NULL CHECK (meeting <> ''),
    started_on {date} NOT NULL,
    started_by {text} NOT NULL,
    strengths {text} NOT NULL CHECK (strengths <> ''),
    needs {text} NOT NULL CHECK (needs <> ''),
    wanted {text} NOT NULL,
    household {text} NOT NULL,
    -- The day of the next meeting.
    review_on {date},
    closed_on {date},
    ending {text} CHECK (ending IN ('met', 'school', 'social_care', 'declined', 'moved', 'other')),
    closed_words {text} NOT NULL,
    closed_by {text} NOT NULL,
    CHECK ((closed_on IS NULL) = (ending IS NULL))
) {strict};
CREATE INDEX early_help_by_pupil ON early_help (pupil_id);
CREATE INDEX early_help_open ON early_help (school_id, review_on) WHERE closed_on IS NULL;
-- Two people who begin at once do not begin twice.
CREATE UNIQUE INDEX early_help_one_open ON early_help (pupil_id) WHERE closed_on IS NULL;

CREATE TABLE early_help_consent (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    episode_id {int} NOT NULL REFERENCES early_help (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    given_by {text} NOT NULL CHECK (given_by <> ''),
    way {text} NOT NULL CHECK (way IN ('form', 'written', 'spoken')),
    given_on {date} NOT NULL,
    -- The last day on which it holds.
    until_day {date} NOT NULL,
    -- With whom may be shared what.
    words {text} NOT NULL,
    recorded_by {text} NOT NULL,
    ended_on {date},
    ended_because {text} NOT NULL,
    CHECK (until_day >= given_on)
) {strict};
CREATE INDEX early_help_consent_by_episode ON early_help_consent (episode_id);
CREATE INDEX early_help_consent_by_pupil ON early_help_consent (pupil_id);

-- Who led the work with the family, from when to when.
CREATE TABLE early_help_lead (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    episode_id {int} NOT NULL REFERENCES early_help (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    name {text} NOT NULL CHECK (name <> ''),
    organisation {text} NOT NULL,
    contact {text} NOT NULL,
    starts {date} NOT NULL,
    -- The day on which somebody else took over, or the episode was closed.
    ends {date},
    CHECK (ends >= starts)
) {strict};
CREATE INDEX early_help_lead_by_episode ON early_help_lead (episode_id);
CREATE INDEX early_help_lead_by_pupil ON early_help_lead (pupil_id);

-- The council's steps as they were when the episode began.
CREATE TABLE early_help_step (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    episode_id {int} NOT NULL REFERENCES early_help (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    position {int} NOT NULL,
    name {text} NOT NULL CHECK (name <> ''),
    due {date},
    state {text} NOT NULL CHECK (state IN ('open', 'done', 'not_needed')),
    happened_on {date},
    words {text} NOT NULL,
    who {text} NOT NULL,
    -- The paper that shows it, such as the council's form as it was filled in.
    paper_id {int} REFERENCES paper (id),
    CHECK ((state = 'open') = (happened_on IS NULL))
) {strict};
CREATE INDEX early_help_step_by_episode ON early_help_step (episode_id);
CREATE INDEX early_help_step_by_pupil ON early_help_step (pupil_id);

CREATE TABLE early_help_meeting (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    episode_id {int} NOT NULL REFERENCES early_help (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    held_on {date} NOT NULL,
    people {text} NOT NULL CHECK (people <> ''),
    child_view {text} NOT NULL,
    family_view {text} NOT NULL,
    progress {text} NOT NULL CHECK (progress <> ''),
    -- The next one, as this one agreed; null where this was the last.
    next_on {date},
    recorded_by {text} NOT NULL
) {strict};
CREATE INDEX early_help_meeting_by_episode ON early_help_meeting (episode_id);
CREATE INDEX early_help_meeting_by_pupil ON early_help_meeting (pupil_id);
