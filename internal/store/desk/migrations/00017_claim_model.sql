-- +goose Up

-- The whole model of a claim. What was kept before asserts a number; the rest
-- is filled in when its article is read again.
ALTER TABLE claims ADD COLUMN sort_key {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN claimant_key {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN subject {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN sought {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN polarity {{.Text}} NOT NULL DEFAULT 'asserts';
ALTER TABLE claims ADD COLUMN mode {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN basis {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN claimant_kind {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN claimant_plural {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN number_words {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN counted {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN place_in_order {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN said_on {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN refers_to {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN source_begins {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN source_ends {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN content_begins {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN content_ends {{.Int}} NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN corrected {{.Int}} NOT NULL DEFAULT 0;

UPDATE claims SET claimant_key = lower(claimant), sought = lower(words || ' ' || claimant || ' ' || scope),
  sort_key = COALESCE((SELECT created_at FROM articles a WHERE a.id = claims.article_id), '') || ' ' || article_id || ' ' || id;

-- Lists of claims go from the newest article to the oldest, by sort_key.
CREATE INDEX claims_sorted ON claims (sort_key);
CREATE INDEX claims_state ON claims (state, sort_key);
CREATE INDEX claims_claimant ON claims (claimant_key, sort_key);
CREATE INDEX claims_subject ON claims (subject, state, polarity, least, most) WHERE subject <> '';

-- Who passed on what a claimant says, outermost first.
CREATE TABLE claim_relays (
  claim_id {{.Text}} NOT NULL REFERENCES claims (id),
  position {{.Int}} NOT NULL,
  words    {{.Text}} NOT NULL,
  PRIMARY KEY (claim_id, position)
);

-- The words of hedge and bound, and the verb of a statement.
CREATE TABLE claim_cues (
  claim_id {{.Text}} NOT NULL REFERENCES claims (id),
  position {{.Int}} NOT NULL,
  begins   {{.Int}} NOT NULL,
  ends     {{.Int}} NOT NULL,
  words    {{.Text}} NOT NULL,
  PRIMARY KEY (claim_id, position)
);

-- Territories that a claim is about.
CREATE TABLE claim_places (
  claim_id  {{.Text}} NOT NULL REFERENCES claims (id),
  position  {{.Int}} NOT NULL,
  territory {{.Text}} NOT NULL,
  sort_key  {{.Text}} NOT NULL,
  PRIMARY KEY (claim_id, position)
);
CREATE INDEX claim_places_territory ON claim_places (territory, sort_key);

-- What was read of a claim that an editor corrected: the claim's row has what
-- she says, this what the machine had read. Territories have blanks between them.
CREATE TABLE claim_corrections (
  claim_id     {{.Text}} PRIMARY KEY REFERENCES claims (id),
  account      {{.Text}} NOT NULL,
  corrected_at {{.Text}} NOT NULL,
  claimant     {{.Text}} NOT NULL,
  polarity     {{.Text}} NOT NULL,
  hedge        {{.Text}} NOT NULL,
  bound        {{.Text}} NOT NULL,
  least        {{.Real}} NOT NULL,
  most         {{.Real}} NOT NULL,
  unit         {{.Text}} NOT NULL,
  measure      {{.Text}} NOT NULL,
  scope        {{.Text}} NOT NULL,
  as_of        {{.Text}} NOT NULL,
  places       {{.Text}} NOT NULL
);
CREATE INDEX figure_claims_claim ON figure_claims (claim_id);
