-- +goose Up

-- Paragraphs of an article's text that may not be the article: people cut them
-- or say that they stay.
CREATE TABLE article_doubts (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  position   {{.Int}} NOT NULL,
  kind       {{.Text}} NOT NULL,
  text       {{.Text}} NOT NULL,
  kept       {{.Int}} NOT NULL,
  PRIMARY KEY (article_id, position)
);
