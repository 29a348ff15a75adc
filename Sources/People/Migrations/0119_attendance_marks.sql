-- Who was not in school on which half-day, as the school's own attendance register says. That somebody was simply in
-- is not kept, unless it takes the place of a mark that said otherwise.

CREATE TABLE attendance_mark (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    day {date} NOT NULL,
    half_day {text} NOT NULL CHECK (half_day IN ('am', 'pm')),
    code {text} NOT NULL CHECK (length(code) BETWEEN 1 AND 4),
    UNIQUE (pupil_id, school_id, day, half_day)
) {strict};
CREATE INDEX attendance_mark_by_school ON attendance_mark (school_id, day);

-- Of which half-days a register was read in: where it was, nobody's absence is missing because nobody said it.
CREATE TABLE register_day (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    day {date} NOT NULL,
    morning {bool} NOT NULL,
    afternoon {bool} NOT NULL,
    UNIQUE (school_id, day)
) {strict};
