-- That plans were written to a file: of one pupil, or of a school or the whole trust. Who and when stand in the trail.
CREATE TABLE plan_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} REFERENCES pupil (id),
    school_id {int} REFERENCES school (id),
    format {text} NOT NULL,
    plans {int} NOT NULL
) {strict};
CREATE INDEX plan_export_by_pupil ON plan_export (pupil_id);
