package desk

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
	"rightsdesk/internal/subscription"
)

const issueColumns = `id, title, state, test, created_at, sent_at`

func scanIssue(r store.Row) (subscription.Issue, error) {
	var i subscription.Issue
	var test int
	var created, sent string
	err := r.Scan(&i.ID, &i.Title, &i.State, &test, &created, &sent)
	if err == nil {
		i.Test, i.CreatedAt, i.SentAt = test == 1, store.ParseTime(created), store.ParseTime(sent)
	}
	return i, err
}

func (s *Store) fillIssue(ctx context.Context, i *subscription.Issue) (err error) {
	i.Articles, err = issueArticles(ctx, s.db.Read(), i.ID)
	return err
}

func issueArticles(ctx context.Context, q store.Querier, id string) ([]string, error) {
	return store.Strings(ctx, q, `SELECT article_id FROM issue_articles WHERE issue_id = $1 ORDER BY position`, id)
}

// Issues gives all issues but tests, newest first.
func (s *Store) Issues(ctx context.Context) ([]subscription.Issue, error) {
	list, err := store.All(ctx, s.db.Read(), scanIssue, `SELECT `+issueColumns+` FROM issues WHERE test = 0 ORDER BY created_at DESC, id DESC`)
	for i := range list {
		if err == nil {
			err = s.fillIssue(ctx, &list[i])
		}
	}
	return list, err
}

// Issue gives one issue. Errors: NotFound.
func (s *Store) Issue(ctx context.Context, id string) (subscription.Issue, error) {
	i, err := scanIssue(s.db.Read().QueryRowContext(ctx, `SELECT `+issueColumns+` FROM issues WHERE id = $1`, id))
	if err != nil {
		return i, store.Found(err, "There is no issue %q.", id)
	}
	return i, s.fillIssue(ctx, &i)
}

// NewForIssue gives the ids of published articles that no issue has had yet,
// newest first.
func (s *Store) NewForIssue(ctx context.Context, limit int) ([]string, error) {
	return store.Strings(ctx, s.db.Read(), `SELECT a.id FROM articles a WHERE a.stage = $1 AND NOT EXISTS (
		SELECT 1 FROM issue_articles x JOIN issues i ON i.id = x.issue_id WHERE x.article_id = a.id AND i.state <> 'draft' AND i.test = 0)
		ORDER BY a.published_at DESC, a.id DESC LIMIT $2`, string(desk.StagePublished), limit)
}

// DraftIssue stores a draft. Errors: Invalid without a title or articles.
func (s *Store) DraftIssue(ctx context.Context, i subscription.Issue, d desk.Decision) error {
	if i.Title == "" || len(i.Articles) == 0 {
		return fault.New(fault.Invalid, "An issue needs a title and at least one article.")
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := insertIssue(ctx, tx, i, subscription.Draft); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

func insertIssue(ctx context.Context, tx store.Tx, i subscription.Issue, state subscription.IssueState) error {
	if err := store.Exec(ctx, tx, `INSERT INTO issues (id, title, state, test, version, edition_version, created_at, sent_at)
		VALUES ($1, $2, $3, $4, 1, 0, $5, '')`, i.ID, store.Clean(i.Title), string(state), store.Bool(i.Test), store.Time(i.CreatedAt)); err != nil {
		return err
	}
	for n, article := range i.Articles {
		if err := store.Exec(ctx, tx, `INSERT INTO issue_articles (issue_id, position, article_id) VALUES ($1, $2, $3)`, i.ID, n, article); err != nil {
			return err
		}
	}
	return nil
}

// SendIssue makes a draft a sending issue with one delivery per confirmed
// subscriber, in one transaction, and gives their number. The ids of the
// deliveries are those of issue and subscriber joined, so that they can be
// made by the database. Errors: Conflict when it is no draft or sending is paused.
func (s *Store) SendIssue(ctx context.Context, id string, d desk.Decision) (deliveries int, err error) {
	if err := s.stops.Add(store.Stop{At: d.At, Kind: store.StopSent, ID: id}); err != nil {
		return 0, err
	}
	err = s.db.Write(ctx, func(tx store.Tx) error {
		if on, err := paused(ctx, tx); err != nil || on {
			return orPaused(err)
		}
		n, err := store.Changed(ctx, tx, `UPDATE issues SET state = 'sending', version = version + 1 WHERE id = $1 AND state = 'draft'`, id)
		if err != nil {
			return err
		}
		if n == 0 {
			return fault.New(fault.Conflict, "This issue is being sent or was sent already. It is not sent twice.")
		}
		made, err := store.Changed(ctx, tx, `INSERT INTO deliveries (id, issue_id, subscriber_id, state, attempts, next_try, last_error, leased_until, ended_at)
			SELECT CAST($1 AS TEXT) || '.' || id, CAST($1 AS TEXT), id, 'open', 0, CAST($2 AS TEXT), '', '', '' FROM subscribers WHERE state = $3`,
			id, store.Time(d.At), string(subscription.Confirmed))
		if err != nil {
			return err
		}
		deliveries = int(made)
		return decide(ctx, tx, d)
	})
	return deliveries, err
}

func orPaused(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, "Publishing and sending are paused since a backup was restored. Look whether all is right, then let them go on.")
}

// Test is a test of an issue: a copy with one delivery.
type Test struct {
	IssueID      string // of the copy
	SubscriberID string // for the address, where it is not known yet
	Address      string
}

// SendTest sends a copy of an issue to one address, by the ledger like every
// other. Errors: NotFound when there is no such issue.
func (s *Store) SendTest(ctx context.Context, issueID string, t Test, d desk.Decision) error {
	original, err := s.Issue(ctx, issueID)
	if err != nil {
		return err
	}
	copied := subscription.Issue{ID: t.IssueID, Title: original.Title, Articles: original.Articles, Test: true, CreatedAt: d.At}
	return s.db.Write(ctx, func(tx store.Tx) error {
		subscriber, err := s.tester(ctx, tx, t, d.At)
		if err != nil {
			return err
		}
		if err := insertIssue(ctx, tx, copied, subscription.Sending); err != nil {
			return err
		}
		if err := store.Exec(ctx, tx, `INSERT INTO deliveries (id, issue_id, subscriber_id, state, attempts, next_try, last_error, leased_until, ended_at)
			VALUES ($1, $2, $3, 'open', 0, $4, '', '', '')`, t.IssueID+"."+subscriber, t.IssueID, subscriber, store.Time(d.At)); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// tester gives the subscriber with the address; one that is not known gets the
// state of a tester, which no issue but a test goes to.
func (s *Store) tester(ctx context.Context, tx store.Tx, t Test, now time.Time) (string, error) {
	row, known, err := s.findSubscriber(ctx, tx, t.Address)
	if err != nil {
		return "", err
	}
	if known && row.state == subscription.Left {
		return "", fault.New(fault.Conflict, "This address asked for no mail any more, so no test is sent to it either.")
	}
	if known {
		return row.id, nil
	}
	sealed, err := s.secrets.Encrypt("subscriber.address", t.SubscriberID, []byte(t.Address))
	if err != nil {
		return "", err
	}
	return t.SubscriberID, store.Exec(ctx, tx, `INSERT INTO subscribers (id, address_hash, address_sealed, state, language, created_at, confirmed_at, written_at)
		VALUES ($1, $2, $3, $4, 'en', $5, '', '')`, t.SubscriberID, s.secrets.AddressHash(t.Address), sealed, string(subscription.Tester), store.Time(now))
}

// IssueCounts gives how many deliveries of an issue are in each state.
func (s *Store) IssueCounts(ctx context.Context, id string) (subscription.Counts, error) {
	type count struct {
		state subscription.DeliveryState
		n     int
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (c count, err error) { return c, r.Scan(&c.state, &c.n) },
		`SELECT state, COUNT(*) FROM deliveries WHERE issue_id = $1 GROUP BY state`, id)
	out := subscription.Counts{}
	for _, c := range list {
		out[c.state] = c.n
	}
	return out, err
}
