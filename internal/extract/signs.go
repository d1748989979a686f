package extract

import (
	"math"
	"strings"
)

// sign is one thing that speaks for or against a part of a page.
type sign struct {
	name string
	of   func(s *sheet, i int, f *fact) float64
}

// signs are what the forest of decisions asks for. Shares go from 0 to 1,
// numbers of words and letters are logarithms, everything else is 0 or 1.
var signs = append(classSigns(), []sign{
	// What the two libraries say of the part, its neighbours and the page.
	{"trafilatura", func(_ *sheet, _ int, f *fact) float64 { return f.t }},
	{"readability", func(_ *sheet, _ int, f *fact) float64 { return f.r }},
	{"both", func(_ *sheet, _ int, f *fact) float64 { return min(f.t, f.r) }},
	{"either", func(_ *sheet, _ int, f *fact) float64 { return max(f.t, f.r) }},
	{"trafilatura-before", func(s *sheet, i int, _ *fact) float64 { return s.beside(i - 1).t }},
	{"readability-before", func(s *sheet, i int, _ *fact) float64 { return s.beside(i - 1).r }},
	{"trafilatura-behind", func(s *sheet, i int, _ *fact) float64 { return s.beside(i + 1).t }},
	{"readability-behind", func(s *sheet, i int, _ *fact) float64 { return s.beside(i + 1).r }},
	{"trafilatura-near", func(s *sheet, i int, _ *fact) float64 { return s.near(i, func(f *fact) float64 { return f.t }) }},
	{"readability-near", func(s *sheet, i int, _ *fact) float64 { return s.near(i, func(f *fact) float64 { return f.r }) }},
	{"trafilatura-page", func(s *sheet, _ int, _ *fact) float64 { return s.t / max(s.all, 1) }},
	{"readability-page", func(s *sheet, _ int, _ *fact) float64 { return s.r / max(s.all, 1) }},
	{"agreement", func(s *sheet, _ int, _ *fact) float64 { return s.both / max(s.t, s.r, 1) }},

	// Its letters.
	{"words", func(_ *sheet, _ int, f *fact) float64 { return math.Log1p(f.words) }},
	{"letters", func(_ *sheet, _ int, f *fact) float64 { return math.Log1p(float64(f.letters)) }},
	{"sentence", func(_ *sheet, _ int, f *fact) float64 { return yes(f.sentence) }},
	{"commas", func(_ *sheet, _ int, f *fact) float64 { return f.commas / max(f.words, 1) }},
	{"stops", func(_ *sheet, _ int, f *fact) float64 { return f.stops / max(f.words, 1) }},
	{"links", func(_ *sheet, _ int, f *fact) float64 { return f.linkShare() }},
	{"anchors", func(_ *sheet, _ int, f *fact) float64 { return float64(f.anchored) / max(1, float64(f.letters)) }},
	{"capitals", func(_ *sheet, _ int, f *fact) float64 { return f.capitals / max(1, float64(f.letters)) }},
	{"digits", func(_ *sheet, _ int, f *fact) float64 { return f.digits / max(1, float64(f.letters)) }},
	{"colon", func(_ *sheet, _ int, f *fact) float64 { return yes(strings.HasSuffix(f.text, ":")) }},
	{"question", func(_ *sheet, _ int, f *fact) float64 { return yes(strings.HasSuffix(f.text, "?")) }},

	// The elements that it stands in.
	{"heading", func(_ *sheet, _ int, f *fact) float64 { return yes(f.heading) }},
	{"list", func(_ *sheet, _ int, f *fact) float64 { return yes(f.tag == "li") }},
	{"table", func(_ *sheet, _ int, f *fact) float64 { return yes(f.tag == "table") }},
	{"quotation", func(_ *sheet, _ int, f *fact) float64 { return yes(f.quoted) }},
	{"figure", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.figure) }},
	{"caption", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.caption) }},
	{"aside", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.aside) }},
	{"footer", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.footer) }},
	{"header", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.header) }},
	{"form", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.form) }},
	{"article", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.article) }},
	{"main", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.main) }},
	{"nav", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.nav) }},
	{"hidden", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.hidden) }},
	{"bad-class", func(_ *sheet, _ int, f *fact) float64 { return f.around.bad }},
	{"good-class", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.good) }},
	{"code", func(_ *sheet, _ int, f *fact) float64 { return yes(f.around.code) }},
	{"steps-below", func(_ *sheet, _ int, f *fact) float64 { return f.steps }},
	{"steps-away", func(_ *sheet, _ int, f *fact) float64 { return f.away }},

	// What stands in the same place.
	{"place-parts", func(_ *sheet, _ int, f *fact) float64 { return math.Log1p(f.place.n) }},
	{"place-words", func(_ *sheet, _ int, f *fact) float64 { return math.Log1p(f.place.words) }},
	{"place-trafilatura", func(_ *sheet, _ int, f *fact) float64 { return f.place.t / max(f.place.words, 1) }},
	{"place-readability", func(_ *sheet, _ int, f *fact) float64 { return f.place.r / max(f.place.words, 1) }},
	{"place-links", func(_ *sheet, _ int, f *fact) float64 { return f.place.linked / max(f.place.letters, 1) }},

	// Where on the page it stands.
	{"position", func(s *sheet, i int, _ *fact) float64 { return float64(i) / float64(len(s.facts)) }},
	{"from-first", func(s *sheet, i int, _ *fact) float64 { return bounded(i - s.first) }},
	{"to-last", func(s *sheet, i int, _ *fact) float64 { return bounded(s.last - i) }},
	{"above", func(s *sheet, _ int, f *fact) float64 { return max(f.tAbove/max(s.t, 1), f.rAbove/max(s.r, 1)) }},
	{"below", func(s *sheet, _ int, f *fact) float64 {
		return max((s.t-f.tAbove-f.words*f.t)/max(s.t, 1), (s.r-f.rAbove-f.words*f.r)/max(s.r, 1))
	}},
	{"above-title", func(_ *sheet, _ int, f *fact) float64 { return yes(f.untitled) }},
	{"under-bottom", func(_ *sheet, _ int, f *fact) float64 { return f.under }},
	{"parts", func(s *sheet, _ int, _ *fact) float64 { return math.Log1p(float64(len(s.facts))) }},
	{"page", func(s *sheet, _ int, _ *fact) float64 { return math.Log1p(s.all) }},

	// What its words are known for.
	{"cue", func(_ *sheet, _ int, f *fact) float64 { return yes(f.cue) }},
	{"bottom", func(_ *sheet, _ int, f *fact) float64 { return yes(f.bottom) }},
	{"related", func(_ *sheet, _ int, f *fact) float64 { return yes(f.related) }},
	{"byline", func(_ *sheet, _ int, f *fact) float64 { return yes(f.byline) }},
	{"date", func(_ *sheet, _ int, f *fact) float64 { return yes(f.date) }},
	{"title", func(_ *sheet, _ int, f *fact) float64 { return yes(f.title) }},
	{"described", func(_ *sheet, _ int, f *fact) float64 { return yes(f.described) }},
	{"author", func(_ *sheet, _ int, f *fact) float64 { return yes(f.author) }},
	{"credit", func(_ *sheet, _ int, f *fact) float64 { return yes(f.credit) }},
	{"calls", func(_ *sheet, _ int, f *fact) float64 { return f.calls / max(1, f.words) }},
	{"repeated", func(_ *sheet, _ int, f *fact) float64 { return yes(f.repeated) }},

	// Its neighbours.
	{"letters-before", func(s *sheet, i int, _ *fact) float64 { return math.Log1p(float64(s.beside(i - 1).letters)) }},
	{"letters-behind", func(s *sheet, i int, _ *fact) float64 { return math.Log1p(float64(s.beside(i + 1).letters)) }},
	{"links-before", func(s *sheet, i int, _ *fact) float64 { return s.beside(i - 1).linkShare() }},
	{"links-behind", func(s *sheet, i int, _ *fact) float64 { return s.beside(i + 1).linkShare() }},
	{"heading-before", func(s *sheet, i int, _ *fact) float64 { return yes(s.beside(i - 1).heading) }},
	{"heading-behind", func(s *sheet, i int, _ *fact) float64 { return yes(s.beside(i + 1).heading) }},
	{"sentences-near", func(s *sheet, i int, _ *fact) float64 {
		return s.near(i, func(f *fact) float64 { return yes(f.sentence) })
	}},
}...)

// classSigns asks for each of classKinds.
func classSigns() (out []sign) {
	for k, kind := range classKinds {
		out = append(out, sign{"class-" + kind.name, func(_ *sheet, _ int, f *fact) float64 { return f.around.kinds[k] }})
	}
	return out
}

func yes(b bool) float64 { return float64(count(b)) }

// bounded keeps a number of parts within twenty.
func bounded(n int) float64 { return float64(max(-20, min(20, n))) }

// row gives the signs of one part.
func (s *sheet) row(i int) []float64 {
	out := make([]float64, len(signs))
	for j, g := range signs {
		out[j] = g.of(s, i, &s.facts[i])
	}
	return out
}
