-- +goose Up

-- What the public sends in, sealed to the desk's public key. serve may only
-- add; work reads and deletes.
CREATE TABLE messages (
  id     {{.Text}} PRIMARY KEY,
  at     {{.Text}} NOT NULL,
  sealed {{.Bytes}} NOT NULL
);
CREATE INDEX messages_at ON messages (at, id);
