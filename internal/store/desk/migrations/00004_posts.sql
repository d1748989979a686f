-- +goose Up

-- The organisation's own texts.
ALTER TABLE articles ADD COLUMN post {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN markdown {{.Text}} NOT NULL DEFAULT '';
CREATE INDEX articles_posts ON articles (updated_at, id) WHERE post <> '';

-- Articles with the same text are counted in the queue.
CREATE INDEX articles_same ON articles (same_as) WHERE same_as <> '';

-- How somebody likes the office: its language, and whether single keys do something.
ALTER TABLE accounts ADD COLUMN language {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN keys_off {{.Int}} NOT NULL DEFAULT 0;
