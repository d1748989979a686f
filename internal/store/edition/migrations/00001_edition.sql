-- +goose Up

-- Whoever writes changes this row first, so that on PostgreSQL writers wait for
-- each other as they do on SQLite.
CREATE TABLE writers (
  id    {{.Int}} PRIMARY KEY,
  turns {{.Int}} NOT NULL
);
INSERT INTO writers (id, turns) VALUES (1, 0);

CREATE TABLE settings (
  id           {{.Int}} PRIMARY KEY,
  organisation {{.Text}} NOT NULL,
  site_url     {{.Text}} NOT NULL,
  intake_key   {{.Bytes}} NOT NULL
);

-- Position rises with the day of publication, then with the time at which the
-- article became public; it is also the row of the search index. Long columns
-- stand last, so that lists need not read past them.
CREATE TABLE articles (
  id            {{.Text}} PRIMARY KEY,
  version       {{.Int}} NOT NULL,
  position      {{.Int}} NOT NULL UNIQUE,
  title         {{.Text}} NOT NULL,
  title_by_desk {{.Int}} NOT NULL,
  outlet        {{.Text}} NOT NULL,
  published     {{.Text}} NOT NULL,
  address       {{.Text}} NOT NULL,
  language      {{.Text}} NOT NULL,
  licence       {{.Text}} NOT NULL,
  sha256        {{.Text}} NOT NULL,
  size          {{.Int}} NOT NULL,
  captured_at   {{.Text}} NOT NULL,
  first_public  {{.Text}} NOT NULL,
  updated       {{.Text}} NOT NULL,
  lead          {{.Text}} NOT NULL,
  standfirst    {{.Text}} NOT NULL,
  text          {{.Text}} NOT NULL,
  html          {{.Text}} NOT NULL
);

CREATE TABLE article_bylines (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  position   {{.Int}} NOT NULL,
  name       {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, position)
);

CREATE TABLE article_territories (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  territory  {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, territory)
);

-- How many articles are about each territory.
CREATE TABLE counts (
  territory {{.Text}} PRIMARY KEY,
  articles  {{.Int}} NOT NULL
);

CREATE TABLE snippets (
  id       {{.Text}} PRIMARY KEY,
  version  {{.Int}} NOT NULL,
  position {{.Int}} NOT NULL,
  html     {{.Text}} NOT NULL
);

CREATE TABLE placements (
  snippet_id {{.Text}} NOT NULL REFERENCES snippets (id),
  territory  {{.Text}} NOT NULL,
  PRIMARY KEY (snippet_id, territory)
);
CREATE INDEX placements_territory ON placements (territory);

CREATE TABLE issues (
  id      {{.Text}} PRIMARY KEY,
  version {{.Int}} NOT NULL,
  title   {{.Text}} NOT NULL,
  sent    {{.Text}} NOT NULL
);
CREATE INDEX issues_sent ON issues (sent, id);

-- An issue goes on naming an article that was withdrawn, by its id.
CREATE TABLE issue_articles (
  issue_id   {{.Text}} NOT NULL REFERENCES issues (id),
  position   {{.Int}} NOT NULL,
  article_id {{.Text}} NOT NULL,
  PRIMARY KEY (issue_id, position)
);

-- What was taken out of the edition. Nothing older may come back.
CREATE TABLE gone (
  kind    {{.Text}} NOT NULL,
  id      {{.Text}} NOT NULL,
  version {{.Int}} NOT NULL,
  PRIMARY KEY (kind, id)
);

{{if .SQLite}}
-- The index keeps no text. To take an article out it must be told the very
-- terms that were put in, which search_terms keeps.
CREATE VIRTUAL TABLE search USING fts5(terms, content='', tokenize='ascii');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TABLE search_terms (
  position INTEGER PRIMARY KEY,
  terms    TEXT NOT NULL
);
{{else}}
CREATE TABLE search (
  position BIGINT PRIMARY KEY,
  terms    TSVECTOR NOT NULL
);
CREATE INDEX search_terms ON search USING gin (terms);
{{end}}
