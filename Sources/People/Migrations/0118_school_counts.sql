-- What reports of the school's own system count: attendance, suspensions, behaviour, each for a pupil and some days.

CREATE TABLE attendance_total (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    starts {date} NOT NULL,
    ends {date} NOT NULL,
    possible {int} NOT NULL,
    attended {int} NOT NULL,
    authorised {int},
    unauthorised {int},
    late {int},
    CHECK (ends >= starts),
    CHECK (attended >= 0 AND attended <= possible),
    UNIQUE (pupil_id, school_id, starts)
) {strict};
CREATE INDEX attendance_total_by_school ON attendance_total (school_id, starts);

CREATE TABLE suspension (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL CHECK (kind IN ('suspension', 'exclusion')),
    starts {date} NOT NULL,
    ends {date},
    sessions {int},
    reason {text} NOT NULL,
    CHECK (ends IS NULL OR ends >= starts),
    UNIQUE (pupil_id, school_id, kind, starts)
) {strict};
CREATE INDEX suspension_by_school ON suspension (school_id, starts);

CREATE TABLE behaviour_total (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date} NOT NULL,
    number {int} NOT NULL,
    CHECK (ends >= starts),
    CHECK (number >= 0),
    UNIQUE (pupil_id, school_id, kind, starts)
) {strict};
CREATE INDEX behaviour_total_by_school ON behaviour_total (school_id, starts);
