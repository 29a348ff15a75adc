-- Papers of a pupil that somebody outside the school may look at until a day, by a link and a code.

CREATE TABLE paper_share (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    name {text} NOT NULL CHECK (name <> '' AND LENGTH(name) <= 120),
    organisation {text} NOT NULL CHECK (LENGTH(organisation) <= 200),
    -- On what ground: whose consent, or what duty.
    because {text} NOT NULL CHECK (because <> '' AND LENGTH(because) <= 1000),
    made_on {date} NOT NULL,
    made_by {text} NOT NULL,
    -- The last day on which it opens.
    until_day {date} NOT NULL,
    link_made_at {instant},
    ended_at {instant}
) {strict};
CREATE INDEX paper_share_by_pupil ON paper_share (pupil_id);
CREATE INDEX paper_share_by_school ON paper_share (school_id, until_day);

CREATE TABLE shared_paper (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    share_id {int} NOT NULL REFERENCES paper_share (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    paper_id {int} NOT NULL REFERENCES paper (id),
    UNIQUE (share_id, paper_id)
) {strict};
CREATE INDEX shared_paper_by_pupil ON shared_paper (pupil_id);
CREATE INDEX shared_paper_by_paper ON shared_paper (paper_id);

-- Every look of the one it is shared with: at the list, where no paper is named, or at a paper.
CREATE TABLE shared_look (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    share_id {int} NOT NULL REFERENCES paper_share (id),
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    paper_id {int} REFERENCES paper (id),
    looked_at {instant} NOT NULL
) {strict};
CREATE INDEX shared_look_by_share ON shared_look (share_id, id);
CREATE INDEX shared_look_by_pupil ON shared_look (pupil_id);
CREATE INDEX shared_look_by_paper ON shared_look (paper_id);

-- Digests of the secret, and of the secret with the code behind it.
CREATE TABLE paper_share_key (
    digest {text} NOT NULL PRIMARY KEY,
    link_id {int} NOT NULL REFERENCES paper_share (id) ON DELETE CASCADE,
    code {text} NOT NULL,
    failures {int} NOT NULL
) {strict};
CREATE INDEX paper_share_key_by_link ON paper_share_key (link_id);
