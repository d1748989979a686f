package office

import (
	"cmp"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
)

// maxLights is how many places of a text are lit at most: the page of a text of
// 5 MB, of which the beginning is shown, must open as quickly as others.
const maxLights = 2_000

// piece is a run of text with what was found there.
type piece struct {
	Text   string
	Class  string // the kinds of all that was found here
	Anchor string // of the card of the innermost; empty where nothing can be opened
	Why    string // of all, the innermost first
	At     int    // code point at which it begins
	First  bool   // the finding begins here
	Pins   []pin  // quotations and claims that begin before the text
}

// pin opens a quotation or claim, of which the words may hold other findings.
type pin struct {
	Kind, Anchor, Why string
	At                int
}

// light is a place that is to be lit.
type light struct {
	desk.Span
	of *found
}

// long reports whether a kind is a stretch of text that can hold other findings.
func (f *found) long() bool { return f.Kind == "quotation" || f.Kind == "claim" }

// lights gives the places that still fit the text, in order; of two that begin
// together the longer one first. What was refused is not lit. cut says that there
// are more.
func lights(runes []rune, groups []foundGroup) (out []light, cut bool) {
	for g := range groups {
		for i := range groups[g].List {
			f := &groups[g].List[i]
			for _, s := range f.spans {
				if !f.Refused() && s.Begin >= 0 && s.Begin < s.End && s.End <= len(runes) && string(runes[s.Begin:s.End]) == s.Words {
					out = append(out, light{s, f})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b light) int {
		return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(b.End, a.End))
	})
	cut = len(out) > maxLights
	return out[:min(len(out), maxLights)], cut
}

// lit cuts a text into paragraphs of pieces with what was found lit. cut says
// that not everything is lit.
func lit(text string, groups []foundGroup) (out [][]piece, cut bool) {
	runes := []rune(text)
	list, cut := lights(runes, groups)
	p := painter{runes: runes}
	bounds := []int{0, len(runes)}
	for _, s := range list {
		bounds = append(bounds, s.Begin, s.End)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	for i := 0; i+1 < len(bounds); i++ {
		from, to := bounds[i], bounds[i+1]
		p.here = slices.DeleteFunc(p.here, func(s light) bool { return s.End <= from })
		for len(list) > 0 && list[0].Begin <= from {
			p.here, list = append(p.here, list[0]), list[1:]
		}
		p.paint(from, to)
	}
	p.line()
	return p.out, cut
}

// painter puts pieces together to paragraphs.
type painter struct {
	runes []rune
	here  []light // what covers the run
	now   []piece
	out   [][]piece
}

func (p *painter) line() {
	if len(p.now) > 0 {
		p.out, p.now = append(p.out, p.now), nil
	}
}

// paint adds the run from a code point to another, which nothing begins or ends in.
func (p *painter) paint(from, to int) {
	model := p.model(from)
	at := from
	for i, part := range strings.Split(string(p.runes[from:to]), "\n") {
		if i > 0 {
			p.line()
			at++
		}
		if part != "" {
			one := model
			one.Text, one.At = part, at
			p.now = append(p.now, one)
			model.First, model.Pins = false, nil
		}
		at += len([]rune(part))
	}
}

// model is what all parts of a run have in common.
func (p *painter) model(from int) (m piece) {
	if len(p.here) == 0 {
		return m
	}
	var kinds, why []string
	var inner *light
	for i := range p.here {
		s := &p.here[i]
		if !slices.Contains(kinds, "k-"+s.of.Kind) {
			kinds = append(kinds, "k-"+s.of.Kind)
		}
		if s.of.long() {
			if s.Begin == from {
				m.Pins = append(m.Pins, pin{s.of.Kind, s.of.Anchor, s.of.told(), s.Begin})
			}
			continue
		}
		if inner == nil || s.End-s.Begin < inner.End-inner.Begin || s.End-s.Begin == inner.End-inner.Begin && slices.Index(foundKinds, s.of.Kind) < slices.Index(foundKinds, inner.of.Kind) {
			inner = s
		}
	}
	if inner != nil {
		m.Anchor, m.First = inner.of.Anchor, inner.Begin == from
		why = append(why, inner.of.told())
		for _, s := range p.here {
			if s.of != inner.of && !s.of.long() {
				why = append(why, s.of.told())
			}
		}
	}
	m.Class, m.Why = strings.Join(kinds, " "), strings.Join(why, "\n")
	return m
}

// told says in a line what was found and why.
func (f *found) told() string {
	name := f.Name
	if f.long() {
		name = ""
	}
	head := f.Label
	if name != "" {
		head += ": " + name
	}
	return joinWords(head, f.Why)
}
