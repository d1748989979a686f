-- +goose Up

-- What is counted or asked. A figure answers one.
CREATE TABLE questions (
  id          {{.Text}} PRIMARY KEY,
  title       {{.Text}} NOT NULL,
  territory   {{.Text}} NOT NULL,
  origin      {{.Text}} NOT NULL,
  measure     {{.Text}} NOT NULL,
  unit        {{.Text}} NOT NULL,
  since       {{.Text}} NOT NULL,
  until       {{.Text}} NOT NULL,
  definition  {{.Text}} NOT NULL,
  scope       {{.Text}} NOT NULL,
  editor      {{.Text}} NOT NULL,
  closed      {{.Int}} NOT NULL,
  version     {{.Int}} NOT NULL,
  -- The version for which the claims that were there are compared already, and
  -- of an unfinished comparison the claim behind which to go on.
  asked       {{.Int}} NOT NULL,
  asked_after {{.Text}} NOT NULL,
  created_at  {{.Text}} NOT NULL,
  updated_at  {{.Text}} NOT NULL
);
CREATE INDEX questions_unasked ON questions (updated_at) WHERE asked < version;

-- The words for what is counted, and with acts 1 those for what is done.
CREATE TABLE question_terms (
  question_id {{.Text}} NOT NULL REFERENCES questions (id),
  position    {{.Int}} NOT NULL,
  acts        {{.Int}} NOT NULL,
  language    {{.Text}} NOT NULL,
  term        {{.Text}} NOT NULL,
  PRIMARY KEY (question_id, position)
);

-- 0: the claim is not compared with the questions yet.
ALTER TABLE claims ADD COLUMN asked {{.Int}} NOT NULL DEFAULT 0;
CREATE INDEX claims_unasked ON claims (article_id) WHERE asked = 0;

-- What the machine reads in a claim of what it counts. The lists are ids of
-- territories with a blank between them.
CREATE TABLE claim_traits (
  claim_id   {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL,
  words      {{.Text}} NOT NULL,
  origins    {{.Text}} NOT NULL,
  places     {{.Text}} NOT NULL,
  around     {{.Text}} NOT NULL,
  about      {{.Text}} NOT NULL,
  measure    {{.Text}} NOT NULL
);
CREATE INDEX claim_traits_article ON claim_traits (article_id);

-- The territories by which questions find claims.
CREATE TABLE claim_keys (
  territory  {{.Text}} NOT NULL,
  claim_id   {{.Text}} NOT NULL,
  article_id {{.Text}} NOT NULL,
  PRIMARY KEY (territory, claim_id)
){{if .SQLite}} WITHOUT ROWID{{end}};
CREATE INDEX claim_keys_article ON claim_keys (article_id);

-- Links between claims and questions, proposed or decided. A claim that was
-- read again has another id: its numbers say that it is the same.
CREATE TABLE question_claims (
  question_id {{.Text}} NOT NULL REFERENCES questions (id),
  claim_id    {{.Text}} NOT NULL,
  article_id  {{.Text}} NOT NULL,
  least       {{.Real}} NOT NULL,
  most        {{.Real}} NOT NULL,
  verdict     {{.Text}} NOT NULL,
  score       {{.Real}} NOT NULL,
  reasons     {{.Text}} NOT NULL,
  against     {{.Text}} NOT NULL,
  state       {{.Text}} NOT NULL,
  decided_by  {{.Text}} NOT NULL,
  decided_at  {{.Text}} NOT NULL,
  PRIMARY KEY (question_id, claim_id)
);
CREATE INDEX question_claims_article ON question_claims (article_id);
CREATE INDEX question_claims_waiting ON question_claims (question_id, verdict) WHERE state = 'proposed';

-- Whoever compares claims with questions waits for whoever changes a question.
INSERT INTO counters (name, value) VALUES ('question', 0);

-- Every figure that there is gets its question, and goes to the edition again.
ALTER TABLE figures ADD COLUMN question_id {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN named_rule {{.Text}} NOT NULL DEFAULT '';
CREATE INDEX figures_question ON figures (question_id);
INSERT INTO questions (id, title, territory, origin, measure, unit, since, until, definition, scope, editor, closed, version, asked, asked_after, created_at, updated_at)
  SELECT replace(id, '_g_', '_w_'), question, territory, '', measure, unit, '', '', '', note, '', withdrawn, 1, 1, '', decided_at, decided_at FROM figures;
UPDATE figures SET question_id = replace(id, '_g_', '_w_'), version = version + 1;
INSERT INTO question_claims (question_id, claim_id, article_id, least, most, verdict, score, reasons, against, state, decided_by, decided_at)
  SELECT replace(f.id, '_g_', '_w_'), c.id, c.article_id, c.least, c.most, CASE WHEN MIN(x.beside) = 0 THEN 'answers' ELSE 'near' END, 1, '', '',
    CASE WHEN MIN(x.beside) = 0 THEN 'linked' ELSE 'beside' END, '', f.decided_at
  FROM figure_claims x JOIN figures f ON f.id = x.figure_id JOIN claims c ON c.id = x.claim_id GROUP BY f.id, f.decided_at, c.id, c.article_id, c.least, c.most;
