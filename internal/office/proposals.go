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
		if f.Kind.OfTerm() {
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

// piece is a run of text, lit when a finding rests on it.
type piece struct {
	Text  string
	Why   string // the territories and terms that it speaks for, or who claims what; empty when not lit
	Claim bool
}

// light is a span to be lit, with why in Words.
type light struct {
	desk.Span
	claim bool
}

// lights gives all spans that fit the text, in order; of two that begin
// together the longer one first.
func (l tongue) lights(runes []rune, findings []desk.Finding, claims []desk.Claim) (out []light) {
	for _, c := range claims {
		if c.State != desk.ClaimRefused && c.Begin >= 0 && c.End <= len(runes) && c.Begin < c.End && string(runes[c.Begin:c.End]) == c.Words {
			out = append(out, light{desk.Span{Begin: c.Begin, End: c.End, Words: l.claims(c)}, true})
		}
	}
	for _, s := range l.support(runes, findings) {
		inside := slices.ContainsFunc(out, func(c light) bool { return c.claim && s.Begin < c.End && c.Begin < s.End })
		if !inside {
			out = append(out, light{s, false})
		}
	}
	slices.SortStableFunc(out, func(a, b light) int {
		return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(b.End, a.End))
	})
	return out
}

// lit cuts a text into paragraphs of pieces with the words lit that support a
// territory or that a claim stands on. A span that no longer fits the text,
// since an editor changed it, is left out.
func (l tongue) lit(text string, findings []desk.Finding, claims []desk.Claim) [][]piece {
	runes := []rune(text)
	var out [][]piece
	var line []piece
	put := func(from, to int, why string, claim bool) {
		for i, part := range strings.Split(string(runes[from:to]), "\n") {
			if i > 0 && len(line) > 0 {
				out, line = append(out, line), nil
			}
			if part != "" {
				line = append(line, piece{part, why, claim})
			}
		}
	}
	at := 0
	for _, s := range l.lights(runes, findings, claims) {
		if s.Begin < at {
			continue
		}
		put(at, s.Begin, "", false)
		put(s.Begin, s.End, s.Words, s.claim)
		at = s.End
	}
	put(at, len(runes), "", false)
	if len(line) > 0 {
		out = append(out, line)
	}
	return out
}

// support gives the spans that fit the text, in order, with the names of their
// territories and terms in Words.
func (l tongue) support(runes []rune, findings []desk.Finding) []desk.Span {
	why := map[[2]int]string{}
	for _, f := range findings {
		name := l.named(f)
		for _, s := range f.Spans {
			if s.Begin < 0 || s.End > len(runes) || s.Begin >= s.End || string(runes[s.Begin:s.End]) != s.Words {
				continue
			}
			at := [2]int{s.Begin, s.End}
			switch {
			case why[at] == "":
				why[at] = name
			case !strings.Contains(why[at], name):
				why[at] += ", " + name
			}
		}
	}
	spans := make([]desk.Span, 0, len(why))
	for at, names := range why {
		spans = append(spans, desk.Span{Begin: at[0], End: at[1], Words: names})
	}
	slices.SortFunc(spans, func(a, b desk.Span) int {
		return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(b.End, a.End))
	})
	return spans
}
