-- +goose Up

-- What kind of the organisation's own text an article is; empty for news.
ALTER TABLE articles ADD COLUMN post {{.Text}} NOT NULL DEFAULT '';
CREATE INDEX articles_post ON articles (post, position) WHERE post <> '';
