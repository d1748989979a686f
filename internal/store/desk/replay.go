package desk

import (
	"context"
	"strings"
	"time"

	"rightsdesk/internal/store"
)

// Replay makes the stops hold in a database that was restored from an older
// backup: withdrawn articles leave the public again, subscribers who left stay
// away unless they came back later, issues that were sent are not sent again.
// Publishing and sending are paused until a person lets them go on.
func (s *Store) Replay(ctx context.Context, stops []store.Stop, now time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, stop := range stops {
			if err := s.replay(ctx, tx, stop, now); err != nil {
				return err
			}
		}
		return setPaused(ctx, tx, true)
	})
}

func (s *Store) replay(ctx context.Context, tx store.Tx, stop store.Stop, now time.Time) error {
	at, ended := store.Time(stop.At), store.Time(now)
	switch stop.Kind {
	case store.StopWithdrawn:
		if err := store.Exec(ctx, tx, `UPDATE cases SET state = 'withdrawn', version = version + 1, updated_at = $1
			WHERE id = $2 AND state = 'published' AND updated_at <= $3`, ended, stop.ID, at); err != nil {
			return err
		}
		if err := store.Exec(ctx, tx, `UPDATE articles SET story_version = story_version + 1
			WHERE id = (SELECT story FROM articles WHERE id = $1)`, stop.ID); err != nil {
			return err
		}
		if err := store.Exec(ctx, tx, `UPDATE articles SET stage = 'refused', version = version + 1, updated_at = $1
			WHERE id = $2 AND story <> '' AND stage IN ('waiting', 'duplicate') AND updated_at <= $3`, ended, stop.ID, at); err != nil {
			return err
		}
		return store.Exec(ctx, tx, `UPDATE articles SET stage = 'withdrawn', version = version + 1, updated_at = $1
			WHERE id = $2 AND stage = 'published' AND updated_at <= $3`, ended, stop.ID, at)
	case store.StopLeft:
		if err := store.Exec(ctx, tx, `UPDATE deliveries SET state = 'skipped', ended_at = $1 WHERE state = 'open' AND subscriber_id IN (
			SELECT id FROM subscribers WHERE address_hash = $2 AND confirmed_at <= $3)`, ended, stop.ID, at); err != nil {
			return err
		}
		return store.Exec(ctx, tx, `UPDATE subscribers SET state = 'left', address_sealed = $1 WHERE address_hash = $2 AND confirmed_at <= $3`,
			[]byte{}, stop.ID, at)
	case store.StopErased:
		return s.eraseAgain(ctx, tx, stop, now)
	case store.StopSent:
		if err := store.Exec(ctx, tx, `UPDATE issues SET state = 'sent', sent_at = $1, version = version + 1 WHERE id = $2 AND state <> 'sent'`, at, stop.ID); err != nil {
			return err
		}
		return store.Exec(ctx, tx, `UPDATE deliveries SET state = 'skipped', ended_at = $1 WHERE issue_id = $2 AND state = 'open'`, ended, stop.ID)
	}
	return nil
}

// eraseAgain wipes a capture that was erased after the backup was made. Who
// agreed is not in the list of stops: the decision is, and the log.
func (s *Store) eraseAgain(ctx context.Context, tx store.Tx, stop store.Stop, now time.Time) error {
	captureID, decisionID, _ := strings.Cut(stop.ID, " ")
	there, err := store.Strings(ctx, tx, `SELECT id FROM captures WHERE id = $1`, captureID)
	if err != nil || len(there) == 0 {
		return err // taken and erased after the backup
	}
	n, err := store.Changed(ctx, tx, `INSERT INTO erasures (id, capture_id, state, reason, proposed_by, proposed_at, decided_by, decided_at,
		decision_id, file, next_try, attempts, last_error, leased_until) VALUES ($1, $1, 'wiping', '', '', $2, '', $2, $3, '', $4, 0, '', '')
		ON CONFLICT (capture_id) WHERE state <> 'declined' DO UPDATE SET state = 'wiping', decided_at = excluded.decided_at, decision_id = excluded.decision_id
		WHERE erasures.state = 'proposed'`, captureID, store.Time(stop.At), decisionID, store.Time(now))
	if err != nil || n == 0 {
		return err // it was erased before the backup
	}
	return s.wipe(ctx, tx, captureID, decisionID, now)
}
