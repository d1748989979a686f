-- +goose Up

-- Where articles were found before they came here, as hashes: a path may hold a
-- name. One that leads to an article that was withdrawn stays, without a word.
CREATE TABLE redirects (
  path       {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL
);
CREATE INDEX redirects_article ON redirects (article_id);
