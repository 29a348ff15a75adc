-- A contact's address is found however its letters are written, so that family is known for what it is.
DROP INDEX contact_by_email;
CREATE INDEX contact_by_mail ON contact (LOWER(email)) WHERE email <> '';
