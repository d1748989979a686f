-- +goose Up
ALTER TABLE settings ADD COLUMN contact {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN notice {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN colour {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE settings ADD COLUMN logo {{.Bytes}};
ALTER TABLE settings ADD COLUMN logo_type {{.Text}} NOT NULL DEFAULT '';
