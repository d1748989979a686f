-- +goose Up

-- Where else the story of an article appeared.
CREATE TABLE appearances (
  article_id {{.Text}} NOT NULL,
  copy_id    {{.Text}} NOT NULL,
  position   {{.Int}} NOT NULL,
  outlet     {{.Text}} NOT NULL,
  published  {{.Text}} NOT NULL,
  title      {{.Text}} NOT NULL,
  language   {{.Text}} NOT NULL,
  address    {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, copy_id)
);
