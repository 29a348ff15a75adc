-- Tokens with which other programs ask on behalf of a person. The secret stands apart, as a digest, so that no
-- trail holds it.

CREATE TABLE program_token (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    -- What it may be used for: codes of scopes.
    scopes {text} NOT NULL,
    -- The one school that it is bound to, where it is.
    school_id {int} REFERENCES school (id),
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    ended_at {instant},
    CHECK (expires_at > made_at)
) {strict};
CREATE INDEX program_token_by_account ON program_token (account_id);

CREATE TABLE program_token_key (
    token_id {int} NOT NULL PRIMARY KEY REFERENCES program_token (id) ON DELETE CASCADE,
    digest {text} NOT NULL UNIQUE,
    last_used_at {instant}
) {strict};

-- What a program was answered under a key of its own, so that what is sent again is not done again.
CREATE TABLE kept_answer (
    token_id {int} NOT NULL REFERENCES program_token (id) ON DELETE CASCADE,
    key {text} NOT NULL,
    request {text} NOT NULL,
    status {int} NOT NULL,
    body {text} NOT NULL,
    at {instant} NOT NULL,
    PRIMARY KEY (token_id, key)
) {strict};
CREATE INDEX kept_answer_by_age ON kept_answer (at);
