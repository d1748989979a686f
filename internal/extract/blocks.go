package extract

import (
	"slices"
	"time"
)

// Place is the side of a document at which a block stands.
type Place string

// The sides.
const (
	Top    Place = "top"
	Bottom Place = "bottom"
)

// Block is a paragraph that a source repeats at one side of its documents, as
// it stood in one of them: dates and other words may differ in the others.
type Block struct {
	Place     Place
	Text      string
	Documents int // of how many documents it was learned
	Example   int // in which of these it stood so

	// Doubtful is what may be news that a source repeats: it is not cut before a
	// person says so.
	Doubtful bool
}

// Blocks is what is known of the blocks of one source. The zero value knows
// of none.
type Blocks struct {
	learned  map[Place]map[string]bool // triples
	doubtful map[Place]map[string]bool // triples of what is only marked
	refused  []map[string]bool         // the triples of each
}

// NewBlocks puts together what is cut from a source's documents, or marked where
// it is doubtful, and what people want to stay in them.
func NewBlocks(learned []Block, refused []string) Blocks {
	r := Blocks{learned: map[Place]map[string]bool{Top: {}, Bottom: {}}, doubtful: map[Place]map[string]bool{Top: {}, Bottom: {}}}
	for _, b := range learned {
		to := r.learned[b.Place]
		if b.Doubtful {
			to = r.doubtful[b.Place]
		}
		for t := range triples(b.Text) {
			if to != nil {
				to[t] = true
			}
		}
	}
	for _, text := range refused {
		r.refused = append(r.refused, triples(text))
	}
	return r
}

// has reports whether a paragraph is a block at a side.
func (r Blocks) has(at Place, p string) bool {
	return among(r.learned[at], p) && !r.Refuses(p)
}

// doubts reports whether a paragraph is what its source repeats while it may be
// news.
func (r Blocks) doubts(at Place, p string) bool {
	return among(r.doubtful[at], p) && !r.Refuses(p)
}

func among(known map[string]bool, p string) bool {
	return len(known) > 0 && mostly(triples(p), func(t string) bool { return known[t] })
}

// Refuses reports whether people want a paragraph to stay.
func (r Blocks) Refuses(p string) bool {
	of := triples(p)
	return slices.ContainsFunc(r.refused, func(known map[string]bool) bool { return same(of, known) })
}

// Holds reports whether a text may have to be read again: a block stands at its
// edge, a part that was cut from it is to stay, or one is to be marked.
func (r Blocks) Holds(paragraphs, cut []string) bool {
	if slices.Contains(r.Cut(paragraphs, true, func(Place, string) kindOfLine { return differs }), true) || slices.ContainsFunc(cut, r.Refuses) {
		return true
	}
	e := EdgesOf(paragraphs, true)
	return slices.ContainsFunc(e.Top, func(p string) bool { return r.doubts(Top, p) }) || slices.ContainsFunc(e.Bottom, func(p string) bool { return r.doubts(Bottom, p) })
}

// Same reports whether two paragraphs are one block: most of the triples of
// either are the other's.
func Same(a, b string) bool { return same(triples(a), triples(b)) }

func same(a, b map[string]bool) bool {
	return mostly(a, func(t string) bool { return b[t] }) && mostly(b, func(t string) bool { return a[t] })
}

// Cut says which paragraphs of a document are blocks: those of a run that
// touches the top or the bottom, with single short paragraphs between two of
// them. Paragraphs that tell of the article, or that people want to stay, stay
// and do not end a run. It is never all paragraphs, nor the headline of a text
// that is not headed otherwise.
func (r Blocks) Cut(paragraphs []string, headed bool, tells func(Place, string) kindOfLine) []bool {
	out := make([]bool, len(paragraphs))
	if len(r.learned[Top])+len(r.learned[Bottom]) == 0 {
		return out
	}
	edges := EdgesOf(paragraphs, headed)
	for _, at := range []Place{Top, Bottom} {
		side := edges.side(at)
		run := edges.runOf(side, func(i int) kindOfLine { return r.kind(at, side[i], tells) })
		if at == Top && !headed {
			run = belowHeadline(side, run)
		}
		for i, kind := range run {
			if kind != recurs {
				continue
			}
			if at == Bottom {
				i = len(paragraphs) - 1 - i
			}
			out[i] = true
		}
	}
	if !slices.Contains(out, false) {
		clear(out)
	}
	return out
}

// kindOfLine is what a paragraph is for a run of blocks.
type kindOfLine int

const (
	differs kindOfLine = iota
	recurs
	stays
	opens // the article: no run goes beyond it
)

// kind says what a paragraph at a side is for a run of blocks.
func (r Blocks) kind(at Place, p string, tells func(Place, string) kindOfLine) kindOfLine {
	told := tells(at, p)
	if r.Refuses(p) && told != opens {
		told = stays
	}
	return kindOf(told, func() bool { return r.has(at, p) })
}

// kindOf gives what a line tells of the article, or whether it recurs.
func kindOf(told kindOfLine, recurring func() bool) kindOfLine {
	if told == differs && recurring() {
		return recurs
	}
	return told
}

// runOf gives the kinds of the paragraphs of a side, from the outside inwards,
// as far as they are a run of blocks. What differs between two that recur, is
// short and stands in the outer half of the document is given as recurring.
func (e Edges) runOf(side []string, kind func(i int) kindOfLine) (out []kindOfLine) {
	for i := range side {
		k := kind(i)
		if k == differs && i > 0 && out[i-1] == recurs && len(side[i]) <= footerLetters && i+1 < len(side) && (i+2)*2 <= e.Count && kind(i+1) == recurs {
			k = recurs
		}
		if k == differs || k == opens {
			break
		}
		out = append(out, k)
	}
	return out
}

// belowHeadline has the headline of a text stay in a run at its top, where the
// text goes on with what is none: those of a series differ in a number only.
func belowHeadline(side []string, run []kindOfLine) []kindOfLine {
	for i := range slices.Backward(run) {
		if run[i] != recurs {
			continue
		}
		if i+1 < len(run) || i+1 == len(side) || !isHeadline(side[i+1]) {
			run[i] = stays
		}
		break
	}
	return run
}

// tellsBytes is how long a line is at most that only says who wrote it, and when.
const tellsBytes = 240

// tells says what a paragraph tells of the article however often it is
// repeated: its byline, date or dateline stay, and where a sentence follows the
// dateline it opens. It differs where it tells nothing.
func tells(at Place, p string, opt Options, now time.Time) kindOfLine {
	if len(p) > tellsBytes {
		return differs
	}
	f, yes := findDateline(p, opt, now)
	if yes && f.body != "" && f.date != "" {
		return opens
	}
	if at == Bottom {
		_, yes = sourceLine(p, opt, now)
	} else {
		yes = yes && f.body == "" || isByline(p) || isDateLine(p, now)
	}
	if yes {
		return stays
	}
	return differs
}

// cutRepeated takes the blocks of the source out of a body, and keeps its edges
// as they were.
func (d *Document) cutRepeated(parts []part, opt Options, now time.Time) []part {
	return without(parts, d.repeated(texts(parts), true, opt, now))
}

// repeated says which paragraphs are blocks of the source, and keeps the edges.
func (d *Document) repeated(paragraphs []string, headed bool, opt Options, now time.Time) []bool {
	d.Edges = EdgesOf(paragraphs, headed)
	cut := opt.Blocks.Cut(paragraphs, headed, func(at Place, p string) kindOfLine { return tells(at, p, opt, now) })
	for i, yes := range cut {
		if yes {
			d.remove(Repeated, paragraphs[i])
		}
	}
	return cut
}

// without gives what of a list is not cut.
func without[T any](list []T, cut []bool) []T {
	out := make([]T, 0, len(list))
	for i, x := range list {
		if !cut[i] {
			out = append(out, x)
		}
	}
	return out
}
