-- Tablets of the schools, short PINs on them, and by what device somebody is signed in.

CREATE TABLE school_tablet (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    name {text} NOT NULL,
    enrolled_at {instant} NOT NULL,
    expires_at {instant} NOT NULL,
    ended_at {instant}
) {strict};
CREATE INDEX school_tablet_by_school ON school_tablet (school_id);

-- The key in the tablet's cookie, as a digest.
CREATE TABLE tablet_key (
    digest {text} NOT NULL PRIMARY KEY,
    tablet_id {int} NOT NULL REFERENCES school_tablet (id) ON DELETE CASCADE
) {strict};

-- That an adult has a PIN on a tablet.
CREATE TABLE tablet_pin (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    tablet_id {int} NOT NULL REFERENCES school_tablet (id) ON DELETE CASCADE,
    account_id {int} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    set_at {instant} NOT NULL,
    ended_at {instant},
    -- 'own', 'tries', 'school', 'fresh'
    ended_by {text} NOT NULL
) {strict};
CREATE INDEX tablet_pin_by_tablet ON tablet_pin (tablet_id);
CREATE INDEX tablet_pin_by_account ON tablet_pin (account_id);

-- What is kept of the PIN stands apart from what the trail records.
CREATE TABLE tablet_pin_secret (
    pin_id {int} NOT NULL PRIMARY KEY REFERENCES tablet_pin (id) ON DELETE CASCADE,
    kept {text} NOT NULL,
    -- Wrong tries in a row.
    failures {int} NOT NULL
) {strict};

-- On what somebody signed in, where it matters to what they may do.
CREATE TABLE sign_in_device (
    sign_in_id {int} NOT NULL PRIMARY KEY REFERENCES sign_in (id) ON DELETE CASCADE,
    tablet_id {int} REFERENCES school_tablet (id) ON DELETE CASCADE,
    own_phone {bool} NOT NULL
) {strict};
CREATE INDEX sign_in_device_by_tablet ON sign_in_device (tablet_id);

-- What a school allows about signing in; no row: nothing more than usual.
CREATE TABLE school_access (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL UNIQUE REFERENCES school (id),
    own_phones {bool} NOT NULL
) {strict};
