package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const quotationColumns = `id, article_id, state, begins, ends, words, speaker, found, cue, stance, context, rule`

func scanQuotation(r store.Row) (q desk.Quotation, err error) {
	return q, r.Scan(&q.ID, &q.ArticleID, &q.State, &q.Begin, &q.End, &q.Words, &q.Speaker, &q.Found, &q.Cue, &q.Stance, &q.Context, &q.Rule)
}

// Quotations gives the quotations of an article, whatever became of them, in
// the order of the text.
func (s *Store) Quotations(ctx context.Context, articleID string) ([]desk.Quotation, error) {
	return quotations(ctx, s.db.Read(), `article_id = $1 ORDER BY begins, id`, articleID)
}

func quotations(ctx context.Context, q store.Querier, which string, args ...any) ([]desk.Quotation, error) {
	return store.All(ctx, q, scanQuotation, `SELECT `+quotationColumns+` FROM quotations WHERE `+which, args...)
}

// proposeQuotations replaces what was proposed of an article; what was decided
// stays, and moves with its words.
func proposeQuotations(ctx context.Context, tx store.Tx, articleID string, found []desk.Quotation) error {
	if err := store.Exec(ctx, tx, `DELETE FROM quotations WHERE article_id = $1 AND state = 'proposed'`, articleID); err != nil {
		return err
	}
	decided, err := quotations(ctx, tx, `article_id = $1 ORDER BY begins, id`, articleID)
	if err != nil {
		return err
	}
	for i := range found {
		found[i].Words = store.Clean(found[i].Words)
	}
	fresh, moved := desk.KeepQuotations(decided, found)
	for _, q := range moved {
		if err := store.Exec(ctx, tx, `UPDATE quotations SET begins = $1, ends = $2 WHERE id = $3`, q.Begin, q.End, q.ID); err != nil {
			return err
		}
	}
	for _, q := range fresh {
		if err := store.Exec(ctx, tx, `INSERT INTO quotations (`+quotationColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			q.ID, articleID, string(q.State), q.Begin, q.End, q.Words, store.Clean(q.Speaker), store.Clean(q.Found), store.Clean(q.Cue), q.Stance, store.Clean(q.Context), q.Rule); err != nil {
			return err
		}
	}
	return nil
}

// DecideQuotation stores a quotation as a person decided it, with the decision.
// Errors: NotFound when the article was read anew and has it no more.
func (s *Store) DecideQuotation(ctx context.Context, q desk.Quotation, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE quotations SET state = $1, speaker = $2 WHERE id = $3 AND article_id = $4`, string(q.State), store.Clean(q.Speaker), q.ID, q.ArticleID)
		if err == nil && n == 0 {
			err = fault.New(fault.NotFound, "There is no quotation %q.", q.ID)
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

func goneLink() error {
	return fault.New(fault.NotFound, "Nothing says any more that this article mentions this case. Reload the page to see what is there now.")
}

func decidedBefore() error {
	return fault.New(fault.Conflict, "Somebody decided the same before you. Reload the page to see where it stands.")
}
