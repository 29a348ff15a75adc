-- Notes of talks with families and colleagues, and what anybody has to do by a day.

CREATE TABLE note (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    way {text} NOT NULL CHECK (way IN ('call', 'mail', 'meeting', 'document')),
    party {text} NOT NULL CHECK (party IN ('family', 'colleague', 'outside')),
    offer {text} NOT NULL CHECK (offer IN ('held', 'declined', 'unanswered')),
    happened_on {date} NOT NULL,
    who {text} NOT NULL,
    words {text} NOT NULL,
    written_by {text} NOT NULL,
    written_by_account {int},
    withdrawn_on {date},
    CHECK (offer = 'held' OR way = 'meeting')
) {strict};
CREATE INDEX note_by_pupil ON note (pupil_id, happened_on);
CREATE INDEX note_by_school ON note (school_id, happened_on);

-- The one kind of task of all areas. It comes from a row of some table, or from nowhere.
CREATE TABLE action (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    pupil_id {int} REFERENCES pupil (id),
    what {text} NOT NULL,
    owner_staff_id {int} REFERENCES staff (id),
    owner_account {int},
    owner {text} NOT NULL,
    due {date} NOT NULL,
    source {text},
    source_row {int},
    made_on {date} NOT NULL,
    made_by {text} NOT NULL,
    made_by_account {int},
    ended_on {date},
    ended_by {text} NOT NULL,
    ending {text} CHECK (ending IN ('done', 'dropped')),
    came_of_it {text} NOT NULL,
    CHECK ((ended_on IS NULL) = (ending IS NULL)),
    CHECK ((source IS NULL) = (source_row IS NULL))
) {strict};
CREATE INDEX action_by_pupil ON action (pupil_id, due);
CREATE INDEX action_by_school ON action (school_id, ended_on, due);
CREATE INDEX action_by_owner ON action (owner_staff_id, ended_on);
CREATE INDEX action_by_source ON action (source, source_row);
