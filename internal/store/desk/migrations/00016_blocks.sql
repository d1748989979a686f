-- +goose Up

-- The outermost paragraphs of the last articles of each source, as they were
-- before anything was cut, in JSON: what repeated blocks are learned from.
CREATE TABLE article_edges (
  article_id {{.Text}} PRIMARY KEY REFERENCES articles (id),
  source_id  {{.Text}} NOT NULL,
  at         {{.Text}} NOT NULL,
  edges      {{.Text}} NOT NULL
);
CREATE INDEX article_edges_source ON article_edges (source_id, at, article_id);

-- What a source repeats at the top or the bottom of its articles, as it stands
-- in one of them.
CREATE TABLE repeated_blocks (
  id         {{.Text}} PRIMARY KEY,
  source_id  {{.Text}} NOT NULL REFERENCES sources (id),
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  place      {{.Text}} NOT NULL,
  text       {{.Text}} NOT NULL,
  documents  {{.Int}} NOT NULL,
  state      {{.Text}} NOT NULL,
  created_at {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX repeated_blocks_source ON repeated_blocks (source_id, place, text);

-- Sources whose old articles are to be read again, since their blocks changed.
-- The id is that of the source; last_read is the article behind which to go on.
CREATE TABLE source_rereads (
  id           {{.Text}} PRIMARY KEY REFERENCES sources (id),
  last_read    {{.Text}} NOT NULL,
  round        {{.Int}} NOT NULL,
  next_try     {{.Text}} NOT NULL,
  leased_until {{.Text}} NOT NULL
);
