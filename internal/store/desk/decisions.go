package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// decide stores a decision with its audit entries in the act's transaction.
func decide(ctx context.Context, tx store.Tx, d desk.Decision) error {
	if err := store.Exec(ctx, tx, `INSERT INTO decisions (id, at, account, verb, record_id, reason) VALUES ($1, $2, $3, $4, $5, $6)`,
		d.ID, store.Time(d.At), d.Account, string(d.Verb), d.RecordID, store.Clean(d.Reason)); err != nil {
		return err
	}
	for i, c := range d.Changes {
		if err := store.Exec(ctx, tx, `INSERT INTO audit (decision_id, position, field, before_text, after_text) VALUES ($1, $2, $3, $4, $5)`,
			d.ID, i, c.Field, store.Clean(c.Before), store.Clean(c.After)); err != nil {
			return err
		}
	}
	return nil
}

// Decisions gives what people decided about a record, newest first, with the
// account's name in Account.
func (s *Store) Decisions(ctx context.Context, recordID string) ([]desk.Decision, error) {
	list, err := store.All(ctx, s.db.Read(), scanDecision, `SELECT d.id, d.at, COALESCE(a.name, d.account), d.verb, d.record_id, d.reason
		FROM decisions d LEFT JOIN accounts a ON a.id = d.account
		WHERE d.record_id = $1 ORDER BY d.at DESC, d.id DESC`, recordID)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Changes, err = store.All(ctx, s.db.Read(), scanChange,
			`SELECT field, before_text, after_text FROM audit WHERE decision_id = $1 ORDER BY position`, list[i].ID)
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func scanDecision(r store.Row) (desk.Decision, error) {
	var d desk.Decision
	var at string
	err := r.Scan(&d.ID, &at, &d.Account, &d.Verb, &d.RecordID, &d.Reason)
	d.At = store.ParseTime(at)
	return d, err
}

func scanChange(r store.Row) (c desk.Change, err error) {
	return c, r.Scan(&c.Field, &c.Before, &c.After)
}
