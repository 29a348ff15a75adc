-- Pupils on somebody's list: referred to a specialist, covered by a supply teacher today, shared with a council.
CREATE TABLE caseload_member (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    account_id {int} NOT NULL,
    pupil_id {int} NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
    reason {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX caseload_member_by_account ON caseload_member (account_id, pupil_id);
CREATE INDEX caseload_member_by_pupil ON caseload_member (pupil_id);

-- Finds the adults of a family among the people who sign in.
CREATE INDEX contact_by_email ON contact (email) WHERE email <> '';
