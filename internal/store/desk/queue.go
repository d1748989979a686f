package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// Queue gives a page of articles in a stage, newest first, with the
// territories that were decided, or proposed where nothing was decided yet.
func (s *Store) Queue(ctx context.Context, q desk.QueueQuery) ([]desk.QueueItem, error) {
	const columns = `SELECT id, stage, title, outlet, published, language, sensitivity, last_error, created_at FROM articles `
	const order = ` ORDER BY created_at DESC, id DESC LIMIT $2`
	var list []desk.QueueItem
	var err error
	if q.Before == "" {
		list, err = store.All(ctx, s.db.Read(), scanItem, columns+`WHERE stage = $1`+order, string(q.Stage), q.Limit)
	} else {
		list, err = store.All(ctx, s.db.Read(), scanItem, columns+`WHERE stage = $1 AND (created_at, id) <
			(SELECT created_at, id FROM articles WHERE id = $3)`+order, string(q.Stage), q.Limit, q.Before)
	}
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].About, err = s.about(ctx, list[i].ID); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func scanItem(r store.Row) (desk.QueueItem, error) {
	var i desk.QueueItem
	var created string
	err := r.Scan(&i.ID, &i.Stage, &i.Title, &i.Outlet, &i.Published, &i.Language, &i.Sensitivity, &i.LastError, &created)
	if err == nil {
		i.CreatedAt = store.ParseTime(created)
	}
	return i, err
}

func (s *Store) about(ctx context.Context, articleID string) ([]string, error) {
	decided, err := store.Strings(ctx, s.db.Read(), `SELECT territory FROM article_territories WHERE article_id = $1 ORDER BY territory`, articleID)
	if err != nil || len(decided) > 0 {
		return decided, err
	}
	return store.Strings(ctx, s.db.Read(), `SELECT value FROM findings WHERE article_id = $1 AND kind = $2 ORDER BY score DESC, value`,
		articleID, string(desk.FindingAbout))
}

// StageCounts gives how many articles are in each stage.
func (s *Store) StageCounts(ctx context.Context) (map[desk.Stage]int, error) {
	type count struct {
		stage desk.Stage
		n     int
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (c count, err error) { return c, r.Scan(&c.stage, &c.n) },
		`SELECT stage, COUNT(*) FROM articles GROUP BY stage`)
	out := map[desk.Stage]int{}
	for _, c := range list {
		out[c.stage] = c.n
	}
	return out, err
}
