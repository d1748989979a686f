package desk

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// alarming is the condition of sources of which editors are to be told; see
// [desk.Source.Alarming].
const alarming = `paused = 0 AND address <> '' AND acknowledged <> health AND (health = 'ended' OR troubled >= 2)`

// WriteAlert puts one letter to the editors on the ledger, about all sources in
// trouble of which no letter was written since they were well. It gives how
// many these are; for none there is no letter.
func (s *Store) WriteAlert(ctx context.Context, letterID string, now time.Time) (sources int, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE sources SET alerted = $1 WHERE alerted = '' AND `+alarming, letterID)
		if sources = int(n); err != nil || n == 0 {
			return err
		}
		return store.Exec(ctx, tx, `INSERT INTO letters (id, subscriber_id, kind, state, attempts, next_try, last_error, leased_until, created_at)
			VALUES ($1, '', $2, $3, 0, $4, '', '', $4)`, letterID, string(subscription.Alert), string(subscription.Open), store.Time(now))
	})
	return sources, err
}

// Alerted gives the sources that a letter to the editors is about and that are
// still in trouble, by outlet.
func (s *Store) Alerted(ctx context.Context, letterID string) ([]desk.Source, error) {
	return store.All(ctx, s.db.Read(), scanSource, `SELECT `+sourceColumns+` FROM sources WHERE alerted = $1 AND `+alarming+` ORDER BY outlet, id`, letterID)
}
