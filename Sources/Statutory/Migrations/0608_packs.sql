-- What each council asks for: where papers go, how large they may be, its steps, and its own forms.

CREATE TABLE council_pack (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    la_code {text} NOT NULL UNIQUE CHECK (LENGTH(la_code) = 3),
    -- The office that deals with these papers.
    office {text} NOT NULL CHECK (LENGTH(office) <= 200),
    email {text} NOT NULL CHECK (LENGTH(email) <= 200),
    phone {text} NOT NULL CHECK (LENGTH(phone) <= 100),
    -- Others whom one may ask, one to a line.
    contacts {text} NOT NULL CHECK (LENGTH(contacts) <= 4000),
    portal {text} NOT NULL CHECK (LENGTH(portal) <= 500),
    sending {text} NOT NULL CHECK (LENGTH(sending) <= 2000),
    -- In megabytes; nothing where nobody has said.
    file_mb {int} CHECK (file_mb BETWEEN 1 AND 1000),
    all_mb {int} CHECK (all_mb BETWEEN 1 AND 1000),
    steps {text} NOT NULL CHECK (LENGTH(steps) <= 10000),
    thresholds {text} NOT NULL CHECK (LENGTH(thresholds) <= 10000),
    -- The day on which somebody last held all of this against what the council says.
    checked_on {date},
    changed_by {text} NOT NULL CHECK (LENGTH(changed_by) <= 400),
    changed_on {date} NOT NULL
) {strict};

-- A version of a form. The earlier ones are kept; the file itself lies in pack_file, and its sum here, in the trail.
CREATE TABLE pack_form (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    la_code {text} NOT NULL CHECK (LENGTH(la_code) = 3),
    kind {text} NOT NULL CHECK (kind IN ('request', 'review', 'reply', 'early-help', 'other')),
    title {text} NOT NULL CHECK (LENGTH(title) BETWEEN 1 AND 150),
    file_name {text} NOT NULL CHECK (LENGTH(file_name) <= 200),
    size {int} NOT NULL CHECK (size BETWEEN 1 AND 5242880),
    sha256 {text} NOT NULL CHECK (LENGTH(sha256) = 64),
    added_by {text} NOT NULL CHECK (LENGTH(added_by) <= 400),
    added_on {date} NOT NULL,
    -- Nothing while it was checked and nobody has said from when it is used.
    use_from {date},
    ended_on {date}
) {strict};
CREATE INDEX pack_form_by_council ON pack_form (la_code, kind, use_from);

CREATE TABLE pack_file (
    form_id {int} PRIMARY KEY REFERENCES pack_form (id),
    content {bytes} NOT NULL
) {strict};

-- That a form was filled from a pupil's record, and how much it left empty. The words are not kept: the file is the school's.
CREATE TABLE form_fill (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    la_code {text} NOT NULL CHECK (LENGTH(la_code) <= 3),
    kind {text} NOT NULL CHECK (kind IN ('request', 'review', 'reply', 'early-help', 'other')),
    matter_row {int} NOT NULL,
    -- Nothing where it is one of our own forms.
    form_id {int} REFERENCES pack_form (id),
    title {text} NOT NULL CHECK (LENGTH(title) <= 150),
    made_as {text} NOT NULL CHECK (made_as IN ('word', 'pdf', 'paper')),
    empty_fields {int} NOT NULL CHECK (empty_fields >= 0),
    paper_id {int} REFERENCES paper (id),
    filled_by {text} NOT NULL CHECK (LENGTH(filled_by) <= 400),
    filled_on {date} NOT NULL
) {strict};
CREATE INDEX form_fill_by_pupil ON form_fill (pupil_id, kind, matter_row);
CREATE INDEX form_fill_by_form ON form_fill (form_id);
CREATE INDEX form_fill_by_paper ON form_fill (paper_id);
