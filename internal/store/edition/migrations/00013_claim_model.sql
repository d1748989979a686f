-- +goose Up

-- The whole model of a claim. What is here from before asserts a number; the
-- rest comes with its article when that is carried again.
ALTER TABLE claims ADD COLUMN polarity {{.Text}} NOT NULL DEFAULT 'asserts';
ALTER TABLE claims ADD COLUMN mode {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN basis {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN claimant_kind {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN via {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN places {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN said_on {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN refers_to {{.Text}} NOT NULL DEFAULT '';
