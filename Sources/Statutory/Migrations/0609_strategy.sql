-- A mainstream school's inclusion strategy: one for each 31 December by which it is owed (grant condition, domain.md 3.4).
-- No child stands in it: figures are reckoned from the register for a day, and few are put together.

CREATE TABLE inclusion_strategy (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    school_id {int} NOT NULL REFERENCES school (id),
    -- Of the 31 December by which it is published.
    due_year {int} NOT NULL CHECK (due_year BETWEEN 2026 AND 2100),
    begun_by {text} NOT NULL CHECK (LENGTH(begun_by) <= 400),
    begun_on {date} NOT NULL,
    UNIQUE (school_id, due_year)
) {strict};

-- What is typed in a section, field by field, as JSON; each section is saved by itself.
CREATE TABLE strategy_section (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    strategy_id {int} NOT NULL REFERENCES inclusion_strategy (id),
    school_id {int} NOT NULL REFERENCES school (id),
    section {text} NOT NULL CHECK (section IN ('cover', 'barriers', 'activities', 'evidence', 'outcomes', 'review')),
    answers {text} NOT NULL CHECK (LENGTH(answers) <= 60000),
    saved_by {text} NOT NULL CHECK (LENGTH(saved_by) <= 400),
    saved_on {date} NOT NULL,
    UNIQUE (strategy_id, section)
) {strict};

CREATE TABLE strategy_activity (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    strategy_id {int} NOT NULL REFERENCES inclusion_strategy (id),
    school_id {int} NOT NULL REFERENCES school (id),
    name {text} NOT NULL CHECK (LENGTH(name) BETWEEN 1 AND 200),
    barrier {text} NOT NULL CHECK (LENGTH(barrier) BETWEEN 1 AND 500),
    words {text} NOT NULL CHECK (LENGTH(words) <= 1000),
    -- Budgeted, in pence.
    cost {int} NOT NULL CHECK (cost BETWEEN 0 AND 100000000),
    -- Keys of strands of the EEF's toolkit, with commas between.
    strands {text} NOT NULL CHECK (LENGTH(strands) <= 1000),
    -- The entry of the catalogue that it was picked from, where it was.
    intervention_id {int} REFERENCES intervention (id),
    removed_on {date}
) {strict};
CREATE INDEX strategy_activity_by_strategy ON strategy_activity (strategy_id);
CREATE INDEX strategy_activity_by_intervention ON strategy_activity (intervention_id);

-- What was published, word for word, as JSON. It never changes.
CREATE TABLE strategy_edition (
    id {id},
    version {int} NOT NULL DEFAULT 1,
    strategy_id {int} NOT NULL REFERENCES inclusion_strategy (id),
    school_id {int} NOT NULL REFERENCES school (id),
    due_year {int} NOT NULL,
    number {int} NOT NULL CHECK (number BETWEEN 1 AND 999),
    published_on {date} NOT NULL,
    -- The role alone: the page is public.
    published_by {text} NOT NULL CHECK (LENGTH(published_by) <= 200),
    content {text} NOT NULL,
    UNIQUE (strategy_id, number)
) {strict};
CREATE INDEX strategy_edition_by_school ON strategy_edition (school_id, due_year, number);
