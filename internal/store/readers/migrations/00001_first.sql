-- +goose Up

-- What stands behind a capability, found by the SHA-256 of its word. There is
-- no address here and nothing that leads to one.
CREATE TABLE preferences (
  hash       {{.Text}} PRIMARY KEY,
  kind       {{.Text}} NOT NULL,
  language   {{.Text}} NOT NULL,
  expires_at {{.Text}} NOT NULL
);

CREATE TABLE preference_territories (
  hash      {{.Text}} NOT NULL REFERENCES preferences (hash) ON DELETE CASCADE,
  territory {{.Text}} NOT NULL,
  PRIMARY KEY (hash, territory)
);
