package desk

import (
	"context"
	"time"

	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

// LeaseDeliveries takes up to n deliveries that are to be sent now, with all
// that is needed to send them. While sending is paused there are none.
func (s *Store) LeaseDeliveries(ctx context.Context, now, until time.Time, n int) ([]subscription.Envelope, error) {
	var out []subscription.Envelope
	err := s.db.Write(ctx, func(tx store.Tx) error {
		out = nil
		if on, err := paused(ctx, tx); err != nil || on {
			return err
		}
		leased, err := store.All(ctx, tx, scanDelivery, tx.LeaseQuery("deliveries", "state = 'open'", "id, issue_id, subscriber_id, state, attempts, next_try, last_error"),
			store.Time(until), store.Time(now), n)
		if err != nil {
			return err
		}
		issues := map[string]subscription.Issue{}
		for _, d := range leased {
			e, err := s.envelope(ctx, tx, d, issues)
			if err != nil {
				return err
			}
			out = append(out, e)
		}
		return nil
	})
	return out, err
}

func scanDelivery(r store.Row) (subscription.Delivery, error) {
	var d subscription.Delivery
	var next string
	err := r.Scan(&d.ID, &d.IssueID, &d.SubscriberID, &d.State, &d.Attempts, &next, &d.LastError)
	if err == nil {
		d.NextTry = store.ParseTime(next)
	}
	return d, err
}

func (s *Store) envelope(ctx context.Context, q store.Querier, d subscription.Delivery, issues map[string]subscription.Issue) (subscription.Envelope, error) {
	e := subscription.Envelope{Delivery: d, LeaveWord: s.secrets.Capability(string(subscription.ToLeave), d.SubscriberID)}
	issue, known := issues[d.IssueID]
	if !known {
		var err error
		if issue, err = scanIssue(q.QueryRowContext(ctx, `SELECT `+issueColumns+` FROM issues WHERE id = $1`, d.IssueID)); err != nil {
			return e, err
		}
		if issue.Articles, err = issueArticles(ctx, q, d.IssueID); err != nil {
			return e, err
		}
		issues[d.IssueID] = issue
	}
	e.Issue = issue
	var err error
	e.Subscriber, err = s.subscriber(ctx, q, d.SubscriberID)
	return e, err
}

// Wanted reports whether a delivery is still to be sent: it is asked right
// before the mail goes out, so that whoever has just left gets none.
func (s *Store) Wanted(ctx context.Context, deliveryID string) (bool, error) {
	found, err := store.Strings(ctx, s.db.Read(), `SELECT d.id FROM deliveries d JOIN subscribers r ON r.id = d.subscriber_id
		JOIN issues i ON i.id = d.issue_id
		WHERE d.id = $1 AND d.state = 'open' AND (r.state = $2 OR (i.test = 1 AND r.state = $3))`,
		deliveryID, string(subscription.Confirmed), string(subscription.Tester))
	return len(found) == 1, err
}

// FinishDelivery stores what became of a delivery. A delivery that has ended
// is not changed any more.
func (s *Store) FinishDelivery(ctx context.Context, o Outcome, now time.Time) error {
	ended := store.Time(now)
	if o.State == subscription.Open {
		ended = ""
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE deliveries SET state = $1, attempts = attempts + 1, next_try = $2, last_error = $3,
			leased_until = '', ended_at = $4 WHERE id = $5 AND state = 'open'`,
			string(o.State), store.Time(o.Next), store.Clean(o.Error), ended, o.ID)
	})
}

// FinishIssues marks the sending issues that have no open delivery any more as
// sent, and gives their number.
func (s *Store) FinishIssues(ctx context.Context, now time.Time) (int64, error) {
	var n int64
	err := s.db.Write(ctx, func(tx store.Tx) (err error) {
		n, err = store.Changed(ctx, tx, `UPDATE issues SET state = 'sent', sent_at = $1, version = version + 1
			WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.issue_id = issues.id AND d.state = 'open')`, store.Time(now))
		return err
	})
	return n, err
}
