package office

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

func (f *fake) Claims(_ context.Context, article string) ([]desk.Claim, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.claims[article]), nil
}

func (f *fake) AddClaim(_ context.Context, c desk.Claim, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.claims[c.ArticleID] = append(f.claims[c.ArticleID], c)
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) DecideClaim(_ context.Context, id string, accept bool, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, figure := range f.figures {
		if !accept && !figure.Withdrawn && slices.Contains(figure.Claims, id) {
			return fault.New(fault.Conflict, "The figure “%s” stands on this claim. Take it out of the figure first.", figure.Question)
		}
	}
	for _, list := range f.claims {
		for i := range list {
			if list[i].ID == id {
				list[i].State = desk.ClaimRefused
				if accept {
					list[i].State = desk.ClaimAccepted
				}
			}
		}
	}
	if f.onDecide != nil {
		f.onDecide()
	}
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) AcceptedClaims(_ context.Context, territory string, limit int) ([]desk.ClaimLine, error) {
	return f.claimLines(limit, func(c desk.Claim, a desk.Article) bool {
		return c.State == desk.ClaimAccepted && slices.Contains(a.Territories, territory)
	})
}

func (f *fake) FigureClaims(_ context.Context, id string) ([]desk.ClaimLine, error) {
	return f.claimLines(1000, func(c desk.Claim, _ desk.Article) bool {
		return slices.Contains(f.figures[id].Claims, c.ID) || slices.Contains(f.figures[id].Beside, c.ID)
	})
}

func (f *fake) claimLines(limit int, want func(desk.Claim, desk.Article) bool) (out []desk.ClaimLine, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, id := range slices.Sorted(maps.Keys(f.claims)) {
		for _, c := range f.claims[id] {
			if a := f.articles[id]; want(c, a) && len(out) < limit {
				out = append(out, desk.ClaimLine{Claim: c, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Public: a.Stage == desk.StagePublished})
			}
		}
	}
	return out, nil
}

// claim gives the place of a claim; f is locked.
func (f *fake) claim(id string) *desk.Claim {
	for _, list := range f.claims {
		for i := range list {
			if list[i].ID == id {
				return &list[i]
			}
		}
	}
	return nil
}

func (f *fake) ReopenClaim(_ context.Context, id string, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.claim(id).State = desk.ClaimProposed
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) CorrectClaim(_ context.Context, id string, before, to desk.Said, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := f.claim(id)
	if !reflect.DeepEqual(c.Said(), before) {
		return fault.New(fault.Conflict, "Somebody else corrected this claim.")
	}
	read := c.Said()
	if c.Corrected != nil {
		read = c.Corrected.Read
	}
	*c = c.Saying(to)
	if c.Corrected = nil; !reflect.DeepEqual(read, to) {
		c.Corrected = &desk.Corrected{Read: read, By: f.accounts[d.Account].Name, At: d.At}
	}
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Claim(_ context.Context, id string) (desk.ClaimLine, error) {
	list, err := f.claimLines(1, func(c desk.Claim, _ desk.Article) bool { return c.ID == id })
	if err == nil && len(list) == 0 {
		return desk.ClaimLine{}, fault.New(fault.NotFound, "There is no claim %q any more. Its article was read anew; look at the claims that are there now.", id)
	}
	return list[0], err
}

func (f *fake) ClaimList(_ context.Context, q desk.ClaimQuery) (out []desk.ClaimPlace, err error) {
	f.listed = append(f.listed, q)
	list, err := f.claimLines(1000, func(c desk.Claim, _ desk.Article) bool {
		return (q.State == "" || c.State == q.State) && (q.Claimant == "" || strings.EqualFold(c.Claimant, q.Claimant)) && (q.Territory == "" || slices.Contains(c.Places, q.Territory)) &&
			(q.Hedged == nil || *q.Hedged == (c.Hedge != "none")) && strings.Contains(strings.ToLower(c.Words), strings.ToLower(q.Text)) && !q.Contested && c.ID > q.Before
	})
	for _, c := range list[:min(q.Limit, len(list))] {
		out = append(out, desk.ClaimPlace{ClaimLine: c, Place: c.ID})
	}
	return out, err
}

func (f *fake) ClaimCounts(context.Context) (map[desk.ClaimState]int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[desk.ClaimState]int{}
	for _, list := range f.claims {
		for _, c := range list {
			out[c.State]++
		}
	}
	return out, nil
}

func (f *fake) Headlined(_ context.Context, ids []string) (map[string]desk.Headlined, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[string]desk.Headlined{}
	for _, id := range ids {
		out[id] = desk.Headlined{Text: f.articles[id].Text, Claims: f.claims[id]}
	}
	return out, nil
}
