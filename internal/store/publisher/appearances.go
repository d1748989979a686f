package publisher

import (
	"context"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// PutAppearances stores where else the story of an article appeared, in place
// of what was known of it.
func (s *Store) PutAppearances(ctx context.Context, articleID string, list []public.Appearance) error {
	return s.write(ctx, func(tx store.Tx) error {
		all := []statement{{`DELETE FROM appearances WHERE article_id = $1`, []any{articleID}}}
		for i, a := range list {
			all = append(all, statement{`INSERT INTO appearances (article_id, copy_id, position, outlet, published, title, language, address)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, []any{articleID, a.Copy, i, store.Clean(a.Outlet), store.Clean(a.Published),
				store.Clean(a.Title), store.Clean(a.Language), store.Clean(a.Address)}})
		}
		return run(ctx, tx, all)
	})
}

// KeepAppearances takes out of what is there what is not in the list, and adds
// nothing.
func (s *Store) KeepAppearances(ctx context.Context, articleID string, list []public.Appearance) error {
	keep := map[string]bool{}
	for _, a := range list {
		keep[a.Copy] = true
	}
	return s.write(ctx, func(tx store.Tx) error {
		there, err := store.Strings(ctx, tx, `SELECT copy_id FROM appearances WHERE article_id = $1`, articleID)
		if err != nil {
			return err
		}
		for _, id := range there {
			if keep[id] {
				continue
			}
			if err := store.Exec(ctx, tx, `DELETE FROM appearances WHERE article_id = $1 AND copy_id = $2`, articleID, id); err != nil {
				return err
			}
		}
		return nil
	})
}
