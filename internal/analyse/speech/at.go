package speech

import "sort"

// Said is who says what stands at a place of the text, and how.
type Said struct {
	Span
	Speaker Speaker
	Cue     Words
	Stance  Stance
	Quoted  bool
}

// At gives who says what stands at a code point, false where nobody is known to
// say it: in a quotation its speaker, otherwise whoever is paraphrased in the
// shortest piece around it.
func (f Found) At(i int) (Said, bool) {
	k := sort.Search(len(f.Quotations), func(k int) bool { return f.Quotations[k].End > i })
	if k < len(f.Quotations) && f.Quotations[k].Begin <= i {
		q := f.Quotations[k]
		return Said{q.Span, q.Speaker, q.Cue, q.Stance, true}, q.Speaker.Text != ""
	}
	best, ok := Said{}, false
	last := sort.Search(len(f.Paraphrases), func(k int) bool { return f.Paraphrases[k].Begin > i })
	for _, p := range f.Paraphrases[max(0, last-atOnce):last] {
		if i < p.End && (!ok || p.End-p.Begin < best.End-best.Begin) {
			best, ok = Said{p.Span, p.Speaker, p.Cue, p.Stance, false}, true
		}
	}
	return best, ok
}

// atOnce is how many paraphrases may stand around one place.
const atOnce = 16
