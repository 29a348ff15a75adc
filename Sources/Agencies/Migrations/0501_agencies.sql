-- Which agencies help pupils, to which council or health body each belongs, and how to refer to it.

CREATE TABLE health_body (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    name {text} NOT NULL CHECK (name <> ''),
    kind {text} NOT NULL CHECK (kind IN ('board', 'provider')),
    -- The places whose children it is for, in words.
    area {text} NOT NULL,
    contact {text} NOT NULL,
    note {text} NOT NULL,
    -- The last day on which it was there.
    ends {date},
    ended_because {text} NOT NULL
) {strict};

CREATE TABLE agency (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Whose entry it is: null for every school of the trust.
    school_id {int} REFERENCES school (id),
    name {text} NOT NULL CHECK (name <> ''),
    kind {text} NOT NULL,
    -- The council whose children it is for; empty where it is bound to none.
    la_code {text} NOT NULL,
    health_body_id {int} REFERENCES health_body (id),
    how {text} NOT NULL,
    form {text} NOT NULL,
    threshold {text} NOT NULL,
    website {text} NOT NULL,
    email {text} NOT NULL,
    phone {text} NOT NULL,
    -- Within how many days it usually answers; null where nobody knows.
    usual_days {int} CHECK (usual_days BETWEEN 1 AND 400),
    note {text} NOT NULL,
    -- When somebody last asked whether all this is still so.
    checked_on {date},
    ends {date},
    ended_because {text} NOT NULL
) {strict};
CREATE INDEX agency_by_school ON agency (school_id);

CREATE TABLE agency_person (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    agency_id {int} NOT NULL REFERENCES agency (id),
    name {text} NOT NULL CHECK (name <> ''),
    role {text} NOT NULL,
    email {text} NOT NULL,
    phone {text} NOT NULL,
    note {text} NOT NULL,
    -- Their last day there.
    ends {date}
) {strict};
CREATE INDEX agency_person_by_agency ON agency_person (agency_id);
