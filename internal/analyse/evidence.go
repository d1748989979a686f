package analyse

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/desk"
)

// leadRunes is how far the beginning of a text goes, in code points, where the
// first paragraph is shorter.
const leadRunes = 500

// evidence is what a text says for one term.
type evidence struct {
	title, lead, body float64 // summed weights of cues
	strongest         float64 // weight of one cue
	first             int     // code points before the first cue; 0 in the title
	spans             []desk.Span
}

// gather gives the evidence for each term, by its number; what no cue speaks
// for has nil. Texts of languages without cues give none.
func gather(in Input) (*cueBook, []*evidence) {
	b := cueBookOf()
	c := b.languages[cueLanguage(in)]
	all := make([]*evidence, len(b.terms))
	if c == nil {
		return b, all
	}
	taught := lessonsOf(in.Lessons)
	c.each(in.Title, func(m *cueMark) {
		for _, k := range m.cues {
			if !c.misled(taught, k, in.Title[m.begin:m.end]) {
				c.credit(all, k, m, &in, true)
			}
		}
	})
	c.each(in.Text, func(m *cueMark) {
		for _, k := range m.cues {
			if !c.misled(taught, k, in.Text[m.begin:m.end]) {
				c.credit(all, k, m, &in, false)
			}
		}
	})
	return b, all
}

// misled reports whether a cue was found in words that editors said mislead.
func (c *cues) misled(taught lessons, k int32, words string) bool {
	return len(taught) > 0 && taught.mislead(c.list[k].axis, c.list[k].id, words)
}

func (c *cues) credit(all []*evidence, k int32, m *cueMark, in *Input, titled bool) {
	q := &c.list[k]
	if q.axis == "" {
		return
	}
	e := all[q.number]
	if e == nil {
		e = &evidence{first: m.runes}
		all[q.number] = e
	}
	if !titled {
		words := in.Text[m.begin:m.end]
		e.spans = append(e.spans, desk.Span{Begin: m.runes, End: m.runes + utf8.RuneCountInString(words), Words: words})
	}
	if q.axis == AxisAct && m.scope != holds {
		return // what is denied or only wished for has not been done
	}
	weight := q.weight
	if q.axis == AxisTheme && m.scope == denied {
		weight /= 2 // a text that denies torture is about torture
	}
	switch {
	case titled:
		e.title += weight
	case m.paragraph == 0 || m.runes < leadRunes:
		e.lead += weight
	default:
		e.body += weight
	}
	e.strongest = math.Max(e.strongest, weight)
}

// cueLanguage gives the language of whose cues a text is searched: its own, or
// where it is not known the one that its words tell.
func cueLanguage(in Input) string {
	language, _, _ := strings.Cut(languageOf(in), "-")
	return language
}

// ranked puts findings in order, the most certain first.
func ranked(list []Scored) []Scored {
	slices.SortFunc(list, func(a, b Scored) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	})
	return list
}
