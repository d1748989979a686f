package edition

import (
	"context"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

const claimColumns = `c.id, c.article_id, c.begins, c.ends, c.words, c.cue, c.claimant, c.hedge, c.bound, c.least, c.most, c.unit, c.measure, c.scope,
	c.as_of, a.outlet, a.published, c.polarity, c.mode, c.basis, c.claimant_kind, c.via, c.places, c.said_on, c.refers_to`

func scanClaim(r store.Row) (public.Claim, error) { return scanClaimAnd(r) }

// scanClaimAnd scans claimColumns and what stands after them.
func scanClaimAnd(r store.Row, more ...any) (c public.Claim, err error) {
	var via, places string
	err = r.Scan(append([]any{&c.ID, &c.ArticleID, &c.Begin, &c.End, &c.Words, &c.Cue, &c.Claimant, &c.Hedge, &c.Bound, &c.Min, &c.Max, &c.Unit,
		&c.Measure, &c.Scope, &c.AsOf, &c.Outlet, &c.Published,
		&c.Polarity, &c.Mode, &c.Basis, &c.Kind, &via, &places, &c.SaidOn, &c.RefersTo}, more...)...)
	c.Via, c.Places = split(via), split(places)
	return c, err
}

// claims gives the accepted claims of a public article, in the order of its text.
func (s *Store) claims(ctx context.Context, articleID string) ([]public.Claim, error) {
	return store.All(ctx, s.db.Read(), scanClaim, `SELECT `+claimColumns+` FROM claims c JOIN articles a ON a.id = c.article_id
		WHERE c.article_id = $1 ORDER BY c.position`, articleID)
}

// Claim gives an accepted claim of a public article. Errors: Gone when it or its
// article was withdrawn, NotFound when there never was one.
func (s *Store) Claim(ctx context.Context, id string) (public.Claim, error) {
	c, err := scanClaim(s.db.Read().QueryRowContext(ctx, `SELECT `+claimColumns+` FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.id = $1`, id))
	if err == nil {
		return c, nil
	}
	if err = store.Found(err, "There is no claim %q.", id); !fault.Is(err, fault.NotFound) {
		return public.Claim{}, err
	}
	found, gerr := store.Strings(ctx, s.db.Read(), `SELECT id FROM gone WHERE kind = 'claim' AND id = $1`, id)
	if gerr != nil {
		return public.Claim{}, gerr
	}
	if len(found) > 0 {
		err = fault.New(fault.Gone, "This claim is not public any more.")
	}
	return public.Claim{}, err
}

// ClaimUses gives the figures that name a claim, those that count it first.
func (s *Store) ClaimUses(ctx context.Context, id string) ([]public.ClaimUse, error) {
	return store.All(ctx, s.db.Read(), func(r store.Row) (u public.ClaimUse, err error) {
		var beside int
		err = r.Scan(&u.Figure, &u.Territory, &u.Question, &beside)
		u.Counted = beside == 0
		return u, err
	}, `SELECT f.id, f.territory, f.question, MIN(x.beside) FROM figure_claims x JOIN figures f ON f.id = x.figure_id
		WHERE x.claim_id = $1 AND EXISTS (SELECT 1 FROM figure_claims y JOIN claims c ON c.id = y.claim_id WHERE y.figure_id = f.id AND y.beside = 0)
		GROUP BY f.id, f.territory, f.question ORDER BY MIN(x.beside), f.question, f.id`, id)
}

// Figures gives the decided figures of a territory, of all for "", with those of
// their claims that are public, oldest first. A figure none of whose claims is
// public any more is left out: nobody could say what it stands on.
func (s *Store) Figures(ctx context.Context, territory string) ([]public.Figure, error) {
	return s.figures(ctx, `WHERE territory = $1 OR CAST($1 AS TEXT) = '' ORDER BY territory, question, id`, territory)
}

// Figure gives one figure. Errors: NotFound; Gone when it was withdrawn, or when
// nothing that it stands on is public any more.
func (s *Store) Figure(ctx context.Context, id string) (public.Figure, error) {
	list, err := s.figures(ctx, `WHERE id = $1`, id)
	if err == nil && len(list) == 0 {
		err = s.noFigure(ctx, id)
	}
	if err != nil {
		return public.Figure{}, err
	}
	return list[0], nil
}

func (s *Store) noFigure(ctx context.Context, id string) error {
	found, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM gone WHERE kind = 'figure' AND id = $1 UNION SELECT id FROM figures WHERE id = $1`, id)
	switch {
	case err != nil:
		return err
	case len(found) > 0:
		return fault.New(fault.Gone, "This figure is not public any more.")
	}
	return fault.New(fault.NotFound, "There is no figure %q.", id)
}

func (s *Store) figures(ctx context.Context, which string, args ...any) (out []public.Figure, err error) {
	err = s.db.Snapshot(ctx, func(q store.Querier) error {
		list, err := store.All(ctx, q, func(r store.Row) (f public.Figure, err error) {
			var decided string
			err = r.Scan(&f.ID, &f.Territory, &f.Question, &f.Measure, &f.Unit, &f.Min, &f.Max, &f.AsOf, &f.Rule, &f.Note, &decided,
				&f.QuestionID, &f.Origin, &f.Definition, &f.Scope, &f.By)
			f.Decided = store.ParseTime(decided)
			return f, err
		}, `SELECT id, territory, question, measure, unit, least, most, as_of, rule, note, decided, question_id, origin, definition, scope, named_rule FROM figures `+which, args...)
		if err != nil {
			return err
		}
		for _, f := range list {
			if f.Claims, err = figureClaims(ctx, q, f.ID, 0); err != nil {
				return err
			}
			if f.Beside, err = figureClaims(ctx, q, f.ID, 1); err != nil {
				return err
			}
			if len(f.Claims) > 0 {
				out = append(out, f)
			}
		}
		return nil
	})
	return out, err
}

func figureClaims(ctx context.Context, q store.Querier, figureID string, beside int) ([]public.Claim, error) {
	return store.All(ctx, q, scanClaim, `SELECT `+claimColumns+` FROM figure_claims f JOIN claims c ON c.id = f.claim_id
		JOIN articles a ON a.id = c.article_id WHERE f.figure_id = $1 AND f.beside = $2
		ORDER BY CASE WHEN c.as_of <> '' THEN c.as_of ELSE a.published END, f.position`, figureID, beside)
}
