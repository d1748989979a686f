package desk

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// Incoming is an opened message of the intake with the ids that its effect
// may need. Its effect and the note that it was taken are one transaction, so
// that a message which is handed over twice takes effect once.
type Incoming struct {
	MessageID    string
	Message      public.Message
	SubscriberID string // for a new subscriber
	LetterID     string // for an answer by mail
}

// Take lets a message of the intake take effect. What cannot take effect (an
// unknown or ended capability) is noted as taken and changes nothing; whoever
// sent it was told so by the page that knew the capability.
func (s *Store) Take(ctx context.Context, in Incoming, now time.Time) error {
	if in.Message.Kind == public.Leave {
		if err := s.stopLeaving(ctx, in, now); err != nil {
			return err
		}
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `INSERT INTO taken (message_id, at) VALUES ($1, $2) ON CONFLICT (message_id) DO NOTHING`, in.MessageID, store.Time(now))
		if err != nil || n == 0 {
			return err
		}
		return s.takeEffect(ctx, tx, in, now)
	})
}

func (s *Store) takeEffect(ctx context.Context, tx store.Tx, in Incoming, now time.Time) error {
	switch in.Message.Kind {
	case public.Subscribe:
		return s.subscribe(ctx, tx, in, now)
	case public.Preferences:
		return s.askPreferences(ctx, tx, in, now)
	case public.Confirm:
		return s.withCapability(ctx, tx, in, subscription.ToConfirm, now, s.confirm)
	case public.Leave:
		return s.withCapability(ctx, tx, in, subscription.ToLeave, now, s.leave)
	case public.Change:
		return s.withCapability(ctx, tx, in, subscription.ToPreferences, now, s.change)
	}
	return nil
}

// subscriberRow is what deciding about a message needs of a subscriber.
type subscriberRow struct {
	id    string
	state subscription.State
}

func (s *Store) findSubscriber(ctx context.Context, tx store.Tx, address string) (row subscriberRow, known bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT id, state FROM subscribers WHERE address_hash = $1`, s.secrets.AddressHash(address)).
		Scan(&row.id, &row.state)
	if errors.Is(err, sql.ErrNoRows) {
		return row, false, nil
	}
	return row, err == nil, err
}

// subscribe makes or renews a pending subscriber and mails a confirmation. Who
// is confirmed already is not changed by a form that anybody can send; they are
// mailed a link to their preferences instead.
func (s *Store) subscribe(ctx context.Context, tx store.Tx, in Incoming, now time.Time) error {
	row, err := s.holdSubscriber(ctx, tx, in, now)
	if err != nil {
		return err
	}
	if row.state == subscription.Confirmed {
		return s.write(ctx, tx, row.id, in, subscription.ToPreferences, now)
	}
	if err := s.putPending(ctx, tx, row.id, in.Message); err != nil {
		return err
	}
	return s.write(ctx, tx, row.id, in, subscription.ToConfirm, now)
}

// holdSubscriber gives the subscriber with an address, a new one if there is
// none, and keeps other transactions from changing it until this one ends. Two
// forms of one address may come at once: the id that holds is the stored one.
func (s *Store) holdSubscriber(ctx context.Context, tx store.Tx, in Incoming, now time.Time) (row subscriberRow, err error) {
	err = tx.QueryRowContext(ctx, `INSERT INTO subscribers (id, address_hash, address_sealed, state, language, created_at, confirmed_at, written_at)
		VALUES ($1, $2, $3, $4, $5, $6, '', '')
		ON CONFLICT (address_hash) DO UPDATE SET state = subscribers.state
		RETURNING id, state`,
		in.SubscriberID, s.secrets.AddressHash(in.Message.Address), []byte{}, string(subscription.Pending), in.Message.Language, store.Time(now)).
		Scan(&row.id, &row.state)
	return row, err
}

// putPending makes a subscriber, whose row is held, wait for a confirmation.
func (s *Store) putPending(ctx context.Context, tx store.Tx, id string, m public.Message) error {
	sealed, err := s.secrets.Encrypt("subscriber.address", id, []byte(m.Address))
	if err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `UPDATE subscribers SET address_sealed = $1, state = $2, language = $3 WHERE id = $4`,
		sealed, string(subscription.Pending), m.Language, id); err != nil {
		return err
	}
	if err := s.addLeave(ctx, tx, id); err != nil { // the confirmation mail lets them say no as well
		return err
	}
	return putSubscriptions(ctx, tx, id, m.Territories)
}

func putSubscriptions(ctx context.Context, tx store.Tx, id string, territories []string) error {
	if err := store.Exec(ctx, tx, `DELETE FROM subscriptions WHERE subscriber_id = $1`, id); err != nil {
		return err
	}
	for _, t := range territories {
		if err := store.Exec(ctx, tx, `INSERT INTO subscriptions (subscriber_id, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, id, t); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) askPreferences(ctx context.Context, tx store.Tx, in Incoming, now time.Time) error {
	row, known, err := s.findSubscriber(ctx, tx, in.Message.Address)
	if err != nil || !known || row.state != subscription.Confirmed {
		return err
	}
	return s.write(ctx, tx, row.id, in, subscription.ToPreferences, now)
}

// write queues a letter, unless a form made one for the same address a short
// while ago: two hundred forms are one mail, also when they come at once.
func (s *Store) write(ctx context.Context, tx store.Tx, id string, in Incoming, kind subscription.CapabilityKind, now time.Time) error {
	n, err := store.Changed(ctx, tx, `UPDATE subscribers SET written_at = $1 WHERE id = $2 AND (written_at = '' OR written_at <= $3)`,
		store.Time(now), id, store.Time(now.Add(-subscription.LetterEvery)))
	if err != nil || n == 0 {
		return err
	}
	lasts := subscription.ConfirmFor
	if kind == subscription.ToPreferences {
		lasts = subscription.PreferencesFor
	}
	word := s.secrets.Capability(string(kind), in.LetterID)
	if err := addCapability(ctx, tx, subscription.Capability{Hash: subscription.Hash(word), SubscriberID: id, Kind: kind, Expires: now.Add(lasts)}); err != nil {
		return err
	}
	return store.Exec(ctx, tx, `INSERT INTO letters (id, subscriber_id, kind, state, attempts, next_try, last_error, leased_until, created_at)
		VALUES ($1, $2, $3, $4, 0, $5, '', '', $5)`, in.LetterID, id, string(kind), string(subscription.Open), store.Time(now))
}

// SubscriberTally gives how many subscribers are in each state.
func (s *Store) SubscriberTally(ctx context.Context) (subscription.Tally, error) {
	type count struct {
		state subscription.State
		n     int
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (c count, err error) { return c, r.Scan(&c.state, &c.n) },
		`SELECT state, COUNT(*) FROM subscribers GROUP BY state`)
	out := subscription.Tally{}
	for _, c := range list {
		out[c.state] = c.n
	}
	return out, err
}
