package speech

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// end closes what the last paragraph left open. In a language without rules
// nobody is said to speak: a name before a quotation may be anything's.
func (r *reader) end() {
	r.pending = 0
	if r.tongue.covered {
		return
	}
	for i := range r.quotes {
		r.quotes[i].speaker, r.quotes[i].cue, r.quotes[i].stance = speaker{}, piece{}, Asserts
	}
}

// places turns bytes into code points.
type places struct {
	text         string
	bytes, runes []int // the same places, in rising order
}

func (p *places) note(x piece) {
	if x.end > x.begin {
		p.bytes = append(p.bytes, x.begin, x.end)
	}
}

// count counts the code points up to each place, in one pass through the text.
func (p *places) count() {
	slices.Sort(p.bytes)
	p.bytes = slices.Compact(p.bytes)
	p.runes = make([]int, len(p.bytes))
	at, n := 0, 0
	for i, b := range p.bytes {
		n += utf8.RuneCountInString(p.text[at:b])
		at, p.runes[i] = b, n
	}
}

// words gives a piece that was noted.
func (p *places) words(x piece) Words {
	if x.end <= x.begin {
		return Words{}
	}
	begin, _ := slices.BinarySearch(p.bytes, x.begin)
	end, _ := slices.BinarySearch(p.bytes, x.end)
	return Words{Span{p.runes[begin], p.runes[end]}, p.text[x.begin:x.end]}
}

// noted notes all that was found.
func (r *reader) noted() *places {
	p := &places{text: r.text}
	for _, q := range r.quotes {
		if !q.rejected {
			for _, x := range []piece{q.piece, q.speaker.piece, q.cue, q.context} {
				p.note(x)
			}
		}
	}
	for _, x := range r.reports {
		p.note(x.piece)
		p.note(x.speaker.piece)
		p.note(x.cue)
	}
	for _, list := range [][]*named{r.names.people, r.names.organisations} {
		for _, n := range list {
			p.note(n.piece)
			for _, x := range n.places {
				p.note(x)
			}
		}
	}
	p.count()
	return p
}

// found gives what was found, in code points.
func (r *reader) found() Found {
	words := r.noted().words
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
	slices.SortStableFunc(out.Paraphrases, func(a, b Paraphrase) int { return cmp.Compare(a.Begin, b.Begin) })
	out.People = list(r.names.people, words)
	out.Organisations = list(r.names.organisations, words)
	return out
}

// list gives the names that are certain, the most frequent first.
func list(from []*named, words func(piece) Words) []Named {
	var out []Named
	for _, n := range from {
		if n.certain {
			one := Named{Words: words(n.piece), Count: n.count}
			for _, x := range n.places {
				one.Again = append(one.Again, words(x))
			}
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b Named) int { return cmp.Compare(b.Count, a.Count) })
	return out
}
