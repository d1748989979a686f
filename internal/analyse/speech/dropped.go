package speech

// dropped gives a quotation beside a verb of saying without a subject, "«…»,
// añadió", "Y añadió: «…»", to whom the sentence before was of, in a language
// whose verbs need none.
func (r *reader) dropped(o []token, i int, cues []cue, q *quote) {
	v := &r.voice
	if !r.tongue.drops || v.end == 0 || v.paras > 1 {
		return
	}
	for k := range cues {
		c := &cues[k]
		if c.follows || c.before.kind != noPhrase || c.behind.kind != noPhrase || o[c.at].class&participle != 0 {
			continue
		}
		behind := c.at > i && r.onlyMarks(o[i+1:c.at])
		if !behind && !(c.end < i && (q.own || r.onlyMarks(o[c.end:i]))) {
			continue
		}
		by := r.by(o, c)
		q.speaker, q.inherited, q.cue, q.stance = v.speaker, false, by.piece, by.stance
		return
	}
}
