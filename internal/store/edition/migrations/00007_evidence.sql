-- +goose Up

-- What makes the capture behind an article verifiable, where it is open; and
-- the way from it to a signed checkpoint, once there is one.
ALTER TABLE articles ADD COLUMN capture {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN file {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN line {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN commitment {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN proof {{.Text}} NOT NULL DEFAULT '';
CREATE INDEX articles_unproven ON articles (line) WHERE proof = '' AND commitment <> '';
