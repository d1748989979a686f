package edition

import (
	"context"
	"fmt"
	"strings"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// snippetWidth is how many letters of a text are shown around what was found.
const snippetWidth = 240

// matching chooses positions from the search index by the query $1.
func matching(e store.Engine) string {
	if e == store.SQLite {
		return `SELECT rowid AS position FROM search WHERE search MATCH $1`
	}
	return `SELECT position FROM search WHERE terms @@ CAST($1 AS tsquery)`
}

// everything chooses all positions; it takes $1 as well.
const everything = `SELECT position FROM articles WHERE CAST($1 AS TEXT) = ''`

// Search gives a page of what a reader asks for, newest first: by the day of
// publication, then by the time at which an article became public. Without
// words it gives all articles of that territory, year, language and term. Counting
// stops at public.CountLimit. Pages behind the last one are empty.
func (s *Store) Search(ctx context.Context, q public.Query) (public.Result, error) {
	asked := search.Parse(q.Text)
	if asked.Empty() && strings.TrimSpace(q.Text) != "" {
		return public.Result{}, nil // marks only: no text has them as words
	}
	choose, match := s.choose(asked, q)
	skip := before(q.Page)
	hits, err := s.hits(ctx, asked, choose, match, q.Term, skip)
	if err != nil {
		return public.Result{}, err
	}
	if n := len(hits); n < public.PageSize && (n > 0 || skip == 0) {
		return public.Result{Hits: hits, Total: min(skip+n, public.CountLimit)}, nil
	}
	out := public.Result{Hits: hits}
	args := []any{match, public.CountLimit}
	choose, args = ofTerm(choose, q.Term, args)
	err = s.db.Read().QueryRowContext(ctx, `SELECT COUNT(*) FROM (`+choose+` ORDER BY position DESC LIMIT $2) f`, args...).Scan(&out.Total)
	return out, store.Kind(err)
}

// choose gives the query that chooses positions and its $1.
func (s *Store) choose(asked search.Query, q public.Query) (choose, match string) {
	var tags []search.Tag
	if q.Territory != "" {
		tags = append(tags, search.TerritoryTag(q.Territory))
	}
	if q.Year != 0 {
		tags = append(tags, search.YearTag(q.Year))
	}
	if q.Language != "" {
		tags = append(tags, search.LanguageTag(q.Language))
	}
	if asked.Empty() && len(tags) == 0 {
		return everything, ""
	}
	if s.db.Engine == store.SQLite {
		return matching(store.SQLite), asked.FTS5(tags...)
	}
	return matching(store.Postgres), asked.TSQuery(tags...)
}

// ofTerm keeps of the positions that a query chooses those of articles with a
// term of the taxonomy; the term is the next argument.
func ofTerm(choose, term string, args []any) (string, []any) {
	if term == "" {
		return choose, args
	}
	return fmt.Sprintf(`SELECT position FROM (%s) chosen WHERE position IN
		(SELECT x.position FROM article_terms t JOIN articles x ON x.id = t.article_id WHERE t.term = $%d)`, choose, len(args)+1), append(args, term)
}

// hits gives a page of hits. The order and the limit stand with the index alone
// in a sub-query: otherwise every match is fetched before it is sorted.
func (s *Store) hits(ctx context.Context, asked search.Query, choose, match, term string, skip int) ([]public.Hit, error) {
	args := []any{match, public.PageSize, skip, Separator}
	choose, args = ofTerm(choose, term, args)
	text := `''`
	if !asked.Empty() {
		text = `CASE WHEN a.text <> '' THEN a.text ELSE a.standfirst END`
	}
	return store.All(ctx, s.db.Read(), func(r store.Row) (h public.Hit, err error) {
		dest, done := teaserDest(&h.Teaser)
		var text string
		if err = r.Scan(append(dest, &text)...); err == nil {
			done()
			h.Snippet = snippet(text, h.Language, asked)
		}
		return h, err
	}, `SELECT `+teaserColumns+`, `+territories(4)+`, `+text+`
		FROM (`+choose+` ORDER BY position DESC LIMIT $2 OFFSET $3) f JOIN articles a ON a.position = f.position
		ORDER BY a.position DESC`, args...)
}

// snippet gives the place of a text that the query means, with an ellipsis at
// an end that is not the text's.
func snippet(text, language string, asked search.Query) []public.Piece {
	if asked.Empty() || text == "" {
		return nil
	}
	var out []public.Piece
	var whole strings.Builder
	for _, p := range search.Highlight(text, language, asked, snippetWidth) {
		out = append(out, public.Piece(p))
		whole.WriteString(p.Text)
	}
	if !strings.HasPrefix(text, whole.String()) {
		out = append([]public.Piece{{Text: "… "}}, out...)
	}
	if !strings.HasSuffix(text, whole.String()) {
		out = append(out, public.Piece{Text: " …"})
	}
	return out
}
