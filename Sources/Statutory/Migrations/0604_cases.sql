-- Requests for an EHC needs assessment: what was asked, each step with its day and paper, and what the council's form asks for.

CREATE TABLE ehc_case (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL CHECK (kind IN ('request', 'reassessment')),
    asked_by {text} NOT NULL CHECK (asked_by IN ('school', 'family', 'other')),
    la_code {text} NOT NULL,
    officer {text} NOT NULL,
    -- Why provision through a plan may be necessary, in the school's words.
    reason {text} NOT NULL,
    -- What the child says, how that was gathered, what the family says, what both hope for.
    child_views {text} NOT NULL,
    views_how {text} NOT NULL,
    family_views {text} NOT NULL,
    hopes {text} NOT NULL,
    -- What is known of social care needs; whether the family, and a young person, agree.
    care {text} NOT NULL,
    agreement {text} NOT NULL,
    begun_by {text} NOT NULL,
    begun_on {date} NOT NULL,
    -- Where it stands since which day: the latest step, kept here for lists.
    state {text} NOT NULL,
    since {date} NOT NULL,
    is_over {bool} NOT NULL
) {strict};
CREATE INDEX ehc_case_by_pupil ON ehc_case (pupil_id);
CREATE INDEX ehc_case_by_school ON ehc_case (school_id, is_over);

CREATE TABLE ehc_step (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    case_id {int} NOT NULL REFERENCES ehc_case (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    kind {text} NOT NULL,
    happened_on {date} NOT NULL,
    stated {text} NOT NULL,
    words {text} NOT NULL,
    who {text} NOT NULL,
    paper_id {int} REFERENCES paper (id)
) {strict};
CREATE INDEX ehc_step_by_case ON ehc_step (case_id);
CREATE INDEX ehc_step_by_pupil ON ehc_step (pupil_id);

-- What a council's form asks for, line by line; those without a council are for every council that has none of its own.
CREATE TABLE ehc_ask (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    la_code {text} NOT NULL,
    position {int} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    -- Which part of the record answers it; empty where a person says so.
    source {text} NOT NULL,
    ended_on {date}
) {strict};
CREATE INDEX ehc_ask_by_council ON ehc_ask (la_code);
-- As a council must seek advice (SEND Regulations 2014, reg 6(1); domain.md 2.2), and what schools are usually asked for.
INSERT INTO ehc_ask (la_code, position, words, source) VALUES
    ('', 1, 'The views of the child and of the parents, or of the young person', 'views'),
    ('', 2, 'What the school did: cycles of assess, plan, do and review with their outcomes', 'cycles'),
    ('', 3, 'The provision that was given, in minutes, and what it cost', 'provision'),
    ('', 4, 'Attendance', 'attendance'),
    ('', 5, 'Attainment and progress', 'attainment'),
    ('', 6, 'Advice of specialists who know the child, such as an educational psychologist or a therapist', 'advice'),
    ('', 7, 'Medical advice or reports', ''),
    ('', 8, 'What social care knows of the child', ''),
    ('', 9, 'Of a child with a visual, hearing or multi-sensory impairment: advice of a qualified teacher', ''),
    ('', 10, 'From Year 9 on: help to prepare for adulthood', '');

CREATE TABLE ehc_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    case_id {int} NOT NULL REFERENCES ehc_case (id),
    ask_id {int} NOT NULL REFERENCES ehc_ask (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    state {text} NOT NULL CHECK (state IN ('here', 'missing', 'not_needed')),
    words {text} NOT NULL,
    UNIQUE (case_id, ask_id)
) {strict};
CREATE INDEX ehc_answer_by_pupil ON ehc_answer (pupil_id);
