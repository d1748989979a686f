-- +goose Up

-- The article whose story this one carries, and that stands for it; empty for
-- one that stands for itself. That one is never a copy of another.
ALTER TABLE articles ADD COLUMN story {{.Text}} NOT NULL DEFAULT '';
-- 1: a person decided where it belongs, and no machine moves it.
ALTER TABLE articles ADD COLUMN story_held {{.Int}} NOT NULL DEFAULT 0;
-- How much of this one and the copy that it is most like stands in the other, 0 to 1.
ALTER TABLE articles ADD COLUMN similarity {{.Real}} NOT NULL DEFAULT 0;
-- The article of the same source and address that this one is a later version of.
ALTER TABLE articles ADD COLUMN revises {{.Text}} NOT NULL DEFAULT '';
-- Of a copy: 1 when a person published it with the article that stands for it.
ALTER TABLE articles ADD COLUMN shown {{.Int}} NOT NULL DEFAULT 0;
-- 0: its place among the stories is still to be found.
ALTER TABLE articles ADD COLUMN placed {{.Int}} NOT NULL DEFAULT 0;
-- Of one that has copies: rises when they change, and what the edition has of them.
ALTER TABLE articles ADD COLUMN story_version {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN story_carried {{.Int}} NOT NULL DEFAULT 0;
CREATE INDEX articles_story ON articles (story) WHERE story <> '';
CREATE INDEX articles_revises ON articles (revises) WHERE revises <> '';
CREATE INDEX articles_own_story ON articles (stage, created_at, id) WHERE story = '';
CREATE INDEX articles_unplaced ON articles (created_at, id) WHERE placed = 0;
CREATE INDEX articles_story_due ON articles (updated_at) WHERE story_carried < story_version;
CREATE INDEX articles_address ON articles (source_id, address) WHERE address <> '';

-- The texts that are found by their keys, by a short number; the counter gives
-- it, and its row makes those who place articles wait for each other.
INSERT INTO counters (name, value) VALUES ('story', 0);
CREATE TABLE story_texts (
  number     {{.Int}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL UNIQUE REFERENCES articles (id),
  keys       {{.Bytes}} NOT NULL
);

-- Keys of the passages of a text: 32 bits of a hash each.
CREATE TABLE story_keys (
  gram   {{.Int}} NOT NULL,
  number {{.Int}} NOT NULL,
  PRIMARY KEY (gram, number)
){{if .SQLite}} WITHOUT ROWID{{end}};
