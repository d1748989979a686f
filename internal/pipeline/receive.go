package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/public"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/subscription"
)

const receiveBatch = 100

// Receive lets what the public sent in take effect, and tells the readers room
// what stands behind each capability. A message that cannot be opened or is
// not right is deleted: there is nobody to ask.
func (d *Desk) Receive(ctx context.Context) (more bool, err error) {
	list, err := d.Intake.Waiting(ctx, receiveBatch)
	if err != nil {
		return false, err
	}
	var done []string
	for _, m := range list {
		if err := d.receive(ctx, m); err != nil {
			if fault.Of(err) != fault.Invalid {
				return false, fmt.Errorf("receive %s: %w", m.ID, err)
			}
			d.Log.Warn("a message of the intake is not right and was dropped", "message", m.ID, "error", err)
		}
		done = append(done, m.ID)
	}
	if len(done) > 0 {
		if err := d.Intake.Delete(ctx, done); err != nil {
			return false, err
		}
	}
	carried, err := d.carryReaders(ctx)
	return len(list) == receiveBatch || carried == receiveBatch, err
}

func (d *Desk) receive(ctx context.Context, m intake.Message) error {
	plain, err := d.Keys.Unseal(m.Sealed)
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "The message is not sealed to this desk's key")
	}
	msg, err := public.DecodeMessage(plain)
	if err != nil {
		return err
	}
	if err := checkMessage(msg); err != nil {
		return err
	}
	return d.Store.Take(ctx, deskstore.Incoming{
		MessageID: m.ID, Message: msg, SubscriberID: d.id(desk.KindSubscriber), LetterID: d.id(desk.KindLetter),
	}, d.Now())
}

// checkMessage checks again what serve has checked: the intake is written by
// the process that an attacker reaches first.
func checkMessage(m public.Message) error {
	if err := m.Check(); err != nil {
		return err
	}
	for _, t := range m.Territories {
		if _, known := geo.Find(t); !known && t != public.Everything {
			return fault.New(fault.Invalid, "There is no territory %q.", t)
		}
	}
	return nil
}

// End takes out what has ended by its time: capabilities.
func (d *Desk) End(ctx context.Context) (more bool, err error) {
	return false, d.Store.EndCapabilities(ctx, d.Now())
}

func (d *Desk) carryReaders(ctx context.Context) (int, error) {
	due, err := d.Store.DueReaders(ctx, d.Now(), receiveBatch)
	if err != nil || len(due) == 0 {
		return 0, err
	}
	var put []subscription.Preferences
	var gone []string
	for _, r := range due {
		if r.Gone {
			gone = append(gone, r.Hash)
		} else {
			put = append(put, r.Preferences)
		}
	}
	if err := d.Readers.Put(ctx, put, gone); err != nil {
		return 0, err
	}
	return len(due), d.Store.ReadersCarried(ctx, due)
}
