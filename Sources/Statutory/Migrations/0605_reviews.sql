-- Annual reviews: of an EHC plan, or of top-up funding without one; who is asked, what they wrote, and who was sent what.

CREATE TABLE annual_review (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Three figures of the council that decides.
    la_code {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('plan', 'top-up')),
    is_first {bool} NOT NULL,
    -- The last day on which the council may decide, and how that day was reckoned.
    due_on {date} NOT NULL,
    basis {text} NOT NULL,
    -- The virtual school is asked, and the personal education plan looked at beside it.
    is_looked_after {bool} NOT NULL,
    meeting_on {date},
    meeting_at {text} NOT NULL,
    place {text} NOT NULL,
    chair {text} NOT NULL,
    invited_on {date},
    circulated_on {date},
    held_on {date},
    reported_on {date},
    decided_on {date},
    decision {text} NOT NULL CHECK (decision IN ('', 'keep', 'amend', 'cease')),
    noticed_on {date},
    commented_on {date},
    -- What the plan said before the decision, to be put back where the decision was a slip.
    plan_met_on {date},
    plan_decided_on {date},
    plan_final_on {date},
    -- The meeting about the personal education plan, where the pupil is looked after.
    pep_on {date},
    -- The last thing that the council had to do is done.
    finished_on {date},
    -- It came to an end without that, and why.
    ended_on {date},
    ended_because {text} NOT NULL,
    -- What the council did on a day that is only estimated: it is never called late by that.
    estimated {text} NOT NULL,
    CHECK ((decided_on IS NULL) = (decision = '')),
    CHECK ((ended_on IS NULL) = (ended_because = ''))
) {strict};
CREATE UNIQUE INDEX annual_review_open ON annual_review (pupil_id) WHERE finished_on IS NULL AND ended_on IS NULL;
CREATE INDEX annual_review_by_pupil ON annual_review (pupil_id);
CREATE INDEX annual_review_by_school ON annual_review (school_id, due_on);

CREATE TABLE review_person (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    review_id {int} NOT NULL REFERENCES annual_review (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    role {text} NOT NULL,
    name {text} NOT NULL CHECK (name <> ''),
    email {text} NOT NULL,
    -- Who it is among the contacts of the record, so that what restricts them is asked anew each time. No foreign key: contacts
    -- are disposed of six years before the record of a review, and whoever is no contact any more gets nothing.
    contact_id {int},
    attended {text} NOT NULL CHECK (attended IN ('', 'came', 'words', 'away')),
    removed_on {date}
) {strict};
CREATE INDEX review_person_by_review ON review_person (review_id);
CREATE INDEX review_person_by_pupil ON review_person (pupil_id);
CREATE INDEX review_person_by_contact ON review_person (contact_id);

-- A link without an account. Its secret is nowhere here.
CREATE TABLE review_link (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    person_id {int} NOT NULL REFERENCES review_person (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    made_at {instant} NOT NULL,
    until_day {date} NOT NULL,
    -- When it was last opened with its code.
    opened_at {instant},
    ended_at {instant}
) {strict};
CREATE INDEX review_link_by_person ON review_link (person_id);
CREATE INDEX review_link_by_pupil ON review_link (pupil_id);

-- Digests of the secret, and of the secret with the code behind it.
CREATE TABLE review_link_key (
    digest {text} NOT NULL PRIMARY KEY,
    link_id {int} NOT NULL REFERENCES review_link (id) ON DELETE CASCADE,
    code {text} NOT NULL,
    failures {int} NOT NULL
) {strict};
CREATE INDEX review_link_key_by_link ON review_link_key (link_id);

CREATE TABLE review_contribution (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    person_id {int} NOT NULL UNIQUE REFERENCES review_person (id),
    review_id {int} NOT NULL REFERENCES annual_review (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    well {text} NOT NULL,
    hard {text} NOT NULL,
    wanted {text} NOT NULL,
    more {text} NOT NULL,
    -- From Year 9: preparation for adulthood.
    adulthood {text} NOT NULL,
    given_on {date} NOT NULL,
    -- By link, or who wrote it down for them.
    given_by {text} NOT NULL
) {strict};
CREATE INDEX review_contribution_by_review ON review_contribution (review_id);
CREATE INDEX review_contribution_by_pupil ON review_contribution (pupil_id);

CREATE TABLE review_circulation (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    review_id {int} NOT NULL REFERENCES annual_review (id),
    person_id {int} NOT NULL REFERENCES review_person (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    what {text} NOT NULL CHECK (what IN ('pack', 'report')),
    sent_on {date} NOT NULL,
    -- Why it did not go to them; empty where it did.
    skipped_because {text} NOT NULL
) {strict};
CREATE INDEX review_circulation_by_review ON review_circulation (review_id);
CREATE INDEX review_circulation_by_person ON review_circulation (person_id);
CREATE INDEX review_circulation_by_pupil ON review_circulation (pupil_id);
