package desk

import (
	"context"
	"fmt"
	"time"

	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// LeaseLetters takes up to n letters that are to be sent.
func (s *Store) LeaseLetters(ctx context.Context, now, until time.Time, n int) ([]subscription.Letter, error) {
	var out []subscription.Letter
	err := s.db.Write(ctx, func(tx store.Tx) error {
		var err error
		out, err = store.All(ctx, tx, scanLetter, tx.LeaseQuery("letters", "state = 'open'", "id, subscriber_id, kind, state, attempts, next_try, last_error, created_at"),
			store.Time(until), store.Time(now), n)
		if err != nil {
			return err
		}
		for i := range out {
			if err := s.fillLetter(ctx, tx, &out[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func scanLetter(r store.Row) (subscription.Letter, error) {
	var l subscription.Letter
	var next, created string
	err := r.Scan(&l.ID, &l.SubscriberID, &l.Kind, &l.State, &l.Attempts, &next, &l.LastError, &created)
	if err == nil {
		l.NextTry, l.CreatedAt = store.ParseTime(next), store.ParseTime(created)
	}
	return l, err
}

func (s *Store) fillLetter(ctx context.Context, q store.Querier, l *subscription.Letter) (err error) {
	if l.Kind == subscription.Alert {
		return nil
	}
	l.Word = s.secrets.Capability(string(l.Kind), l.ID)
	l.LeaveWord = s.secrets.Capability(string(subscription.ToLeave), l.SubscriberID)
	l.Subscriber, err = s.subscriber(ctx, q, l.SubscriberID)
	return err
}

// subscriber gives a subscriber with the address opened, which only the
// sending of a mail needs.
func (s *Store) subscriber(ctx context.Context, q store.Querier, id string) (subscription.Subscriber, error) {
	x := subscription.Subscriber{ID: id}
	var sealed []byte
	var created, confirmed string
	err := q.QueryRowContext(ctx, `SELECT address_sealed, state, language, created_at, confirmed_at FROM subscribers WHERE id = $1`, id).
		Scan(&sealed, &x.State, &x.Language, &created, &confirmed)
	if err != nil {
		return x, store.Found(err, "There is no subscriber %q.", id)
	}
	x.CreatedAt, x.ConfirmedAt = store.ParseTime(created), store.ParseTime(confirmed)
	if len(sealed) > 0 {
		address, err := s.secrets.Decrypt("subscriber.address", id, sealed)
		if err != nil {
			return x, fmt.Errorf("open address of %s: %w", id, err)
		}
		x.Address = string(address)
	}
	x.Territories, err = store.Strings(ctx, q, `SELECT territory FROM subscriptions WHERE subscriber_id = $1 ORDER BY territory`, id)
	return x, err
}

// Outcome is what became of a letter or delivery that was tried. State Open
// means: again at Next.
type Outcome struct {
	ID    string
	State subscription.DeliveryState
	Next  time.Time
	Error string // in words; empty after success
}

// FinishLetter stores what became of a letter.
func (s *Store) FinishLetter(ctx context.Context, o Outcome) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE letters SET state = $1, attempts = attempts + 1, next_try = $2, last_error = $3, leased_until = ''
			WHERE id = $4 AND state = 'open'`, string(o.State), store.Time(o.Next), store.Clean(o.Error), o.ID)
	})
}

// Release gives letters and deliveries back that were leased and not tried, so
// that they need not wait for the end of their lease.
func (s *Store) Release(ctx context.Context, ids []string) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, id := range ids {
			for _, table := range []string{"letters", "deliveries"} {
				if err := store.Exec(ctx, tx, `UPDATE `+table+` SET leased_until = '' WHERE id = $1 AND state = 'open'`, id); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
