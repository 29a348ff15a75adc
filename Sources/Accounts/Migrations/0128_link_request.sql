-- That somebody at the sign-in page asked for a link to an address, whoever's it is. Answered a moment later, so that
-- the page takes the same time whether there is such an account or not.
CREATE TABLE link_request (
    id {id},
    email_key {text} NOT NULL,
    asked_at {instant} NOT NULL,
    origin {text} NOT NULL
) {strict};
