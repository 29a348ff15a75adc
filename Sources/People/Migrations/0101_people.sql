-- The trust, its schools, staff and pupils, and the SEND register: the ground all areas stand on.
-- Spells have a first and a last day, both in the spell; an empty last day means that it still runs.

CREATE TABLE trust (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    name {text} NOT NULL,
    gias_uid {text}
) {strict};

CREATE TABLE school (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    urn {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    sort_name {text} NOT NULL,
    la_code {text} NOT NULL,
    la_name {text} NOT NULL,
    establishment {text} NOT NULL,
    phase {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('mainstream', 'special', 'alternative')),
    low_age {int},
    high_age {int},
    capacity {int},
    unit_recognised {bool} NOT NULL,
    resourced_recognised {bool} NOT NULL,
    rules_from {date},
    mis_owns {text} NOT NULL
) {strict};

CREATE TABLE term (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    academic_year {int} NOT NULL,
    name {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date} NOT NULL,
    CHECK (ends >= starts),
    UNIQUE (school_id, starts)
) {strict};

CREATE TABLE closure (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL CHECK (kind IN ('holiday', 'inset', 'closure')),
    name {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date} NOT NULL,
    CHECK (ends >= starts),
    UNIQUE (school_id, kind, starts)
) {strict};

CREATE TABLE staff (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    mis_id {text},
    title {text} NOT NULL,
    surname {text} NOT NULL,
    forename {text} NOT NULL,
    sort_name {text} NOT NULL,
    role {text} NOT NULL,
    email {text} NOT NULL,
    starts {date},
    ends {date}
) {strict};
CREATE INDEX staff_by_school ON staff (school_id, sort_name);
CREATE UNIQUE INDEX staff_by_mis_id ON staff (school_id, mis_id);

CREATE TABLE pupil (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    upn {text} UNIQUE,
    uln {text},
    surname {text} NOT NULL,
    forename {text} NOT NULL,
    middle_names {text} NOT NULL,
    preferred_surname {text} NOT NULL,
    preferred_forename {text} NOT NULL,
    sort_name {text} NOT NULL,
    birth {date} NOT NULL,
    sex {text} NOT NULL,
    ethnicity {text} NOT NULL,
    first_language {text} NOT NULL,
    home_language {text} NOT NULL,
    eal {bool},
    home_la {text} NOT NULL,
    health_body {text} NOT NULL,
    address {text} NOT NULL,
    disabilities {text} NOT NULL,
    sealed {bool} NOT NULL
) {strict};
CREATE INDEX pupil_by_name ON pupil (sort_name, id);
CREATE INDEX pupil_by_birth ON pupil (birth);

-- Every word of a name, folded, so that any part of it finds the pupil through an index.
CREATE TABLE pupil_word (
    word {text} NOT NULL,
    pupil_id {int} NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
    PRIMARY KEY (word, pupil_id)
) {strict};
CREATE INDEX pupil_word_by_pupil ON pupil_word (pupil_id);

CREATE TABLE former_upn (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    upn {text} NOT NULL,
    UNIQUE (pupil_id, upn)
) {strict};
CREATE INDEX former_upn_by_upn ON former_upn (upn);

CREATE TABLE former_name (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    surname {text} NOT NULL,
    forename {text} NOT NULL,
    UNIQUE (pupil_id, surname, forename)
) {strict};

CREATE TABLE enrolment (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL,
    admission_number {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    leaving_reason {text} NOT NULL,
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (pupil_id, school_id, starts)
) {strict};
CREATE INDEX enrolment_by_school ON enrolment (school_id, starts);
CREATE INDEX enrolment_by_admission_number ON enrolment (school_id, admission_number);

CREATE TABLE pupil_year (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    academic_year {int} NOT NULL,
    year {text} NOT NULL,
    UNIQUE (pupil_id, school_id, academic_year)
) {strict};
CREATE INDEX pupil_year_by_school ON pupil_year (school_id);

CREATE TABLE school_class (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    academic_year {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('class', 'group')),
    name {text} NOT NULL,
    subject {text} NOT NULL,
    UNIQUE (school_id, academic_year, kind, name)
) {strict};

CREATE TABLE class_member (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    class_id {int} NOT NULL REFERENCES school_class (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (class_id, pupil_id, starts)
) {strict};
CREATE INDEX class_member_by_pupil ON class_member (pupil_id);

CREATE TABLE class_staff (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    class_id {int} NOT NULL REFERENCES school_class (id),
    staff_id {int} NOT NULL REFERENCES staff (id),
    role {text} NOT NULL,
    UNIQUE (class_id, staff_id)
) {strict};
CREATE INDEX class_staff_by_staff ON class_staff (staff_id);

CREATE TABLE lesson (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    class_id {int} NOT NULL REFERENCES school_class (id),
    weekday {int} NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    period {text} NOT NULL,
    starts_at {text} NOT NULL,
    ends_at {text} NOT NULL,
    room {text} NOT NULL,
    staff_id {int} REFERENCES staff (id),
    UNIQUE (class_id, weekday, period)
) {strict};
CREATE INDEX lesson_by_staff ON lesson (staff_id);

CREATE TABLE contact (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    position {int} NOT NULL,
    title {text} NOT NULL,
    surname {text} NOT NULL,
    forename {text} NOT NULL,
    organisation {text} NOT NULL,
    relationship {text} NOT NULL,
    responsibility {bool} NOT NULL,
    may_receive_papers {bool} NOT NULL,
    address {text} NOT NULL,
    address_confidential {bool} NOT NULL,
    phones {text} NOT NULL,
    email {text} NOT NULL,
    court_order {text} NOT NULL,
    ends {date}
) {strict};
CREATE INDEX contact_by_pupil ON contact (pupil_id, position);

CREATE TABLE provision_spell (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    provision {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    decided_here {bool} NOT NULL,
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (pupil_id, starts)
) {strict};

CREATE TABLE pupil_need (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    need {text} NOT NULL,
    area {text} NOT NULL,
    rank {int},
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX pupil_need_by_pupil ON pupil_need (pupil_id, rank);

CREATE TABLE diagnosis (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    name {text} NOT NULL,
    given_by {text} NOT NULL,
    given_on {date}
) {strict};
CREATE INDEX diagnosis_by_pupil ON diagnosis (pupil_id);

-- Membership of a SEN unit (SENU) or of resourced provision (RP).
CREATE TABLE base_spell (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    base {text} NOT NULL CHECK (base IN ('SENU', 'RP')),
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (pupil_id, base, starts)
) {strict};
CREATE INDEX base_spell_by_school ON base_spell (school_id);

CREATE TABLE context_flag (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    flag {text} NOT NULL,
    detail {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (pupil_id, flag, starts)
) {strict};

CREATE TABLE arrangement (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL CHECK (kind IN ('part_time', 'alternative_provision', 'education_otherwise')),
    hours {text} NOT NULL,
    place {text} NOT NULL,
    reason {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX arrangement_by_school ON arrangement (school_id);
CREATE INDEX arrangement_by_pupil ON arrangement (pupil_id);

CREATE TABLE watch_spell (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    reason {text} NOT NULL,
    look_again {date} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX watch_spell_by_school ON watch_spell (school_id);
CREATE INDEX watch_spell_by_pupil ON watch_spell (pupil_id);

CREATE TABLE yearly_attendance (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    year {int} NOT NULL,
    la_code {text} NOT NULL,
    establishment {text} NOT NULL,
    school_name {text} NOT NULL,
    possible {int},
    attended {int},
    authorised {int},
    unauthorised {int},
    UNIQUE (pupil_id, year, la_code, establishment)
) {strict};

CREATE TABLE termly_absence (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    census {text} NOT NULL,
    possible {int},
    reasons {text} NOT NULL,
    UNIQUE (pupil_id, school_id, census)
) {strict};
CREATE INDEX termly_absence_by_school ON termly_absence (school_id);

CREATE TABLE stage_result (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    stage {text} NOT NULL,
    year {text} NOT NULL,
    subject {text} NOT NULL,
    method {text} NOT NULL,
    component {text} NOT NULL,
    status {text} NOT NULL,
    qualifier {text} NOT NULL,
    result {text} NOT NULL,
    result_date {text} NOT NULL
) {strict};
CREATE INDEX stage_result_by_pupil ON stage_result (pupil_id);

CREATE TABLE school_history (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    la_code {text} NOT NULL,
    establishment {text} NOT NULL,
    school_name {text} NOT NULL,
    entered {date} NOT NULL,
    left_on {date},
    reason {text} NOT NULL,
    UNIQUE (pupil_id, la_code, establishment, entered)
) {strict};

-- What was decided here and must still be entered in the school's own system.
CREATE TABLE mis_task (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    field {text} NOT NULL,
    value {text} NOT NULL,
    decided_on {date} NOT NULL,
    ticked_on {date},
    confirmed_on {date}
) {strict};
CREATE INDEX mis_task_by_school ON mis_task (school_id, confirmed_on);
CREATE INDEX mis_task_by_pupil ON mis_task (pupil_id);

CREATE TABLE header_map (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} REFERENCES school (id) ON DELETE CASCADE,
    kind {text} NOT NULL,
    map {text} NOT NULL,
    UNIQUE (school_id, kind)
) {strict};

CREATE TABLE import_receipt (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} REFERENCES school (id),
    kind {text} NOT NULL,
    file_name {text} NOT NULL,
    sha256 {text} NOT NULL,
    at {instant} NOT NULL,
    who {text} NOT NULL,
    new_count {int} NOT NULL,
    changed_count {int} NOT NULL,
    unchanged_count {int} NOT NULL,
    conflict_count {int} NOT NULL,
    refused_count {int} NOT NULL,
    problems {text} NOT NULL,
    undone_at {instant},
    undone_by {text} NOT NULL
) {strict};

-- A file that waits for its preview to be confirmed. The file itself lies beside the database for a day.
CREATE TABLE import_upload (
    id {id},
    school_id {int} NOT NULL REFERENCES school (id) ON DELETE CASCADE,
    kind {text} NOT NULL,
    file_name {text} NOT NULL,
    path {text} NOT NULL,
    map {text},
    at {instant} NOT NULL,
    who {text} NOT NULL
) {strict};
