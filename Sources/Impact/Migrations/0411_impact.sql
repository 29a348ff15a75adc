-- What interventions changed, and how pupils do against what is expected. Baselines and exits are results of Measures;
-- nothing is kept twice. What is found from them (effect sizes, shares, gaps) is computed anew each time.

-- The measure by which a run is judged. A run without one is judged by its outcomes alone.
CREATE TABLE run_measure (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    -- Whether pupils were chosen for low scores on such a test.
    chosen_low {bool} NOT NULL
) {strict};
CREATE UNIQUE INDEX run_measure_by_run ON run_measure (run_id);
CREATE INDEX run_measure_by_instrument ON run_measure (instrument_id, scale);

-- A result that somebody named as baseline or exit in place of the one that FindScores finds.
CREATE TABLE chosen_result (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    moment {text} NOT NULL CHECK (moment IN ('baseline', 'exit')),
    result_id {int} NOT NULL REFERENCES test_result (id)
) {strict};
CREATE UNIQUE INDEX chosen_result_once ON chosen_result (run_id, pupil_id, moment);
CREATE INDEX chosen_result_by_pupil ON chosen_result (pupil_id);

-- What the manual of a test says of its error, where the trust has looked it up. Rows are added, not altered.
CREATE TABLE test_error (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    starts {date} NOT NULL,
    -- In hundredths of a point of the scale.
    measurement_error {int} CHECK (measurement_error > 0),
    -- Of two sittings, in thousandths.
    retest {int} CHECK (retest BETWEEN 0 AND 1000),
    source {text} NOT NULL CHECK (source <> '')
) {strict};
CREATE INDEX test_error_by_scale ON test_error (instrument_id, scale, starts);

CREATE TABLE impact_decision (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    intervention_id {int} NOT NULL REFERENCES intervention (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- The runs that ended between these days.
    runs_from {date} NOT NULL,
    runs_to {date} NOT NULL,
    verdict {text} NOT NULL CHECK (verdict IN ('keep', 'adapt', 'stop')),
    because {text} NOT NULL CHECK (because <> ''),
    change {text} NOT NULL,
    decided_on {date} NOT NULL,
    decided_by {text} NOT NULL,
    look_again {date},
    CHECK (runs_from <= runs_to),
    CHECK (look_again > decided_on)
) {strict};
CREATE INDEX impact_decision_by_school ON impact_decision (school_id, intervention_id, decided_on);

-- What is expected on a scale. Rows are added, not altered, so that a drop keeps the expectation of its day.
CREATE TABLE expected_progress (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    -- Census codes of years with blanks between; empty for every year.
    years {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    course {text} NOT NULL CHECK (course IN ('per_year', 'holds', 'with_calendar', 'reaches')),
    number {int} NOT NULL,
    -- Who says so, and that somebody checked it for the school's own pupils.
    source {text} NOT NULL CHECK (source <> ''),
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX expected_progress_by_scale ON expected_progress (instrument_id, scale, starts);

CREATE TABLE data_drop (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    academic_year {int} NOT NULL,
    half_term {int} NOT NULL CHECK (half_term BETWEEN 1 AND 6),
    as_of {date} NOT NULL,
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    scale {text} NOT NULL,
    -- Whom it is of: what they have in common, by keys with blanks between.
    traits {text} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('open', 'explained', 'signed')),
    -- What was expected when it went to the three who sign, in words; empty while it is open.
    expected {text} NOT NULL
) {strict};
CREATE INDEX data_drop_by_state ON data_drop (state, school_id);
CREATE UNIQUE INDEX data_drop_once ON data_drop (school_id, academic_year, half_term, instrument_id, scale);

-- How a pupil stood when the drop went to the three who sign: what they put their names to stays, whatever is corrected later.
CREATE TABLE signed_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    drop_id {int} NOT NULL REFERENCES data_drop (id),
    school_id {int} NOT NULL REFERENCES school (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    -- The groups the pupil was in, by their keys, with blanks between.
    traits {text} NOT NULL,
    baseline_id {int} REFERENCES test_result (id),
    actual_id {int} REFERENCES test_result (id),
    -- The two scores as they were then: the bound, the number, a blank and the section.
    baseline {text},
    actual {text},
    expected {int},
    standing {text} NOT NULL CHECK (standing IN ('above', 'expected', 'below', 'missing', 'unjudged'))
) {strict};
CREATE UNIQUE INDEX signed_line_once ON signed_line (drop_id, pupil_id);
CREATE INDEX signed_line_by_pupil ON signed_line (pupil_id);

CREATE TABLE drop_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    drop_id {int} NOT NULL REFERENCES data_drop (id),
    school_id {int} NOT NULL REFERENCES school (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    reason {text} NOT NULL,
    words {text} NOT NULL,
    other_measure {text} NOT NULL CHECK (other_measure <> ''),
    action_id {int} REFERENCES action (id)
) {strict};
CREATE UNIQUE INDEX drop_answer_once ON drop_answer (drop_id, pupil_id);
CREATE INDEX drop_answer_by_pupil ON drop_answer (pupil_id);

CREATE TABLE drop_reviewer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    drop_id {int} NOT NULL REFERENCES data_drop (id),
    school_id {int} NOT NULL REFERENCES school (id),
    seat {text} NOT NULL CHECK (seat IN ('send-lead', 'head', 'governor')),
    account_id {int} NOT NULL,
    name {text} NOT NULL,
    signed_on {date},
    comment {text} NOT NULL,
    question {text} NOT NULL,
    answer {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX drop_reviewer_seat ON drop_reviewer (drop_id, seat);
CREATE UNIQUE INDEX drop_reviewer_person ON drop_reviewer (drop_id, account_id);
CREATE INDEX drop_reviewer_by_account ON drop_reviewer (account_id, signed_on);

-- Words only. There is no number in this table, so that none can be added up.
CREATE TABLE engagement_note (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    area {text} NOT NULL CHECK (area IN ('exploration', 'realisation', 'anticipation', 'persistence', 'initiation')),
    seen_on {date} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    written_by {text} NOT NULL
) {strict};
CREATE INDEX engagement_note_by_pupil ON engagement_note (pupil_id, seen_on);

CREATE TABLE probe_series (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    run_id {int} REFERENCES provision_run (id),
    skill {text} NOT NULL CHECK (skill <> ''),
    starts {date} NOT NULL,
    aim_correct {int} NOT NULL CHECK (aim_correct > 0),
    aim_incorrect {int} NOT NULL CHECK (aim_incorrect >= 0),
    aim_on {date} NOT NULL,
    ends {date},
    CHECK (aim_on > starts)
) {strict};
CREATE INDEX probe_series_by_pupil ON probe_series (pupil_id, starts);
CREATE INDEX probe_series_by_school ON probe_series (school_id, ends);

CREATE TABLE probe (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    series_id {int} NOT NULL REFERENCES probe_series (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    taken_on {date} NOT NULL,
    correct {int} NOT NULL CHECK (correct >= 0),
    incorrect {int} NOT NULL CHECK (incorrect >= 0),
    seconds {int} NOT NULL CHECK (seconds > 0)
) {strict};
CREATE UNIQUE INDEX probe_once ON probe (series_id, taken_on);
CREATE INDEX probe_by_pupil ON probe (pupil_id);

CREATE TABLE phase_change (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    series_id {int} NOT NULL REFERENCES probe_series (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    starts {date} NOT NULL,
    words {text} NOT NULL CHECK (words <> '')
) {strict};
CREATE UNIQUE INDEX phase_change_once ON phase_change (series_id, starts);
CREATE INDEX phase_change_by_pupil ON phase_change (pupil_id);

-- That figures of impact left the house as a file.
CREATE TABLE impact_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null for every school.
    school_id {int} REFERENCES school (id),
    format {text} NOT NULL,
    figures {int} NOT NULL
) {strict};
