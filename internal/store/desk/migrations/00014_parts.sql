-- +goose Up

-- Which article of its capture an article is, from 1, where the capture is a
-- digest or has several posts; 0 where it is the only one.
ALTER TABLE articles ADD COLUMN part {{.Int}} NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX articles_part ON articles (capture_id, part) WHERE part > 0;

-- The form of the dateline that was found, and how sure that form is.
ALTER TABLE articles ADD COLUMN dateline_rule {{.Text}} NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN dateline_confidence {{.Real}} NOT NULL DEFAULT 0;
