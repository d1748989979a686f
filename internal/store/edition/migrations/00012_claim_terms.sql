-- +goose Up

-- The words of a claim as search folds them, each once, by which readers find
-- what was published here. Said is 1 for a word that stands in the text and 0
-- for one that only stands in what is said of it: who claims it, what is counted.
CREATE TABLE claim_terms (
  term     {{.Text}} NOT NULL,
  claim_id {{.Text}} NOT NULL REFERENCES claims (id),
  said     {{.Int}} NOT NULL,
  PRIMARY KEY (term, claim_id)
);
CREATE INDEX claim_terms_claim ON claim_terms (claim_id);
CREATE INDEX claims_least ON claims (least);
CREATE INDEX claims_most ON claims (most);
CREATE INDEX figure_claims_claim ON figure_claims (claim_id);
