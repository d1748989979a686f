package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// DueArticles gives up to n articles whose newest version the edition does not
// have yet: published, changed in public or withdrawn.
func (s *Store) DueArticles(ctx context.Context, n int) ([]desk.Article, error) {
	return s.dueArticles(ctx, "", n)
}

// DueWithdrawals is DueArticles without those that are to be public.
func (s *Store) DueWithdrawals(ctx context.Context, n int) ([]desk.Article, error) {
	return s.dueArticles(ctx, " AND stage <> 'published'", n)
}

func (s *Store) dueArticles(ctx context.Context, which string, n int) ([]desk.Article, error) {
	list, err := store.All(ctx, s.db.Read(), scanArticle,
		`SELECT `+articleColumns+` FROM articles WHERE edition_version < version`+which+` ORDER BY updated_at LIMIT $1`, n)
	for i := range list {
		if err == nil {
			err = s.fillLists(ctx, &list[i])
		}
	}
	return list, err
}

// ArticlesCarried notes that the edition has these versions.
func (s *Store) ArticlesCarried(ctx context.Context, list []desk.Article) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, a := range list {
			if err := store.Exec(ctx, tx, `UPDATE articles SET edition_version = $1 WHERE id = $2 AND edition_version < $1`, a.Version, a.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// Republish marks everything that is or was public as to be carried over, for
// a rebuilt edition, and all capabilities for the readers room.
func (s *Store) Republish(ctx context.Context) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, q := range []string{
			`UPDATE articles SET edition_version = -1 WHERE published_at <> ''`,
			`UPDATE articles SET story_carried = -1 WHERE story_version > 0`,
			`UPDATE cases SET edition_version = -1 WHERE published_at <> ''`,
			`UPDATE figures SET edition_version = -1`,
			`UPDATE snippets SET edition_version = -1`,
			`UPDATE issues SET edition_version = -1 WHERE state <> 'draft' AND test = 0`,
			`UPDATE capabilities SET due = due + 1`,
		} {
			if err := store.Exec(ctx, tx, q); err != nil {
				return err
			}
		}
		return nil
	})
}

// DueIssue is an issue whose newest version the edition does not have yet.
type DueIssue struct {
	subscription.Issue
	Version int
}

// DueIssues gives up to n issues to be carried over to the archive.
func (s *Store) DueIssues(ctx context.Context, n int) ([]DueIssue, error) {
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (d DueIssue, err error) {
		d.Issue, err = scanIssue(prefixed{r, &d.Version})
		return d, err
	}, `SELECT version, `+issueColumns+` FROM issues WHERE edition_version < version AND state <> 'draft' AND test = 0 ORDER BY created_at LIMIT $1`, n)
	for i := range list {
		if err == nil {
			err = s.fillIssue(ctx, &list[i].Issue)
		}
	}
	return list, err
}

// prefixed scans one more column in front of a row's others.
type prefixed struct {
	store.Row
	first any
}

// Scan reads the first column and the others.
func (p prefixed) Scan(dest ...any) error { return p.Row.Scan(append([]any{p.first}, dest...)...) }

// IssueCarried notes that the edition has this version of an issue.
func (s *Store) IssueCarried(ctx context.Context, id string, version int) error {
	return s.carried(ctx, `UPDATE issues SET edition_version = $1 WHERE id = $2 AND edition_version < $1`, id, version)
}

// DueSnippets gives up to n snippets to be carried over; a deleted one has
// neither text nor placements.
func (s *Store) DueSnippets(ctx context.Context, n int) ([]desk.Snippet, error) {
	list, err := store.All(ctx, s.db.Read(), scanSnippet, `SELECT `+snippetColumns+` FROM snippets WHERE edition_version < version ORDER BY updated_at LIMIT $1`, n)
	for i := range list {
		if err == nil {
			err = s.fillPlacements(ctx, &list[i])
		}
	}
	return list, err
}

// SnippetCarried notes that the edition has this version of a snippet.
func (s *Store) SnippetCarried(ctx context.Context, id string, version int) error {
	return s.carried(ctx, `UPDATE snippets SET edition_version = $1 WHERE id = $2 AND edition_version < $1`, id, version)
}

func (s *Store) carried(ctx context.Context, query, id string, version int) error {
	return s.db.Write(ctx, func(tx store.Tx) error { return store.Exec(ctx, tx, query, version, id) })
}
