package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/newsletter"
	"rightsdesk/internal/public"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/subscription"
)

// Post says how mail leaves the desk. With an empty Relay.Address mail waits.
type Post struct {
	Relay  mail.Options
	Sender newsletter.Sender
}

// sendBatch is how many mails a connection takes on at a time. A worker that
// dies has at most these to be tried again.
const sendBatch = 20

// Mailer sends letters and deliveries over one connection to the relay.
// Several may run side by side: the ledger gives each row to one of them.
type Mailer struct {
	desk   *Desk
	conn   *mail.Conn
	silent bool // the relay could not be reached or stopped answering in this batch
}

// mustStop reports whether the rest of a batch must wait: the role is stopping,
// the relay is silent, or so much of the lease has passed that a further mail
// to a slow relay might outlast it, and another worker would send it too.
func (m *Mailer) mustStop(ctx context.Context, leased time.Time) bool {
	return ctx.Err() != nil || m.silent || m.desk.Now().Sub(leased) > lease/2
}

func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = id(x)
	}
	return out
}

// Mailer makes a sender with a connection of its own, opened when it is needed.
func (d *Desk) Mailer() *Mailer { return &Mailer{desk: d} }

// Close ends the connection.
func (m *Mailer) Close() error {
	if m.conn == nil {
		return nil
	}
	err := m.conn.Close()
	m.conn = nil
	return err
}

// Send sends what is to be sent: first letters, for which somebody waits, then
// issues. When ctx ends the mail on the wire is finished and its row is
// written; the rest stays for later.
func (m *Mailer) Send(ctx context.Context) (more bool, err error) {
	if m.desk.Post.Relay.Address == "" {
		return false, nil
	}
	m.silent = false
	letters, err := m.sendLetters(ctx)
	if err != nil {
		return false, err
	}
	deliveries, err := m.sendDeliveries(ctx)
	if err != nil || letters+deliveries > 0 {
		return err == nil, err
	}
	return false, m.Close() // nothing to do: the relay need not wait for us
}

func (m *Mailer) sendLetters(ctx context.Context) (int, error) {
	d := m.desk
	now := d.Now()
	list, err := d.Store.LeaseLetters(ctx, now, now.Add(lease), sendBatch)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	settings, err := d.Edition.Settings(ctx)
	if err != nil {
		return 0, err
	}
	for i, l := range list {
		if m.mustStop(ctx, now) {
			return 0, d.Store.Release(context.WithoutCancel(ctx), idsOf(list[i:], func(l subscription.Letter) string { return l.ID }))
		}
		outcome := deskstore.Outcome{ID: l.ID, State: subscription.Skipped}
		msg, wanted, err := m.letter(ctx, l, settings)
		if err != nil {
			return 0, err
		}
		if wanted {
			outcome = m.outcome(ctx, l.ID, msg, msg.To, l.Attempts, l.CreatedAt)
		}
		if err := d.Store.FinishLetter(context.WithoutCancel(ctx), outcome); err != nil {
			return 0, fmt.Errorf("store letter %s: %w", l.ID, err)
		}
	}
	return len(list), nil
}

// letter makes the mail of a letter. wanted is false when there is nobody left
// to write to, or nothing to say.
func (m *Mailer) letter(ctx context.Context, l subscription.Letter, s public.Settings) (msg mail.Message, wanted bool, err error) {
	switch {
	case l.Kind == subscription.Alert:
		return m.alertLetter(ctx, l)
	case l.Subscriber.Address == "":
		return mail.Message{}, false, nil
	case l.Kind == subscription.ToConfirm:
		return newsletter.ConfirmLetter(l, s, m.desk.Post.Sender, m.desk.Now()), true, nil
	}
	return newsletter.PreferencesLetter(l, s, m.desk.Post.Sender, m.desk.Now()), true, nil
}

func (m *Mailer) sendDeliveries(ctx context.Context) (int, error) {
	d := m.desk
	now := d.Now()
	list, err := d.Store.LeaseDeliveries(ctx, now, now.Add(lease), sendBatch)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	settings, err := d.Edition.Settings(ctx)
	if err != nil {
		return 0, err
	}
	teasers := map[string][]public.Teaser{}
	for i, e := range list {
		if m.mustStop(ctx, now) {
			return 0, d.Store.Release(context.WithoutCancel(ctx), idsOf(list[i:], func(e subscription.Envelope) string { return e.ID }))
		}
		if _, known := teasers[e.IssueID]; !known {
			if teasers[e.IssueID], err = d.Edition.Teasers(ctx, e.Issue.Articles); err != nil {
				return 0, err
			}
		}
		outcome, err := m.deliver(ctx, e, teasers[e.IssueID], settings)
		if err != nil {
			return 0, err
		}
		if err := d.Store.FinishDelivery(context.WithoutCancel(ctx), outcome, d.Now()); err != nil {
			return 0, fmt.Errorf("store delivery %s: %w", e.ID, err)
		}
	}
	return len(list), nil
}

// deliver sends one issue to one subscriber, if they still want it and it has
// something for them. The issue is made from the edition as it is now, so that
// what was withdrawn since the issue was written is not mailed.
func (m *Mailer) deliver(ctx context.Context, e subscription.Envelope, teasers []public.Teaser, s public.Settings) (deskstore.Outcome, error) {
	d := m.desk
	skip := deskstore.Outcome{ID: e.ID, State: subscription.Skipped}
	wanted, err := d.Store.Wanted(ctx, e.ID)
	if err != nil || !wanted {
		return skip, err
	}
	reader := e.Subscriber
	if e.Issue.Test {
		reader.Territories = []string{public.Everything}
	}
	msg, something := newsletter.Compose(e.Issue, reader, e.LeaveWord, teasers, s, d.Post.Sender, e.ID, d.Now())
	if !something {
		return skip, nil
	}
	return m.outcome(ctx, e.ID, msg, e.Subscriber.Address, e.Attempts, e.Issue.CreatedAt), nil
}

// outcome sends a mail and says what became of it. A mail whose answer was
// lost on the wire is sent again with the same Message-ID: lost is worse than
// doubled.
func (m *Mailer) outcome(ctx context.Context, id string, msg mail.Message, to string, attempts int, since time.Time) deskstore.Outcome {
	now := m.desk.Now()
	err := m.hand(ctx, msg, to)
	if err == nil {
		return deskstore.Outcome{ID: id, State: subscription.Delivered}
	}
	out := deskstore.Outcome{ID: id, State: subscription.Open, Next: subscription.NextDelivery(now, attempts+1), Error: words(err)}
	var failure *mail.Failure
	switch {
	case fault.Is(err, fault.Invalid):
		out.State = subscription.Refused
	case errors.As(err, &failure) && !failure.Temporary:
		out.State = subscription.Refused
	case now.Sub(since) > subscription.DeliveryFor && attempts > 0:
		out.State = subscription.Expired
	}
	m.desk.Log.Warn("a mail was not taken", "delivery", id, "state", out.State, "reason", out.Error)
	return out
}

// words gives a reason without addresses: relays repeat them in their answers.
func words(err error) string {
	var failure *mail.Failure
	if errors.As(err, &failure) {
		return failure.Reason()
	}
	return fault.Words(err)
}

// serviceEnds is the answer with which a relay ends the connection (RFC 5321).
const serviceEnds = 421

func (m *Mailer) hand(ctx context.Context, msg mail.Message, to string) error {
	data, err := msg.Bytes()
	if err != nil {
		return err
	}
	if m.conn == nil {
		if m.conn, err = mail.Dial(ctx, m.desk.Post.Relay); err != nil {
			m.silent = true
			return err
		}
	}
	err = m.conn.Send(ctx, msg.From, to, data)
	var failure *mail.Failure
	if errors.As(err, &failure) && (failure.Code == 0 || failure.Code == serviceEnds) {
		m.silent = failure.Code == 0
		return errors.Join(err, m.Close())
	}
	return err
}

// Finish marks issues whose deliveries have all ended as sent.
func (d *Desk) Finish(ctx context.Context) (more bool, err error) {
	n, err := d.Store.FinishIssues(ctx, d.Now())
	if n > 0 {
		d.Log.Info("issues were sent to the last subscriber", "issues", n)
	}
	return false, err
}
