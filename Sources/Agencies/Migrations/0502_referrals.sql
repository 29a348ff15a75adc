-- What was asked of an agency for a pupil, each step of it, and the consent that it rests on.

CREATE TABLE referral (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    agency_id {int} NOT NULL REFERENCES agency (id),
    reason {text} NOT NULL,
    wanted {text} NOT NULL,
    drafted_by {text} NOT NULL,
    drafted_on {date} NOT NULL,
    -- From which concern, result or review it began; empty and null where it began by itself.
    origin {text} NOT NULL CHECK (origin IN ('', 'concern', 'result', 'review')),
    origin_row {int},
    -- Where it stands since which day: the latest step, kept here for lists.
    state {text} NOT NULL,
    since {date} NOT NULL,
    sent_on {date},
    seen_on {date},
    -- By when the agency said it sees the pupil.
    expected_on {date}
) {strict};
CREATE INDEX referral_by_pupil ON referral (pupil_id);
CREATE INDEX referral_by_school ON referral (school_id, state);
CREATE INDEX referral_by_agency ON referral (agency_id, seen_on);

CREATE TABLE agency_consent (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    agency_id {int} NOT NULL REFERENCES agency (id),
    -- The one referral that an exception serves; consent is for all of an agency.
    referral_id {int} REFERENCES referral (id),
    -- On what sharing rests: consent, or what allows it without.
    basis {text} NOT NULL CHECK (basis IN ('consent', 'safeguarding', 'law')),
    -- Who gave it; of an exception, who decided.
    given_by {text} NOT NULL CHECK (given_by <> ''),
    way {text} NOT NULL CHECK (way IN ('form', 'written', 'spoken', 'none')),
    given_on {date} NOT NULL,
    -- The last day on which it holds.
    until_day {date} NOT NULL,
    -- What may be shared; of an exception, why.
    words {text} NOT NULL,
    recorded_by {text} NOT NULL,
    ended_on {date},
    ended_because {text} NOT NULL,
    CHECK (until_day >= given_on),
    CHECK ((basis = 'consent') = (referral_id IS NULL))
) {strict};
CREATE INDEX agency_consent_by_pupil ON agency_consent (pupil_id, agency_id);

CREATE TABLE referral_step (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    referral_id {int} NOT NULL REFERENCES referral (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    state {text} NOT NULL,
    happened_on {date} NOT NULL,
    who {text} NOT NULL,
    words {text} NOT NULL
) {strict};
CREATE INDEX referral_step_by_referral ON referral_step (referral_id);
CREATE INDEX referral_step_by_pupil ON referral_step (pupil_id);

-- Which papers of the record go along.
CREATE TABLE referral_paper (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    referral_id {int} NOT NULL REFERENCES referral (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    paper_id {int} NOT NULL REFERENCES paper (id),
    UNIQUE (referral_id, paper_id)
) {strict};
CREATE INDEX referral_paper_by_pupil ON referral_paper (pupil_id);
