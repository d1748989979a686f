package edition

import (
	"context"
	"fmt"
	"strings"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// Tags are the terms by which articles about a territory, of a year and in a
// language are found. Empty ones are left out.
func Tags(territories []string, year, language string) []string {
	var out []string
	for _, t := range territories {
		if t = plain(t); t != "" {
			out = append(out, "t"+t)
		}
	}
	if year = plain(year); year != "" {
		out = append(out, "y"+year)
	}
	if language, _, _ = strings.Cut(language, "-"); plain(language) != "" {
		out = append(out, "l"+plain(language))
	}
	return out
}

// plain keeps the letters and digits of which terms are made.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

func tagsOf(q public.Query) []string {
	var territories []string
	if q.Territory != "" {
		territories = []string{q.Territory}
	}
	year := ""
	if q.Year > 0 {
		year = fmt.Sprint(q.Year)
	}
	return Tags(territories, year, q.Language)
}

// Search gives a page of the articles that a query finds, newest first.
func (s *Store) Search(ctx context.Context, q public.Query) (public.Result, error) {
	parsed := search.Parse(q.Text)
	if parsed.Empty() && strings.TrimSpace(q.Text) != "" {
		return public.Result{}, nil // only marks: nothing can be meant by them
	}
	list, total, err := s.positions(ctx, parsed, tagsOf(q), q.Page)
	if err != nil {
		return public.Result{}, err
	}
	result := public.Result{Total: total}
	for _, position := range list {
		hit, err := s.hit(ctx, position, parsed)
		if err != nil {
			return public.Result{}, err
		}
		result.Hits = append(result.Hits, hit)
	}
	return result, nil
}

// positions gives the places of a page of articles, and how many there are at
// all, counted up to public.CountLimit.
func (s *Store) positions(ctx context.Context, q search.Query, tags []string, page int) (list []int64, total int, err error) {
	from, args := `articles WHERE position IS NOT NULL`, []any{}
	column := "position"
	switch {
	case q.Empty() && len(tags) == 0:
	case s.db.Engine == store.SQLite:
		from, column, args = `search WHERE search MATCH $1`, "rowid", []any{q.FTS5(tags...)}
	default:
		from, args = `search WHERE vector @@ CAST($1 AS tsquery)`, []any{q.TSQuery(tags...)}
	}
	row := s.db.Read().QueryRowContext(ctx, fmt.Sprintf(`SELECT COUNT(*) FROM (SELECT %s FROM %s LIMIT %d) AS found`, column, from, public.CountLimit), args...)
	if err := row.Scan(&total); err != nil {
		return nil, 0, store.Kind(err)
	}
	list, err = store.All(ctx, s.db.Read(), func(r store.Row) (p int64, err error) { return p, r.Scan(&p) },
		fmt.Sprintf(`SELECT %s FROM %s ORDER BY %s DESC LIMIT %d OFFSET %d`, column, from, column, public.PageSize, offset(page)), args...)
	return list, total, err
}

// lead is how many letters of a text a list shows.
const lead = 240

const teaserColumns = `id, title, title_by_desk, outlet, published, language, text, first_public, updated`

func scanTeaser(r store.Row) (t public.Teaser, text string, err error) {
	var byDesk int
	var first, updated string
	err = r.Scan(&t.ID, &t.Title, &byDesk, &t.Outlet, &t.Published, &t.Language, &text, &first, &updated)
	if err == nil {
		t.TitleByDesk, t.FirstPublic, t.Updated = byDesk == 1, store.ParseTime(first), store.ParseTime(updated)
		t.Lead = Lead(text)
	}
	return t, text, err
}

// Lead gives the beginning of a text for a list, cut between two words.
func Lead(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= lead {
		return text
	}
	cut := string(runes[:lead-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)*2/3 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " .,;:…") + "…"
}

func (s *Store) hit(ctx context.Context, position int64, q search.Query) (public.Hit, error) {
	t, text, err := scanTeaser(s.db.Read().QueryRowContext(ctx, `SELECT `+teaserColumns+` FROM articles WHERE position = $1`, position))
	if err != nil {
		return public.Hit{}, fmt.Errorf("article at %d: %w", position, err)
	}
	h := public.Hit{Teaser: t}
	if h.Territories, err = s.territories(ctx, t.ID); err != nil || q.Empty() {
		return h, err
	}
	for _, p := range search.Highlight(text, t.Language, q, lead) {
		h.Snippet = append(h.Snippet, public.Piece{Text: p.Text, Mark: p.Mark})
	}
	return h, nil
}

// Teasers gives articles in the order of their ids; what is not public is left
// out.
func (s *Store) Teasers(ctx context.Context, ids []string) ([]public.Teaser, error) {
	var out []public.Teaser
	for _, id := range ids {
		list, err := store.All(ctx, s.db.Read(), func(r store.Row) (public.Teaser, error) {
			t, _, err := scanTeaser(r)
			return t, err
		}, `SELECT `+teaserColumns+` FROM articles WHERE id = $1 AND gone = 0`, id)
		if err != nil {
			return nil, err
		}
		for _, t := range list {
			if t.Territories, err = s.territories(ctx, id); err != nil {
				return nil, err
			}
			out = append(out, t)
		}
	}
	return out, nil
}
