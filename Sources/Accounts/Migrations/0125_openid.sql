-- Signing in through another system by OpenID Connect. Secrets stand apart from what the trail records.

CREATE TABLE sign_in_provider (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- As it stands on the button: 'Microsoft', 'Google', the trust's own words.
    name {text} NOT NULL,
    issuer {text} NOT NULL UNIQUE,
    client_id {text} NOT NULL,
    -- Mail domains, with blanks between, whose people may come this way.
    domains {text} NOT NULL,
    -- Whether it asks for a second factor itself.
    asks_second_factor {bool} NOT NULL,
    -- The last day on which it is used.
    ends {date}
) {strict};

CREATE TABLE sign_in_provider_secret (
    provider_id {int} NOT NULL PRIMARY KEY REFERENCES sign_in_provider (id) ON DELETE CASCADE,
    -- Encrypted with the key ring.
    secret {text} NOT NULL
) {strict};

-- Who gets an account and which role, when they come for the first time.
CREATE TABLE sign_in_rule (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    provider_id {int} NOT NULL REFERENCES sign_in_provider (id) ON DELETE CASCADE,
    -- One of the provider's domains, and a group or app role that the provider names; empty for everybody of the domain.
    domain {text} NOT NULL,
    group_name {text} NOT NULL,
    role {text} NOT NULL,
    school_id {int} REFERENCES school (id),
    ends {date}
) {strict};
CREATE INDEX sign_in_rule_by_provider ON sign_in_rule (provider_id);

-- Which account a person of a provider has. The subject never changes, a mail address may.
CREATE TABLE sign_in_subject (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    issuer {text} NOT NULL,
    subject {text} NOT NULL,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    UNIQUE (issuer, subject),
    UNIQUE (issuer, account_id)
) {strict};
CREATE INDEX sign_in_subject_by_account ON sign_in_subject (account_id);

-- Somebody has been sent to a provider and is expected back. Gone when they come, or after ten minutes.
CREATE TABLE sign_in_errand (
    -- The digest of what the provider must send back.
    state {text} NOT NULL PRIMARY KEY,
    provider_id {int} NOT NULL REFERENCES sign_in_provider (id) ON DELETE CASCADE,
    next {text} NOT NULL,
    made_at {instant} NOT NULL
) {strict};
