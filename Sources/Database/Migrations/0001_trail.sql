-- The trail: who changed what, when, by which way. Rows are chained by digests; the values stand apart,
-- so that a lawful disposal can blank them and leave the chain whole.
CREATE TABLE trail (
    id {int} NOT NULL PRIMARY KEY,
    at {instant} NOT NULL,
    account_id {int},
    who {text} NOT NULL,
    way {text} NOT NULL,
    event {text} NOT NULL,
    subject {text} NOT NULL,
    subject_id {int} NOT NULL,
    -- The version of the row that this made; of a row taken out, one more than it last had.
    row_version {int} NOT NULL,
    pupil_id {int},
    school_id {int},
    receipt_id {int},
    -- The entry that this one takes back.
    undoes_id {int},
    value_digest {bytes} NOT NULL,
    digest {bytes} NOT NULL
) {strict};

CREATE INDEX trail_by_pupil ON trail (pupil_id, id);
CREATE INDEX trail_by_subject ON trail (subject, subject_id, id);
CREATE INDEX trail_by_receipt ON trail (receipt_id, id) WHERE receipt_id IS NOT NULL;
CREATE INDEX trail_by_undone ON trail (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TABLE trail_value (
    trail_id {int} NOT NULL PRIMARY KEY REFERENCES trail (id),
    salt {bytes},
    before {text},
    after {text},
    reason {text}
) {strict};

-- The end of the chain: one row, locked while a change is written.
CREATE TABLE trail_head (
    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
    last {int} NOT NULL,
    digest {bytes}
) {strict};

INSERT INTO trail_head (id, last, digest) VALUES (1, 0, NULL);
