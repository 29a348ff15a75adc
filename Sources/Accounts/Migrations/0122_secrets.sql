-- Wrong tries at passwords and codes: at an account from a place, at an account from everywhere, from a place.
CREATE TABLE sign_in_try (
    -- A digest: neither mail addresses nor network addresses are kept.
    subject {text} NOT NULL PRIMARY KEY,
    failures {int} NOT NULL,
    first_at {instant} NOT NULL,
    last_at {instant} NOT NULL,
    -- When the right password was last given from there.
    succeeded_at {instant}
) {strict};
CREATE INDEX sign_in_try_by_time ON sign_in_try (last_at);
