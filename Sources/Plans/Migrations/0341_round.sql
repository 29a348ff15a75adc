-- Reviewing many plans in one sitting: that somebody looked and found nothing to change, when a school does it, and
-- which form was sent already.

-- Somebody looked at what is done for a pupil.
CREATE TABLE plan_look (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    pupil_id {int} NOT NULL REFERENCES pupil (id),
    school_id {int} NOT NULL REFERENCES school (id),
    -- Empty where the pupil has no plan here.
    plan_id {int} REFERENCES plan (id),
    looked_on {date} NOT NULL,
    looked_by {text} NOT NULL,
    note {text} NOT NULL
) {strict};
CREATE INDEX plan_look_by_pupil ON plan_look (pupil_id, looked_on);
CREATE INDEX plan_look_by_plan ON plan_look (plan_id);

-- A slot that a school has booked for a round. Nothing in it is about a pupil.
CREATE TABLE booked_round (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    kind {text} NOT NULL CHECK (kind IN ('plans', 'map', 'data')),
    held_on {date} NOT NULL,
    begins_at {text} NOT NULL,
    minutes_planned {int} NOT NULL CHECK (minutes_planned > 0),
    who {text} NOT NULL,
    made_room {text} NOT NULL,
    minutes_used {int},
    done_on {date},
    CHECK ((minutes_used IS NULL) = (done_on IS NULL))
) {strict};
CREATE INDEX booked_round_by_school ON booked_round (school_id, held_on);

-- A form that was sent under a mark of the browser's own, so that what is sent once more is not saved once more.
CREATE TABLE sent_form (
    account_id {int} NOT NULL,
    mark {text} NOT NULL,
    request {text} NOT NULL,
    sent_at {instant} NOT NULL,
    PRIMARY KEY (account_id, mark)
) {strict};
CREATE INDEX sent_form_by_age ON sent_form (sent_at);
