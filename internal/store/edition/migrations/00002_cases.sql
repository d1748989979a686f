-- +goose Up

-- Documented cases. Position is the row of their search index.
CREATE TABLE cases (
  id           {{.Text}} PRIMARY KEY,
  version      {{.Int}} NOT NULL,
  position     {{.Int}} NOT NULL UNIQUE,
  kind         {{.Text}} NOT NULL,
  title        {{.Text}} NOT NULL,
  invented     {{.Int}} NOT NULL,
  people_min   {{.Int}} NOT NULL,
  people_max   {{.Int}} NOT NULL,
  territory    {{.Text}} NOT NULL,
  community    {{.Text}} NOT NULL,
  status       {{.Text}} NOT NULL,
  believed     {{.Int}} NOT NULL,
  since        {{.Text}} NOT NULL,
  verified     {{.Text}} NOT NULL,
  place        {{.Text}} NOT NULL,
  place_by     {{.Text}} NOT NULL,
  law          {{.Text}} NOT NULL,
  law_by       {{.Text}} NOT NULL,
  sentence     {{.Text}} NOT NULL,
  sentence_by  {{.Text}} NOT NULL,
  correction   {{.Text}} NOT NULL,
  first_public {{.Text}} NOT NULL,
  updated      {{.Text}} NOT NULL,
  summary      {{.Text}} NOT NULL
);
CREATE INDEX cases_updated ON cases (updated, id);
CREATE INDEX cases_territory ON cases (territory, updated);
CREATE INDEX cases_community ON cases (community, updated);

CREATE TABLE case_names (
  case_id  {{.Text}} NOT NULL REFERENCES cases (id),
  position {{.Int}} NOT NULL,
  name     {{.Text}} NOT NULL,
  language {{.Text}} NOT NULL,
  kind     {{.Text}} NOT NULL,
  PRIMARY KEY (case_id, position)
);

CREATE TABLE case_acts (
  case_id  {{.Text}} NOT NULL REFERENCES cases (id),
  position {{.Int}} NOT NULL,
  act      {{.Text}} NOT NULL,
  PRIMARY KEY (case_id, position)
);

CREATE TABLE case_episodes (
  case_id  {{.Text}} NOT NULL REFERENCES cases (id),
  position {{.Int}} NOT NULL,
  date     {{.Text}} NOT NULL,
  act      {{.Text}} NOT NULL,
  text     {{.Text}} NOT NULL,
  said_by  {{.Text}} NOT NULL,
  PRIMARY KEY (case_id, position)
);
CREATE INDEX case_episodes_date ON case_episodes (date, act);

CREATE TABLE case_sources (
  case_id    {{.Text}} NOT NULL REFERENCES cases (id),
  position   {{.Int}} NOT NULL,
  title      {{.Text}} NOT NULL,
  outlet     {{.Text}} NOT NULL,
  date       {{.Text}} NOT NULL,
  address    {{.Text}} NOT NULL,
  article_id {{.Text}} NOT NULL,
  official   {{.Int}} NOT NULL,
  PRIMARY KEY (case_id, position)
);

{{if .SQLite}}
CREATE VIRTUAL TABLE case_search USING fts5(terms, content='', tokenize='ascii');
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);

CREATE TABLE case_search_terms (
  position INTEGER PRIMARY KEY,
  terms    TEXT NOT NULL
);
{{else}}
CREATE TABLE case_search (
  position BIGINT PRIMARY KEY,
  terms    TSVECTOR NOT NULL
);
CREATE INDEX case_search_terms ON case_search USING gin (terms);
{{end}}
