package desk

import (
	"context"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// Claims gives the claims of an article, whatever became of them, in the order
// of the text.
func (s *Store) Claims(ctx context.Context, articleID string) ([]desk.Claim, error) {
	list, err := store.All(ctx, s.db.Read(), scanClaim, `SELECT `+claimColumns+` FROM claims WHERE article_id = $1 ORDER BY begins, ends, id`, articleID)
	if err != nil {
		return nil, err
	}
	all := make([]*desk.Claim, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return list, fillClaims(ctx, s.db.Read(), all)
}

// proposeClaims replaces what was proposed of an article. What was decided
// stays, and nothing of the same words is proposed beside it.
func proposeClaims(ctx context.Context, tx store.Tx, articleID string, list []desk.Claim) error {
	if err := deleteProposed(ctx, tx, articleID); err != nil || len(list) == 0 {
		return err
	}
	decided, err := store.Strings(ctx, tx, `SELECT words FROM claims WHERE article_id = $1`, articleID)
	if err != nil {
		return err
	}
	a, err := claimArticle(ctx, tx, articleID)
	if err != nil {
		return err
	}
	for _, c := range list {
		if slices.Contains(decided, store.Clean(c.Words)) {
			continue
		}
		if err := insertClaim(ctx, tx, c, a); err != nil {
			return err
		}
	}
	return nil
}

// AddClaim adds a claim that a person found and accepted, with the decision;
// its article is carried to the edition again. Errors: NotFound without the article.
func (s *Store) AddClaim(ctx context.Context, c desk.Claim, d desk.Decision) error {
	c.State = desk.ClaimAccepted
	return s.db.Write(ctx, func(tx store.Tx) error {
		if err := touchArticle(ctx, tx, c.ArticleID); err != nil {
			return err
		}
		a, err := claimArticle(ctx, tx, c.ArticleID)
		if err != nil {
			return err
		}
		if err := insertClaim(ctx, tx, c, a); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// AcceptedClaims gives the accepted claims with a number of the articles about a
// territory, those of public articles first, newest first.
func (s *Store) AcceptedClaims(ctx context.Context, territory string, limit int) ([]desk.ClaimLine, error) {
	return s.claimLines(ctx, `c.state = 'accepted' AND (c.least > 0 OR c.most > 0) AND EXISTS (SELECT 1 FROM article_territories t WHERE t.article_id = a.id AND t.territory = $1)
		ORDER BY CASE WHEN a.stage = 'published' THEN 0 ELSE 1 END, a.published DESC, a.id, c.begins, c.id LIMIT $2`, territory, limit)
}

// FigureClaims gives the claims that a figure names, whatever became of them.
func (s *Store) FigureClaims(ctx context.Context, figureID string) ([]desk.ClaimLine, error) {
	return s.claimLines(ctx, `c.id IN (SELECT claim_id FROM figure_claims WHERE figure_id = $1) ORDER BY a.published DESC, a.id, c.begins, c.id`, figureID)
}

func (s *Store) claimLines(ctx context.Context, which string, args ...any) ([]desk.ClaimLine, error) {
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (l desk.ClaimLine, err error) {
		var public int
		l.Claim, err = scanClaim(with{r, []any{&l.Title, &l.Outlet, &l.Published, &public}})
		l.Public = public == 1
		return l, err
	}, `SELECT `+claimsOf("c")+`, a.title, a.outlet, a.published, CASE WHEN a.stage = 'published' THEN 1 ELSE 0 END
		FROM claims c JOIN articles a ON a.id = c.article_id WHERE `+which, args...)
	if err != nil {
		return nil, err
	}
	all := make([]*desk.Claim, len(list))
	for i := range list {
		all[i] = &list[i].Claim
	}
	return list, fillClaims(ctx, s.db.Read(), all)
}

// claimsOf gives the columns of claims under another name of their table.
func claimsOf(table string) string {
	return table + "." + strings.Join(strings.Fields(claimColumns), " "+table+".")
}

// with is a row that has more columns after those that a scanner knows.
type with struct {
	store.Row
	more []any
}

func (w with) Scan(dest ...any) error { return w.Row.Scan(append(dest, w.more...)...) }

// DecideClaim accepts or refuses a claim, with the decision; its article is
// carried to the edition again. Errors: NotFound; Conflict when a figure that
// was not withdrawn stands on a claim that is refused.
func (s *Store) DecideClaim(ctx context.Context, id string, accept bool, d desk.Decision) error {
	state := desk.ClaimRefused
	if accept {
		state = desk.ClaimAccepted
	}
	return s.setClaim(ctx, id, state, d)
}

func (s *Store) setClaim(ctx context.Context, id string, state desk.ClaimState, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		var article string
		if err := tx.QueryRowContext(ctx, `UPDATE claims SET state = $1 WHERE id = $2 RETURNING article_id`, string(state), id).Scan(&article); err != nil {
			return store.Found(err, "There is no claim %q any more. Its article was read anew; look at the claims that are there now.", id)
		}
		if state != desk.ClaimAccepted {
			if err := unused(ctx, tx, id); err != nil {
				return err
			}
		}
		if err := touchArticle(ctx, tx, article); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// unused makes sure that no figure counts a claim.
func unused(ctx context.Context, tx store.Tx, claimID string) error {
	questions, err := store.Strings(ctx, tx, `SELECT f.question FROM figures f JOIN figure_claims c ON c.figure_id = f.id
		WHERE c.claim_id = $1 AND c.beside = 0 AND f.withdrawn = 0 ORDER BY f.question`, claimID)
	if err == nil && len(questions) > 0 {
		err = fault.New(fault.Conflict, "The figure “%s” stands on this claim. Take it out of the figure first.", questions[0])
	}
	return err
}

// touchArticle makes an article's newest form due for the edition. When it was
// last changed stays: a claim that is marked corrects nothing.
func touchArticle(ctx context.Context, tx store.Tx, id string) error {
	n, err := store.Changed(ctx, tx, `UPDATE articles SET version = version + 1,
		edition_version = CASE WHEN published_at <> '' THEN edition_version ELSE version + 1 END WHERE id = $1`, id)
	if err == nil && n == 0 {
		err = fault.New(fault.NotFound, "There is no article %q.", id)
	}
	return err
}

const figureColumns = `id, territory, question, unit, measure, least, most, as_of, rule, note, withdrawn, version, edition_version, decided_at, question_id, named_rule`

func scanFigure(r store.Row) (desk.Figure, error) {
	var f desk.Figure
	var withdrawn int
	var decided string
	err := r.Scan(&f.ID, &f.Territory, &f.Question, &f.Unit, &f.Measure, &f.Min, &f.Max, &f.AsOf, &f.Rule, &f.Note, &withdrawn, &f.Version, &f.EditionVersion, &decided, &f.QuestionID, &f.By)
	f.Withdrawn, f.DecidedAt = withdrawn == 1, store.ParseTime(decided)
	return f, err
}

// Figures gives the figures, those of one territory after the other.
func (s *Store) Figures(ctx context.Context) ([]desk.Figure, error) {
	return s.figures(ctx, `ORDER BY territory, question, id`)
}

// Figure gives one figure. Errors: NotFound.
func (s *Store) Figure(ctx context.Context, id string) (desk.Figure, error) {
	list, err := s.figures(ctx, `WHERE id = $1`, id)
	if err == nil && len(list) == 0 {
		err = fault.New(fault.NotFound, "There is no figure %q.", id)
	}
	if err != nil {
		return desk.Figure{}, err
	}
	return list[0], nil
}

// DueFigures gives up to n figures whose newest version the edition does not
// have yet; while paused only those that are to leave it.
func (s *Store) DueFigures(ctx context.Context, paused bool, n int) ([]desk.Figure, error) {
	which := ``
	if paused {
		which = ` AND withdrawn = 1`
	}
	return s.figures(ctx, `WHERE edition_version < version`+which+` ORDER BY decided_at LIMIT $1`, n)
}

func (s *Store) figures(ctx context.Context, which string, args ...any) ([]desk.Figure, error) {
	list, err := store.All(ctx, s.db.Read(), scanFigure, `SELECT `+figureColumns+` FROM figures `+which, args...)
	for i := range list {
		if err == nil {
			list[i].Claims, err = s.figureClaims(ctx, list[i].ID, 0)
		}
		if err == nil {
			list[i].Beside, err = s.figureClaims(ctx, list[i].ID, 1)
		}
	}
	return list, err
}

func (s *Store) figureClaims(ctx context.Context, id string, beside int) ([]string, error) {
	return store.Strings(ctx, s.db.Read(), `SELECT claim_id FROM figure_claims WHERE figure_id = $1 AND beside = $2 ORDER BY position`, id, beside)
}

// SaveFigure stores a figure as a person decided it, with the decision. Version
// 0 adds it; otherwise f.Version is the version that was read. Errors: Invalid
// for one that lacks something or stands on a claim that nobody accepted,
// Conflict when somebody was faster.
func (s *Store) SaveFigure(ctx context.Context, f desk.Figure, d desk.Decision) error {
	if err := desk.CheckFigure(f); err != nil && !f.Withdrawn {
		return err
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		var err error
		if f.QuestionID, err = askedBy(ctx, tx, f, d); err != nil {
			return err
		}
		if f.Version == 0 {
			if err := store.Exec(ctx, tx, `INSERT INTO figures (`+figureColumns+`) VALUES ($1, '', '', '', '', 0, 0, '', '', '', 0, 0, 0, '', '', '')`, f.ID); err != nil {
				return err
			}
		}
		n, err := store.Changed(ctx, tx, `UPDATE figures SET territory = $1, question = $2, unit = $3, measure = $4, least = $5, most = $6, as_of = $7,
			rule = $8, note = $9, withdrawn = $10, decided_at = $11, question_id = $12, named_rule = $13, version = version + 1 WHERE id = $14 AND version = $15`,
			f.Territory, store.Clean(f.Question), store.Clean(f.Unit), f.Measure, f.Min, f.Max, f.AsOf, store.Clean(f.Rule), store.Clean(f.Note),
			store.Bool(f.Withdrawn), store.Time(d.At), f.QuestionID, f.By, f.ID, f.Version)
		if err == nil && n == 0 {
			err = conflict()
		}
		if err != nil {
			return err
		}
		if err := saveFigureClaims(ctx, tx, f); err != nil {
			return err
		}
		if err := linkFigure(ctx, tx, f, d); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

func saveFigureClaims(ctx context.Context, tx store.Tx, f desk.Figure) error {
	if err := store.Exec(ctx, tx, `DELETE FROM figure_claims WHERE figure_id = $1`, f.ID); err != nil {
		return err
	}
	for i, id := range slices.Concat(f.Claims, f.Beside) {
		// The row is taken, so that nobody refuses the claim in the meantime.
		n, err := store.Changed(ctx, tx, `UPDATE claims SET state = state WHERE id = $1 AND state = 'accepted'`, id)
		if err != nil {
			return err
		}
		if n == 0 && !f.Withdrawn {
			return fault.New(fault.Invalid, "The claim %q of this figure was not accepted by anybody.", id)
		}
		if err := store.Exec(ctx, tx, `INSERT INTO figure_claims (figure_id, position, claim_id, beside) VALUES ($1, $2, $3, $4)`,
			f.ID, i, id, store.Bool(i >= len(f.Claims))); err != nil {
			return err
		}
	}
	return nil
}

// FigureCarried notes that the edition has this version of a figure.
func (s *Store) FigureCarried(ctx context.Context, id string, version int) error {
	return s.carried(ctx, `UPDATE figures SET edition_version = $1 WHERE id = $2 AND edition_version < $1`, id, version)
}
