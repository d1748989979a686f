-- +goose Up

-- Documented cases.
CREATE TABLE cases (
  id              {{.Text}} PRIMARY KEY,
  state           {{.Text}} NOT NULL,
  kind            {{.Text}} NOT NULL,
  title           {{.Text}} NOT NULL,
  invented        {{.Int}} NOT NULL,
  summary         {{.Text}} NOT NULL,
  people_min      {{.Int}} NOT NULL,
  people_max      {{.Int}} NOT NULL,
  territory       {{.Text}} NOT NULL,
  place           {{.Text}} NOT NULL,
  place_by        {{.Text}} NOT NULL,
  community       {{.Text}} NOT NULL,
  status          {{.Text}} NOT NULL,
  believed        {{.Int}} NOT NULL,
  since           {{.Text}} NOT NULL,
  verified        {{.Text}} NOT NULL,
  law             {{.Text}} NOT NULL,
  law_by          {{.Text}} NOT NULL,
  sentence        {{.Text}} NOT NULL,
  sentence_by     {{.Text}} NOT NULL,
  consent         {{.Text}} NOT NULL,
  consent_note    {{.Text}} NOT NULL,
  risk            {{.Text}} NOT NULL,
  note            {{.Text}} NOT NULL,
  correction      {{.Text}} NOT NULL,
  version         {{.Int}} NOT NULL,
  edition_version {{.Int}} NOT NULL,
  published_at    {{.Text}} NOT NULL,
  created_at      {{.Text}} NOT NULL,
  updated_at      {{.Text}} NOT NULL
);
CREATE INDEX cases_list ON cases (updated_at, id);
CREATE INDEX cases_due ON cases (updated_at) WHERE edition_version < version;

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
