package desk

import (
	"context"
	"encoding/binary"
	"strconv"

	"rightsdesk/internal/alike"
	"rightsdesk/internal/store"
)

// neighbour is an article whose keys a newcomer has.
type neighbour struct {
	id, story, outlet, published string
	title, text                  string
}

// asked is how many grams one question has. Shorter questions repeat their
// last gram, so that the statement is always the same.
const asked = 250

// carriers gives the texts that have grams as keys.
func carriers(ctx context.Context, tx store.Tx, grams []alike.Gram) (hits []alike.Hit[int64], err error) {
	for len(grams) > 0 {
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
			return nil, err
		}
		hits = append(hits, more...)
	}
	return hits, nil
}

// neighbours gives the articles of texts by their numbers.
func neighbours(ctx context.Context, tx store.Tx, numbers []int64) ([]neighbour, error) {
	if len(numbers) == 0 {
		return nil, nil
	}
	args := make([]any, len(numbers))
	for i, n := range numbers {
		args[i] = n
	}
	return store.All(ctx, tx, func(r store.Row) (n neighbour, err error) {
		return n, r.Scan(&n.id, &n.story, &n.outlet, &n.published, &n.title, &n.text)
	}, `SELECT a.id, a.story, a.outlet, a.published, a.title, a.text FROM story_texts t JOIN articles a ON a.id = t.article_id
		WHERE t.number IN (`+marks(1, len(numbers))+`) ORDER BY t.number`, args...)
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
