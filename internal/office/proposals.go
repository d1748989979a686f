package office

import (
	"cmp"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
)

// proposal is a territory that the machine proposes, or that an editor added.
type proposal struct {
	ID, Name string
	About    bool    // proposed as what the article is about, not only mentioned
	Score    float64 // 0 to 1, of About
	Count    int     // mentions
	Words    []string
	Checked  bool
}

// maxWords is how many different supporting words a proposal shows.
const maxWords = 6

// proposals joins the findings about each territory, what the article is about
// first, most certain first.
func (l tongue) proposals(findings []desk.Finding) []proposal {
	byID := map[string]*proposal{}
	for _, f := range findings {
		if !f.Kind.OfTerritory() {
			continue
		}
		p := byID[f.Value]
		if p == nil {
			p = &proposal{ID: f.Value, Name: l.territory(f.Value)}
			byID[f.Value] = p
		}
		if f.Kind == desk.FindingAbout {
			p.About, p.Score = true, f.Score
		}
		p.Count = max(p.Count, f.Count)
		for _, s := range f.Spans {
			if !slices.Contains(p.Words, s.Words) && len(p.Words) < maxWords {
				p.Words = append(p.Words, s.Words)
			}
		}
	}
	out := make([]proposal, 0, len(byID))
	for _, p := range byID {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b proposal) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Count, a.Count), strings.Compare(a.ID, b.ID))
	})
	return out
}

// proposed gives the territories that the article is about as the machine sees it.
func proposed(all []proposal) []string {
	var ids []string
	for _, p := range all {
		if p.About {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
