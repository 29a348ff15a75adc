-- What people ask about their data, how long records are kept, and how they end.

-- Somebody asks for a copy of what is kept about a pupil, or about themselves.
CREATE TABLE copy_request (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- No foreign key: a request is kept for its own time, which may end before or after the pupil's record does.
    pupil_id {int},
    -- The adult whose data it is; empty where it is a pupil's.
    email {text} NOT NULL,
    asked_by {text} NOT NULL,
    capacity {text} NOT NULL CHECK (capacity IN ('self', 'parent', 'other')),
    way {text} NOT NULL CHECK (way IN ('mail', 'letter', 'spoken', 'form')),
    received_on {date} NOT NULL,
    proved_on {date},
    proof {text} NOT NULL,
    extended_on {date},
    extended_because {text} NOT NULL,
    closed_on {date},
    outcome {text} NOT NULL CHECK (outcome IN ('open', 'released', 'refused', 'withdrawn')),
    outcome_reason {text} NOT NULL,
    CHECK ((pupil_id IS NULL) <> (email = '')),
    CHECK ((outcome = 'open') = (closed_on IS NULL))
) {strict};
CREATE INDEX copy_request_by_pupil ON copy_request (pupil_id);

-- While we wait for an answer to our question, the clock stands still.
CREATE TABLE request_pause (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    request_id {int} NOT NULL REFERENCES copy_request (id) ON DELETE CASCADE,
    pupil_id {int},
    question {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX request_pause_by_request ON request_pause (request_id);

-- What the data protection officer decided about one thing in a copy.
CREATE TABLE item_mark (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    request_id {int} NOT NULL REFERENCES copy_request (id) ON DELETE CASCADE,
    pupil_id {int},
    item {text} NOT NULL,
    decision {text} NOT NULL CHECK (decision IN ('give', 'redact', 'leave_out')),
    ground {text} NOT NULL,
    words {text} NOT NULL,
    note {text} NOT NULL,
    UNIQUE (request_id, item)
) {strict};

-- That a copy was released: its digest, and what was left out by which ground. Never the words.
CREATE TABLE released_copy (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    request_id {int} NOT NULL REFERENCES copy_request (id) ON DELETE CASCADE,
    pupil_id {int},
    released_at {instant} NOT NULL,
    released_by {text} NOT NULL,
    sha256 {text} NOT NULL,
    items {int} NOT NULL,
    left_out {text} NOT NULL,
    handed_over_on {date}
) {strict};
CREATE INDEX released_copy_by_request ON released_copy (request_id);

-- The copy itself, until it is handed over.
CREATE TABLE copy_text (
    copy_id {int} NOT NULL PRIMARY KEY REFERENCES released_copy (id) ON DELETE CASCADE,
    text {text} NOT NULL
) {strict};

-- What the trust decided about how long a kind of record is kept, where it differs from the default.
CREATE TABLE retention_choice (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    record_class {text} NOT NULL UNIQUE,
    clock {text} NOT NULL,
    years {int} NOT NULL CHECK (years BETWEEN 1 AND 100),
    reason {text} NOT NULL
) {strict};

-- Nothing about a pupil is disposed of while a hold stands.
CREATE TABLE legal_hold (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL,
    reason {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX legal_hold_by_pupil ON legal_hold (pupil_id);

-- One disposal: approved by one person, carried out by another.
CREATE TABLE disposal (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    record_class {text} NOT NULL,
    rule {text} NOT NULL,
    approved_by {text} NOT NULL,
    approver_id {int},
    approved_on {date} NOT NULL,
    reason {text} NOT NULL,
    withdrawn_on {date},
    released_by {text} NOT NULL,
    released_at {instant},
    -- The end of the trail just before.
    trail_entry {int},
    trail_digest {text} NOT NULL
) {strict};

CREATE TABLE disposal_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    disposal_id {int} NOT NULL REFERENCES disposal (id),
    -- No foreign key: the pupil may be gone.
    pupil_id {int} NOT NULL,
    due_on {date} NOT NULL,
    -- Rows that went; nothing before it is carried out.
    gone {int},
    -- Why this pupil's were kept after all.
    kept_because {text} NOT NULL,
    UNIQUE (disposal_id, pupil_id)
) {strict};
CREATE INDEX disposal_line_by_pupil ON disposal_line (pupil_id);

-- A pupil's file was sent to another school.
CREATE TABLE file_transfer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL,
    sent_to {text} NOT NULL,
    sent_on {date} NOT NULL,
    way {text} NOT NULL,
    confirmed_on {date},
    confirmed_by {text} NOT NULL
) {strict};
CREATE INDEX file_transfer_by_pupil ON file_transfer (pupil_id);

-- Somebody says that something in a pupil's record is wrong.
CREATE TABLE correction_request (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL,
    asked_by {text} NOT NULL,
    what {text} NOT NULL,
    received_on {date} NOT NULL,
    closed_on {date},
    outcome {text} NOT NULL CHECK (outcome IN ('open', 'corrected', 'refused')),
    reason {text} NOT NULL,
    -- What they say about it, shown on the record where we do not agree.
    disagreement {text} NOT NULL
) {strict};
CREATE INDEX correction_request_by_pupil ON correction_request (pupil_id);

-- A complaint about how we use data.
CREATE TABLE data_complaint (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int},
    made_by {text} NOT NULL,
    about {text} NOT NULL,
    received_on {date} NOT NULL,
    acknowledged_on {date},
    closed_on {date},
    answer {text} NOT NULL
) {strict};
CREATE INDEX data_complaint_by_pupil ON data_complaint (pupil_id);
