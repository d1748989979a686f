package desk

import (
	"context"
	"encoding/json"
	"fmt"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// rereadable are the articles whose evidence is read again: neither the
// organisation's own posts nor what another article stands for. What could not be
// read is tried again.
const rereadable = `stage IN ('waiting', 'published', 'refused', 'withdrawn', 'unreadable') AND post = '' AND (CAST($1 AS TEXT) = '' OR source_id = $1)`

// CountRereadable says how many articles of a source, of all for "", come after
// an id.
func (s *Store) CountRereadable(ctx context.Context, sourceID, after string) (n int, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT COUNT(*) FROM articles WHERE `+rereadable+` AND id > $2`, sourceID, after).Scan(&n)
	return n, err
}

// Rereadable gives up to n articles of a source, of all for "", in the order of
// their ids, from behind an id.
func (s *Store) Rereadable(ctx context.Context, sourceID, after string, n int) ([]desk.Rereadable, error) {
	ids, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM articles WHERE `+rereadable+` AND id > $2 ORDER BY id LIMIT $3`, sourceID, after, n)
	if err != nil {
		return nil, err
	}
	out := make([]desk.Rereadable, len(ids))
	for i, id := range ids {
		if out[i], err = s.rereadable(ctx, id); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// rereadable gives one article with all that is held against a new reading. The
// article is read first: what is decided later shows by its version.
func (s *Store) rereadable(ctx context.Context, id string) (r desk.Rereadable, err error) {
	if r.Article, err = s.Article(ctx, id); err != nil {
		return r, err
	}
	if r.Unread, err = unread(ctx, s.db.Read(), id); err != nil {
		return r, err
	}
	if r.Findings, err = s.Findings(ctx, id); err != nil {
		return r, err
	}
	if r.Claims, err = s.Claims(ctx, id); err != nil {
		return r, err
	}
	r.Held, err = store.Strings(ctx, s.db.Read(), `SELECT DISTINCT a.field FROM audit a JOIN decisions d ON d.id = a.decision_id
		WHERE d.record_id = $1 AND d.verb <> $2 ORDER BY a.field`, id, string(desk.VerbReread))
	return r, err
}

// SaveReread stores what was read again of an article with the decision. A
// public one has a new version, so that the edition follows. Errors: Conflict
// when it was changed since, or when another article has the same text.
func (s *Store) SaveReread(ctx context.Context, r desk.Reread, d desk.Decision) error {
	err := s.db.Write(ctx, func(tx store.Tx) error {
		if err := updateReread(ctx, tx, r.Article, d); err != nil {
			return err
		}
		if err := saveLists(ctx, tx, r.Article); err != nil {
			return err
		}
		if err := replaceFindings(ctx, tx, r.Article.ID, r.Findings); err != nil {
			return err
		}
		if err := proposeClaims(ctx, tx, r.Article.ID, r.Proposed); err != nil {
			return err
		}
		if err := proposeQuotations(ctx, tx, r.Article.ID, r.Quotations); err != nil {
			return err
		}
		if err := moveClaims(ctx, tx, r); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if store.IsUnique(err) {
		return fault.New(fault.Conflict, "Read again, it has the same text as another article. Refuse one of the two.")
	}
	return err
}

// ReadAnew has an article that could not be read, and that a newer reader can
// read, read as one that has just come, with the decision. Errors: Conflict when
// it was changed since.
func (s *Store) ReadAnew(ctx context.Context, a desk.Article, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE articles SET stage = $1, attempts = 0, last_error = '', next_try = $2, updated_at = $2, version = version + 1,
			edition_version = CASE WHEN published_at <> '' THEN edition_version ELSE version + 1 END
			WHERE id = $3 AND version = $4 AND stage = $5`, string(desk.StageUnread), store.Time(d.At), a.ID, a.Version, string(desk.StageUnreadable))
		if err == nil && n == 0 {
			err = conflict()
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// FillEdges keeps the edges of articles that were read before edges were kept, as
// of when they came; those that there are stay at their time.
func (s *Store) FillEdges(ctx context.Context, list []desk.Edges) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, e := range list {
			b, err := json.Marshal(e)
			if err != nil {
				return fmt.Errorf("edges of %s: %w", e.ArticleID, err)
			}
			if err := store.Exec(ctx, tx, `INSERT INTO article_edges (article_id, source_id, at, edges) SELECT id, source_id, created_at, $1 FROM articles
				WHERE id = $2 AND stage <> 'erased' ON CONFLICT (article_id) DO UPDATE SET edges = excluded.edges`, store.Clean(string(b)), e.ArticleID); err != nil {
				return err
			}
		}
		return nil
	})
}

// moveClaims stores decided claims at their new places.
func moveClaims(ctx context.Context, tx store.Tx, r desk.Reread) error {
	if len(r.Moved) == 0 {
		return nil
	}
	a, err := claimArticle(ctx, tx, r.Article.ID)
	for _, c := range r.Moved {
		if err == nil {
			err = updateClaim(ctx, tx, c, a)
		}
	}
	return err
}

func updateReread(ctx context.Context, tx store.Tx, a desk.Article, d desk.Decision) error {
	n, err := store.Changed(ctx, tx, `UPDATE articles SET title = $1, standfirst = $2, outlet = $3, published = $4, address = $5, language = $6,
		text = $7, html = $8, dateline = $9, dateline_rule = $10, dateline_confidence = $11, confidence = $12, reader = $13, text_hash = $14,
		updated_at = $15, named = 0, credit = $16, image_address = $17, image_caption = $18, image_credit = $19, image_alt = $20, version = version + 1,
		edition_version = CASE WHEN published_at <> '' THEN edition_version ELSE version + 1 END
		WHERE id = $21 AND version = $22 AND stage IN ('waiting', 'published', 'refused', 'withdrawn') AND post = ''`,
		store.Clean(a.Title), store.Clean(a.Standfirst), store.Clean(a.Outlet), a.Published, store.Clean(a.Address), a.Language,
		store.Clean(a.Text), store.Clean(a.HTML), store.Clean(a.Dateline), a.Form, a.FormSure, a.Confidence, a.Reader, a.TextHash,
		store.Time(d.At), store.Clean(a.Credit), store.Clean(a.Image.Address), store.Clean(a.Image.Caption), store.Clean(a.Image.Credit),
		store.Clean(a.Image.Alt), a.ID, a.Version)
	if err == nil && n == 0 {
		err = conflict()
	}
	return err
}

func replaceFindings(ctx context.Context, tx store.Tx, articleID string, list []desk.Finding) error {
	if err := store.Exec(ctx, tx, `DELETE FROM finding_spans WHERE finding_id IN (SELECT id FROM findings WHERE article_id = $1)`, articleID); err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `DELETE FROM findings WHERE article_id = $1`, articleID); err != nil {
		return err
	}
	return saveFindings(ctx, tx, list)
}
