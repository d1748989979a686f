package desk

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const erasureColumns = `e.id, e.capture_id, COALESCE((SELECT MIN(a.id) FROM articles a WHERE a.capture_id = e.capture_id), ''), e.state, e.reason,
	e.proposed_by, e.proposed_at, e.decided_by, e.decided_at, e.decision_id, e.attempts, e.last_error`

func scanErasure(r store.Row) (desk.Erasure, error) {
	var e desk.Erasure
	var proposed, decided string
	err := r.Scan(&e.ID, &e.CaptureID, &e.ArticleID, &e.State, &e.Reason, &e.ProposedBy, &proposed, &e.DecidedBy, &decided, &e.DecisionID, &e.Attempts, &e.LastError)
	if err == nil {
		e.ProposedAt, e.DecidedAt = store.ParseTime(proposed), store.ParseTime(decided)
	}
	return e, err
}

// Erasures gives the erasures that were proposed, newest first.
func (s *Store) Erasures(ctx context.Context, limit int) ([]desk.Erasure, error) {
	return store.All(ctx, s.db.Read(), scanErasure, `SELECT `+erasureColumns+` FROM erasures e ORDER BY e.proposed_at DESC, e.id LIMIT $1`, limit)
}

// Erasure gives one erasure. Errors: NotFound.
func (s *Store) Erasure(ctx context.Context, id string) (desk.Erasure, error) {
	e, err := scanErasure(s.db.Read().QueryRowContext(ctx, `SELECT `+erasureColumns+` FROM erasures e WHERE e.id = $1`, id))
	return e, store.Found(err, "There is no erasure %q.", id)
}

// ErasureOf gives the erasure of a capture that was not declined. Errors: NotFound.
func (s *Store) ErasureOf(ctx context.Context, captureID string) (desk.Erasure, error) {
	e, err := scanErasure(s.db.Read().QueryRowContext(ctx, `SELECT `+erasureColumns+` FROM erasures e WHERE e.capture_id = $1 AND e.state <> 'declined'`, captureID))
	return e, store.Found(err, "No erasure of the capture %q was proposed.", captureID)
}

// ProposeErasure stores a proposal, with the decision of who makes it. Errors:
// NotFound without such a capture, Conflict when one is open or was carried out.
func (s *Store) ProposeErasure(ctx context.Context, e desk.Erasure, d desk.Decision) error {
	if _, err := s.Capture(ctx, e.CaptureID); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `INSERT INTO erasures (id, capture_id, state, reason, proposed_by, proposed_at, decided_by, decided_at,
			decision_id, file, next_try, attempts, last_error, leased_until) VALUES ($1, $2, 'proposed', $3, $4, $5, '', '', '', '', $5, 0, '', '')
			ON CONFLICT (capture_id) WHERE state <> 'declined' DO NOTHING`,
			e.ID, e.CaptureID, store.Clean(e.Reason), d.Account, store.Time(d.At))
		if err == nil && n == 0 {
			err = fault.New(fault.Conflict, "The erasure of this capture was proposed already. It waits for a second person, or was carried out.")
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// DeclineErasure ends a proposal without erasing. Errors: NotFound, Conflict.
func (s *Store) DeclineErasure(ctx context.Context, id string, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE erasures SET state = 'declined', decided_by = $1, decided_at = $2, decision_id = $3
			WHERE id = $4 AND state = 'proposed'`, d.Account, store.Time(d.At), d.ID, id)
		if err == nil && n == 0 {
			err = desk.Erasure{}.CheckAgree("")
		}
		if err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// AgreeErasure carries a proposal out, by another account than the one that
// made it: in one transaction everything that the database holds of the capture
// is blanked, its articles leave the public and the log says so. The file is
// deleted by whoever leases the erasure next. Errors: NotFound, Forbidden for
// who proposed it, Conflict when it was decided already or when a figure or
// case rests on the capture.
func (s *Store) AgreeErasure(ctx context.Context, id string, d desk.Decision) error {
	e, err := s.Erasure(ctx, id)
	if err != nil {
		return err
	}
	if err := e.CheckAgree(d.Account); err != nil {
		return err
	}
	if err := s.rests(ctx, e.CaptureID); err != nil {
		return err
	}
	if err := s.stops.Add(store.Stop{At: d.At, Kind: store.StopErased, ID: e.CaptureID + " " + d.ID}); err != nil {
		return err
	}
	err = s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE erasures SET state = 'wiping', decided_by = $1, decided_at = $2, decision_id = $3
			WHERE id = $4 AND state = 'proposed' AND proposed_by <> $1`, d.Account, store.Time(d.At), d.ID, id)
		if err == nil && n == 0 {
			err = desk.Erasure{}.CheckAgree("")
		}
		if err != nil {
			return err
		}
		if err := decide(ctx, tx, d); err != nil {
			return err
		}
		return s.wipe(ctx, tx, e.CaptureID, d.ID, d.At)
	})
	if err != nil {
		return err
	}
	return s.sweep(ctx)
}

// sweep empties SQLite's log into the database file, so that what was blanked
// is in no byte of the folder. A reader in the middle of a transaction makes it
// fail; whoever deletes the file sweeps again.
func (s *Store) sweep(ctx context.Context) error {
	if err := s.db.Checkpoint(ctx); err != nil && !fault.Is(err, fault.Unavailable) {
		return err
	}
	return nil
}

// wipe blanks what the database holds of a capture whose erasure is being
// carried out, adds the leaf that says so, and leaves the file to be deleted.
func (s *Store) wipe(ctx context.Context, tx store.Tx, captureID, decisionID string, now time.Time) error {
	leaf, err := scanLeaf(tx.QueryRowContext(ctx, leafQuery+` WHERE l.capture_id = $1 AND l.decision = ''`, captureID))
	if err != nil {
		return store.Found(err, "The capture %q has no leaf in the evidence log.", captureID)
	}
	said, err := store.Strings(ctx, tx, `SELECT decision FROM leaves WHERE erases = $1 AND decision <> ''`, leaf.Seq)
	if err == nil && len(said) == 0 {
		err = addLeaf(ctx, tx, evidence.ErasureLeaf(leaf, decisionID))
	}
	if err != nil {
		return err
	}
	if err := s.wipeImage(ctx, tx, captureID, decisionID, now); err != nil {
		return err
	}
	if err := s.wipeEntry(ctx, tx, captureID); err != nil {
		return err
	}
	if err := s.wipePaths(ctx, tx, captureID); err != nil {
		return err
	}
	if err := dropKeys(ctx, tx, ofCapture, captureID); err != nil {
		return err
	}
	for _, query := range wipes {
		if err := store.Exec(ctx, tx, query, captureID); err != nil {
			return err
		}
	}
	return store.Exec(ctx, tx, `UPDATE erasures SET state = 'wiped', next_try = $1 WHERE capture_id = $2 AND state = 'wiping'`, store.Time(now), captureID)
}

// Wiped is a capture whose file is to be deleted.
type Wiped struct {
	CaptureID string
	File      string // its SHA-256; empty where another capture has the same bytes
}

// LeaseErasures takes up to n erasures whose files are to be deleted.
func (s *Store) LeaseErasures(ctx context.Context, now, until time.Time, n int) (out []Wiped, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		out, err = store.All(ctx, tx, func(r store.Row) (w Wiped, err error) { return w, r.Scan(&w.CaptureID, &w.File) },
			tx.LeaseQuery("erasures", "state = 'wiped'", "capture_id, file"), store.Time(until), store.Time(now), n)
		return err
	})
	return out, err
}

// ErasureDone notes that the file of a capture is deleted. Nothing of the
// capture may then be left in the database's own files.
func (s *Store) ErasureDone(ctx context.Context, captureID string) error {
	if err := s.db.Checkpoint(ctx); err != nil {
		return err // its lease ends and it is tried again
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE erasures SET state = 'done', file = '', leased_until = '', last_error = '' WHERE capture_id = $1 AND state = 'wiped'`, captureID)
	})
}
