package publisher

import (
	"context"
	"fmt"
	"slices"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// PutSnippet stores a snippet with its placements, unless the same version or a
// newer one is there or was removed.
func (s *Store) PutSnippet(ctx context.Context, x public.Snippet) error {
	return s.write(ctx, func(tx store.Tx) error {
		newer, err := putting(ctx, tx, snippets, x.ID, x.Version, func() error { return takeSnippet(ctx, tx, x.ID) })
		if err != nil || !newer {
			return err
		}
		list := []statement{{`INSERT INTO snippets (id, version, position, html) VALUES ($1, $2, $3, $4)`,
			[]any{x.ID, x.Version, x.Position, store.Clean(x.HTML)}}}
		places := names(x.Placements)
		slices.Sort(places)
		for _, t := range slices.Compact(places) {
			list = append(list, statement{`INSERT INTO placements (snippet_id, territory) VALUES ($1, $2)`, []any{x.ID, t}})
		}
		if err := run(ctx, tx, list); err != nil {
			return fmt.Errorf("put snippet %s: %w", x.ID, err)
		}
		return nil
	})
}

// RemoveSnippet takes a snippet out, unless a newer version is there.
func (s *Store) RemoveSnippet(ctx context.Context, id string, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		return taking(ctx, tx, snippets, id, version, func() error { return takeSnippet(ctx, tx, id) })
	})
}

func takeSnippet(ctx context.Context, tx store.Tx, id string) error {
	return run(ctx, tx, []statement{
		{`DELETE FROM placements WHERE snippet_id = $1`, []any{id}},
		{`DELETE FROM snippets WHERE id = $1`, []any{id}},
	})
}

// PutIssue stores an issue for the archive, unless the same version or a newer
// one is there.
func (s *Store) PutIssue(ctx context.Context, x public.Issue, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		newer, err := putting(ctx, tx, issues, x.ID, version, func() error { return takeIssue(ctx, tx, x.ID) })
		if err != nil || !newer {
			return err
		}
		list := []statement{{`INSERT INTO issues (id, version, title, sent) VALUES ($1, $2, $3, $4)`,
			[]any{x.ID, version, store.Clean(x.Title), store.Time(x.Sent)}}}
		for i, id := range x.Articles {
			list = append(list, statement{`INSERT INTO issue_articles (issue_id, position, article_id) VALUES ($1, $2, $3)`, []any{x.ID, i, id}})
		}
		if err := run(ctx, tx, list); err != nil {
			return fmt.Errorf("put issue %s: %w", x.ID, err)
		}
		return nil
	})
}

func takeIssue(ctx context.Context, tx store.Tx, id string) error {
	return run(ctx, tx, []statement{
		{`DELETE FROM issue_articles WHERE issue_id = $1`, []any{id}},
		{`DELETE FROM issues WHERE id = $1`, []any{id}},
	})
}
