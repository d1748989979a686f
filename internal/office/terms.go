package office

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/taxonomy"
)

// termProposal is a term of the taxonomy that the machine proposes, or that an
// editor added.
type termProposal struct {
	Term, Name string
	Score      float64 // 0 to 1; 0 when an editor added it
	Words      []string
	Checked    bool
}

// termGroup are the proposals of one axis.
type termGroup struct {
	Name string
	List []termProposal
}

// axis names an axis of the taxonomy.
func (l tongue) axis(kind desk.FindingKind) string {
	switch kind {
	case desk.FindingTheme:
		return locale.T(string(l), "Themes")
	case desk.FindingAct:
		return locale.T(string(l), "Acts")
	case desk.FindingGroup:
		return locale.T(string(l), "Groups of people")
	case desk.FindingCommunity:
		return locale.T(string(l), "Communities")
	}
	return locale.T(string(l), "Rights")
}

// named gives the name of what a finding proposes.
func (l tongue) named(f desk.Finding) string {
	if f.Kind.OfTerm() {
		return taxonomy.Find(string(f.Kind), f.Value).Label(string(l))
	}
	if f.Kind.OfTerritory() {
		return l.territory(f.Value)
	}
	if f.Kind == desk.FindingDate {
		return locale.Date(string(l), f.Value)
	}
	return f.Value
}

// term gives the name of a term, its id when it is not known.
func (l tongue) term(term string) string {
	kind, id, _ := desk.CutTerm(term)
	return taxonomy.Find(string(kind), id).Label(string(l))
}

// namedOnce gives the names of terms, each once: a theme and a group may have the same.
func (l tongue) namedOnce(list []string) (names []string) {
	for _, t := range list {
		if name := l.term(t); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// terms gives the names of terms as a list in words.
func (l tongue) terms(list []string) string {
	names := make([]string, len(list))
	for i, t := range list {
		names[i] = l.term(t)
	}
	return strings.Join(names, ", ")
}

// termProposals gives what the machine proposes by axis, the most certain
// first, with a line for each chosen term that it did not propose; the chosen
// ones are ticked.
func (l tongue) termProposals(findings []desk.Finding, chosen []string) []termGroup {
	var out []termGroup
	for _, kind := range desk.TermKinds {
		g := termGroup{Name: l.axis(kind)}
		for _, f := range findings {
			if f.Kind == kind {
				term := desk.TermOf(kind, f.Value)
				g.List = append(g.List, termProposal{Term: term, Name: l.named(f), Score: f.Score, Words: someWords(f.Spans), Checked: slices.Contains(chosen, term)})
			}
		}
		for _, term := range chosen {
			have := slices.ContainsFunc(g.List, func(p termProposal) bool { return p.Term == term })
			if axis, _, known := desk.CutTerm(term); known && axis == kind && !have {
				g.List = append(g.List, termProposal{Term: term, Name: l.term(term), Checked: true})
			}
		}
		slices.SortStableFunc(g.List, func(a, b termProposal) int { return cmp.Compare(b.Score, a.Score) })
		if len(g.List) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// someWords gives different words of spans, as many as a proposal shows.
func someWords(spans []desk.Span) (words []string) {
	for _, s := range spans {
		if len(words) < maxWords && !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, s.Words) }) {
			words = append(words, s.Words)
		}
	}
	return words
}

// allTerms gives the names of all terms of the axes, to choose from.
func (l tongue) allTerms() (names []string) {
	for _, kind := range desk.TermKinds {
		for _, t := range taxonomy.All(string(kind)) {
			names = append(names, t.Label(string(l)))
		}
	}
	slices.SortFunc(names, func(a, b string) int { return locale.Compare(string(l), a, b) })
	return slices.Compact(names)
}

// readTerms reads names in any language of the interface, ids or "axis:id",
// with semicolons between them. A name of several axes means the first that is
// shown.
func readTerms(s string) (terms, unknown []string) {
	for name := range strings.SplitSeq(s, ";") {
		if name = oneLine(name); name == "" {
			continue
		}
		if term := findTerm(name); term != "" {
			terms = append(terms, term)
		} else {
			unknown = append(unknown, name)
		}
	}
	return terms, unknown
}

func findTerm(name string) string {
	if _, _, known := desk.CutTerm(name); known {
		return name
	}
	for _, kind := range desk.TermKinds {
		for _, t := range taxonomy.All(string(kind)) {
			if t.Called(name) {
				return desk.TermOf(kind, t.ID)
			}
		}
	}
	return ""
}

// addTerms moves the terms that were typed and are known to the chosen ones and
// leaves the others to be corrected.
func (f *articleForm) addTerms() {
	terms, unknown := readTerms(f.AddTerms)
	f.Terms = append(f.Terms, terms...)
	f.AddTerms = strings.Join(unknown, "; ")
	if len(unknown) > 0 {
		f.Errors["add-terms"] = "No term is called " + f.AddTerms + ". Please choose from the list, by name or id."
	}
	for _, term := range f.Terms {
		if _, _, known := desk.CutTerm(term); !known {
			f.Errors["add-terms"] = "The term " + strconv.Quote(term) + " is not known here."
		}
	}
}
