-- That a pupil's record is there but shown to nobody except the data protection officer, while it lasts.
CREATE TABLE restriction (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    ground {text} NOT NULL,
    reason {text} NOT NULL,
    starts {date} NOT NULL,
    ends {date},
    CHECK (ends IS NULL OR ends >= starts)
) {strict};
CREATE INDEX restriction_by_pupil ON restriction (pupil_id);
CREATE INDEX restriction_that_stands ON restriction (pupil_id) WHERE ends IS NULL;
