package publisher

import (
	"context"
	"slices"
	"strings"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// document gives what is searched of an article.
func document(a public.Article) search.Document {
	tags := search.LanguageTags(a.Language)
	for _, t := range names(a.Territories) {
		tags = append(tags, search.TerritoryTag(t))
	}
	if d, err := edtf.Parse(a.Published); err == nil {
		tags = append(tags, search.YearTag(d.First.Year()))
	}
	return search.NewDocument(a.Language, tags, store.Clean(a.Title), strings.Join(names(append(slices.Clone(a.Byline), a.Credit)), " · "), store.Clean(a.Outlet), store.Clean(a.Standfirst), store.Clean(a.Text))
}

func index(ctx context.Context, tx store.Tx, position int64, a public.Article) error {
	d := document(a)
	if tx.Engine == store.Postgres {
		return store.Exec(ctx, tx, `INSERT INTO search (position, terms) VALUES ($1, CAST($2 AS tsvector))`, position, d.TSVector())
	}
	terms := d.FTS5()
	return run(ctx, tx, []statement{
		{`INSERT INTO search (rowid, terms) VALUES ($1, $2)`, []any{position, terms}},
		{`INSERT INTO search_terms (position, terms) VALUES ($1, $2)`, []any{position, terms}},
	})
}

// unindex takes an article that is there out of the search index.
func unindex(ctx context.Context, tx store.Tx, id string) error {
	if tx.Engine == store.Postgres {
		return store.Exec(ctx, tx, `DELETE FROM search WHERE position = (SELECT position FROM articles WHERE id = $1)`, id)
	}
	return run(ctx, tx, []statement{
		{`INSERT INTO search (search, rowid, terms) SELECT 'delete', t.position, t.terms
			FROM search_terms t JOIN articles a ON a.position = t.position WHERE a.id = $1`, []any{id}},
		{`DELETE FROM search_terms WHERE position = (SELECT position FROM articles WHERE id = $1)`, []any{id}},
	})
}
