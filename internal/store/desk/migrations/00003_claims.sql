-- +goose Up

-- What an article claims. What a claim says never changes, only its state.
CREATE TABLE claims (
  id         {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  state      {{.Text}} NOT NULL,
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
  as_of      {{.Text}} NOT NULL,
  rule       {{.Text}} NOT NULL
);
CREATE INDEX claims_article ON claims (article_id, begins);

-- Answers that people decided for questions, from claims that stay visible.
CREATE TABLE figures (
  id              {{.Text}} PRIMARY KEY,
  territory       {{.Text}} NOT NULL,
  question        {{.Text}} NOT NULL,
  unit            {{.Text}} NOT NULL,
  measure         {{.Text}} NOT NULL,
  least           {{.Real}} NOT NULL,
  most            {{.Real}} NOT NULL,
  as_of           {{.Text}} NOT NULL,
  rule            {{.Text}} NOT NULL,
  note            {{.Text}} NOT NULL,
  withdrawn       {{.Int}} NOT NULL,
  version         {{.Int}} NOT NULL,
  edition_version {{.Int}} NOT NULL,
  decided_at      {{.Text}} NOT NULL
);
CREATE INDEX figures_due ON figures (decided_at) WHERE edition_version < version;

CREATE TABLE figure_claims (
  figure_id {{.Text}} NOT NULL REFERENCES figures (id),
  position  {{.Int}} NOT NULL,
  beside    {{.Int}} NOT NULL,
  claim_id  {{.Text}} NOT NULL REFERENCES claims (id),
  PRIMARY KEY (figure_id, position)
);
