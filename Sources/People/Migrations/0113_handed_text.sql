-- What was typed about a child's safety in the wrong place: kept for the safeguarding lead of that school alone.
CREATE TABLE handed_text (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Where it was typed.
    form {text} NOT NULL,
    words {text} NOT NULL,
    written_by {text} NOT NULL,
    handed_at {instant} NOT NULL,
    read_by {text} NOT NULL,
    read_at {instant}
) {strict};
CREATE INDEX handed_text_by_school ON handed_text (school_id, read_at);
CREATE INDEX handed_text_by_pupil ON handed_text (pupil_id);

-- Entries of the trail whose values only the safeguarding lead may read. An entry is named by what it made: a
-- version of a row.
CREATE TABLE hidden_entry (
    subject {text} NOT NULL,
    subject_id {int} NOT NULL,
    row_version {int} NOT NULL,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    PRIMARY KEY (subject, subject_id, row_version)
) {strict};
CREATE INDEX hidden_entry_by_pupil ON hidden_entry (pupil_id);
