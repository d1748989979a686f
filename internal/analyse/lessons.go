package analyse

import (
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/search"
)

// lessons is what editors taught about words, ready to be asked.
type lessons map[taught]string

// taught is what some folded words were taken for; the lesson says what they
// mean, empty for: not that.
type taught struct {
	kind  desk.FindingKind
	value string
	words string
}

func lessonsOf(list []desk.Lesson) lessons {
	if len(list) == 0 {
		return nil
	}
	out := lessons{}
	for _, l := range list {
		out[taughtBy(l)] = l.Meaning
	}
	return out
}

func taughtBy(l desk.Lesson) taught {
	if l.Kind == desk.FindingPerson || l.Kind == desk.FindingOrganisation { // the words are the value
		return taught{l.Kind, "", search.Fold(l.Words)}
	}
	return taught{l.Kind, l.Value, search.Fold(l.Words)}
}

// places leaves out what means no territory here, and puts right what means
// another one.
func (l lessons) places(list []mention) []mention {
	if len(l) == 0 {
		return list
	}
	out := list[:0]
	for _, m := range list {
		meaning, known := l[taught{desk.FindingMentioned, m.territory, search.Fold(m.span.Words)}]
		if _, territory := geo.Find(meaning); known && territory {
			m.territory, known = meaning, false
		}
		if !known {
			out = append(out, m)
		}
	}
	return out
}

// mislead reports whether the words of a cue do not speak for its term here.
func (l lessons) mislead(axis Axis, id, words string) bool {
	if len(l) == 0 {
		return false
	}
	_, known := l[taught{desk.FindingKind(axis), id, search.Fold(words)}]
	return known
}

// names leaves out what is no person or organisation, and moves what is the other.
func (l lessons) names(r *Result) {
	if len(l) == 0 {
		return
	}
	var moved [2][]Named
	sort := func(list []Named, kind desk.FindingKind, to int) []Named {
		return slices.DeleteFunc(list, func(n Named) bool {
			meaning, known := l[taught{kind, "", search.Fold(n.Name)}]
			if known && meaning != "" {
				moved[to] = append(moved[to], n)
			}
			return known
		})
	}
	r.People = sort(r.People, desk.FindingPerson, 1)
	r.Organisations = sort(r.Organisations, desk.FindingOrganisation, 0)
	r.People, r.Organisations = append(r.People, moved[0]...), append(r.Organisations, moved[1]...)
}
