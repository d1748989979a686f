package publisher

import (
	"context"
	"fmt"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// PutRedirects stores where articles were found before they came here: all that
// lead to one of the articles are replaced.
func (s *Store) PutRedirects(ctx context.Context, articles []string, list []public.Redirect) error {
	if len(articles) == 0 {
		return nil
	}
	var out []statement
	for _, id := range articles {
		out = append(out, statement{`DELETE FROM redirects WHERE article_id = $1`, []any{id}})
	}
	for _, r := range list {
		out = append(out, statement{`INSERT INTO redirects (path, article_id) VALUES ($1, $2)
			ON CONFLICT (path) DO UPDATE SET article_id = excluded.article_id`, []any{r.Path, r.ArticleID}})
	}
	return s.write(ctx, func(tx store.Tx) error {
		if err := run(ctx, tx, out); err != nil {
			return fmt.Errorf("put redirects: %w", err)
		}
		return nil
	})
}
