-- A campaign of screening: which test, for whom, when, who tests; why somebody was not tested; what came of results below the cut-off.

CREATE TABLE screening_campaign (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    name {text} NOT NULL,
    instrument_id {int} NOT NULL REFERENCES instrument (id),
    -- The window: a result counts when it was taken from the first day to the last.
    starts {date} NOT NULL,
    ends {date} NOT NULL,
    -- Year groups with spaces between, in the academic year of the window; empty where classes are named.
    years {text} NOT NULL,
    -- Who tests, in words.
    testers {text} NOT NULL,
    made_by {text} NOT NULL,
    made_on {date} NOT NULL,
    closed_on {date},
    closed_by {text} NOT NULL,
    closing_words {text} NOT NULL,
    CHECK (ends >= starts)
) {strict};
CREATE INDEX screening_campaign_by_window ON screening_campaign (ends);

-- Where it is: a school, or one class of a school.
CREATE TABLE screening_place (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    campaign_id {int} NOT NULL REFERENCES screening_campaign (id),
    school_id {int} NOT NULL REFERENCES school (id),
    class_id {int} REFERENCES school_class (id),
    UNIQUE (campaign_id, school_id, class_id)
) {strict};
CREATE INDEX screening_place_by_school ON screening_place (school_id, campaign_id);

-- Who tests, from the lists of staff.
CREATE TABLE screening_tester (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    campaign_id {int} NOT NULL REFERENCES screening_campaign (id),
    staff_id {int} NOT NULL REFERENCES staff (id),
    UNIQUE (campaign_id, staff_id)
) {strict};
CREATE INDEX screening_tester_by_staff ON screening_tester (staff_id);

-- Why a pupil has no result. A result says more than any row here.
CREATE TABLE screening_status (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    campaign_id {int} NOT NULL REFERENCES screening_campaign (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    status {text} NOT NULL CHECK (status IN ('not_yet', 'absent', 'moved', 'opted_out', 'not_suitable')),
    note {text} NOT NULL,
    set_by {text} NOT NULL,
    set_on {date} NOT NULL,
    UNIQUE (campaign_id, pupil_id, school_id)
) {strict};
CREATE INDEX screening_status_by_pupil ON screening_status (pupil_id);

-- What came of a result below the cut-off.
CREATE TABLE screening_follow_up (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    campaign_id {int} NOT NULL REFERENCES screening_campaign (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    outcome {text} NOT NULL CHECK (outcome IN ('concern', 'provision', 'referral', 'covered', 'nothing')),
    words {text} NOT NULL,
    -- When the provision or the referral began.
    begins {date},
    -- Of a pupil with English as an additional language: how the home language is.
    home_language {text} NOT NULL CHECK (home_language IN ('', 'both', 'english', 'unclear')),
    home_words {text} NOT NULL,
    -- Whether the need was known before the test.
    known_school {text} NOT NULL CHECK (known_school IN ('yes', 'no', 'unclear')),
    known_family {text} NOT NULL CHECK (known_family IN ('yes', 'no', 'unclear')),
    concern_id {int} REFERENCES concern (id),
    decided_by {text} NOT NULL,
    decided_on {date} NOT NULL,
    UNIQUE (campaign_id, pupil_id)
) {strict};
CREATE INDEX screening_follow_up_by_pupil ON screening_follow_up (pupil_id);
CREATE INDEX screening_follow_up_by_concern ON screening_follow_up (concern_id);

-- That somebody wrote a campaign's results to a file. Who and when stand in the trail.
CREATE TABLE screening_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} REFERENCES school (id),
    format {text} NOT NULL,
    pupils {int} NOT NULL
) {strict};

-- A campaign asks for whole year groups of many schools at once.
CREATE INDEX pupil_year_by_year ON pupil_year (school_id, academic_year, year, pupil_id);
