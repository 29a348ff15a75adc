-- That somebody wrote the register to a file. Who and when stand in the trail.
CREATE TABLE register_export (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} REFERENCES school (id),
    day {date} NOT NULL,
    format {text} NOT NULL,
    filter {text} NOT NULL,
    pupils {int} NOT NULL
) {strict};
