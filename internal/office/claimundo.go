package office

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
)

// ofClaim stands between the article and the claim of a decision that can be
// undone.
const ofClaim = "#"

// rememberClaim notes a decision about a claim so that it can be undone.
func (o *office) rememberClaim(r *http.Request, c desk.Claim, d desk.Decision) {
	o.remember(r, c.ArticleID+ofClaim+c.ID, d.ID)
}

// undoClaim puts a claim back to where it was before a decision of this session,
// and says so.
func (o *office) undoClaim(r *http.Request, article, claim, decision string) (notice string, err error) {
	ctx := r.Context()
	line, err := o.ledger.Claim(ctx, claim)
	if err != nil {
		return "", err
	}
	history, err := o.articles.Decisions(ctx, article)
	if err != nil {
		return "", err
	}
	c := line.Claim
	i := slices.IndexFunc(history, func(d desk.Decision) bool { return d.ID == decision })
	if i < 0 || len(history[i].Changes) == 0 {
		return "", desk.ClaimChanged()
	}
	notice = locale.T(o.lang(r), "Undone for the claim “{words}”.", "words", shorten(c.Words, 80))
	if was := history[i].Changes; was[0].Field != desk.FieldClaim {
		said, err := desk.SaidBefore(c, was)
		if err != nil {
			return "", err
		}
		_, changes, err := desk.CorrectClaim(c, said)
		if err != nil {
			return "", err
		}
		return notice, o.claims.CorrectClaim(ctx, c.ID, c.Said(), said, o.claimDecision(r, desk.VerbUndo, c, changes...))
	}
	return notice, o.undoState(r, c, history[i].Changes[0])
}

// undoState gives a claim the state that it had before a change.
func (o *office) undoState(r *http.Request, c desk.Claim, was desk.Change) error {
	if after, _, _ := strings.Cut(was.After, ":"); after != string(c.State) {
		return desk.ClaimChanged()
	}
	before, _, _ := strings.Cut(was.Before, ":")
	d := o.claimDecision(r, desk.VerbUndo, c, desk.Change{Field: desk.FieldClaim, Before: string(c.State), After: before})
	if before == string(desk.ClaimProposed) {
		return o.claims.ReopenClaim(r.Context(), c.ID, d)
	}
	return o.claims.DecideClaim(r.Context(), c.ID, before == string(desk.ClaimAccepted), d)
}

// seen is a word by which it is known whether a claim still says what an editor
// saw.
func seen(s desk.Said) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%q", fmt.Sprintf("%+v", s))
	return fmt.Sprintf("%x", h.Sum64())
}
