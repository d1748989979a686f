package desk

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// addCapability adds a capability, which the readers room is to hear of.
func addCapability(ctx context.Context, tx store.Tx, c subscription.Capability) error {
	return store.Exec(ctx, tx, `INSERT INTO capabilities (hash, subscriber_id, kind, expires_at, gone, due) VALUES ($1, $2, $3, $4, 0, 1)
		ON CONFLICT (hash) DO UPDATE SET gone = 0, due = capabilities.due + 1, expires_at = excluded.expires_at`,
		c.Hash, c.SubscriberID, string(c.Kind), store.Time(c.Expires))
}

// touch lets the readers room hear of all capabilities of a subscriber again.
func touch(ctx context.Context, tx store.Tx, subscriberID string) error {
	return store.Exec(ctx, tx, `UPDATE capabilities SET due = due + 1 WHERE subscriber_id = $1 AND gone = 0`, subscriberID)
}

// withCapability runs act for the subscriber behind a message's capability, if
// it is of the kind, is not gone and has not ended.
func (s *Store) withCapability(ctx context.Context, tx store.Tx, in Incoming, kind subscription.CapabilityKind, now time.Time,
	act func(ctx context.Context, tx store.Tx, in Incoming, subscriberID string, now time.Time) error) error {
	var id string
	err := tx.QueryRowContext(ctx, `SELECT subscriber_id FROM capabilities
		WHERE hash = $1 AND kind = $2 AND gone = 0 AND (expires_at = '' OR expires_at > $3)`,
		subscription.Hash(in.Message.Capability), string(kind), store.Time(now)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return act(ctx, tx, in, id, now)
}

func (s *Store) confirm(ctx context.Context, tx store.Tx, in Incoming, id string, now time.Time) error {
	if err := store.Exec(ctx, tx, `UPDATE subscribers SET state = $1, confirmed_at = $2 WHERE id = $3 AND state = $4`,
		string(subscription.Confirmed), store.Time(now), id, string(subscription.Pending)); err != nil {
		return err
	}
	return touch(ctx, tx, id)
}

// addLeave adds the capability for leaving, which stands in every mail.
func (s *Store) addLeave(ctx context.Context, tx store.Tx, id string) error {
	word := s.secrets.Capability(string(subscription.ToLeave), id)
	return addCapability(ctx, tx, subscription.Capability{Hash: subscription.Hash(word), SubscriberID: id, Kind: subscription.ToLeave})
}

// leave ends everything for a subscriber. The address itself goes; its keyed
// hash stays, so that it is known as one that left.
func (s *Store) leave(ctx context.Context, tx store.Tx, _ Incoming, id string, now time.Time) error {
	if err := store.Exec(ctx, tx, `UPDATE subscribers SET state = $1, address_sealed = $2 WHERE id = $3`, string(subscription.Left), []byte{}, id); err != nil {
		return err
	}
	for _, q := range []string{
		`UPDATE deliveries SET state = 'skipped', ended_at = $1, last_error = '', leased_until = '' WHERE subscriber_id = $2 AND state = 'open'`,
		`UPDATE letters SET state = 'skipped', next_try = $1, leased_until = '' WHERE subscriber_id = $2 AND state = 'open'`,
	} {
		if err := store.Exec(ctx, tx, q, store.Time(now), id); err != nil {
			return err
		}
	}
	if err := store.Exec(ctx, tx, `DELETE FROM subscriptions WHERE subscriber_id = $1`, id); err != nil {
		return err
	}
	// The link for leaving stays good, so that a second click says "done" again.
	return store.Exec(ctx, tx, `UPDATE capabilities SET gone = CASE WHEN kind = 'leave' THEN 0 ELSE 1 END, due = due + 1 WHERE subscriber_id = $1`, id)
}

// stopLeaving writes a leaving to the list of stops before it takes effect.
func (s *Store) stopLeaving(ctx context.Context, in Incoming, now time.Time) error {
	var hash string
	err := s.db.Read().QueryRowContext(ctx, `SELECT r.address_hash FROM capabilities c JOIN subscribers r ON r.id = c.subscriber_id
		WHERE c.hash = $1 AND c.kind = 'leave' AND r.state <> $2`, subscription.Hash(in.Message.Capability), string(subscription.Left)).Scan(&hash)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return store.Kind(err)
	}
	return s.stops.Add(store.Stop{At: now, Kind: store.StopLeft, ID: hash})
}

func (s *Store) change(ctx context.Context, tx store.Tx, in Incoming, id string, _ time.Time) error {
	if err := store.Exec(ctx, tx, `UPDATE subscribers SET language = $1 WHERE id = $2 AND state = $3`,
		in.Message.Language, id, string(subscription.Confirmed)); err != nil {
		return err
	}
	if err := putSubscriptions(ctx, tx, id, in.Message.Territories); err != nil {
		return err
	}
	return touch(ctx, tx, id)
}

// DueReader is what the readers room is to hear of one capability.
type DueReader struct {
	subscription.Preferences
	Gone bool // to be taken out
	Due  int  // for ReadersCarried
}

// DueReaders gives up to n capabilities that the readers room has not heard of
// in their newest form. Those that have ended by now are given as gone.
func (s *Store) DueReaders(ctx context.Context, now time.Time, n int) ([]DueReader, error) {
	type row struct {
		DueReader
		subscriber string
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (x row, err error) {
		var gone int
		var expires string
		err = r.Scan(&x.Hash, &x.Kind, &expires, &gone, &x.Due, &x.subscriber, &x.Language)
		x.Gone, x.Expires = gone == 1, store.ParseTime(expires)
		return x, err
	}, `SELECT c.hash, c.kind, c.expires_at, c.gone, c.due, c.subscriber_id, s.language
		FROM capabilities c JOIN subscribers s ON s.id = c.subscriber_id WHERE c.due > 0 LIMIT $1`, n)
	out := make([]DueReader, len(list))
	for i, x := range list {
		if err == nil {
			x.Territories, err = store.Strings(ctx, s.db.Read(), `SELECT territory FROM subscriptions WHERE subscriber_id = $1 ORDER BY territory`, x.subscriber)
		}
		out[i] = x.DueReader
	}
	return out, err
}

// ReadersCarried notes that the readers room has heard of these. What changed
// again in between stays due.
func (s *Store) ReadersCarried(ctx context.Context, list []DueReader) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, r := range list {
			if err := store.Exec(ctx, tx, `UPDATE capabilities SET due = 0 WHERE hash = $1 AND due = $2`, r.Hash, r.Due); err != nil {
				return err
			}
		}
		return nil
	})
}

// EndCapabilities takes out the capabilities that have ended.
func (s *Store) EndCapabilities(ctx context.Context, now time.Time) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE capabilities SET gone = 1, due = due + 1 WHERE gone = 0 AND expires_at <> '' AND expires_at <= $1`, store.Time(now))
	})
}
