-- Consultations from a council about a child who is no pupil: held apart from pupils, never on roll.

CREATE TABLE consultation (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    -- Only once the child is admitted and on roll: then it is part of the pupil's file.
    pupil_id {int} REFERENCES pupil (id),
    -- The child's details are emptied when their time is over; the days stay for figures.
    forename {text} NOT NULL CHECK (LENGTH(forename) <= 100),
    surname {text} NOT NULL CHECK (LENGTH(surname) <= 100),
    birth {date},
    current_school {text} NOT NULL CHECK (LENGTH(current_school) <= 200),
    year {text} NOT NULL CHECK (LENGTH(year) <= 12),
    la_code {text} NOT NULL CHECK (LENGTH(la_code) = 3),
    officer {text} NOT NULL CHECK (LENGTH(officer) <= 120),
    reference {text} NOT NULL CHECK (LENGTH(reference) <= 60),
    needs {text} NOT NULL CHECK (LENGTH(needs) <= 10000),
    asked {text} NOT NULL CHECK (LENGTH(asked) <= 5000),
    -- The family asked for this school (s.38), or the council proposes it (s.40).
    basis {text} NOT NULL CHECK (basis IN ('family', 'council', 'unsaid')),
    came_on {date} NOT NULL,
    own_day {date},
    logged_by {text} NOT NULL,
    answer {text} NOT NULL CHECK (answer IN ('', 'can', 'canIf', 'grounds', 'information')),
    conditions {text} NOT NULL CHECK (LENGTH(conditions) <= 5000),
    unsuitable {text} NOT NULL CHECK (LENGTH(unsuitable) <= 5000),
    others {text} NOT NULL CHECK (LENGTH(others) <= 5000),
    resources {text} NOT NULL CHECK (LENGTH(resources) <= 5000),
    steps {text} NOT NULL CHECK (LENGTH(steps) <= 5000),
    evidence {text} NOT NULL CHECK (LENGTH(evidence) <= 5000),
    information {text} NOT NULL CHECK (LENGTH(information) <= 5000),
    information_by {date},
    added {text} NOT NULL CHECK (LENGTH(added) <= 5000),
    -- Why it goes although Trellis warned.
    why {text} NOT NULL CHECK (LENGTH(why) <= 2000),
    agreed_by {text} NOT NULL CHECK (LENGTH(agreed_by) <= 120),
    sent_on {date},
    sent_by {text} NOT NULL,
    ending {text} NOT NULL CHECK (ending IN ('', 'withdrawn', 'elsewhere', 'named', 'admitted', 'unknown')),
    ended_on {date},
    disposed_on {date},
    CHECK ((ending = '') = (ended_on IS NULL)),
    CHECK (pupil_id IS NULL OR ending = 'admitted')
) {strict};
CREATE INDEX consultation_by_school ON consultation (school_id, ended_on);
CREATE INDEX consultation_by_pupil ON consultation (pupil_id);

-- Who looked: the log of sights is of pupils, and this child is none. One row for a person and day.
CREATE TABLE consultation_look (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    consultation_id {int} NOT NULL REFERENCES consultation (id),
    school_id {int} NOT NULL REFERENCES school (id),
    looked_on {date} NOT NULL,
    who {text} NOT NULL,
    UNIQUE (consultation_id, looked_on, who)
) {strict};

-- The figures of a reply: as they were on the day it went, or put right by hand before. Counts alone, so they stay when the child's details go.
CREATE TABLE consultation_figures (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    consultation_id {int} NOT NULL UNIQUE REFERENCES consultation (id),
    school_id {int} NOT NULL REFERENCES school (id),
    reckoned_on {date} NOT NULL,
    capacity {int},
    roll {int} NOT NULL,
    plans {int} NOT NULL,
    support {int} NOT NULL,
    in_year {int} NOT NULL,
    plans_in_year {int} NOT NULL,
    support_in_year {int} NOT NULL,
    in_bases {int} NOT NULL,
    base_places {int},
    -- A need and its count to a line.
    needs {text} NOT NULL CHECK (LENGTH(needs) <= 2000),
    changed_by {text} NOT NULL,
    why {text} NOT NULL CHECK (LENGTH(why) <= 500)
) {strict};
