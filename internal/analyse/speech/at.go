package speech

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
	for _, q := range f.Quotations {
		if q.Begin <= i && i < q.End {
			return Said{q.Span, q.Speaker, q.Cue, q.Stance, true}, q.Speaker.Text != ""
		}
	}
	best, ok := Said{}, false
	for _, p := range f.Paraphrases {
		if p.Begin <= i && i < p.End && (!ok || p.End-p.Begin < best.End-best.Begin) {
			best, ok = Said{p.Span, p.Speaker, p.Cue, p.Stance, false}, true
		}
	}
	return best, ok
}
