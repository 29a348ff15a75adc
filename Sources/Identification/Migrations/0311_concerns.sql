-- That somebody is worried about how a pupil learns or feels, in their words.
CREATE TABLE concern (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    raised_by {text} NOT NULL,
    raised_on {date} NOT NULL,
    -- Keys of areas of need, with spaces between; empty where the one who raised it is not sure.
    areas {text} NOT NULL,
    seen {text} NOT NULL,
    since {text} NOT NULL,
    tried {text} NOT NULL
) {strict};
CREATE INDEX concern_by_pupil ON concern (pupil_id);
CREATE INDEX concern_by_school ON concern (school_id, raised_on);
