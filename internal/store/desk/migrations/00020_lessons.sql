-- +goose Up

-- What people decided about findings of an article, by what the finding says:
-- findings themselves are made anew by each analysis.
CREATE TABLE finding_marks (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  kind       {{.Text}} NOT NULL,
  value      {{.Text}} NOT NULL,
  state      {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, kind, value)
);

-- The desk's own lists: what some words do not mean, or mean instead.
CREATE TABLE lessons (
  id         {{.Text}} PRIMARY KEY,
  kind       {{.Text}} NOT NULL,
  value      {{.Text}} NOT NULL,
  words      {{.Text}} NOT NULL,
  folded     {{.Text}} NOT NULL,
  meaning    {{.Text}} NOT NULL,
  source_id  {{.Text}} NOT NULL,
  state      {{.Text}} NOT NULL,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  times      {{.Int}} NOT NULL,
  created_at {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX lessons_words ON lessons (kind, value, folded, meaning, source_id);
CREATE INDEX lessons_state ON lessons (state, created_at);
