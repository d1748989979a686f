package desk

import (
	"context"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// current are the links l whose claim c was not refused, in an article a that
// an editor may still use: a copy of a story counts once.
const current = `question_claims l JOIN claims c ON c.id = l.claim_id JOIN articles a ON a.id = c.article_id`

// proposable is the condition under which a proposal is shown.
const proposable = `l.state = 'proposed' AND c.state <> 'refused' AND a.stage IN ('waiting', 'published') AND a.story = ''`

// waiting are the proposals that would answer an open question.
const waiting = current + ` JOIN questions q ON q.id = l.question_id WHERE ` + proposable + ` AND l.verdict = 'answers' AND q.closed = 0`

// waitingCounted is how many proposals are counted at most: every page of the
// office asks.
const waitingCounted = 100

// WaitingProposals counts the proposals that would answer a question of an
// editor, or one that is nobody's, up to 100.
func (s *Store) WaitingProposals(ctx context.Context, account string) (n int, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM `+waiting+` AND q.editor IN ('', $1) LIMIT $2) w`, account, waitingCounted).Scan(&n)
	return n, store.Kind(err)
}

// linksShown is how many links of a question a page shows at most.
const linksShown = 500

// Links gives the claims of a question: those that were decided to belong to
// it and those that are proposed, by what speaks for them, newest first. Those
// that were refused are left out.
func (s *Store) Links(ctx context.Context, questionID string) ([]desk.Link, error) {
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (l desk.Link, err error) {
		var public int
		var reasons, against, origins, places string
		l.Claim, err = scanClaim(with{r, []any{&l.Title, &l.Outlet, &l.Published, &public, &l.State, &l.Verdict, &l.Score, &reasons, &against, &origins, &places}})
		l.Public, l.For, l.Against = public == 1, desk.ParseReasons(reasons), desk.ParseReasons(against)
		l.Origins, l.Places = strings.Fields(origins), strings.Fields(places)
		return l, err
	}, `SELECT `+claimsOf("c")+`, a.title, a.outlet, a.published, CASE WHEN a.stage = 'published' THEN 1 ELSE 0 END,
		l.state, l.verdict, l.score, l.reasons, l.against, COALESCE(t.origins, ''), COALESCE(NULLIF(t.places, ''), t.around, '')
		FROM `+current+` LEFT JOIN claim_traits t ON t.claim_id = c.id
		WHERE l.question_id = $1 AND (l.state IN ('linked', 'beside') OR `+proposable+`)
		ORDER BY l.score DESC, CASE WHEN c.as_of <> '' THEN c.as_of ELSE a.published END DESC, a.id, c.begins, c.id LIMIT $2`, questionID, linksShown)
	if err != nil {
		return nil, err
	}
	all := make([]*desk.Claim, len(list))
	for i := range list {
		all[i] = &list[i].Claim
	}
	return list, fillClaims(ctx, s.db.Read(), all)
}

// DecideLink decides what a claim is to a question: it answers it, stands
// beside it, or is refused and is never proposed again. A claim that nobody
// accepted yet is accepted with it, by the decision accept. Errors: NotFound;
// Conflict for a claim that was refused, or when a figure counts it otherwise.
func (s *Store) DecideLink(ctx context.Context, questionID, claimID string, state desk.LinkState, d, accept desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		var id string
		if err := tx.QueryRowContext(ctx, `SELECT id FROM questions WHERE id = $1`, questionID).Scan(&id); err != nil {
			return store.Found(err, "There is no question %q.", questionID)
		}
		if state == desk.LinkRefused {
			if err := uncounted(ctx, tx, questionID, claimID, ""); err != nil {
				return err
			}
		} else if err := acceptClaim(ctx, tx, claimID, accept); err != nil {
			return err
		}
		if state == desk.LinkBeside {
			if err := uncounted(ctx, tx, questionID, claimID, ` AND x.beside = 0`); err != nil {
				return err
			}
		}
		if err := link(ctx, tx, questionID, claimID, state, d); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// acceptClaim accepts a claim that was only proposed, with the decision.
func acceptClaim(ctx context.Context, tx store.Tx, id string, d desk.Decision) error {
	var before, article string
	if err := tx.QueryRowContext(ctx, `UPDATE claims SET state = state WHERE id = $1 RETURNING state, article_id`, id).Scan(&before, &article); err != nil {
		return store.Found(err, "The article was read anew and this claim is no longer among its claims. Look at those that are there now.")
	}
	switch desk.ClaimState(before) {
	case desk.ClaimAccepted:
		return nil
	case desk.ClaimRefused:
		return fault.New(fault.Conflict, "This claim was refused meanwhile. Accept it on the page of its article first.")
	}
	if err := store.Exec(ctx, tx, `UPDATE claims SET state = 'accepted' WHERE id = $1`, id); err != nil {
		return err
	}
	if err := touchArticle(ctx, tx, article); err != nil {
		return err
	}
	return decide(ctx, tx, d)
}

// uncounted makes sure that no figure of a question uses a claim.
func uncounted(ctx context.Context, tx store.Tx, questionID, claimID, how string) error {
	found, err := store.Strings(ctx, tx, `SELECT f.question FROM figures f JOIN figure_claims x ON x.figure_id = f.id
		WHERE f.question_id = $1 AND x.claim_id = $2 AND f.withdrawn = 0`+how+` ORDER BY f.question`, questionID, claimID)
	if err == nil && len(found) > 0 {
		err = fault.New(fault.Conflict, "The figure “%s” stands on this claim. Take it out of the figure first.", found[0])
	}
	return err
}

// link stores what was decided of a claim for a question. What the machine
// proposed of the same number in the same article is answered by it.
func link(ctx context.Context, tx store.Tx, questionID, claimID string, state desk.LinkState, d desk.Decision) error {
	verdict := desk.Answers
	if state == desk.LinkBeside {
		verdict = desk.Near
	}
	n, err := store.Changed(ctx, tx, `INSERT INTO question_claims (question_id, claim_id, article_id, least, most, verdict, score, reasons, against, state, decided_by, decided_at)
		SELECT $1, id, article_id, least, most, $2, 1, '', '', $3, $4, $5 FROM claims WHERE id = $6
		ON CONFLICT (question_id, claim_id) DO UPDATE SET state = excluded.state, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
		questionID, string(verdict), string(state), d.Account, store.Time(d.At), claimID)
	if err == nil && n == 0 {
		err = fault.New(fault.NotFound, "There is no claim %q any more. Its article was read anew; look at the claims that are there now.", claimID)
	}
	if err != nil {
		return err
	}
	return store.Exec(ctx, tx, `DELETE FROM question_claims WHERE question_id = $1 AND state = 'proposed' AND EXISTS (SELECT 1 FROM claims c
		WHERE c.id = $2 AND c.article_id = question_claims.article_id AND c.least = question_claims.least AND c.most = question_claims.most)`, questionID, claimID)
}
