-- EHC plans: one row for each plan, and its words section by section, version by version.

CREATE TABLE ehc_plan (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Three figures of the council that keeps the plan; empty where nobody has said.
    la_code {text} NOT NULL,
    officer {text} NOT NULL,
    -- The day of the plan as it is in force; null while it is a draft, or where nobody has said.
    final_on {date},
    -- The last review: its meeting, and the council's decision.
    met_on {date},
    decided_on {date},
    band {text} NOT NULL,
    -- In pence.
    top_up {int} CHECK (top_up >= 0),
    top_up_per {text} NOT NULL CHECK (top_up_per IN ('', 'week', 'year')),
    placement {text} NOT NULL,
    -- The school or the type of school that section I names.
    setting {text} NOT NULL,
    has_budget {bool} NOT NULL,
    budget {int} CHECK (budget >= 0),
    paper_id {int} REFERENCES paper (id),
    -- The last day of the plan, why it ended (SEN2, item 4.6), and in whose words.
    ended_on {date},
    end_reason {text} NOT NULL,
    end_words {text} NOT NULL,
    CHECK ((top_up IS NULL) = (top_up_per = ''))
) {strict};
CREATE UNIQUE INDEX ehc_plan_in_force ON ehc_plan (pupil_id) WHERE ended_on IS NULL;
CREATE INDEX ehc_plan_by_pupil ON ehc_plan (pupil_id);
CREATE INDEX ehc_plan_by_school ON ehc_plan (school_id);

CREATE TABLE ehc_version (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    plan_id {int} NOT NULL REFERENCES ehc_plan (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    kind {text} NOT NULL CHECK (kind IN ('draft', 'final', 'proposed', 'amended')),
    dated_on {date} NOT NULL,
    note {text} NOT NULL,
    paper_id {int} REFERENCES paper (id)
) {strict};
CREATE INDEX ehc_version_by_plan ON ehc_version (plan_id);
CREATE INDEX ehc_version_by_pupil ON ehc_version (pupil_id);

CREATE TABLE ehc_section (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    version_id {int} NOT NULL REFERENCES ehc_version (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    section {text} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    UNIQUE (version_id, section)
) {strict};
CREATE INDEX ehc_section_by_pupil ON ehc_section (pupil_id);

-- Section E, outcome by outcome.
CREATE TABLE ehc_outcome (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    version_id {int} NOT NULL REFERENCES ehc_version (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    position {int} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    by_when {text} NOT NULL
) {strict};
CREATE INDEX ehc_outcome_by_version ON ehc_outcome (version_id);
CREATE INDEX ehc_outcome_by_pupil ON ehc_outcome (pupil_id);

-- Section F, line by line: the council's own words, and what they come to.
CREATE TABLE ehc_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    version_id {int} NOT NULL REFERENCES ehc_version (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    position {int} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    who {text} NOT NULL,
    overseer {text} NOT NULL,
    times {int} CHECK (times > 0),
    per {text} NOT NULL,
    minutes {int} CHECK (minutes > 0),
    -- How many pupils together; one is alone.
    group_size {int} CHECK (group_size > 0),
    until_on {date},
    helps_adulthood {bool} NOT NULL,
    -- Where provision counts its minutes.
    owed_line_id {int} REFERENCES owed_line (id)
) {strict};
CREATE INDEX ehc_line_by_version ON ehc_line (version_id);
CREATE INDEX ehc_line_by_pupil ON ehc_line (pupil_id);
CREATE INDEX ehc_line_by_owed ON ehc_line (owed_line_id);
