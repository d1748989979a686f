package publisher

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
)

var figures = kind{"figure", "figures"}

// claimStatements gives what stores the claims of an article, with their words.
func claimStatements(a public.Article) []statement {
	var list []statement
	for i, c := range a.Claims {
		list = append(list, statement{`INSERT INTO claims (id, article_id, position, begins, ends, words, cue, claimant, hedge, bound, least, most, unit, measure, scope, as_of,
				polarity, mode, basis, claimant_kind, via, places, said_on, refers_to)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
			[]any{c.ID, a.ID, i, c.Begin, c.End, store.Clean(c.Words), store.Clean(c.Cue), store.Clean(c.Claimant), string(c.Hedge), string(c.Bound),
				c.Min, c.Max, store.Clean(c.Unit), string(c.Measure), store.Clean(c.Scope), c.AsOf,
				string(c.Polarity), string(c.Mode), c.Basis, c.Kind, store.Clean(strings.Join(c.Via, edition.Separator)), strings.Join(c.Places, edition.Separator),
				c.SaidOn, c.RefersTo}},
			statement{`DELETE FROM gone WHERE kind = 'claim' AND id = $1`, []any{c.ID}})
		list = append(list, claimTerms(c)...)
	}
	return list
}

// claimTerms gives what makes a claim findable by its words, and by those that
// say what it counts.
func claimTerms(c public.Claim) (list []statement) {
	said := search.DistinctTerms(store.Clean(c.Words))
	about := search.DistinctTerms(store.Clean(strings.Join([]string{c.Claimant, c.Unit, c.Scope}, " · ")))
	for i, term := range slices.Concat(said, about) {
		if i < len(said) || !slices.Contains(said, term) {
			list = append(list, statement{`INSERT INTO claim_terms (term, claim_id, said) VALUES ($1, $2, $3)`, []any{term, c.ID, store.Bool(i < len(said))}})
		}
	}
	return list
}

// takeClaims takes the claims of an article out and leaves their ids: a claim
// that does not come back with its article is gone.
func takeClaims(articleID string) []statement {
	return []statement{
		{`INSERT INTO gone (kind, id, version) SELECT 'claim', c.id, a.version FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.article_id = $1
			ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version`, []any{articleID}},
		{`DELETE FROM claim_terms WHERE claim_id IN (SELECT id FROM claims WHERE article_id = $1)`, []any{articleID}},
		{`DELETE FROM claims WHERE article_id = $1`, []any{articleID}},
	}
}

// PutFigure stores a figure with the ids of its claims, unless the same version
// or a newer one is there or was withdrawn.
func (s *Store) PutFigure(ctx context.Context, f public.Figure, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		newer, err := putting(ctx, tx, figures, f.ID, version, func() error { return takeFigure(ctx, tx, f.ID) })
		if err != nil || !newer {
			return err
		}
		list := []statement{{`INSERT INTO figures (id, version, territory, question, unit, measure, least, most, as_of, rule, note, decided,
			question_id, origin, definition, scope, named_rule) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
			[]any{f.ID, version, f.Territory, store.Clean(f.Question), store.Clean(f.Unit), string(f.Measure), f.Min, f.Max, f.AsOf, store.Clean(f.Rule),
				store.Clean(f.Note), store.Time(f.Decided), f.QuestionID, f.Origin, store.Clean(f.Definition), store.Clean(f.Scope), string(f.By)}}}
		for i, c := range slices.Concat(f.Claims, f.Beside) {
			list = append(list, statement{`INSERT INTO figure_claims (figure_id, position, beside, claim_id) VALUES ($1, $2, $3, $4)`,
				[]any{f.ID, i, store.Bool(i >= len(f.Claims)), c.ID}})
		}
		if err := run(ctx, tx, list); err != nil {
			return fmt.Errorf("put figure %s: %w", f.ID, err)
		}
		return nil
	})
}

// WithdrawFigure takes a figure out, unless a newer version is there.
func (s *Store) WithdrawFigure(ctx context.Context, id string, version int) error {
	return s.write(ctx, func(tx store.Tx) error {
		return taking(ctx, tx, figures, id, version, func() error { return takeFigure(ctx, tx, id) })
	})
}

func takeFigure(ctx context.Context, tx store.Tx, id string) error {
	return run(ctx, tx, []statement{
		{`DELETE FROM figure_claims WHERE figure_id = $1`, []any{id}},
		{`DELETE FROM figures WHERE id = $1`, []any{id}},
	})
}
