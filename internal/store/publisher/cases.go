package publisher

import (
	"context"
	"fmt"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

var cases = kind{"case", "cases"}

// PutCase stores a case, unless the same version or a newer one is there or was
// withdrawn.
func (s *Store) PutCase(ctx context.Context, c public.Case) error {
	return s.write(ctx, func(tx store.Tx) error {
		newer, err := putting(ctx, tx, cases, c.ID, c.Version, func() error { return takeCase(ctx, tx, c.ID) })
		if err == nil && newer {
			err = putCase(ctx, tx, c)
		}
		if err != nil {
			return fmt.Errorf("put case %s: %w", c.ID, err)
		}
		return nil
	})
}

// WithdrawCase takes a case out with all that it had, in the search index too,
// and leaves its id and version. A case that is newer than the version stays.
func (s *Store) WithdrawCase(ctx context.Context, id string, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		if err := taking(ctx, tx, cases, id, version, func() error { return takeCase(ctx, tx, id) }); err != nil {
			return fmt.Errorf("withdraw case %s: %w", id, err)
		}
		return nil
	})
}

func putCase(ctx context.Context, tx store.Tx, c public.Case) error {
	var position int64
	if err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(position), 0) + 1 FROM cases`).Scan(&position); err != nil {
		return err
	}
	list := []statement{{`INSERT INTO cases (id, version, position, kind, title, invented, people_min, people_max, territory, community, status, believed,
		since, verified, place, place_by, law, law_by, sentence, sentence_by, correction, first_public, updated, summary)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
		[]any{c.ID, c.Version, position, string(c.Kind), store.Clean(c.Title), store.Bool(c.Invented), c.PeopleMin, c.PeopleMax, c.Territory, c.Community,
			string(c.Status), store.Bool(c.Believed), c.Since, c.Verified, store.Clean(c.Place.Value), store.Clean(c.Place.By), store.Clean(c.Law.Value),
			store.Clean(c.Law.By), store.Clean(c.Sentence.Value), store.Clean(c.Sentence.By), store.Clean(c.Correction), store.Time(c.FirstPublic),
			store.Time(c.Updated), store.Clean(c.Summary)}}}
	for i, n := range c.Names {
		list = append(list, statement{`INSERT INTO case_names (case_id, position, name, language, kind) VALUES ($1, $2, $3, $4, $5)`,
			[]any{c.ID, i, store.Clean(n.Text), n.Language, n.Kind}})
	}
	for i, a := range c.Acts {
		list = append(list, statement{`INSERT INTO case_acts (case_id, position, act) VALUES ($1, $2, $3)`, []any{c.ID, i, a}})
	}
	for i, e := range c.Episodes {
		list = append(list, statement{`INSERT INTO case_episodes (case_id, position, date, act, text, said_by) VALUES ($1, $2, $3, $4, $5, $6)`,
			[]any{c.ID, i, e.Date, e.Act, store.Clean(e.Text), store.Clean(e.By)}})
	}
	for i, x := range c.Sources {
		list = append(list, statement{`INSERT INTO case_sources (case_id, position, title, outlet, date, address, article_id, official)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, []any{c.ID, i, store.Clean(x.Title), store.Clean(x.Outlet), x.Date, store.Clean(x.Address), x.ArticleID, store.Bool(x.Official)}})
	}
	return run(ctx, tx, append(list, indexCase(tx.Engine, position, c)...))
}

// indexCase gives what makes a case findable: its names in every script and the
// words of its summary, place and law.
func indexCase(e store.Engine, position int64, c public.Case) []statement {
	fields := []string{c.Title}
	for _, n := range c.Names {
		fields = append(fields, n.Text)
	}
	fields = append(fields, c.Place.Value, c.Law.Value, c.Sentence.Value, c.Summary)
	for i := range fields {
		fields[i] = store.Clean(fields[i])
	}
	d := search.NewDocument("en", nil, fields...)
	if e == store.Postgres {
		return []statement{{`INSERT INTO case_search (position, terms) VALUES ($1, CAST($2 AS tsvector))`, []any{position, d.TSVector()}}}
	}
	terms := d.FTS5()
	return []statement{
		{`INSERT INTO case_search (rowid, terms) VALUES ($1, $2)`, []any{position, terms}},
		{`INSERT INTO case_search_terms (position, terms) VALUES ($1, $2)`, []any{position, terms}},
	}
}

// takeCase takes out a case that is there.
func takeCase(ctx context.Context, tx store.Tx, id string) error {
	list := []statement{{`DELETE FROM case_search WHERE position = (SELECT position FROM cases WHERE id = $1)`, []any{id}}}
	if tx.Engine == store.SQLite {
		list = []statement{
			{`INSERT INTO case_search (case_search, rowid, terms) SELECT 'delete', t.position, t.terms
				FROM case_search_terms t JOIN cases c ON c.position = t.position WHERE c.id = $1`, []any{id}},
			{`DELETE FROM case_search_terms WHERE position = (SELECT position FROM cases WHERE id = $1)`, []any{id}},
		}
	}
	for _, table := range []string{"case_names", "case_acts", "case_episodes", "case_sources"} {
		list = append(list, statement{`DELETE FROM ` + table + ` WHERE case_id = $1`, []any{id}})
	}
	return run(ctx, tx, append(list, statement{`DELETE FROM cases WHERE id = $1`, []any{id}}))
}
