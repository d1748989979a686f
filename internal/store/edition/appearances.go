package edition

import (
	"context"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// appearances gives where else the story of an article appeared.
func (s *Store) appearances(ctx context.Context, articleID string) ([]public.Appearance, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (a public.Appearance, err error) {
		return a, r.Scan(&a.Copy, &a.Outlet, &a.Published, &a.Title, &a.Language, &a.Address)
	}, `SELECT copy_id, outlet, published, title, language, address FROM appearances WHERE article_id = $1 ORDER BY position`, articleID)
}
