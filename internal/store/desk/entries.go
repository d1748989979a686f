package desk

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

const entryColumns = `id, source_id, identity, link, title, published, state, capture_id, next_try, attempts, last_error, created_at`

func scanEntry(r store.Row) (desk.Entry, error) {
	var e desk.Entry
	var next, created string
	err := r.Scan(&e.ID, &e.SourceID, &e.Identity, &e.Link, &e.Title, &e.Published, &e.State, &e.CaptureID,
		&next, &e.Attempts, &e.LastError, &created)
	if err == nil {
		e.NextTry, e.CreatedAt = store.ParseTime(next), store.ParseTime(created)
	}
	return e, err
}

// SourceEntries gives the entries of a source, newest first.
func (s *Store) SourceEntries(ctx context.Context, sourceID string, limit int) ([]desk.Entry, error) {
	return store.All(ctx, s.db.Read(), scanEntry, `SELECT `+entryColumns+` FROM entries
		WHERE source_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2`, sourceID, limit)
}

// LeaseEntries takes up to n entries that are to be fetched. Entries of a
// paused source wait.
func (s *Store) LeaseEntries(ctx context.Context, now, until time.Time, n int) ([]desk.Entry, error) {
	var out []desk.Entry
	err := s.db.Write(ctx, func(tx store.Tx) error {
		var err error
		out, err = store.All(ctx, tx, scanEntry, tx.LeaseQuery("entries", "state = 'new' AND source_id NOT IN (SELECT id FROM sources WHERE paused = 1)", entryColumns),
			store.Time(until), store.Time(now), n)
		return err
	})
	return out, err
}

// NameEntry gives an entry one more name that it is known by, such as the
// address that a short link leads to. A name that another entry of its source
// has already stays with that one.
func (s *Store) NameEntry(ctx context.Context, id, name string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `INSERT INTO entry_names (source_id, name, entry_id) SELECT source_id, $1, id FROM entries WHERE id = $2
			ON CONFLICT DO NOTHING`, store.Clean(name), id)
	})
}

// PutOffEntry gives an entry back that was leased, to be fetched at a time.
func (s *Store) PutOffEntry(ctx context.Context, id string, at time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE entries SET next_try = $1, leased_until = '' WHERE id = $2 AND state = 'new'`, store.Time(at), id)
	})
}

// FailEntry notes that an entry could not be fetched. With a zero next it is
// given up.
func (s *Store) FailEntry(ctx context.Context, id, reason string, next time.Time) error {
	state := desk.EntryNew
	if next.IsZero() {
		state = desk.EntryFailed
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE entries SET state = $1, next_try = $2, attempts = attempts + 1, last_error = $3, leased_until = ''
			WHERE id = $4 AND state = 'new'`, string(state), store.Time(next), store.Clean(reason), id)
	})
}
