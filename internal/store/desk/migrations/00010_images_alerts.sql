-- +goose Up

-- The image of a captured page, where one is to be made: a capture of its own.
-- The id is that of the page's capture.
CREATE TABLE page_images (
  id           {{.Text}} PRIMARY KEY REFERENCES captures (id),
  image_id     {{.Text}} NOT NULL,
  state        {{.Text}} NOT NULL,
  next_try     {{.Text}} NOT NULL,
  attempts     {{.Int}} NOT NULL,
  last_error   {{.Text}} NOT NULL,
  leased_until {{.Text}} NOT NULL
);
CREATE INDEX page_images_due ON page_images (next_try) WHERE state = 'due';

-- The letter by which editors were told of a source's trouble; empty until
-- they are, and again when it is well.
ALTER TABLE sources ADD COLUMN alerted {{.Text}} NOT NULL DEFAULT '';
