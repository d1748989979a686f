package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// saveEdges keeps the edges of an article that was just read.
func saveEdges(ctx context.Context, tx store.Tx, articleID string, e desk.Edges, now time.Time) error {
	if len(e.Top)+len(e.Bottom) == 0 {
		return nil
	}
	b, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("edges of %s: %w", articleID, err)
	}
	return store.Exec(ctx, tx, `INSERT INTO article_edges (article_id, source_id, at, edges) SELECT id, source_id, $1, $2 FROM articles WHERE id = $3
		ON CONFLICT (article_id) DO UPDATE SET at = excluded.at, edges = excluded.edges`, store.Time(now), store.Clean(string(b)), articleID)
}

// LastEdges gives the edges of the last n articles that were read of a source,
// newest first.
func (s *Store) LastEdges(ctx context.Context, sourceID string, n int) ([]desk.Edges, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (e desk.Edges, err error) {
		var edges string
		if err := r.Scan(&e.ArticleID, &edges); err != nil {
			return e, err
		}
		return e, json.Unmarshal([]byte(edges), &e)
	}, `SELECT article_id, edges FROM article_edges WHERE source_id = $1 ORDER BY at DESC, article_id DESC LIMIT $2`, sourceID, n)
}

const blockColumns = `id, source_id, article_id, place, text, documents, state, created_at`

// Blocks gives what a source repeats, those of the top first, oldest first.
func (s *Store) Blocks(ctx context.Context, sourceID string) ([]desk.RepeatedBlock, error) {
	return store.All(ctx, s.db.Read(), scanBlock, `SELECT `+blockColumns+` FROM repeated_blocks WHERE source_id = $1 ORDER BY place DESC, created_at, id`, sourceID)
}

func scanBlock(r store.Row) (b desk.RepeatedBlock, err error) {
	var created string
	err = r.Scan(&b.ID, &b.SourceID, &b.ArticleID, &b.Place, &b.Text, &b.Documents, &b.State, &created)
	b.CreatedAt = store.ParseTime(created)
	return b, err
}

// Learned stores what was learned of a source: new blocks, and in how many
// documents known ones were found now. Old articles of a source with a new
// block become due to be read again. Of the edges only the last keep are kept.
func (s *Store) Learned(ctx context.Context, sourceID string, fresh, known []desk.RepeatedBlock, keep int, now time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		added := int64(0)
		for _, b := range fresh {
			// The article may have been erased since it was read.
			n, err := store.Changed(ctx, tx, `INSERT INTO repeated_blocks (`+blockColumns+`) SELECT $1, $2, id, $3, $4, $5, $6, $7 FROM articles
				WHERE id = $8 AND stage <> 'erased' ON CONFLICT DO NOTHING`, b.ID, sourceID, b.Place, store.Clean(b.Text), b.Documents, string(cmp.Or(b.State, desk.BlockLearned)), store.Time(now), b.ArticleID)
			if err != nil {
				return err
			}
			added += n
		}
		for _, b := range known {
			if err := store.Exec(ctx, tx, `UPDATE repeated_blocks SET documents = $1 WHERE id = $2 AND documents <> $1`, b.Documents, b.ID); err != nil {
				return err
			}
		}
		if added > 0 {
			if err := rereadSource(ctx, tx, sourceID, now); err != nil {
				return err
			}
		}
		return store.Exec(ctx, tx, `DELETE FROM article_edges WHERE source_id = $1 AND article_id NOT IN
			(SELECT article_id FROM article_edges WHERE source_id = $1 ORDER BY at DESC, article_id DESC LIMIT $2)`, sourceID, keep)
	})
}

// rereadSource has the old articles of a source read again, from the first.
func rereadSource(ctx context.Context, tx store.Tx, sourceID string, now time.Time) error {
	return store.Exec(ctx, tx, `INSERT INTO source_rereads (id, last_read, round, next_try, leased_until) VALUES ($1, '', 1, $2, '')
		ON CONFLICT (id) DO UPDATE SET last_read = '', round = source_rereads.round + 1, next_try = excluded.next_try, leased_until = ''`, sourceID, store.Time(now))
}

// DecideBlock has a block stay in the text of its source's articles, or be cut
// again, with the decision; the old articles become due to be read again.
// Errors: NotFound; Conflict when somebody decided the same before.
func (s *Store) DecideBlock(ctx context.Context, id string, to desk.BlockState, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		var sourceID string
		if err := tx.QueryRowContext(ctx, `SELECT source_id FROM repeated_blocks WHERE id = $1`, id).Scan(&sourceID); err != nil {
			return store.Found(err, "There is no repeated block %q.", id)
		}
		n, err := store.Changed(ctx, tx, `UPDATE repeated_blocks SET state = $1 WHERE id = $2 AND state <> $1`, string(to), id)
		if err == nil && n == 0 {
			err = fault.New(fault.Conflict, "Somebody decided the same before you. Reload the page to see where it stands.")
		}
		if err != nil {
			return err
		}
		if err := rereadSource(ctx, tx, sourceID, d.At); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// LeaseReread takes a source whose old articles are to be read again, if there is one.
func (s *Store) LeaseReread(ctx context.Context, now, until time.Time) (list []desk.RereadDue, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		list, err = store.All(ctx, tx, func(r store.Row) (d desk.RereadDue, err error) {
			return d, r.Scan(&d.SourceID, &d.LastRead, &d.Round)
		}, tx.LeaseQuery("source_rereads", "round > 0", "id, last_read, round"), store.Time(until), store.Time(now), 1)
		return err
	})
	return list, err
}

// RereadTo notes how far a source has been read again; "" ends it. When its
// blocks changed meanwhile it begins anew.
func (s *Store) RereadTo(ctx context.Context, d desk.RereadDue, last string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		if last == "" {
			return store.Exec(ctx, tx, `DELETE FROM source_rereads WHERE id = $1 AND round = $2`, d.SourceID, d.Round)
		}
		return store.Exec(ctx, tx, `UPDATE source_rereads SET last_read = $1, leased_until = '' WHERE id = $2 AND round = $3`, last, d.SourceID, d.Round)
	})
}

// RereadLater lets a source rest until next.
func (s *Store) RereadLater(ctx context.Context, d desk.RereadDue, next time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE source_rereads SET next_try = $1, leased_until = '' WHERE id = $2 AND round = $3`, store.Time(next), d.SourceID, d.Round)
	})
}
