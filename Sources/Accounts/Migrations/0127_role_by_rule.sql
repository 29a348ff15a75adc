-- Which rule of a provider gave a role, so that it ends when the person leaves the group; none where somebody gave it.
ALTER TABLE appointment ADD COLUMN rule_id {int} REFERENCES sign_in_rule (id);
CREATE INDEX appointment_by_rule ON appointment (rule_id);
