-- +goose Up

-- How a source behaves, from which its next poll and its health are told.
ALTER TABLE sources ADD COLUMN pace {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN last_fresh {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN last_full {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN blind {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN troubled {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN acknowledged {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN moved_to {{.Text}} NOT NULL DEFAULT '';

-- Where a source is a web page, what on it is an item; and the way out by which it is asked.
ALTER TABLE sources ADD COLUMN selectors {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN proxy {{.Text}} NOT NULL DEFAULT '';

-- Every name by which an entry is known: its id, its address. An entry that
-- comes with one of them again is the same entry.
CREATE TABLE entry_names (
  source_id {{.Text}} NOT NULL REFERENCES sources (id),
  name      {{.Text}} NOT NULL,
  entry_id  {{.Text}} NOT NULL REFERENCES entries (id),
  PRIMARY KEY (source_id, name)
);
INSERT INTO entry_names (source_id, name, entry_id) SELECT source_id, identity, id FROM entries;

-- What each of the last polls of a source met.
CREATE TABLE polls (
  id        {{.Text}} PRIMARY KEY,
  source_id {{.Text}} NOT NULL REFERENCES sources (id),
  at        {{.Text}} NOT NULL,
  took_ms   {{.Int}} NOT NULL,
  status    {{.Int}} NOT NULL,
  size      {{.Int}} NOT NULL,
  announced {{.Int}} NOT NULL,
  fresh     {{.Int}} NOT NULL,
  health    {{.Text}} NOT NULL,
  error     {{.Text}} NOT NULL
);
CREATE INDEX polls_source ON polls (source_id, at);
