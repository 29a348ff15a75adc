-- A specialist is asked by a link whether the school's summary of their advice is fair.

CREATE TABLE advice_link (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    advice_id {int} NOT NULL REFERENCES advice (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Who is asked.
    name {text} NOT NULL CHECK (name <> ''),
    made_at {instant} NOT NULL,
    until_day {date} NOT NULL,
    -- When it was last opened with its code.
    opened_at {instant},
    ended_at {instant}
) {strict};
CREATE INDEX advice_link_by_advice ON advice_link (advice_id);
CREATE INDEX advice_link_by_pupil ON advice_link (pupil_id);

-- Digests of the secret, and of the secret with the code behind it.
CREATE TABLE advice_link_key (
    digest {text} NOT NULL PRIMARY KEY,
    link_id {int} NOT NULL REFERENCES advice_link (id) ON DELETE CASCADE,
    code {text} NOT NULL,
    failures {int} NOT NULL
) {strict};
CREATE INDEX advice_link_key_by_link ON advice_link_key (link_id);

CREATE TABLE advice_answer (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    advice_id {int} NOT NULL REFERENCES advice (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    name {text} NOT NULL CHECK (name <> ''),
    given_on {date} NOT NULL,
    fair {bool} NOT NULL,
    words {text} NOT NULL CHECK (LENGTH(words) <= 5000),
    -- Which version of the summary they had before them.
    about_version {int} NOT NULL,
    -- Until somebody of the school has read it, Today says so.
    read_on {date},
    read_by {text} NOT NULL
) {strict};
CREATE INDEX advice_answer_by_advice ON advice_answer (advice_id);
CREATE INDEX advice_answer_by_pupil ON advice_answer (pupil_id);
CREATE INDEX advice_answer_by_school ON advice_answer (school_id, read_on);
