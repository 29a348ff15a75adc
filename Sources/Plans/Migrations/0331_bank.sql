-- What a trust, a school or a person added to the bank of outcomes and strategies. Nothing in it is about a pupil.
CREATE TABLE bank_entry (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    kind {text} NOT NULL CHECK (kind IN ('outcome', 'strategy')),
    need {text} NOT NULL,
    ages {text} NOT NULL,
    words {text} NOT NULL,
    detail {text} NOT NULL,
    builds_on {text} NOT NULL,
    measure {text} NOT NULL,
    baseline {text} NOT NULL,
    target {text} NOT NULL,
    weeks {int},
    adult_life {text} NOT NULL,
    place {text} NOT NULL CHECK (place IN ('trust', 'school', 'person')),
    school_id {int} REFERENCES school (id),
    account_id {int},
    added_by {text} NOT NULL,
    added_on {date} NOT NULL,
    withdrawn_on {date},
    CHECK ((place = 'school') = (school_id IS NOT NULL)),
    CHECK ((place = 'person') = (account_id IS NOT NULL))
) {strict};
CREATE INDEX bank_entry_by_school ON bank_entry (school_id);

-- How often an entry was taken into a plan, school by school; those that come with Trellis are named by their key.
CREATE TABLE bank_use (
    entry {text} NOT NULL,
    school_id {int} NOT NULL REFERENCES school (id),
    uses {int} NOT NULL,
    PRIMARY KEY (entry, school_id)
) {strict};
