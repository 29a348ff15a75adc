-- A link by which a council officer sees the pupils on their list, once, with a number told by telephone.

CREATE TABLE council_link (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    council {text} NOT NULL,
    reason {text} NOT NULL,
    made_at {instant} NOT NULL,
    -- The last day on which it may be used.
    until_day {date} NOT NULL,
    used_at {instant},
    ended_at {instant}
) {strict};
CREATE INDEX council_link_by_account ON council_link (account_id);

CREATE TABLE council_link_key (
    digest {text} NOT NULL PRIMARY KEY,
    link_id {int} NOT NULL REFERENCES council_link (id) ON DELETE CASCADE,
    -- What is kept of the six figures.
    kept {text} NOT NULL,
    failures {int} NOT NULL
) {strict};
