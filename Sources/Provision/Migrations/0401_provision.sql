-- What is done for pupils, by whom, when, and what came of it. A provision is a `provision_run`; its week stands in patterns
-- from day to day, so that a change leaves the past as it was. Planned sessions are not stored: they are the week times
-- the school's calendar.

CREATE TABLE intervention (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    key {text} NOT NULL,
    name {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('universal', 'targeted', 'targeted_plus', 'specialist')),
    -- Keys of broad areas of need, with commas.
    areas {text} NOT NULL,
    about {text} NOT NULL,
    group_size {int} NOT NULL CHECK (group_size > 0),
    minutes {int} NOT NULL CHECK (minutes > 0),
    sessions_a_week {int} NOT NULL CHECK (sessions_a_week > 0),
    weeks {int} CHECK (weeks > 0),
    role {text} NOT NULL,
    training {text} NOT NULL,
    licence {text} NOT NULL,
    -- Pence.
    shared_materials {int} NOT NULL CHECK (shared_materials >= 0),
    materials_each {int} NOT NULL CHECK (materials_each >= 0),
    entry_instrument_id {int} REFERENCES instrument (id),
    exit_instrument_id {int} REFERENCES instrument (id),
    measuring {text} NOT NULL,
    evidence {text} NOT NULL,
    -- Keys of evidence strands, with commas.
    strands {text} NOT NULL,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    adapts_id {int} REFERENCES intervention (id),
    adapted_because {text} NOT NULL,
    ends {date}
) {strict};
CREATE UNIQUE INDEX intervention_by_key ON intervention (key, COALESCE(school_id, 0)) WHERE key <> '';
CREATE INDEX intervention_by_school ON intervention (school_id);

CREATE TABLE provision_run (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    intervention_id {int} NOT NULL REFERENCES intervention (id),
    name {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('universal', 'targeted', 'targeted_plus', 'specialist')),
    -- The class that has it as a whole.
    class_id {int} REFERENCES school_class (id),
    starts {date} NOT NULL,
    planned_end {date},
    ended_on {date},
    because {text} NOT NULL,
    do_not_judge_before {date},
    -- Made by the page that begins it: what comes twice is begun once. Null where no page did.
    send_key {text} UNIQUE,
    CHECK (planned_end IS NULL OR planned_end >= starts),
    CHECK (ended_on IS NULL OR (ended_on >= starts AND because <> ''))
) {strict};
CREATE INDEX provision_run_by_school ON provision_run (school_id, ended_on, planned_end);
CREATE INDEX provision_run_by_intervention ON provision_run (intervention_id, school_id);
CREATE INDEX provision_run_by_class ON provision_run (class_id);
CREATE INDEX provision_run_by_end ON provision_run (ended_on);

CREATE TABLE provision_pattern (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    starts {date} NOT NULL,
    ends {date},
    planned_size {int} NOT NULL CHECK (planned_size > 0),
    proof {text} NOT NULL CHECK (proof IN ('each_session', 'weekly', 'none')),
    funding {text} NOT NULL,
    -- Pence, of a session that somebody from outside gives.
    session_price {int} NOT NULL CHECK (session_price >= 0),
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (run_id, starts)
) {strict};

-- One time of the week. Two adults at most, so that a timetable needs no third table.
CREATE TABLE provision_time (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pattern_id {int} NOT NULL REFERENCES provision_pattern (id),
    run_id {int} NOT NULL REFERENCES provision_run (id),
    school_id {int} NOT NULL REFERENCES school (id),
    weekday {int} NOT NULL CHECK (weekday BETWEEN 1 AND 5),
    -- Minutes after midnight.
    starts_at {int} NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 360),
    room {text} NOT NULL,
    role {text} NOT NULL,
    staff_id {int} REFERENCES staff (id),
    second_role {text} NOT NULL,
    second_staff_id {int} REFERENCES staff (id)
) {strict};
CREATE INDEX provision_time_by_pattern ON provision_time (pattern_id);
CREATE INDEX provision_time_by_run ON provision_time (run_id);
CREATE INDEX provision_time_by_school ON provision_time (school_id, weekday);
CREATE INDEX provision_time_by_staff ON provision_time (staff_id, weekday);
CREATE INDEX provision_time_by_second ON provision_time (second_staff_id, weekday);

CREATE TABLE provision_member (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    starts {date} NOT NULL,
    ends {date},
    because {text} NOT NULL,
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX provision_member_by_run ON provision_member (run_id, starts);
CREATE INDEX provision_member_by_pupil ON provision_member (pupil_id, ends);
CREATE UNIQUE INDEX provision_member_open ON provision_member (run_id, pupil_id) WHERE ends IS NULL;

-- The outcomes of plans that a provision serves.
CREATE TABLE provision_outcome (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    outcome_id {int} NOT NULL REFERENCES outcome (id),
    UNIQUE (run_id, outcome_id)
) {strict};
CREATE INDEX provision_outcome_by_pupil ON provision_outcome (pupil_id);
CREATE INDEX provision_outcome_by_outcome ON provision_outcome (outcome_id);

-- What was bought.
CREATE TABLE provision_cost (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    kind {text} NOT NULL CHECK (kind IN ('materials', 'licence', 'equipment', 'training', 'other')),
    day {date} NOT NULL,
    -- Pence.
    amount {int} NOT NULL CHECK (amount > 0),
    -- Null where it is shared by all.
    pupil_id {int} REFERENCES pupil (id),
    words {text} NOT NULL,
    -- Made by the page on which it was typed: what comes twice is noted once.
    send_key {text} UNIQUE
) {strict};
CREATE INDEX provision_cost_by_run ON provision_cost (run_id, day);
CREATE INDEX provision_cost_by_pupil ON provision_cost (pupil_id);

-- What happened. A correction takes the place of a row and leaves it. No adult stands here: missed sessions are never
-- added up by a named person.
CREATE TABLE session (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    run_id {int} NOT NULL REFERENCES provision_run (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- The time of the week that planned it; null for one outside the week.
    time_id {int} REFERENCES provision_time (id),
    day {date} NOT NULL,
    starts_at {int} NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
    planned {int} NOT NULL CHECK (planned >= 0),
    result {text} NOT NULL CHECK (result IN ('given', 'partly', 'not_given')),
    minutes {int} NOT NULL CHECK (minutes >= 0),
    -- Minutes that the school had ready, so that sums of costs need no rule of their own.
    ready {int} NOT NULL CHECK (ready >= 0),
    reason {text},
    note {text} NOT NULL,
    -- What the adults are paid as, with commas.
    roles {text} NOT NULL,
    -- Numbers of pupils in order, with commas: what sessions cost alike by.
    members {text} NOT NULL,
    there {text} NOT NULL,
    makes_up_id {int} REFERENCES session (id),
    corrects_id {int} REFERENCES session (id),
    superseded_on {date},
    proof {text} NOT NULL CHECK (proof IN ('each_session', 'weekly', 'none')),
    logged_on {date} NOT NULL,
    logged_by {text} NOT NULL,
    -- Made by the page that sends it: what comes twice is stored once.
    send_key {text} NOT NULL UNIQUE,
    CHECK (result <> 'not_given' OR (minutes = 0 AND reason IS NOT NULL))
) {strict};
CREATE UNIQUE INDEX session_standing ON session (time_id, day) WHERE superseded_on IS NULL AND time_id IS NOT NULL;
CREATE INDEX session_by_run ON session (run_id, day);
CREATE INDEX session_by_day ON session (school_id, day);
-- The few that were not given in full, for the safety net.
CREATE INDEX session_short ON session (day, run_id, planned, ready) WHERE superseded_on IS NULL AND ready < planned;
CREATE INDEX session_by_makes_up ON session (makes_up_id);
CREATE INDEX session_by_corrects ON session (corrects_id);

-- A pupil's part of a session.
CREATE TABLE session_pupil (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    session_id {int} NOT NULL REFERENCES session (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    run_id {int} NOT NULL REFERENCES provision_run (id),
    day {date} NOT NULL,
    -- Minutes that the school had ready for this pupil.
    offered {int} NOT NULL CHECK (offered >= 0),
    -- Minutes that the pupil was there.
    minutes {int} NOT NULL CHECK (minutes >= 0),
    away {text},
    -- False once a correction has taken the session's place.
    stands {bool} NOT NULL,
    UNIQUE (session_id, pupil_id)
) {strict};
CREATE INDEX session_pupil_by_pupil ON session_pupil (pupil_id, day, run_id, offered, minutes);
CREATE INDEX session_pupil_kept_away ON session_pupil (day, run_id) WHERE away IN ('part_time', 'elsewhere');
CREATE INDEX session_pupil_by_run ON session_pupil (run_id, pupil_id, day, stands, offered, minutes);

-- What a pupil is owed, in minutes: lines of section F, or of the school's own plan.
CREATE TABLE owed_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    words {text} NOT NULL,
    minutes {int} NOT NULL CHECK (minutes > 0),
    per {text} NOT NULL CHECK (per IN ('week', 'fortnight', 'term', 'year')),
    is_section_f {bool} NOT NULL,
    is_alone {bool} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX owed_line_by_pupil ON owed_line (pupil_id, ends);

-- By which provisions it is met.
CREATE TABLE owed_line_run (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    line_id {int} NOT NULL REFERENCES owed_line (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    run_id {int} NOT NULL REFERENCES provision_run (id),
    UNIQUE (line_id, run_id)
) {strict};
CREATE INDEX owed_line_run_by_run ON owed_line_run (run_id);
CREATE INDEX owed_line_run_by_pupil ON owed_line_run (pupil_id);

-- Rates that belong together: the trust's own, or those that a council takes in claims for top-up.
CREATE TABLE rate_set (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    name {text} NOT NULL,
    la_code {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX rate_set_by_council ON rate_set (la_code);
INSERT INTO rate_set (name, la_code) VALUES ('The trust’s own costs', '');

-- Weeks in hundredths, shares in hundredths of a percent, money in pence.
CREATE TABLE staff_rate (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    set_id {int} NOT NULL REFERENCES rate_set (id),
    role {text} NOT NULL,
    starts {date} NOT NULL,
    contract_hourly {int} NOT NULL CHECK (contract_hourly > 0),
    paid_weeks {int} NOT NULL CHECK (paid_weeks > 0),
    worked_weeks {int} NOT NULL CHECK (worked_weeks > 0),
    on_cost {int} NOT NULL CHECK (on_cost >= 0),
    non_contact {int} NOT NULL CHECK (non_contact BETWEEN 0 AND 9000),
    UNIQUE (set_id, role, starts)
) {strict};

-- Money that comes for a pupil, or for a school's places, in pence a year.
CREATE TABLE funding_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    stream {text} NOT NULL,
    annual {int} NOT NULL CHECK (annual > 0),
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX funding_line_by_pupil ON funding_line (pupil_id);
CREATE INDEX funding_line_by_school ON funding_line (school_id, stream);

-- Why a pupil's cost was over or under the money for it. The latest holds.
CREATE TABLE variance_justification (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    academic_year {int} NOT NULL,
    reason {text} NOT NULL,
    words {text} NOT NULL CHECK (words <> ''),
    -- Pence: what stood there when it was written; below zero for under.
    over_by {int} NOT NULL,
    written_on {date} NOT NULL,
    written_by {text} NOT NULL
) {strict};
CREATE INDEX variance_justification_by_pupil ON variance_justification (pupil_id, academic_year);
CREATE INDEX variance_justification_by_school ON variance_justification (school_id, academic_year);

-- How costs are shared, and what is far from the money. Rows are added, not altered; a school's own go before the trust's.
CREATE TABLE cost_setting (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null for the whole trust.
    school_id {int} REFERENCES school (id),
    starts {date} NOT NULL,
    base {text} NOT NULL CHECK (base IN ('planned', 'present')),
    -- Percent of the money from which over or under asks for words.
    share {int} NOT NULL CHECK (share BETWEEN 1 AND 100)
) {strict};
CREATE UNIQUE INDEX cost_setting_once ON cost_setting (COALESCE(school_id, 0), starts);

-- That provision was written to a file; who did it and when stand in the trail.
CREATE TABLE provision_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null for every school in sight.
    school_id {int} REFERENCES school (id),
    -- Which table it was: map, sessions, costs.
    what {text} NOT NULL,
    format {text} NOT NULL,
    lines {int} NOT NULL
) {strict};
