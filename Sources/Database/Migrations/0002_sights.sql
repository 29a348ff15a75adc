-- From where a change came. Entries older than this step have none, and their digests stay what they were.
ALTER TABLE trail ADD COLUMN origin {text};

-- Who looked at which children's records: a chain of its own, so that looking does not move the end of the trail.
CREATE TABLE sight (
    id {int} NOT NULL PRIMARY KEY,
    at {instant} NOT NULL,
    account_id {int},
    who {text} NOT NULL,
    -- Address and device.
    origin {text} NOT NULL,
    way {text} NOT NULL,
    -- The pattern of the route, never an address with a name in it.
    page {text} NOT NULL,
    purpose {text} NOT NULL,
    -- The numbers of the pupils, ascending, with commas between.
    pupils {text} NOT NULL,
    digest {bytes} NOT NULL
) {strict};

CREATE INDEX sight_by_account ON sight (account_id, id) WHERE account_id IS NOT NULL;

-- The same numbers once more, so that "who looked at this child" is one look-up. It points to `sight` without a
-- foreign key: each row of a list would pay for that, and the check of the trail holds the two against each other.
CREATE TABLE sight_pupil (
    pupil_id {int} NOT NULL,
    sight_id {int} NOT NULL,
    PRIMARY KEY (pupil_id, sight_id)
) {keyed};

CREATE TABLE sight_head (
    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
    last {int} NOT NULL,
    digest {bytes}
) {strict};

INSERT INTO sight_head (id, last, digest) VALUES (1, 0, NULL);

-- Each lawful disposal of old sights: up to which one they went, and its digest, on which the chain now stands.
CREATE TABLE sight_base (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    before {date} NOT NULL,
    last {int} NOT NULL,
    digest {bytes} NOT NULL
) {strict};

-- The ends of both chains as they stood on a day, signed with a key that lies elsewhere.
CREATE TABLE trail_seal (
    id {int} NOT NULL PRIMARY KEY,
    day {date} NOT NULL UNIQUE,
    at {instant} NOT NULL,
    trail_last {int} NOT NULL,
    trail_digest {bytes},
    sight_last {int} NOT NULL,
    sight_digest {bytes},
    -- The public half of the key, by which anybody can check the signature.
    public_key {bytes} NOT NULL,
    signature {bytes} NOT NULL
) {strict};
