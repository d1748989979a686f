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

-- A letter may go to the editors, who are no subscribers.
CREATE TABLE letters_to_anybody (
  id            {{.Text}} PRIMARY KEY,
  subscriber_id {{.Text}} NOT NULL,
  kind          {{.Text}} NOT NULL,
  state         {{.Text}} NOT NULL,
  attempts      {{.Int}} NOT NULL,
  next_try      {{.Text}} NOT NULL,
  last_error    {{.Text}} NOT NULL,
  leased_until  {{.Text}} NOT NULL,
  created_at    {{.Text}} NOT NULL
);
INSERT INTO letters_to_anybody (id, subscriber_id, kind, state, attempts, next_try, last_error, leased_until, created_at)
  SELECT id, subscriber_id, kind, state, attempts, next_try, last_error, leased_until, created_at FROM letters;
DROP TABLE letters;
ALTER TABLE letters_to_anybody RENAME TO letters;
CREATE INDEX letters_due ON letters (next_try) WHERE state = 'open';
