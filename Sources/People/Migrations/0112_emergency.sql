-- What every adult in a school must know of a pupil in an emergency: what to look for, what to do.
CREATE TABLE emergency_line (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    kind {text} NOT NULL,
    look_for {text} NOT NULL,
    what_to_do {text} NOT NULL,
    medicine {text} NOT NULL,
    who_to_call {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX emergency_line_by_pupil ON emergency_line (pupil_id);
