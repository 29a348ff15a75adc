-- Papers: files about a pupil or a school. The file itself lies encrypted in the data folder, under a name that says nothing.
-- A paper that was withdrawn keeps its row, with when and why; its file is gone.

CREATE TABLE paper (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} REFERENCES pupil (id),
    school_id {int} REFERENCES school (id),
    title {text} NOT NULL CHECK (title <> ''),
    topic {text} NOT NULL,
    file_name {text} NOT NULL,
    kind {text} NOT NULL,
    bytes {int} NOT NULL CHECK (bytes > 0),
    sha256 {text} NOT NULL CHECK (length(sha256) = 64),
    stored_as {text} NOT NULL UNIQUE CHECK (length(stored_as) = 32),
    added_at {instant} NOT NULL,
    withdrawn_at {instant},
    withdrawn_because {text} NOT NULL,
    CHECK (pupil_id IS NOT NULL OR school_id IS NOT NULL),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_because = ''))
) {strict};

CREATE INDEX paper_of_pupil ON paper (pupil_id);
CREATE INDEX paper_of_school ON paper (school_id);
