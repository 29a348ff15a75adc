-- Which of several findings at a school an answer is about, such as `run-31`; empty where school and pupil say it.
ALTER TABLE finding_answer ADD COLUMN subject {text} NOT NULL DEFAULT '';
