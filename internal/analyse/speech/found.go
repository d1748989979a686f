package speech

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// end closes what the last paragraph left open.
func (r *reader) end() { r.pending = 0 }

// counter turns bytes into code points; it is asked for rising places.
type counter struct {
	text      string
	at, runes int
}

func (c *counter) of(at int) int {
	c.runes += utf8.RuneCountInString(c.text[c.at:at])
	c.at = at
	return c.runes
}

// found gives what was found, in code points.
func (r *reader) found() Found {
	places := map[int]int{}
	note := func(p piece) {
		if p.end > p.begin {
			places[p.begin], places[p.end] = 0, 0
		}
	}
	for _, q := range r.quotes {
		if !q.rejected {
			note(q.piece)
			note(q.speaker.piece)
			note(q.cue)
			note(q.context)
		}
	}
	for _, p := range r.reports {
		note(p.piece)
		note(p.speaker.piece)
		note(p.cue)
	}
	for _, list := range [][]*named{r.names.people, r.names.organisations} {
		for _, n := range list {
			note(n.piece)
		}
	}
	order := make([]int, 0, len(places))
	for at := range places {
		order = append(order, at)
	}
	slices.Sort(order)
	c := counter{text: r.text}
	for _, at := range order {
		places[at] = c.of(at)
	}
	words := func(p piece) Words {
		if p.end <= p.begin {
			return Words{}
		}
		return Words{Span{places[p.begin], places[p.end]}, r.text[p.begin:p.end]}
	}
	var out Found
	for _, q := range r.quotes {
		if q.rejected {
			continue
		}
		w := words(q.piece)
		out.Quotations = append(out.Quotations, Quotation{Span: w.Span, Text: w.Text, Speaker: Speaker{words(q.speaker.piece), q.speaker.person},
			Cue: words(q.cue), Stance: q.stance, Context: words(q.context)})
	}
	for _, p := range r.reports {
		w := words(p.piece)
		out.Paraphrases = append(out.Paraphrases, Paraphrase{Span: w.Span, Text: w.Text, Speaker: Speaker{words(p.speaker.piece), p.speaker.person}, Cue: words(p.cue), Stance: p.stance})
	}
	out.People = list(r.names.people, words)
	out.Organisations = list(r.names.organisations, words)
	return out
}

// list gives the names that are certain, the most frequent first.
func list(from []*named, words func(piece) Words) []Named {
	var out []Named
	for _, n := range from {
		if n.certain {
			out = append(out, Named{words(n.piece), n.count})
		}
	}
	slices.SortStableFunc(out, func(a, b Named) int { return cmp.Compare(b.Count, a.Count) })
	return out
}
