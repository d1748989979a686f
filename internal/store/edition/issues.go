package edition

import (
	"context"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

const issueColumns = `i.id, i.title, i.sent,
	COALESCE((SELECT string_agg(x.article_id, CAST($1 AS TEXT) ORDER BY x.position) FROM issue_articles x WHERE x.issue_id = i.id), '')`

func scanIssue(r store.Row) (public.Issue, error) {
	var i public.Issue
	var sent, articles string
	err := r.Scan(&i.ID, &i.Title, &sent, &articles)
	if err == nil {
		i.Sent, i.Articles = store.ParseTime(sent), split(articles)
	}
	return i, err
}

// Issues gives a page of public.PageSize issues, newest first; pages count from 1.
func (s *Store) Issues(ctx context.Context, page int) ([]public.Issue, error) {
	return store.All(ctx, s.db.Read(), scanIssue, `SELECT `+issueColumns+` FROM issues i ORDER BY i.sent DESC, i.id DESC LIMIT $2 OFFSET $3`,
		Separator, public.PageSize, before(page))
}

// Issue gives one. Errors: NotFound.
func (s *Store) Issue(ctx context.Context, id string) (public.Issue, error) {
	i, err := scanIssue(s.db.Read().QueryRowContext(ctx, `SELECT `+issueColumns+` FROM issues i WHERE i.id = $2`, Separator, id))
	return i, store.Found(err, "There is no newsletter issue %q.", id)
}
