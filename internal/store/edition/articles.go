package edition

import (
	"context"
	"strconv"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// territories gives an article's territories in one column; $n is the Separator.
func territories(n int) string {
	return `COALESCE((SELECT string_agg(t.territory, CAST($` + strconv.Itoa(n) + ` AS TEXT) ORDER BY t.territory)
		FROM article_territories t WHERE t.article_id = a.id), '')`
}

// Article gives a public article. Errors: Gone when it was withdrawn, NotFound
// when there never was one.
func (s *Store) Article(ctx context.Context, id string) (public.Article, error) {
	a, err := s.article(ctx, `$1`, id)
	if err != nil {
		return public.Article{}, s.missing(ctx, id, store.Found(err, "There is no article %q.", id))
	}
	return a, nil
}

// Profile gives the newest published profile of a territory. Errors: NotFound.
func (s *Store) Profile(ctx context.Context, territory string) (public.Article, error) {
	a, err := s.article(ctx, `(SELECT p.id FROM articles p JOIN article_territories pt ON pt.article_id = p.id
		WHERE p.post = '`+string(public.Profile)+`' AND pt.territory = $1 ORDER BY p.position DESC LIMIT 1)`, territory)
	return a, store.Found(err, "There is no profile of %q.", territory)
}

// article gives the one article whose id an expression over $1 gives.
func (s *Store) article(ctx context.Context, id, argument string) (public.Article, error) {
	var a public.Article
	var byDesk int
	var captured, first, updated, byline, about string
	err := s.db.Read().QueryRowContext(ctx, `SELECT a.id, a.version, a.title, a.title_by_desk, a.standfirst, a.outlet, a.published,
		a.address, a.language, a.licence, a.text, a.html, a.sha256, a.size, a.captured_at, a.first_public, a.updated, a.post,
		a.capture, a.file, a.line, a.commitment, a.credit, COALESCE((SELECT string_agg(b.name, CAST($2 AS TEXT) ORDER BY b.position) FROM article_bylines b WHERE b.article_id = a.id), ''),
		`+territories(2)+` FROM articles a WHERE a.id = `+id, argument, Separator).
		Scan(&a.ID, &a.Version, &a.Title, &byDesk, &a.Standfirst, &a.Outlet, &a.Published, &a.Address, &a.Language, &a.Licence,
			&a.Text, &a.HTML, &a.Evidence.SHA256, &a.Evidence.Size, &captured, &first, &updated, &a.Post,
			&a.Evidence.Capture, &a.Evidence.File, &a.Evidence.Line, &a.Evidence.Commitment, &a.Credit, &byline, &about)
	if err != nil {
		return public.Article{}, err
	}
	a.TitleByDesk, a.Byline, a.Territories = byDesk == 1, split(byline), split(about)
	a.Evidence.At, a.FirstPublic, a.Updated = store.ParseTime(captured), store.ParseTime(first), store.ParseTime(updated)
	if a.Terms, err = store.Strings(ctx, s.db.Read(), `SELECT term FROM article_terms WHERE article_id = $1 ORDER BY term`, a.ID); err != nil {
		return a, err
	}
	if a.Claims, err = s.claims(ctx, a.ID); err != nil {
		return a, err
	}
	a.Appearances, err = s.appearances(ctx, a.ID)
	return a, err
}

// missing says of an article that is not there whether it was.
func (s *Store) missing(ctx context.Context, id string, err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	found, gerr := store.Strings(ctx, s.db.Read(), `SELECT id FROM gone WHERE kind = 'article' AND id = $1`, id)
	if gerr != nil {
		return gerr
	}
	if len(found) > 0 {
		return fault.New(fault.Gone, "This article is not public any more.")
	}
	return err
}

const teaserColumns = `a.id, a.title, a.title_by_desk, a.outlet, a.published, a.language, a.lead, a.first_public, a.updated, a.post`

// teaserDest gives what to scan teaserColumns and the territories into, and
// what to call afterwards.
func teaserDest(t *public.Teaser) (dest []any, done func()) {
	var byDesk int
	var first, updated, about string
	dest = []any{&t.ID, &t.Title, &byDesk, &t.Outlet, &t.Published, &t.Language, &t.Lead, &first, &updated, &t.Post, &about}
	return dest, func() {
		t.TitleByDesk, t.Territories = byDesk == 1, split(about)
		t.FirstPublic, t.Updated = store.ParseTime(first), store.ParseTime(updated)
	}
}

// batch is how many ids one query asks for.
const batch = 500

// Teasers gives those of the articles that are public, in the order of ids.
func (s *Store) Teasers(ctx context.Context, ids []string) ([]public.Teaser, error) {
	byID := map[string]public.Teaser{}
	for at := 0; at < len(ids); at += batch {
		in, args := list(2, ids[at:min(at+batch, len(ids))])
		found, err := store.All(ctx, s.db.Read(), func(r store.Row) (t public.Teaser, err error) {
			dest, done := teaserDest(&t)
			if err = r.Scan(dest...); err == nil {
				done()
			}
			return t, err
		}, `SELECT `+teaserColumns+`, `+territories(1)+` FROM articles a WHERE a.id IN (`+in+`)`, append([]any{Separator}, args...)...)
		if err != nil {
			return nil, err
		}
		for _, t := range found {
			byID[t.ID] = t
		}
	}
	var out []public.Teaser
	for _, id := range ids {
		if t, there := byID[id]; there {
			out = append(out, t)
		}
	}
	return out, nil
}
