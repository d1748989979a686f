package desk

import (
	"context"
	"fmt"
	"time"

	"rightsdesk/internal/alike"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// PlaceArticles finds for up to n articles that were read which story they
// carry, each in a transaction of its own, and gives how many it looked at. Of
// two copies that arrive at the same moment the later one sees the earlier:
// whoever places an article waits for the others.
func (s *Store) PlaceArticles(ctx context.Context, now time.Time, n int) (int, error) {
	ids, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM articles WHERE placed = 0 AND stage NOT IN ('unread', 'unreadable')
		ORDER BY created_at, id LIMIT $1`, n)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		if err := s.db.Write(ctx, func(tx store.Tx) error { return place(ctx, tx, id, now) }); err != nil {
			return 0, fmt.Errorf("place %s: %w", id, err)
		}
	}
	return len(ids), nil
}

// newcomer is an article whose story is looked for.
type newcomer struct {
	desk.Article
	number   int64
	imported bool
	text     alike.Text
}

func place(ctx context.Context, tx store.Tx, id string, now time.Time) error {
	n := newcomer{}
	var err error
	if n.number, err = turn(ctx, tx); err != nil {
		return err
	}
	found, err := store.All(ctx, tx, scanArticle, `SELECT `+articleColumns+` FROM articles WHERE id = $1 AND placed = 0 AND stage NOT IN ('unread', 'unreadable')`, id)
	if err != nil || len(found) == 0 {
		return err // another worker was faster
	}
	n.Article = found[0]
	if err := store.Exec(ctx, tx, `UPDATE articles SET placed = 1 WHERE id = $1`, id); err != nil {
		return err
	}
	if n.Post != "" || n.Story != "" || n.Stage == desk.StageErased {
		return nil
	}
	if n.SameAs != "" && n.Stage == desk.StageDuplicate {
		return n.follow(ctx, tx, n.SameAs, 1, now)
	}
	imports, err := store.Strings(ctx, tx, `SELECT article_id FROM imports WHERE article_id = $1`, id)
	if err != nil {
		return err
	}
	n.imported, n.text = len(imports) > 0, alike.NewArticle(n.Title, n.Text)
	grams := n.text.Asked()
	if n.imported { // it joins nothing; only what is common is to be known
		grams = n.text.Keys(nil)
	}
	hits, err := carriers(ctx, tx, grams)
	if err != nil {
		return err
	}
	numbers, common := alike.Nearest(hits)
	if err := n.addKeys(ctx, tx, common); err != nil {
		return err
	}
	if n.imported {
		return nil
	}
	before, err := n.before(ctx, tx)
	if err != nil {
		return err
	}
	if before != "" {
		return n.revise(ctx, tx, before, now)
	}
	near, err := neighbours(ctx, tx, numbers)
	if err != nil {
		return err
	}
	return n.join(ctx, tx, near, now)
}

// turn gives the next number. Its row makes those who change stories wait for
// each other; what they then read is what the others left.
func turn(ctx context.Context, tx store.Tx) (number int64, err error) {
	err = tx.QueryRowContext(ctx, `UPDATE counters SET value = value + 1 WHERE name = 'story' RETURNING value`).Scan(&number)
	return number, err
}

// before gives the article of the same source and address that the newcomer is a
// later version of; empty for none. The parts of a digest have one address, and
// are told apart by their number.
func (n *newcomer) before(ctx context.Context, tx store.Tx) (string, error) {
	found, err := store.Strings(ctx, tx, `SELECT id FROM (
		SELECT a.id, a.created_at FROM articles a WHERE a.source_id = $1 AND a.address = $2 AND a.address <> '' AND a.placed = 1 AND a.post = ''
			AND a.capture_id <> $3 AND a.part = $4 AND a.created_at <= $5 AND a.stage NOT IN ('unread', 'unreadable', 'erased')
		) f ORDER BY created_at DESC, id DESC LIMIT 1`, n.SourceID, n.Address, n.CaptureID, n.Part, store.Time(n.CreatedAt))
	if err != nil || len(found) == 0 || n.Stage != desk.StageWaiting {
		return "", err
	}
	return found[0], nil
}

// revise makes the newcomer a later version of an article, in its story.
func (n *newcomer) revise(ctx context.Context, tx store.Tx, before string, now time.Time) error {
	if err := store.Exec(ctx, tx, `UPDATE articles SET revises = $1 WHERE id = $2`, before, n.ID); err != nil {
		return err
	}
	return n.follow(ctx, tx, before, 0, now)
}

// follow makes the newcomer a copy in the story of another article.
func (n *newcomer) follow(ctx context.Context, tx store.Tx, other string, similarity float64, now time.Time) error {
	leader, err := store.Strings(ctx, tx, `SELECT CASE WHEN story = '' THEN id ELSE story END FROM articles WHERE id = $1`, other)
	if err != nil || len(leader) == 0 {
		return err
	}
	if err := store.Exec(ctx, tx, `UPDATE articles SET similarity = $1 WHERE id = $2`, similarity, n.ID); err != nil {
		return err
	}
	return gather(ctx, tx, leader[0], []string{n.ID}, now)
}

// days gives how many days a day of publication lies after another; 0 when one
// of them is not known to the day.
func days(a, b string) int {
	first, errA := time.Parse(time.DateOnly, a)
	second, errB := time.Parse(time.DateOnly, b)
	if errA != nil || errB != nil {
		return 0
	}
	return int(first.Sub(second).Hours() / 24)
}
