-- +goose Up

-- Terms of the taxonomy that a person decided for an article: "theme:children".
CREATE TABLE article_terms (
  article_id {{.Text}} NOT NULL REFERENCES articles (id),
  term       {{.Text}} NOT NULL,
  PRIMARY KEY (article_id, term)
);
CREATE INDEX article_terms_term ON article_terms (term);
