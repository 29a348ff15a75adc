-- Calendars by a secret link; what a council was told in one summary; who agrees that its figures may be published.

CREATE TABLE calendar_link (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL,
    -- What is kept of the secret: its SHA-256. Whoever reads the database learns no link.
    secret_sha256 {text} NOT NULL UNIQUE CHECK (length(secret_sha256) = 64),
    made_at {instant} NOT NULL,
    -- Whether pupils' names stand in it: only where the person chose so.
    shows_names {bool} NOT NULL,
    ended_at {instant}
) {strict};
CREATE INDEX calendar_link_by_account ON calendar_link (account_id);

-- That one courteous summary of what is owed went to somebody at a council. Its text is not kept: the duties are.
CREATE TABLE council_summary (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    la_code {text} NOT NULL CHECK (la_code <> ''),
    officer {text} NOT NULL CHECK (officer <> ''),
    school_id {int} NOT NULL REFERENCES school (id),
    sent_on {date} NOT NULL,
    sent_by {text} NOT NULL,
    -- How many duties it told of.
    number {int} NOT NULL
) {strict};
CREATE INDEX council_summary_by_council ON council_summary (la_code, sent_on);

-- The trust's SEND lead and a head each agree for themselves, about one council and one school year.
CREATE TABLE figures_agreement (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    la_code {text} NOT NULL CHECK (la_code <> ''),
    academic_year {int} NOT NULL,
    part {text} NOT NULL CHECK (part IN ('trust-lead', 'head')),
    account_id {int},
    who {text} NOT NULL,
    agreed_on {date} NOT NULL,
    -- What was agreed to, as it stood on that day: later figures are others.
    cases {int} NOT NULL,
    children {int} NOT NULL,
    duties {int} NOT NULL,
    late {int} NOT NULL,
    middle {int} NOT NULL,
    figures_on {date} NOT NULL,
    ended_on {date}
) {strict};
CREATE INDEX figures_agreement_by_council ON figures_agreement (la_code, academic_year);
