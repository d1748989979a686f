package publisher

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
)

// PutArticles stores articles, all in one transaction, each unless the same
// version or a newer one is there or was withdrawn.
func (s *Store) PutArticles(ctx context.Context, list []public.Article) error {
	if len(list) == 0 {
		return nil
	}
	return s.write(ctx, func(tx store.Tx) error {
		for _, a := range list {
			if err := putArticle(ctx, tx, a); err != nil {
				return fmt.Errorf("put article %s: %w", a.ID, err)
			}
		}
		return nil
	})
}

// WithdrawArticle takes an article out with all that it had, in the lists and
// in the search index, and leaves its id and version. An article that is newer
// than the version stays.
func (s *Store) WithdrawArticle(ctx context.Context, id string, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		err := taking(ctx, tx, articles, id, version, func() error {
			if err := store.Exec(ctx, tx, `DELETE FROM appearances WHERE article_id = $1`, id); err != nil {
				return err
			}
			return takeArticle(ctx, tx, id)
		})
		if err != nil {
			return fmt.Errorf("withdraw article %s: %w", id, err)
		}
		return nil
	})
}

func putArticle(ctx context.Context, tx store.Tx, a public.Article) error {
	newer, err := putting(ctx, tx, articles, a.ID, a.Version, func() error { return takeArticle(ctx, tx, a.ID) })
	if err != nil || !newer {
		return err
	}
	position, err := freePosition(ctx, tx, a)
	if err != nil {
		return err
	}
	text := store.Clean(a.Text)
	err = store.Exec(ctx, tx, `INSERT INTO articles (id, version, position, title, title_by_desk, outlet, published, address, language,
		licence, sha256, size, captured_at, first_public, updated, lead, standfirst, text, html, post, capture, file, line, commitment, credit)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
		a.ID, a.Version, position, store.Clean(a.Title), store.Bool(a.TitleByDesk), store.Clean(a.Outlet), store.Clean(a.Published),
		store.Clean(a.Address), store.Clean(a.Language), string(a.Licence), a.Evidence.SHA256, a.Evidence.Size, store.Time(a.Evidence.At),
		store.Time(a.FirstPublic), store.Time(a.Updated), lead(text), store.Clean(a.Standfirst), text, store.Clean(a.HTML), string(a.Post),
		a.Evidence.Capture, a.Evidence.File, a.Evidence.Line, a.Evidence.Commitment, store.Clean(a.Credit))
	if err != nil {
		return err
	}
	if err := putLists(ctx, tx, a); err != nil {
		return err
	}
	return index(ctx, tx, position, a)
}

func putLists(ctx context.Context, tx store.Tx, a public.Article) error {
	var list []statement
	for i, name := range names(a.Byline) {
		list = append(list, statement{`INSERT INTO article_bylines (article_id, position, name) VALUES ($1, $2, $3)`, []any{a.ID, i, name}})
	}
	about := names(a.Territories)
	slices.Sort(about)
	for _, t := range slices.Compact(about) {
		list = append(list, statement{`INSERT INTO article_territories (article_id, territory) VALUES ($1, $2)`, []any{a.ID, t}},
			statement{`INSERT INTO counts (territory, articles) VALUES ($1, 1)
				ON CONFLICT (territory) DO UPDATE SET articles = counts.articles + 1`, []any{t}})
	}
	terms := names(a.Terms)
	slices.Sort(terms)
	for _, t := range slices.Compact(terms) {
		list = append(list, statement{`INSERT INTO article_terms (article_id, term) VALUES ($1, $2)`, []any{a.ID, t}})
	}
	return run(ctx, tx, append(list, claimStatements(a)...))
}

// takeArticle takes out an article that is there.
func takeArticle(ctx context.Context, tx store.Tx, id string) error {
	if err := unindex(ctx, tx, id); err != nil {
		return err
	}
	return run(ctx, tx, append(takeClaims(id), []statement{
		{`UPDATE counts SET articles = articles - 1 WHERE territory IN (SELECT territory FROM article_territories WHERE article_id = $1)`, []any{id}},
		{`DELETE FROM article_territories WHERE article_id = $1`, []any{id}},
		{`DELETE FROM article_terms WHERE article_id = $1`, []any{id}},
		{`DELETE FROM article_bylines WHERE article_id = $1`, []any{id}},
		{`DELETE FROM articles WHERE id = $1`, []any{id}},
	}...))
}

// names gives the names of a list as they are stored, without empty ones.
func names(list []string) []string {
	var out []string
	for _, name := range list {
		if name = strings.ReplaceAll(store.Clean(name), edition.Separator, " "); name != "" {
			out = append(out, name)
		}
	}
	return out
}
