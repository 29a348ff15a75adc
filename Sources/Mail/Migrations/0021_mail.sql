-- Through which server mail leaves: one row, or none where mail is not set up.
CREATE TABLE mail_setting (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    host {text} NOT NULL,
    port {int} NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security {text} NOT NULL CHECK (security IN ('starttls', 'tls', 'none')),
    user_name {text},
    sender {text} NOT NULL,
    public_address {text} NOT NULL,
    -- Certificates to trust besides the machine's own.
    ca_file {text},
    -- Only one row can be.
    one_row {int} NOT NULL DEFAULT 1 UNIQUE CHECK (one_row = 1)
) {strict};

-- The password, encrypted. Apart from its setting, so that the trail holds none.
CREATE TABLE mail_password (
    setting_id {int} NOT NULL PRIMARY KEY REFERENCES mail_setting (id) ON DELETE CASCADE,
    lock_name {text} NOT NULL,
    sealed {bytes} NOT NULL
) {strict};

-- The queue. What a letter says is encrypted, since links open doors, and is gone once the letter is settled.
CREATE TABLE mail_letter (
    id {id},
    letter_key {text} NOT NULL UNIQUE,
    kind {text} NOT NULL,
    recipient {text} NOT NULL,
    message_id {text} NOT NULL UNIQUE,
    posted_at {instant} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'perhaps')),
    due_at {instant} NOT NULL,
    tries {int} NOT NULL DEFAULT 0,
    -- Until when the one who took it for sending may be believed to be at work.
    lease_until {instant},
    settled_at {instant},
    -- What the server said last.
    answer {text},
    lock_name {text},
    sealed {bytes},
    CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (settled_at IS NULL)),
    CHECK ((state IN ('waiting', 'sending')) = (sealed IS NOT NULL))
) {strict};
CREATE INDEX mail_letter_waiting ON mail_letter (due_at) WHERE state = 'waiting';
CREATE INDEX mail_letter_sending ON mail_letter (lease_until) WHERE state = 'sending';
CREATE INDEX mail_letter_settled ON mail_letter (settled_at) WHERE settled_at IS NOT NULL;

-- At which hour in England a person wants the digest; no row or no hour: never.
CREATE TABLE digest_choice (
    account_id {int} NOT NULL PRIMARY KEY,
    hour {int} CHECK (hour BETWEEN 0 AND 23),
    last_on {date}
) {strict};
