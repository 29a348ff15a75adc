-- Who may sign in, which roles they play, and where they are signed in. Secrets stand apart from what the
-- trail records, so that no password's hash ever gets into it.

CREATE TABLE account (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    name {text} NOT NULL,
    email {text} NOT NULL,
    -- Folded, so that nobody has two.
    email_key {text} NOT NULL UNIQUE,
    password_since {date},
    second_factor_since {date},
    -- The last day on which this person may sign in.
    ends {date}
) {strict};

CREATE TABLE account_secret (
    account_id {int} NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    password {text},
    -- Encrypted with the key ring.
    second_factor {text},
    -- Waits for its first right code.
    second_factor_new {text},
    -- The last half minute whose code was used, so that no code works twice (RFC 6238, section 5.2).
    second_factor_step {int} NOT NULL DEFAULT 0
) {strict};

CREATE TABLE recovery_code (
    id {id},
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kept {text} NOT NULL
) {strict};
CREATE INDEX recovery_code_by_account ON recovery_code (account_id);

-- Browsers in which the second factor was given lately.
CREATE TABLE remembered_device (
    digest {text} NOT NULL PRIMARY KEY,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device {text} NOT NULL,
    made_at {instant} NOT NULL,
    expires_at {instant} NOT NULL
) {strict};
CREATE INDEX remembered_device_by_account ON remembered_device (account_id);

-- A role that a person plays, where, and from which day to which.
CREATE TABLE appointment (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role {text} NOT NULL,
    school_id {int} REFERENCES school (id),
    staff_id {int} REFERENCES staff (id),
    -- Numbers of classes or codes of years, where the role is bound to some.
    classes {text} NOT NULL,
    years {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX appointment_by_account ON appointment (account_id);
CREATE INDEX appointment_by_school ON appointment (school_id);

-- That somebody is family of a pupil: as a parent who may look, or as a member of staff who then may not.
CREATE TABLE family_tie (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    pupil_id {int} NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
    kind {text} NOT NULL CHECK (kind IN ('parent', 'self', 'other')),
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX family_tie_by_account ON family_tie (account_id);
CREATE INDEX family_tie_by_pupil ON family_tie (pupil_id);

-- What the trust has taken away from a role. It can take away, never add.
CREATE TABLE role_limit (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    role {text} NOT NULL,
    permission {text} NOT NULL,
    UNIQUE (role, permission)
) {strict};

-- A one-time link, kept only as a digest.
CREATE TABLE invitation (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at {instant} NOT NULL,
    used_at {instant},
    withdrawn_at {instant}
) {strict};
CREATE INDEX invitation_by_account ON invitation (account_id);

CREATE TABLE invitation_key (
    digest {text} NOT NULL PRIMARY KEY,
    invitation_id {int} NOT NULL REFERENCES invitation (id) ON DELETE CASCADE
) {strict};

-- Each time that somebody signed in: how, from where, until when.
CREATE TABLE sign_in (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    way {text} NOT NULL,
    place {text} NOT NULL,
    device {text} NOT NULL,
    shared {bool} NOT NULL,
    at {instant} NOT NULL,
    ended_at {instant}
) {strict};
CREATE INDEX sign_in_by_account ON sign_in (account_id, id);

-- The key in the browser's cookie, as a digest. It changes while somebody works.
CREATE TABLE session_key (
    digest {text} NOT NULL PRIMARY KEY,
    sign_in_id {int} NOT NULL REFERENCES sign_in (id) ON DELETE CASCADE,
    -- What is still asked for before anything is shown: 'code', 'enrol' or nothing.
    waits_for {text} NOT NULL,
    -- Stands in every form, and stays when the key changes.
    form_key {text} NOT NULL,
    made_at {instant} NOT NULL,
    last_at {instant} NOT NULL,
    -- After a change of keys the old one is good for a moment more.
    dies_at {instant} NOT NULL
) {strict};
CREATE INDEX session_key_by_sign_in ON session_key (sign_in_id);

-- Records opened with a reason, for a time.
CREATE TABLE opened_record (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL REFERENCES account (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
    kind {text} NOT NULL CHECK (kind IN ('reason', 'emergency')),
    reason {text} NOT NULL,
    starts_at {instant} NOT NULL,
    ends_at {instant} NOT NULL,
    seen_by {text} NOT NULL,
    seen_at {instant}
) {strict};
CREATE INDEX opened_record_by_account ON opened_record (account_id, ends_at);
CREATE INDEX opened_record_by_pupil ON opened_record (pupil_id);
