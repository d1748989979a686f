package edition

import (
	"context"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Moved gives the article that was found at a path of another site, a
// [public.OldPath]. Errors: Gone when it was withdrawn, NotFound when nothing
// that is or was public was found there.
func (s *Store) Moved(ctx context.Context, path string) (articleID string, err error) {
	var there int
	err = s.db.Read().QueryRowContext(ctx, `SELECT r.article_id,
		CASE WHEN EXISTS (SELECT 1 FROM articles a WHERE a.id = r.article_id) THEN 1 ELSE 0 END FROM redirects r WHERE r.path = $1`,
		public.PathHash(path)).Scan(&articleID, &there)
	if err != nil {
		return "", store.Found(err, "Nothing was found at this address.")
	}
	if there == 0 {
		err = s.missing(ctx, articleID, fault.New(fault.NotFound, "Nothing was found at this address."))
		return "", err
	}
	return articleID, nil
}
