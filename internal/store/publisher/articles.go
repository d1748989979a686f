package publisher

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
)

// PutArticles stores articles in one transaction, each if it is newer than what
// is there.
func (s *Store) PutArticles(ctx context.Context, list []public.Article) error {
	if len(list) == 0 {
		return nil
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		for _, a := range list {
			if err := put(ctx, tx, a); err != nil {
				return fmt.Errorf("put %s: %w", a.ID, err)
			}
		}
		return nil
	})
}

// WithdrawArticle takes every field of an article out and leaves its id and
// version, if that is newer than what is there.
func (s *Store) WithdrawArticle(ctx context.Context, id string, version int) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		fresh, err := claim(ctx, tx, id, version)
		if err != nil || !fresh {
			return err
		}
		return empty(ctx, tx, id)
	})
}

// claim makes an article's row, or takes it over with a newer version; it
// reports false when the row has that version or a newer one. The row is locked
// for the rest of the transaction.
func claim(ctx context.Context, tx store.Tx, id string, version int) (bool, error) {
	n, err := store.Changed(ctx, tx, `INSERT INTO articles (id, version, gone, position, title, title_by_desk, standfirst, outlet, published, address,
		language, licence, text, html, evidence_sha, evidence_size, evidence_at, first_public, updated)
		VALUES ($1, $2, 1, NULL, '', 0, '', '', '', '', '', '', '', '', '', 0, '', '', '')
		ON CONFLICT (id) DO UPDATE SET version = excluded.version WHERE excluded.version > articles.version`, id, version)
	return n > 0, err
}

// empty takes out what an article has: its fields, lists, counts and terms.
func empty(ctx context.Context, tx store.Tx, id string) error {
	var position sql.NullInt64
	if err := tx.QueryRowContext(ctx, `SELECT position FROM articles WHERE id = $1`, id).Scan(&position); err != nil {
		return err
	}
	if position.Valid {
		if err := dropTerms(ctx, tx, position.Int64); err != nil {
			return err
		}
	}
	for _, q := range []string{
		`UPDATE territory_counts SET articles = articles - 1 WHERE territory IN (SELECT territory FROM article_territories WHERE article_id = $1)`,
		`DELETE FROM article_territories WHERE article_id = $1`,
		`DELETE FROM article_bylines WHERE article_id = $1`,
		`UPDATE articles SET gone = 1, position = NULL, title = '', title_by_desk = 0, standfirst = '', outlet = '', published = '', address = '',
			language = '', licence = '', text = '', html = '', evidence_sha = '', evidence_size = 0, evidence_at = '', first_public = '', updated = ''
			WHERE id = $1`,
	} {
		if err := store.Exec(ctx, tx, q, id); err != nil {
			return err
		}
	}
	return nil
}

func put(ctx context.Context, tx store.Tx, a public.Article) error {
	fresh, err := claim(ctx, tx, a.ID, a.Version)
	if err != nil || !fresh {
		return err
	}
	if err := empty(ctx, tx, a.ID); err != nil {
		return err
	}
	position, err := nextPosition(ctx, tx, a)
	if err != nil {
		return err
	}
	if err := store.Exec(ctx, tx, `UPDATE articles SET gone = 0, position = $1, title = $2, title_by_desk = $3, standfirst = $4, outlet = $5,
		published = $6, address = $7, language = $8, licence = $9, text = $10, html = $11, evidence_sha = $12, evidence_size = $13,
		evidence_at = $14, first_public = $15, updated = $16 WHERE id = $17`,
		position, store.Clean(a.Title), store.Bool(a.TitleByDesk), store.Clean(a.Standfirst), store.Clean(a.Outlet), a.Published,
		store.Clean(a.Address), a.Language, string(a.Licence), store.Clean(a.Text), store.Clean(a.HTML), a.Evidence.SHA256, a.Evidence.Size,
		store.Time(a.Evidence.At), store.Time(a.FirstPublic), store.Time(a.Updated), a.ID); err != nil {
		return err
	}
	if err := putLists(ctx, tx, a); err != nil {
		return err
	}
	return putTerms(ctx, tx, position, a)
}

func putLists(ctx context.Context, tx store.Tx, a public.Article) error {
	for i, name := range a.Byline {
		if err := store.Exec(ctx, tx, `INSERT INTO article_bylines (article_id, position, name) VALUES ($1, $2, $3)`, a.ID, i, store.Clean(name)); err != nil {
			return err
		}
	}
	for _, t := range a.Territories {
		n, err := store.Changed(ctx, tx, `INSERT INTO article_territories (article_id, territory) VALUES ($1, $2) ON CONFLICT DO NOTHING`, a.ID, t)
		if err != nil {
			return err
		}
		if err := store.Exec(ctx, tx, `INSERT INTO territory_counts (territory, articles) VALUES ($1, $2)
			ON CONFLICT (territory) DO UPDATE SET articles = territory_counts.articles + excluded.articles`, t, n); err != nil {
			return err
		}
	}
	return nil
}

// Positions are ordered by the day of publication and, within a day, by when
// the edition got the article: newest first is largest first.
const positionsPerDay = 1 << 24

func nextPosition(ctx context.Context, tx store.Tx, a public.Article) (int64, error) {
	var seq int64
	if err := tx.QueryRowContext(ctx, `UPDATE counters SET value = value + 1 WHERE name = 'position' RETURNING value`).Scan(&seq); err != nil {
		return 0, err
	}
	return dayNumber(a)*positionsPerDay + seq%positionsPerDay, nil
}

// dayNumber counts the days since the year 1.
func dayNumber(a public.Article) int64 {
	day := a.FirstPublic
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, a.Published); err == nil {
			day = t
			break
		}
	}
	return (day.Unix() - time.Time{}.Unix()) / int64(24*time.Hour/time.Second)
}

// words gives an article's terms, stems and tags.
func words(a public.Article) (terms, stems, tags []string) {
	text := strings.Join([]string{a.Title, a.Standfirst, a.Text, strings.Join(a.Byline, " "), a.Outlet}, "\n")
	year := a.Published
	if year == "" {
		year = a.FirstPublic.Format("2006")
	}
	return search.Terms(text), search.Stems(text, a.Language), edition.Tags(a.Territories, year[:4], a.Language)
}

func putTerms(ctx context.Context, tx store.Tx, position int64, a public.Article) error {
	terms, stems, tags := words(a)
	if tx.Engine == store.Postgres {
		return store.Exec(ctx, tx, `INSERT INTO search (position, vector) VALUES ($1, CAST($2 AS tsvector))`, position, search.TSVector(terms, stems, tags))
	}
	row := []any{position, strings.Join(terms, " "), strings.Join(stems, " "), strings.Join(tags, " ")}
	if err := store.Exec(ctx, tx, `INSERT INTO search_terms (position, terms, stems, tags) VALUES ($1, $2, $3, $4)`, row...); err != nil {
		return err
	}
	return store.Exec(ctx, tx, `INSERT INTO search (rowid, terms, stems, tags) VALUES ($1, $2, $3, $4)`, row...)
}

// dropTerms takes a document out of the index. FTS5 is given the very terms
// that it was given: otherwise they would stay in the file.
func dropTerms(ctx context.Context, tx store.Tx, position int64) error {
	if tx.Engine == store.Postgres {
		return store.Exec(ctx, tx, `DELETE FROM search WHERE position = $1`, position)
	}
	var terms, stems, tags string
	err := tx.QueryRowContext(ctx, `DELETE FROM search_terms WHERE position = $1 RETURNING terms, stems, tags`, position).Scan(&terms, &stems, &tags)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return store.Exec(ctx, tx, `INSERT INTO search (search, rowid, terms, stems, tags) VALUES ('delete', $1, $2, $3, $4)`, position, terms, stems, tags)
}

// Clear takes out everything but the settings, for a rebuild. Nothing is left
// of withdrawn articles either: the rebuild brings their ids back as gone.
func (s *Store) Clear(ctx context.Context) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		positions, err := store.All(ctx, tx, func(r store.Row) (p int64, err error) { return p, r.Scan(&p) },
			`SELECT position FROM articles WHERE position IS NOT NULL`)
		if err != nil {
			return err
		}
		for _, p := range positions {
			if err := dropTerms(ctx, tx, p); err != nil {
				return err
			}
		}
		for _, table := range []string{"article_bylines", "article_territories", "territory_counts", "articles", "snippet_placements", "snippets", "issue_articles", "issues"} {
			if err := store.Exec(ctx, tx, `DELETE FROM `+table); err != nil {
				return err
			}
		}
		return nil
	})
}
