-- +goose Up

-- Accepted claims, in the order of their article's text.
CREATE TABLE claims (
  id         {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  position   {{.Int}} NOT NULL,
  begins     {{.Int}} NOT NULL,
  ends       {{.Int}} NOT NULL,
  words      {{.Text}} NOT NULL,
  cue        {{.Text}} NOT NULL,
  claimant   {{.Text}} NOT NULL,
  hedge      {{.Text}} NOT NULL,
  bound      {{.Text}} NOT NULL,
  least      {{.Real}} NOT NULL,
  most       {{.Real}} NOT NULL,
  unit       {{.Text}} NOT NULL,
  measure    {{.Text}} NOT NULL,
  scope      {{.Text}} NOT NULL,
  as_of      {{.Text}} NOT NULL
);
CREATE INDEX claims_article ON claims (article_id, position);

CREATE TABLE figures (
  id        {{.Text}} PRIMARY KEY,
  version   {{.Int}} NOT NULL,
  territory {{.Text}} NOT NULL,
  question  {{.Text}} NOT NULL,
  unit      {{.Text}} NOT NULL,
  measure   {{.Text}} NOT NULL,
  least     {{.Real}} NOT NULL,
  most      {{.Real}} NOT NULL,
  as_of     {{.Text}} NOT NULL,
  rule      {{.Text}} NOT NULL,
  note      {{.Text}} NOT NULL,
  decided   {{.Text}} NOT NULL
);
CREATE INDEX figures_territory ON figures (territory, question);

-- A figure goes on naming a claim that went with its article, by its id.
CREATE TABLE figure_claims (
  figure_id {{.Text}} NOT NULL REFERENCES figures (id),
  position  {{.Int}} NOT NULL,
  beside    {{.Int}} NOT NULL,
  claim_id  {{.Text}} NOT NULL,
  PRIMARY KEY (figure_id, position)
);
