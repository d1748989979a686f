-- +goose Up

-- Who is credited with an article and is no person: an agency, a team, an outlet.
ALTER TABLE articles ADD COLUMN credit {{.Text}} NOT NULL DEFAULT '';
