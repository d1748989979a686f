-- +goose Up

-- Posts that came from another site: each is one article, however often its
-- export is read.
CREATE TABLE imports (
  site       {{.Text}} NOT NULL,
  post_id    {{.Text}} NOT NULL,
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  outlet     {{.Text}} NOT NULL,
  author     {{.Text}} NOT NULL,
  language   {{.Text}} NOT NULL,
  publish_by {{.Text}} NOT NULL,
  settled    {{.Int}} NOT NULL,
  at         {{.Text}} NOT NULL,
  PRIMARY KEY (site, post_id)
);
CREATE INDEX imports_article ON imports (article_id);
CREATE INDEX imports_open ON imports (site, post_id) WHERE settled = 0;

-- Where readers found an article before it came here: a path, with a query
-- where that is what told the article.
CREATE TABLE redirects (
  path       {{.Text}} PRIMARY KEY,
  article_id {{.Text}} NOT NULL REFERENCES articles (id)
);
CREATE INDEX redirects_article ON redirects (article_id);
