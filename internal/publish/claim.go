package publish

import (
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// ClaimWords is how many words of a text a claim shows at most where the
// article's licence does not show all of it.
const ClaimWords = 25

// Claims makes the public claims of an article out of those that a person
// accepted. Where the public text is not the whole text, a claim has no place
// in it and a limited number of words.
func Claims(a desk.Article, list []desk.Claim) []public.Claim {
	var out []public.Claim
	for _, c := range list {
		if c.State != desk.ClaimAccepted {
			continue
		}
		p := public.Claim{
			ID: c.ID, ArticleID: a.ID, Begin: c.Begin, End: c.End, Words: c.Words, Cue: c.Cue, Claimant: c.Claimant,
			Hedge: public.Hedge(c.Hedge), Bound: public.Bound(c.Bound), Min: c.Min, Max: c.Max, Unit: c.Unit, Measure: public.Measure(c.Measure),
			Scope: c.Scope, AsOf: c.AsOf, Outlet: a.Outlet, Published: a.Published,
			Polarity: public.Polarity(c.Polarity), Mode: public.Mode(c.Mode), Basis: basis(c.Basis), Kind: c.Kind, Via: relays(a, c), Places: c.Places,
			SaidOn: c.SaidOn, RefersTo: c.RefersTo,
		}
		if a.Licence != desk.LicenceFull {
			p.Begin, p.End, p.Words = 0, 0, Excerpt(c.Words, ClaimWords)
		}
		out = append(out, p)
	}
	return out
}

// basis gives what a claim rests on, empty where the text gives nothing.
func basis(b string) string {
	if b == "unstated" {
		return ""
	}
	return b
}

// relays gives through whom a claim came, without the article's own outlet:
// that is said anyway, under the name that the desk gave it.
func relays(a desk.Article, c desk.Claim) (out []string) {
	for _, words := range c.Via {
		if words != a.Outlet && strings.TrimSpace(words) != "" {
			out = append(out, words)
		}
	}
	return out
}

// Figure makes the public record of a figure with its question; its claims are those that are
// public. Errors: Forbidden for one that was withdrawn or lacks something.
func Figure(f desk.Figure, q desk.Question) (public.Figure, error) {
	if f.Withdrawn {
		return public.Figure{}, fault.New(fault.Forbidden, "Figure %s was withdrawn.", f.ID)
	}
	if err := desk.CheckFigure(f); err != nil {
		return public.Figure{}, fault.Wrap(fault.Forbidden, err, "Figure %s may not be public", f.ID)
	}
	out := public.Figure{
		ID: f.ID, Territory: f.Territory, Question: strings.TrimSpace(f.Question), Measure: public.Measure(f.Measure), Unit: f.Unit, Min: f.Min, Max: f.Max,
		AsOf: f.AsOf, By: public.FigureRule(f.By), Rule: f.Rule, Note: f.Note, Decided: f.DecidedAt,
		QuestionID: q.ID, Origin: q.Origin, Definition: strings.TrimSpace(q.Definition), Scope: strings.TrimSpace(q.Scope),
	}
	for _, id := range f.Claims {
		out.Claims = append(out.Claims, public.Claim{ID: id})
	}
	for _, id := range f.Beside {
		out.Beside = append(out.Beside, public.Claim{ID: id})
	}
	return out, nil
}
