-- +goose Up

CREATE TABLE settings (
  name  {{.Text}} PRIMARY KEY,
  value {{.Text}} NOT NULL
);

CREATE TABLE counters (
  name  {{.Text}} PRIMARY KEY,
  value {{.Int}} NOT NULL
);
INSERT INTO counters (name, value) VALUES ('position', 0);

-- A withdrawn article leaves its id and version with empty fields, so that its
-- address answers "gone" and no older version comes back.
CREATE TABLE articles (
  id            {{.Text}} PRIMARY KEY,
  version       {{.Int}} NOT NULL,
  gone          {{.Int}} NOT NULL,
  position      {{.Int}},
  title         {{.Text}} NOT NULL,
  title_by_desk {{.Int}} NOT NULL,
  standfirst    {{.Text}} NOT NULL,
  outlet        {{.Text}} NOT NULL,
  published     {{.Text}} NOT NULL,
  address       {{.Text}} NOT NULL,
  language      {{.Text}} NOT NULL,
  licence       {{.Text}} NOT NULL,
  text          {{.Text}} NOT NULL,
  html          {{.Text}} NOT NULL,
  evidence_sha  {{.Text}} NOT NULL,
  evidence_size {{.Int}} NOT NULL,
  evidence_at   {{.Text}} NOT NULL,
  first_public  {{.Text}} NOT NULL,
  updated       {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX articles_position ON articles (position) WHERE position IS NOT NULL;

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

CREATE TABLE territory_counts (
  territory {{.Text}} PRIMARY KEY,
  articles  {{.Int}} NOT NULL
);

CREATE TABLE snippets (
  id       {{.Text}} PRIMARY KEY,
  version  {{.Int}} NOT NULL,
  html     {{.Text}} NOT NULL,
  position {{.Int}} NOT NULL
);

CREATE TABLE snippet_placements (
  snippet_id {{.Text}} NOT NULL REFERENCES snippets (id),
  territory  {{.Text}} NOT NULL,
  PRIMARY KEY (snippet_id, territory)
);
CREATE INDEX snippet_placements_territory ON snippet_placements (territory);

CREATE TABLE issues (
  id      {{.Text}} PRIMARY KEY,
  version {{.Int}} NOT NULL,
  title   {{.Text}} NOT NULL,
  sent    {{.Text}} NOT NULL
);
CREATE INDEX issues_sent ON issues (sent, id);

CREATE TABLE issue_articles (
  issue_id   {{.Text}} NOT NULL REFERENCES issues (id),
  position   {{.Int}} NOT NULL,
  article_id {{.Text}} NOT NULL,
  PRIMARY KEY (issue_id, position)
);

{{if .SQLite}}
-- The terms of each document stand beside the index: to delete a document from
-- it, FTS5 must be told the very terms that it was given.
CREATE TABLE search_terms (
  position INTEGER PRIMARY KEY,
  terms    TEXT NOT NULL,
  stems    TEXT NOT NULL,
  tags     TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (terms, stems, tags, content = '', tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
{{else}}
CREATE TABLE search (
  position BIGINT PRIMARY KEY,
  vector   TSVECTOR NOT NULL
);
CREATE INDEX search_vector ON search USING GIN (vector);
{{end}}
