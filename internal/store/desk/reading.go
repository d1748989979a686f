package desk

import (
	"context"
	"fmt"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// LeaseUnread takes up to n articles that are to be read.
func (s *Store) LeaseUnread(ctx context.Context, now, until time.Time, n int) ([]desk.Unread, error) {
	var out []desk.Unread
	err := s.db.Write(ctx, func(tx store.Tx) error {
		out = nil
		ids, err := store.Strings(ctx, tx, tx.LeaseQuery("articles", "stage = 'unread'", "id"),
			store.Time(until), store.Time(now), n)
		if err != nil {
			return err
		}
		for _, id := range ids {
			u, err := unread(ctx, tx, id)
			if err != nil {
				return err
			}
			out = append(out, u)
		}
		return nil
	})
	return out, err
}

func unread(ctx context.Context, tx store.Querier, id string) (desk.Unread, error) {
	u := desk.Unread{ArticleID: id}
	var captureID string
	err := tx.QueryRowContext(ctx, `SELECT a.attempts, a.part, a.licence, a.capture_id, s.outlet, s.language,
		COALESCE(e.title, ''), COALESCE(e.published, ''), COALESCE(e.link, ''),
		COALESCE(i.site, ''), COALESCE(i.post_id, ''), COALESCE(i.outlet, ''), COALESCE(i.author, ''), COALESCE(i.language, '')
		FROM articles a JOIN captures c ON c.id = a.capture_id JOIN sources s ON s.id = a.source_id
		LEFT JOIN entries e ON e.id = c.entry_id LEFT JOIN imports i ON i.article_id = a.id WHERE a.id = $1`, id).
		Scan(&u.Attempts, &u.Part, &u.Licence, &captureID, &u.Outlet, &u.Language, &u.Announced.Title, &u.Announced.Published, &u.Announced.Link,
			&u.Import.Site, &u.Import.PostID, &u.Import.Outlet, &u.Import.Author, &u.Import.Language)
	if err != nil {
		return u, fmt.Errorf("unread article %s: %w", id, err)
	}
	u.Capture, err = scanCapture(tx.QueryRowContext(ctx, `SELECT `+captureColumns+` FROM captures WHERE id = $1`, captureID))
	return u, err
}

// SaveReadings stores what was read, with the findings, in one transaction. An
// article whose text another one carries already becomes its duplicate. An
// article that is not unread any more keeps what it has, and adds no others.
func (s *Store) SaveReadings(ctx context.Context, list []desk.Reading, now time.Time) error {
	save := func() error {
		return s.db.Write(ctx, func(tx store.Tx) error {
			for _, r := range list {
				if err := saveParts(ctx, tx, r, now); err != nil {
					return fmt.Errorf("save reading of %s: %w", r.Article.ID, err)
				}
			}
			return nil
		})
	}
	err := save()
	if store.IsUnique(err) { // another worker has just stored the same text; now it is seen
		err = save()
	}
	return err
}

// saveParts saves a reading and adds the other articles of its capture.
func saveParts(ctx context.Context, tx store.Tx, r desk.Reading, now time.Time) error {
	saved, err := saveReading(ctx, tx, r, now)
	if err != nil || !saved {
		return err
	}
	for _, other := range r.Others {
		n, err := store.Changed(ctx, tx, `INSERT INTO articles (id, capture_id, part, source_id, stage, title, title_by_desk, standfirst, outlet,
			published, address, language, text, html, dateline, confidence, reader, text_hash, same_as, sensitivity, licence, version, edition_version,
			published_at, created_at, updated_at, next_try, attempts, last_error, leased_until)
			SELECT $1, capture_id, $2, source_id, 'unread', '', 0, '', '', '', '', '', '', '', '', 0, '', '', '', sensitivity, licence, 0, 0,
			'', created_at, created_at, created_at, 0, '', '' FROM articles WHERE id = $3
			ON CONFLICT (capture_id, part) WHERE part > 0 DO NOTHING`, other.Article.ID, other.Article.Part, r.Article.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if _, err := saveReading(ctx, tx, other, now); err != nil {
			return err
		}
	}
	return nil
}

func saveReading(ctx context.Context, tx store.Tx, r desk.Reading, now time.Time) (saved bool, err error) {
	a := r.Article
	if err := findSame(ctx, tx, &a); err != nil {
		return false, err
	}
	n, err := store.Changed(ctx, tx, `UPDATE articles SET stage = $1, title = $2, standfirst = $3, outlet = $4, published = $5, address = $6,
		language = $7, text = $8, html = $9, dateline = $10, confidence = $11, reader = $12, text_hash = $13, same_as = $14,
		version = version + 1, edition_version = version + 1, updated_at = $15, leased_until = '', last_error = $16,
		part = $17, dateline_rule = $18, dateline_confidence = $19, named = 0,
		credit = $20, image_address = $21, image_caption = $22, image_credit = $23, image_alt = $24
		WHERE id = $25 AND stage = 'unread'`,
		string(a.Stage), store.Clean(a.Title), store.Clean(a.Standfirst), store.Clean(a.Outlet), a.Published, store.Clean(a.Address),
		a.Language, store.Clean(a.Text), store.Clean(a.HTML), store.Clean(a.Dateline), a.Confidence, a.Reader, a.TextHash, a.SameAs,
		store.Time(now), store.Clean(a.LastError), a.Part, a.Form, a.FormSure,
		store.Clean(a.Credit), store.Clean(a.Image.Address), store.Clean(a.Image.Caption), store.Clean(a.Image.Credit), store.Clean(a.Image.Alt), a.ID)
	if err != nil || n == 0 {
		return false, err
	}
	if a.SameAs != "" {
		if err := leadToSame(ctx, tx, a); err != nil {
			return false, err
		}
	}
	if err := saveLists(ctx, tx, a); err != nil {
		return false, err
	}
	if err := saveFindings(ctx, tx, r.Findings); err != nil {
		return false, err
	}
	if a.SameAs == "" { // the same text again teaches nothing
		if err := saveEdges(ctx, tx, a.ID, r.Edges, now); err != nil {
			return false, err
		}
	}
	if err := proposeQuotations(ctx, tx, a.ID, r.Quotations); err != nil {
		return false, err
	}
	return true, proposeClaims(ctx, tx, a.ID, r.Claims)
}

func findSame(ctx context.Context, tx store.Tx, a *desk.Article) error {
	if a.TextHash == "" {
		return nil
	}
	// The second condition lets SQLite see that the index over texts will do; without it every article is looked at.
	same, err := store.Strings(ctx, tx, `SELECT id FROM articles WHERE text_hash = $1 AND text_hash <> '' AND same_as = '' AND id <> $2`, a.TextHash, a.ID)
	if err != nil {
		return err
	}
	if len(same) > 0 {
		a.SameAs, a.Stage = same[0], desk.StageDuplicate
	}
	return nil
}

func saveFindings(ctx context.Context, tx store.Tx, list []desk.Finding) error {
	for _, f := range list {
		if err := store.Exec(ctx, tx, `INSERT INTO findings (id, article_id, kind, value, score, mentions, rule) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			f.ID, f.ArticleID, string(f.Kind), f.Value, f.Score, f.Count, f.Rule); err != nil {
			return err
		}
		for i, span := range f.Spans {
			if err := store.Exec(ctx, tx, `INSERT INTO finding_spans (finding_id, position, begins, ends, words) VALUES ($1, $2, $3, $4, $5)`,
				f.ID, i, span.Begin, span.End, store.Clean(span.Words)); err != nil {
				return err
			}
		}
	}
	return nil
}

// FailReading notes that an article could not be read. With a zero next it
// becomes unreadable, and an editor must look.
func (s *Store) FailReading(ctx context.Context, id, reason string, next, now time.Time) error {
	stage := desk.StageUnread
	if next.IsZero() {
		stage = desk.StageUnreadable
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE articles SET stage = $1, next_try = $2, attempts = attempts + 1, last_error = $3,
			updated_at = $4, leased_until = '' WHERE id = $5 AND stage = 'unread'`,
			string(stage), store.Time(next), store.Clean(reason), store.Time(now), id)
	})
}

// ReadAgain has articles read once more that could not be read for a reason
// that is gone, such as a program that was missing. It gives their number.
func (s *Store) ReadAgain(ctx context.Context, reason string, now time.Time) (n int64, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		n, err = store.Changed(ctx, tx, `UPDATE articles SET stage = $1, attempts = 0, last_error = '', next_try = $2, updated_at = $2
			WHERE stage = $3 AND last_error = $4`, string(desk.StageUnread), store.Time(now), string(desk.StageUnreadable), store.Clean(reason))
		return err
	})
	return n, err
}
