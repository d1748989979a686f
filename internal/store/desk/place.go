package desk

import (
	"context"
	"encoding/binary"
	"fmt"
	"strconv"
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
	near, common, err := nearest(ctx, tx, n.text)
	if err != nil {
		return err
	}
	if err := n.addKeys(ctx, tx, common); err != nil {
		return err
	}
	before, err := n.before(ctx, tx)
	if err != nil {
		return err
	}
	if before != "" {
		return n.revise(ctx, tx, before, now)
	}
	return n.join(ctx, tx, near, now)
}

// turn gives the next number. Its row makes those who change stories wait for
// each other; what they then read is what the others left.
func turn(ctx context.Context, tx store.Tx) (number int64, err error) {
	err = tx.QueryRowContext(ctx, `UPDATE counters SET value = value + 1 WHERE name = 'story' RETURNING value`).Scan(&number)
	return number, err
}

// neighbour is an article whose keys a newcomer has.
type neighbour struct {
	id, story, outlet, published string
	title, text                  string
}

// asked is how many grams one question has. Shorter questions repeat their
// last gram, so that the statement is always the same.
const asked = 250

// nearest gives the articles to be held against a text, and which of its grams
// are common.
func nearest(ctx context.Context, tx store.Tx, text alike.Text) ([]neighbour, map[alike.Gram]bool, error) {
	var hits []alike.Hit[int64]
	for grams := text.Asked(); len(grams) > 0; {
		part := grams[:min(asked, len(grams))]
		grams = grams[len(part):]
		args := make([]any, asked)
		for i := range args {
			args[i] = int64(part[min(i, len(part)-1)])
		}
		more, err := store.All(ctx, tx, func(r store.Row) (h alike.Hit[int64], err error) {
			var gram int64
			err = r.Scan(&gram, &h.Text)
			h.Key = alike.Gram(gram)
			return h, err
		}, `SELECT gram, number FROM story_keys WHERE gram IN (`+marks(1, asked)+`)`, args...)
		if err != nil {
			return nil, nil, err
		}
		hits = append(hits, more...)
	}
	numbers, common := alike.Nearest(hits)
	if len(numbers) == 0 {
		return nil, common, nil
	}
	args := make([]any, len(numbers))
	for i, n := range numbers {
		args[i] = n
	}
	near, err := store.All(ctx, tx, func(r store.Row) (n neighbour, err error) {
		return n, r.Scan(&n.id, &n.story, &n.outlet, &n.published, &n.title, &n.text)
	}, `SELECT a.id, a.story, a.outlet, a.published, a.title, a.text FROM story_texts t JOIN articles a ON a.id = t.article_id
		WHERE t.number IN (`+marks(1, len(numbers))+`) ORDER BY t.number`, args...)
	return near, common, err
}

// marks gives n placeholders from a number on.
func marks(from, n int) string {
	out := make([]byte, 0, 6*n)
	for i := range n {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendInt(append(out, '$'), int64(from+i), 10)
	}
	return string(out)
}

// addKeys has the newcomer found by those that come after it.
func (n *newcomer) addKeys(ctx context.Context, tx store.Tx, common map[alike.Gram]bool) error {
	if err := dropKeys(ctx, tx, `($1)`, n.ID); err != nil { // it looks for its story again
		return err
	}
	keys := n.text.Keys(func(g alike.Gram) bool { return common[g] })
	if len(keys) == 0 {
		return nil
	}
	if err := store.Exec(ctx, tx, `INSERT INTO story_texts (number, article_id, keys) VALUES ($1, $2, $3)`, n.number, n.ID, pack(keys)); err != nil {
		return err
	}
	for len(keys) > 0 {
		part := keys[:min(asked, len(keys))]
		keys = keys[len(part):]
		values, args := "", make([]any, 0, 2*len(part))
		for i, g := range part {
			values += ", ($" + strconv.Itoa(2*i+1) + ", $" + strconv.Itoa(2*i+2) + ")"
			args = append(args, int64(g), n.number)
		}
		if err := store.Exec(ctx, tx, `INSERT INTO story_keys (gram, number) VALUES `+values[2:], args...); err != nil {
			return err
		}
	}
	return nil
}

func pack(keys []alike.Gram) []byte {
	out := make([]byte, 0, 4*len(keys))
	for _, g := range keys {
		out = binary.BigEndian.AppendUint32(out, uint32(g))
	}
	return out
}

// dropKeys takes the keys of articles away: of those that a list names, over $1.
func dropKeys(ctx context.Context, tx store.Tx, articles, argument string) error {
	type row struct {
		number int64
		keys   []byte
	}
	list, err := store.All(ctx, tx, func(r store.Row) (x row, err error) { return x, r.Scan(&x.number, &x.keys) },
		`SELECT number, keys FROM story_texts WHERE article_id IN `+articles, argument)
	if err != nil {
		return err
	}
	for _, x := range list {
		for at := 0; at+4 <= len(x.keys); at += 4 {
			gram := int64(binary.BigEndian.Uint32(x.keys[at:]))
			if err := store.Exec(ctx, tx, `DELETE FROM story_keys WHERE gram = $1 AND number = $2`, gram, x.number); err != nil {
				return err
			}
		}
		if err := store.Exec(ctx, tx, `DELETE FROM story_texts WHERE number = $1`, x.number); err != nil {
			return err
		}
	}
	return nil
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
