-- What happened in a legal matter, the duties that the law's clock made of it, and what excuses one.

CREATE TABLE statutory_event (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    -- Null of a child who is not on roll (consultations), and of what a school itself owes.
    pupil_id {int} REFERENCES pupil (id),
    -- Null where no school of the trust has to do with it yet.
    school_id {int} REFERENCES school (id),
    -- The council that keeps the case; empty where none does.
    la_code {text} NOT NULL,
    -- To which piece of work it belongs.
    matter {text} NOT NULL CHECK (matter IN ('case', 'plan', 'review', 'consultation', 'school')),
    matter_id {int} NOT NULL,
    -- As `trellis dates` names it.
    event {text} NOT NULL CHECK (event <> ''),
    happened_on {date} NOT NULL,
    -- The other days and choices that were given, as JSON by option.
    details {text} NOT NULL,
    -- How the day is known: only what the council said, or we ourselves saw, is counted against anybody.
    stated {text} NOT NULL CHECK (stated IN ('ours', 'council', 'family', 'estimated')),
    words {text} NOT NULL,
    paper_id {int} REFERENCES paper (id),
    -- The same event written down again with another day: its own duties stand no more.
    replaced_by {int} REFERENCES statutory_event (id),
    -- Who wrote it down.
    recorded_by {text} NOT NULL
) {strict};
CREATE INDEX statutory_event_by_matter ON statutory_event (matter, matter_id);
CREATE INDEX statutory_event_by_pupil ON statutory_event (pupil_id);

CREATE TABLE statutory_duty (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    event_id {int} NOT NULL REFERENCES statutory_event (id),
    pupil_id {int} REFERENCES pupil (id),
    school_id {int} REFERENCES school (id),
    la_code {text} NOT NULL,
    matter {text} NOT NULL,
    matter_id {int} NOT NULL,
    -- As domain.md and the page of dates name it: NA-3.
    rule {text} NOT NULL,
    -- Under which edition of the law it arose: it stays when a later one comes.
    edition {text} NOT NULL,
    what {text} NOT NULL,
    owner {text} NOT NULL,
    opens_on {date},
    due_on {date} NOT NULL,
    -- Whether it must be done by that day, or time left until then.
    due_is {text} NOT NULL CHECK (due_is IN ('by', 'atLeastUntil')),
    basis {text} NOT NULL,
    force {text} NOT NULL,
    citation {text} NOT NULL,
    mark {text} NOT NULL,
    note {text} NOT NULL,
    -- Reckoned from an estimated day: shown, never counted.
    is_estimated {bool} NOT NULL,
    -- Owed only if something comes about: counted once it was done, or is known to be owed.
    is_conditional {bool} NOT NULL,
    done_on {date},
    -- How the day is known on which it was done; an estimated one is never counted.
    done_stated {text} CHECK (done_stated IN ('ours', 'council', 'family', 'estimated')),
    done_words {text} NOT NULL,
    done_paper_id {int} REFERENCES paper (id),
    -- No more owed: its event was put right, or the matter ended.
    dropped_because {text} NOT NULL
) {strict};
CREATE INDEX statutory_duty_open ON statutory_duty (due_on, school_id) WHERE done_on IS NULL AND dropped_because = '';
CREATE INDEX statutory_duty_by_matter ON statutory_duty (matter, matter_id);
CREATE INDEX statutory_duty_by_pupil ON statutory_duty (pupil_id);
CREATE INDEX statutory_duty_by_event ON statutory_duty (event_id);

CREATE TABLE duty_exemption (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    duty_id {int} NOT NULL REFERENCES statutory_duty (id),
    pupil_id {int} REFERENCES pupil (id),
    school_id {int} REFERENCES school (id),
    ground {text} NOT NULL,
    citation {text} NOT NULL,
    evidence {text} NOT NULL CHECK (evidence <> ''),
    recorded_on {date} NOT NULL,
    recorded_by {text} NOT NULL,
    paper_id {int} REFERENCES paper (id),
    -- Taken back, and why.
    ended_on {date},
    ended_because {text} NOT NULL CHECK (length(ended_because) <= 2000)
) {strict};
CREATE INDEX duty_exemption_by_duty ON duty_exemption (duty_id);
CREATE INDEX duty_exemption_by_pupil ON duty_exemption (pupil_id);
