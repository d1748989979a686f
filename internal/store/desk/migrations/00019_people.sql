-- +goose Up

-- Articles that may mention a case: findings, until a person decides them.
CREATE TABLE case_links (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  case_id    {{.Text}} NOT NULL REFERENCES cases (id),
  state      {{.Text}} NOT NULL,
  certain    {{.Int}} NOT NULL,
  reasons    {{.Text}} NOT NULL,
  begins     {{.Int}} NOT NULL,
  ends       {{.Int}} NOT NULL,
  words      {{.Text}} NOT NULL,
  mentions   {{.Int}} NOT NULL,
  PRIMARY KEY (article_id, case_id)
);
CREATE INDEX case_links_case ON case_links (case_id, state);

-- 0: the names of cases are still to be looked for in the article. The counter
-- rises when the names of cases change.
ALTER TABLE articles ADD COLUMN named {{.Int}} NOT NULL DEFAULT 0;
CREATE INDEX articles_unnamed ON articles (created_at, id) WHERE named = 0;
INSERT INTO counters (name, value) VALUES ('names', 0);

-- Cases whose names are to be looked for in all articles, since they are new
-- or changed. The id is the case's; last_read is the article behind which to go on.
CREATE TABLE case_looks (
  id           {{.Text}} PRIMARY KEY REFERENCES cases (id),
  last_read    {{.Text}} NOT NULL,
  round        {{.Int}} NOT NULL,
  next_try     {{.Text}} NOT NULL,
  leased_until {{.Text}} NOT NULL
);

-- What people are quoted as saying.
CREATE TABLE quotations (
  id         {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  state      {{.Text}} NOT NULL,
  begins     {{.Int}} NOT NULL,
  ends       {{.Int}} NOT NULL,
  words      {{.Text}} NOT NULL,
  speaker    {{.Text}} NOT NULL,
  found      {{.Text}} NOT NULL,
  cue        {{.Text}} NOT NULL,
  stance     {{.Text}} NOT NULL,
  context    {{.Text}} NOT NULL,
  rule       {{.Text}} NOT NULL
);
CREATE INDEX quotations_article ON quotations (article_id, begins);
