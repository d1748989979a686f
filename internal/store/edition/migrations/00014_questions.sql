-- +goose Up

-- What a figure's question says; the desk brings its figures again.
ALTER TABLE figures ADD COLUMN question_id {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN origin {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN definition {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN scope {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN named_rule {{.Text}} NOT NULL DEFAULT '';
