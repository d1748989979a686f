-- +goose Up

-- Who is named as the author of an article and is no person: an agency, a team,
-- an outlet.
ALTER TABLE articles ADD COLUMN credit {{.Text}} NOT NULL DEFAULT '';

-- The lead image: where it lies, what stands under it, whose it is, and what
-- stands in its place. The image itself is not kept.
ALTER TABLE articles ADD COLUMN image_address {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN image_caption {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN image_credit {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN image_alt {{.Text}} NOT NULL DEFAULT '';
