-- Kinds of plan as the trust keeps them, over those that come with Trellis. A row is a kind as it is from a day on; it is
-- never changed, so that a plan keeps the kind as it was when the plan was made.
CREATE TABLE plan_kind (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- The key of a kind that comes with Trellis, or one of the trust's own.
    kind {text} NOT NULL,
    name {text} NOT NULL,
    about {text} NOT NULL,
    -- Keys of parts with commas between: without which a plan can't be live, and which it may have.
    needed {text} NOT NULL,
    possible {text} NOT NULL,
    rhythm {text} NOT NULL,
    -- Where the rhythm stands.
    source {text} NOT NULL,
    is_support_plan {bool} NOT NULL,
    -- Whether no more plans of it may be begun.
    is_retired {bool} NOT NULL,
    from_day {date} NOT NULL,
    changed_by {text} NOT NULL
) {strict};
CREATE INDEX plan_kind_by_kind ON plan_kind (kind, from_day);

-- Both are empty for a kind as it comes with Trellis.
ALTER TABLE plan ADD COLUMN kind_name {text} NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN kind_version_id {int} REFERENCES plan_kind (id);
