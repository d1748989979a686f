// Package edition is the reading handle on the edition room: what the public
// may see, and nothing else. serve opens it without any right to write.
package edition

import (
	"context"
	"embed"
	"encoding/base64"
	"fmt"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Migrations are the room's schema, which the publisher brings up to date.
//
//go:embed migrations
var Migrations embed.FS

// Tables are those that may be read.
var Tables = []string{
	"settings", "articles", "article_bylines", "article_territories", "territory_counts", "snippets", "snippet_placements",
	"issues", "issue_articles", "search",
}

// Store is the edition room.
type Store struct{ db *store.DB }

// New makes the handle on an open database.
func New(db *store.DB) *Store { return &Store{db} }

// Close closes the room.
func (s *Store) Close() error { return s.db.Close() }

// The names of settings.
const (
	SettingOrganisation = "organisation"
	SettingSiteURL      = "site_url"
	SettingIntakeKey    = "intake_key"
)

// Settings gives what the edition says about the organisation. Errors:
// NotFound before the first start of work.
func (s *Store) Settings(ctx context.Context) (public.Settings, error) {
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (p [2]string, err error) { return p, r.Scan(&p[0], &p[1]) },
		`SELECT name, value FROM settings`)
	if err != nil {
		return public.Settings{}, err
	}
	values := map[string]string{}
	for _, p := range list {
		values[p[0]] = p[1]
	}
	if values[SettingIntakeKey] == "" {
		return public.Settings{}, fault.New(fault.NotFound, "The edition has not been written yet. Start \"rightsdesk work\".")
	}
	key, err := base64.StdEncoding.DecodeString(values[SettingIntakeKey])
	if err != nil {
		return public.Settings{}, fmt.Errorf("read intake key: %w", err)
	}
	return public.Settings{Organisation: values[SettingOrganisation], SiteURL: values[SettingSiteURL], IntakeKey: key}, nil
}

// Article gives one article. Errors: NotFound, and Gone after a withdrawal.
func (s *Store) Article(ctx context.Context, id string) (public.Article, error) {
	a := public.Article{ID: id}
	var gone, byDesk int
	var at, first, updated string
	err := s.db.Read().QueryRowContext(ctx, `SELECT version, gone, title, title_by_desk, standfirst, outlet, published, address, language,
		licence, text, html, evidence_sha, evidence_size, evidence_at, first_public, updated FROM articles WHERE id = $1`, id).
		Scan(&a.Version, &gone, &a.Title, &byDesk, &a.Standfirst, &a.Outlet, &a.Published, &a.Address, &a.Language,
			&a.Licence, &a.Text, &a.HTML, &a.Evidence.SHA256, &a.Evidence.Size, &at, &first, &updated)
	if err != nil {
		return public.Article{}, store.Found(err, "There is no article at this address.")
	}
	if gone == 1 {
		return public.Article{}, fault.New(fault.Gone, "This article has been withdrawn.")
	}
	a.TitleByDesk = byDesk == 1
	a.Evidence.At, a.FirstPublic, a.Updated = store.ParseTime(at), store.ParseTime(first), store.ParseTime(updated)
	if a.Byline, err = store.Strings(ctx, s.db.Read(), `SELECT name FROM article_bylines WHERE article_id = $1 ORDER BY position`, id); err != nil {
		return public.Article{}, err
	}
	a.Territories, err = s.territories(ctx, id)
	return a, err
}

func (s *Store) territories(ctx context.Context, id string) ([]string, error) {
	return store.Strings(ctx, s.db.Read(), `SELECT territory FROM article_territories WHERE article_id = $1 ORDER BY territory`, id)
}

// Counts gives the territories that articles are about, with their number.
func (s *Store) Counts(ctx context.Context) ([]public.Count, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (c public.Count, err error) { return c, r.Scan(&c.Territory, &c.Articles) },
		`SELECT territory, articles FROM territory_counts WHERE articles > 0 ORDER BY territory`)
}

// Snippets gives the snippets that are placed for any of the territories or
// everywhere, in their order, each once.
func (s *Store) Snippets(ctx context.Context, territories []string) ([]public.Snippet, error) {
	query := `SELECT id, html, position, version FROM snippets WHERE id IN (SELECT snippet_id FROM snippet_placements WHERE territory IN ($1`
	args := []any{public.Everything}
	for _, t := range territories {
		args = append(args, t)
		query += fmt.Sprintf(", $%d", len(args))
	}
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (sn public.Snippet, err error) {
		return sn, r.Scan(&sn.ID, &sn.HTML, &sn.Position, &sn.Version)
	}, query+`)) ORDER BY position, id`, args...)
	for i := range list {
		if err == nil {
			list[i].Placements, err = store.Strings(ctx, s.db.Read(), `SELECT territory FROM snippet_placements WHERE snippet_id = $1 ORDER BY territory`, list[i].ID)
		}
	}
	return list, err
}

// Issues gives a page of the archive, newest first.
func (s *Store) Issues(ctx context.Context, page int) ([]public.Issue, error) {
	return store.All(ctx, s.db.Read(), scanIssue, `SELECT id, title, sent FROM issues ORDER BY sent DESC, id DESC LIMIT $1 OFFSET $2`,
		public.PageSize, offset(page))
}

func scanIssue(r store.Row) (public.Issue, error) {
	var i public.Issue
	var sent string
	err := r.Scan(&i.ID, &i.Title, &sent)
	if err == nil {
		i.Sent = store.ParseTime(sent)
	}
	return i, err
}

// Issue gives one issue with the ids of its articles, public or not any more.
// Errors: NotFound.
func (s *Store) Issue(ctx context.Context, id string) (public.Issue, error) {
	i, err := scanIssue(s.db.Read().QueryRowContext(ctx, `SELECT id, title, sent FROM issues WHERE id = $1`, id))
	if err != nil {
		return public.Issue{}, store.Found(err, "There is no issue at this address.")
	}
	i.Articles, err = store.Strings(ctx, s.db.Read(), `SELECT article_id FROM issue_articles WHERE issue_id = $1 ORDER BY position`, id)
	return i, err
}

func offset(page int) int { return max(page-1, 0) * public.PageSize }
