package desk

import (
	"context"
	"reflect"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

const saidColumns = `claimant, polarity, hedge, bound, least, most, unit, measure, scope, as_of, places`

func saidValues(s desk.Said) []any {
	return []any{store.Clean(s.Claimant), s.Polarity, s.Hedge, s.Bound, s.Min, s.Max, store.Clean(s.Unit), s.Measure, store.Clean(s.Scope), s.AsOf, strings.Join(s.Places, " ")}
}

// fillCorrections adds to claims what had been read of those that were corrected.
func fillCorrections(ctx context.Context, q store.Querier, byID map[string]*desk.Claim, ids []any) error {
	_, err := store.All(ctx, q, func(r store.Row) (struct{}, error) {
		var id, at, places string
		var c desk.Corrected
		s := &c.Read
		err := r.Scan(&id, &c.By, &at, &s.Claimant, &s.Polarity, &s.Hedge, &s.Bound, &s.Min, &s.Max, &s.Unit, &s.Measure, &s.Scope, &s.AsOf, &places)
		if err == nil {
			c.At, s.Places = store.ParseTime(at), strings.Fields(places)
			if len(s.Places) == 0 {
				s.Places = nil
			}
			byID[id].Corrected = &c
		}
		return struct{}{}, err
	}, `SELECT x.claim_id, COALESCE(n.name, x.account), x.corrected_at, x.`+strings.ReplaceAll(saidColumns, ", ", ", x.")+`
		FROM claim_corrections x LEFT JOIN accounts n ON n.id = x.account WHERE x.claim_id IN (`+numbered(1, len(ids))+`)`, ids...)
	return err
}

// Claim gives one claim with what a list says of its article. Errors: NotFound.
func (s *Store) Claim(ctx context.Context, id string) (desk.ClaimLine, error) {
	list, err := s.claimLines(ctx, `c.id = $1`, id)
	if err == nil && len(list) == 0 {
		err = noClaim(id)
	}
	if err != nil {
		return desk.ClaimLine{}, err
	}
	return list[0], nil
}

func noClaim(id string) error {
	return fault.New(fault.NotFound, "There is no claim %q any more. Its article was read anew; look at the claims that are there now.", id)
}

// CorrectClaim stores what an editor says that a claim says, with the decision,
// beside what was read. Before is what she saw. What was read, put back, is no
// correction any more. Errors: NotFound; Conflict when somebody else corrected
// it since; Invalid, as desk.CorrectClaim.
func (s *Store) CorrectClaim(ctx context.Context, id string, before, to desk.Said, d desk.Decision) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		c, err := takeClaim(ctx, tx, id)
		if err != nil {
			return err
		}
		if !same(c.Said(), before) {
			return fault.New(fault.Conflict, "Somebody else corrected this claim while you had it open, so nothing of yours is stored yet. Look at what it says now and decide again.")
		}
		after, _, err := desk.CorrectClaim(c, to)
		if err != nil {
			return err
		}
		if err := keepRead(ctx, tx, c, after, d); err != nil {
			return err
		}
		a, err := claimArticle(ctx, tx, c.ArticleID)
		if err != nil {
			return err
		}
		if err := updateClaim(ctx, tx, after, a); err != nil {
			return err
		}
		if c.State == desk.ClaimAccepted { // what readers see is another
			if err := store.Exec(ctx, tx, `UPDATE articles SET updated_at = $1 WHERE id = $2`, store.Time(d.At), c.ArticleID); err != nil {
				return err
			}
		}
		if err := touchArticle(ctx, tx, c.ArticleID); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
}

// takeClaim reads a claim so that nobody else decides about it meanwhile.
func takeClaim(ctx context.Context, tx store.Tx, id string) (desk.Claim, error) {
	list, err := store.All(ctx, tx, scanClaim, `UPDATE claims SET state = state WHERE id = $1 RETURNING `+claimColumns, id)
	if err == nil && len(list) == 0 {
		err = noClaim(id)
	}
	if err != nil {
		return desk.Claim{}, err
	}
	return list[0], fillClaims(ctx, tx, []*desk.Claim{&list[0]})
}

// keepRead keeps what was read of a claim the first time that it is corrected,
// and forgets it when it is what the claim says again.
func keepRead(ctx context.Context, tx store.Tx, c, after desk.Claim, d desk.Decision) error {
	read := c.Said()
	if c.Corrected != nil {
		read = c.Corrected.Read
	}
	if err := store.Exec(ctx, tx, `DELETE FROM claim_corrections WHERE claim_id = $1`, c.ID); err != nil {
		return err
	}
	corrected := !same(read, after.Said())
	if corrected {
		values := append([]any{c.ID, d.Account, store.Time(d.At)}, saidValues(read)...)
		if err := store.Exec(ctx, tx, `INSERT INTO claim_corrections (claim_id, account, corrected_at, `+saidColumns+`) VALUES (`+numbered(1, len(values))+`)`, values...); err != nil {
			return err
		}
	}
	return store.Exec(ctx, tx, `UPDATE claims SET corrected = $1 WHERE id = $2`, store.Bool(corrected), c.ID)
}

func same(a, b desk.Said) bool {
	if len(a.Places) == 0 && len(b.Places) == 0 {
		a.Places, b.Places = nil, nil
	}
	return reflect.DeepEqual(a, b)
}

// ReopenClaim makes a decided claim a proposal again, with the decision. Errors:
// NotFound; Conflict when a figure stands on it.
func (s *Store) ReopenClaim(ctx context.Context, id string, d desk.Decision) error {
	return s.setClaim(ctx, id, desk.ClaimProposed, d)
}
