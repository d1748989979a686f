package desk

import (
	"slices"
	"strings"

	"rightsdesk/internal/taxonomy"
)

// TermKinds are the kinds of finding that name a term of the taxonomy, in the
// order in which they are shown; each is the name of its axis.
var TermKinds = []FindingKind{FindingTheme, FindingAct, FindingGroup, FindingCommunity, FindingRight}

// OfTerm reports whether a kind of finding names a term of the taxonomy.
func (k FindingKind) OfTerm() bool { return slices.Contains(TermKinds, k) }

// TermOf writes a term of an axis as articles hold it: "theme:children".
func TermOf(kind FindingKind, id string) string { return string(kind) + ":" + id }

// CutTerm gives the axis and the id of a term, and false when no such term is
// known.
func CutTerm(term string) (kind FindingKind, id string, known bool) {
	axis, id, _ := strings.Cut(term, ":")
	return FindingKind(axis), id, taxonomy.Find(axis, id).Known()
}

// SureTerm is the score from which a term is offered as chosen before anybody
// decided.
const SureTerm = 0.5

// SureTerms gives the terms of which the machine is sure enough to offer them
// as chosen. Rights follow from acts and themes and are left to a person.
func SureTerms(findings []Finding) (terms []string) {
	for _, f := range findings {
		if f.Kind.OfTerm() && f.Kind != FindingRight && f.Score >= SureTerm {
			terms = append(terms, TermOf(f.Kind, f.Value))
		}
	}
	return terms
}
