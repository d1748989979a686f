-- +goose Up

CREATE TABLE settings (
  name  {{.Text}} PRIMARY KEY,
  value {{.Text}} NOT NULL
);

CREATE TABLE counters (
  name  {{.Text}} PRIMARY KEY,
  value {{.Int}} NOT NULL
);
INSERT INTO counters (name, value) VALUES ('leaf', -1);

CREATE TABLE accounts (
  id            {{.Text}} PRIMARY KEY,
  name          {{.Text}} NOT NULL,
  name_folded   {{.Text}} NOT NULL UNIQUE,
  password_hash {{.Text}} NOT NULL,
  role          {{.Text}} NOT NULL,
  disabled      {{.Int}} NOT NULL,
  created_at    {{.Text}} NOT NULL
);

CREATE TABLE invitations (
  hash       {{.Text}} PRIMARY KEY,
  account_id {{.Text}} NOT NULL,
  expires_at {{.Text}} NOT NULL
);

CREATE TABLE sessions (
  token      {{.Text}} PRIMARY KEY,
  account_id {{.Text}} NOT NULL,
  data       {{.Bytes}} NOT NULL,
  expires_at {{.Text}} NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE sources (
  id            {{.Text}} PRIMARY KEY,
  kind          {{.Text}} NOT NULL,
  address       {{.Text}} NOT NULL,
  outlet        {{.Text}} NOT NULL,
  territory     {{.Text}} NOT NULL,
  language      {{.Text}} NOT NULL,
  licence       {{.Text}} NOT NULL,
  paused        {{.Int}} NOT NULL,
  health        {{.Text}} NOT NULL,
  version       {{.Int}} NOT NULL,
  next_try      {{.Text}} NOT NULL,
  attempts      {{.Int}} NOT NULL,
  last_error    {{.Text}} NOT NULL,
  last_polled   {{.Text}} NOT NULL,
  etag          {{.Text}} NOT NULL,
  last_modified {{.Text}} NOT NULL,
  leased_until  {{.Text}} NOT NULL,
  created_at    {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX sources_address ON sources (address) WHERE address <> '';
CREATE UNIQUE INDEX sources_inward ON sources (kind) WHERE address = '';
CREATE INDEX sources_due ON sources (next_try) WHERE paused = 0 AND address <> '';

CREATE TABLE entries (
  id           {{.Text}} PRIMARY KEY,
  source_id    {{.Text}} NOT NULL REFERENCES sources (id),
  identity     {{.Text}} NOT NULL,
  link         {{.Text}} NOT NULL,
  title        {{.Text}} NOT NULL,
  published    {{.Text}} NOT NULL,
  state        {{.Text}} NOT NULL,
  capture_id   {{.Text}} NOT NULL,
  next_try     {{.Text}} NOT NULL,
  attempts     {{.Int}} NOT NULL,
  last_error   {{.Text}} NOT NULL,
  leased_until {{.Text}} NOT NULL,
  created_at   {{.Text}} NOT NULL,
  UNIQUE (source_id, identity)
);
CREATE INDEX entries_due ON entries (next_try) WHERE state = 'new';
CREATE INDEX entries_source ON entries (source_id, created_at);

-- Evidence. Rows are only ever added; the triggers below see to it.
CREATE TABLE captures (
  id         {{.Text}} PRIMARY KEY,
  sha256     {{.Text}} NOT NULL,
  size       {{.Int}} NOT NULL,
  media_type {{.Text}} NOT NULL,
  how        {{.Text}} NOT NULL,
  address    {{.Text}} NOT NULL,
  final_url  {{.Text}} NOT NULL,
  status     {{.Int}} NOT NULL,
  file_name  {{.Text}} NOT NULL,
  source_id  {{.Text}} NOT NULL,
  entry_id   {{.Text}} NOT NULL,
  by_account {{.Text}} NOT NULL,
  agent      {{.Text}} NOT NULL,
  at         {{.Text}} NOT NULL
);
-- What is handed in twice is the same capture; what is fetched twice from one
-- address with the same bytes too. Concurrent callers meet at this index.
CREATE UNIQUE INDEX captures_once ON captures (sha256, source_id, address, entry_id);

CREATE TABLE leaves (
  seq        {{.Int}} PRIMARY KEY,
  capture_id {{.Text}} NOT NULL UNIQUE REFERENCES captures (id),
  commitment {{.Bytes}} NOT NULL
);

-- The nonces stand apart: an erasure deletes one and leaves the log whole.
CREATE TABLE nonces (
  capture_id {{.Text}} PRIMARY KEY REFERENCES captures (id),
  nonce      {{.Bytes}} NOT NULL
);

CREATE TABLE articles (
  id              {{.Text}} PRIMARY KEY,
  capture_id      {{.Text}} NOT NULL REFERENCES captures (id),
  source_id       {{.Text}} NOT NULL,
  stage           {{.Text}} NOT NULL,
  title           {{.Text}} NOT NULL,
  title_by_desk   {{.Int}} NOT NULL,
  standfirst      {{.Text}} NOT NULL,
  outlet          {{.Text}} NOT NULL,
  published       {{.Text}} NOT NULL,
  address         {{.Text}} NOT NULL,
  language        {{.Text}} NOT NULL,
  text            {{.Text}} NOT NULL,
  html            {{.Text}} NOT NULL,
  dateline        {{.Text}} NOT NULL,
  confidence      {{.Real}} NOT NULL,
  reader          {{.Text}} NOT NULL,
  text_hash       {{.Text}} NOT NULL,
  same_as         {{.Text}} NOT NULL,
  sensitivity     {{.Text}} NOT NULL,
  licence         {{.Text}} NOT NULL,
  version         {{.Int}} NOT NULL,
  edition_version {{.Int}} NOT NULL,
  published_at    {{.Text}} NOT NULL,
  created_at      {{.Text}} NOT NULL,
  updated_at      {{.Text}} NOT NULL,
  next_try        {{.Text}} NOT NULL,
  attempts        {{.Int}} NOT NULL,
  last_error      {{.Text}} NOT NULL,
  leased_until    {{.Text}} NOT NULL
);
CREATE INDEX articles_queue ON articles (stage, created_at, id);
CREATE INDEX articles_unread ON articles (next_try) WHERE stage = 'unread';
CREATE INDEX articles_due ON articles (updated_at) WHERE edition_version < version;
CREATE INDEX articles_capture ON articles (capture_id);
-- One article carries a text; the others say same_as. Concurrent readers of
-- the same text meet at this index.
CREATE UNIQUE INDEX articles_text ON articles (text_hash) WHERE text_hash <> '' AND same_as = '';

CREATE TABLE article_bylines (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  position   {{.Int}} NOT NULL,
  name       {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, position)
);

CREATE TABLE article_removed (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  position   {{.Int}} NOT NULL,
  kind       {{.Text}} NOT NULL,
  text       {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, position)
);

CREATE TABLE article_territories (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  territory  {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, territory)
);
CREATE INDEX article_territories_territory ON article_territories (territory);

CREATE TABLE findings (
  id         {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  kind       {{.Text}} NOT NULL,
  value      {{.Text}} NOT NULL,
  score      {{.Real}} NOT NULL,
  mentions   {{.Int}} NOT NULL,
  rule       {{.Text}} NOT NULL,
  UNIQUE (article_id, kind, value)
);

CREATE TABLE finding_spans (
  finding_id {{.Text}} NOT NULL REFERENCES findings (id),
  position   {{.Int}} NOT NULL,
  begins     {{.Int}} NOT NULL,
  ends       {{.Int}} NOT NULL,
  words      {{.Text}} NOT NULL,
  PRIMARY KEY (finding_id, position)
);

CREATE TABLE decisions (
  id        {{.Text}} PRIMARY KEY,
  at        {{.Text}} NOT NULL,
  account   {{.Text}} NOT NULL,
  verb      {{.Text}} NOT NULL,
  record_id {{.Text}} NOT NULL,
  reason    {{.Text}} NOT NULL
);
CREATE INDEX decisions_record ON decisions (record_id, at);

CREATE TABLE audit (
  decision_id {{.Text}} NOT NULL REFERENCES decisions (id),
  position    {{.Int}} NOT NULL,
  field       {{.Text}} NOT NULL,
  before_text {{.Text}} NOT NULL,
  after_text  {{.Text}} NOT NULL,
  PRIMARY KEY (decision_id, position)
);

CREATE TABLE snippets (
  id              {{.Text}} PRIMARY KEY,
  name            {{.Text}} NOT NULL,
  markdown        {{.Text}} NOT NULL,
  position        {{.Int}} NOT NULL,
  version         {{.Int}} NOT NULL,
  edition_version {{.Int}} NOT NULL,
  deleted         {{.Int}} NOT NULL,
  updated_at      {{.Text}} NOT NULL
);
CREATE UNIQUE INDEX snippets_name ON snippets (name) WHERE deleted = 0;
CREATE INDEX snippets_due ON snippets (updated_at) WHERE edition_version < version;

CREATE TABLE snippet_placements (
  snippet_id {{.Text}} NOT NULL REFERENCES snippets (id),
  territory  {{.Text}} NOT NULL,
  PRIMARY KEY (snippet_id, territory)
);

CREATE TABLE subscribers (
  id             {{.Text}} PRIMARY KEY,
  address_hash   {{.Text}} NOT NULL UNIQUE,
  address_sealed {{.Bytes}} NOT NULL,
  state          {{.Text}} NOT NULL,
  language       {{.Text}} NOT NULL,
  created_at     {{.Text}} NOT NULL,
  confirmed_at   {{.Text}} NOT NULL,
  written_at     {{.Text}} NOT NULL
);
CREATE INDEX subscribers_state ON subscribers (state);

CREATE TABLE subscriptions (
  subscriber_id {{.Text}} NOT NULL REFERENCES subscribers (id),
  territory     {{.Text}} NOT NULL,
  PRIMARY KEY (subscriber_id, territory)
);

CREATE TABLE capabilities (
  hash          {{.Text}} PRIMARY KEY,
  subscriber_id {{.Text}} NOT NULL REFERENCES subscribers (id),
  kind          {{.Text}} NOT NULL,
  expires_at    {{.Text}} NOT NULL,
  gone          {{.Int}} NOT NULL,
  due           {{.Int}} NOT NULL
);
CREATE INDEX capabilities_subscriber ON capabilities (subscriber_id);
CREATE INDEX capabilities_due ON capabilities (due) WHERE due > 0;
CREATE INDEX capabilities_expires ON capabilities (expires_at) WHERE expires_at <> '' AND gone = 0;

CREATE TABLE letters (
  id            {{.Text}} PRIMARY KEY,
  subscriber_id {{.Text}} NOT NULL REFERENCES subscribers (id),
  kind          {{.Text}} NOT NULL,
  state         {{.Text}} NOT NULL,
  attempts      {{.Int}} NOT NULL,
  next_try      {{.Text}} NOT NULL,
  last_error    {{.Text}} NOT NULL,
  leased_until  {{.Text}} NOT NULL,
  created_at    {{.Text}} NOT NULL
);
CREATE INDEX letters_due ON letters (next_try) WHERE state = 'open';

-- Messages of the intake that have taken effect.
CREATE TABLE taken (
  message_id {{.Text}} PRIMARY KEY,
  at         {{.Text}} NOT NULL
);

CREATE TABLE issues (
  id              {{.Text}} PRIMARY KEY,
  title           {{.Text}} NOT NULL,
  state           {{.Text}} NOT NULL,
  test            {{.Int}} NOT NULL,
  version         {{.Int}} NOT NULL,
  edition_version {{.Int}} NOT NULL,
  created_at      {{.Text}} NOT NULL,
  sent_at         {{.Text}} NOT NULL
);
CREATE INDEX issues_sending ON issues (state) WHERE state = 'sending';

CREATE TABLE issue_articles (
  issue_id   {{.Text}} NOT NULL REFERENCES issues (id),
  position   {{.Int}} NOT NULL,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  PRIMARY KEY (issue_id, position)
);
CREATE INDEX issue_articles_article ON issue_articles (article_id);

-- The ledger: one row per issue and subscriber.
CREATE TABLE deliveries (
  id            {{.Text}} PRIMARY KEY,
  issue_id      {{.Text}} NOT NULL REFERENCES issues (id),
  subscriber_id {{.Text}} NOT NULL REFERENCES subscribers (id),
  state         {{.Text}} NOT NULL,
  attempts      {{.Int}} NOT NULL,
  next_try      {{.Text}} NOT NULL,
  last_error    {{.Text}} NOT NULL,
  leased_until  {{.Text}} NOT NULL,
  ended_at      {{.Text}} NOT NULL,
  UNIQUE (issue_id, subscriber_id)
);
CREATE INDEX deliveries_due ON deliveries (next_try) WHERE state = 'open';
CREATE INDEX deliveries_issue ON deliveries (issue_id, state);
CREATE INDEX deliveries_subscriber ON deliveries (subscriber_id);

{{range $table := list "captures" "leaves" "decisions" "audit"}}
{{if $.SQLite}}
-- +goose StatementBegin
CREATE TRIGGER {{$table}}_update BEFORE UPDATE ON {{$table}}
BEGIN SELECT RAISE(ABORT, '{{$table}} is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER {{$table}}_delete BEFORE DELETE ON {{$table}}
BEGIN SELECT RAISE(ABORT, '{{$table}} is only added to'); END;
-- +goose StatementEnd
{{else}}
-- +goose StatementBegin
CREATE FUNCTION {{$table}}_only_added() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{{$table}} is only added to'; END $$;
-- +goose StatementEnd
CREATE TRIGGER {{$table}}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {{$table}}
  FOR EACH STATEMENT EXECUTE FUNCTION {{$table}}_only_added();
{{end}}
{{end}}

{{if .SQLite}}
-- +goose StatementBegin
CREATE TRIGGER deliveries_forward BEFORE UPDATE OF state ON deliveries
WHEN OLD.state <> 'open' AND NEW.state <> OLD.state
BEGIN SELECT RAISE(ABORT, 'deliveries only move forward'); END;
-- +goose StatementEnd
{{else}}
-- +goose StatementBegin
CREATE FUNCTION deliveries_forward() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'deliveries only move forward'; END $$;
-- +goose StatementEnd
CREATE TRIGGER deliveries_forward BEFORE UPDATE OF state ON deliveries
  FOR EACH ROW WHEN (OLD.state <> 'open' AND NEW.state <> OLD.state)
  EXECUTE FUNCTION deliveries_forward();
{{end}}
