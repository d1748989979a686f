-- +goose Up

-- The SHA-256 of the WARC file that holds the capture; empty for captures from
-- before there were such files, whose bare bytes are kept under their own SHA-256.
ALTER TABLE captures ADD COLUMN file {{.Text}} NOT NULL DEFAULT '';
