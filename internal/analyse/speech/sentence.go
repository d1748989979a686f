package speech

// sentence finds the speakers of the quotations in a sentence, and what is said
// in it without being quoted. rest is what follows in the paragraph.
func (r *reader) sentence(o, rest []token) {
	o = r.undated(o)
	cues := r.cues(o)
	quoted, strong := false, false
	for i := range o {
		if o[i].kind == quotedToken {
			quoted = true
			strong = r.speakerOf(o, rest, i, cues) || strong
		}
	}
	r.paraphrase(o, cues)
	r.hear(o, cues, quoted, strong)
	r.last = piece{o[0].begin, o[len(o)-1].end}
	r.opens = false
}

// speakerOf finds who speaks in the quotation at i, and reports whether
// somebody does.
func (r *reader) speakerOf(o, rest []token, i int, cues []cue) bool {
	q := &r.quotes[o[i].region]
	if q.speaker.end > 0 && !q.inherited { // goes on from the paragraph before
		r.spoke(q)
		return true
	}
	if !r.tongue.covered { // nobody is said to speak by rules of another language
		q.context = r.contextOf(o, i)
		return false
	}
	c, p := r.attribute(o, i, cues)
	in := o
	if p.kind == noPhrase && len(rest) > 0 && i == len(o)-1 {
		c, p = r.tag(rest)
		in = rest
	}
	if p.kind == noPhrase {
		c, p = r.withWords(o, i)
	}
	if p.kind == noPhrase {
		c, p, in = r.pointed(o, rest, i)
	}
	if p.kind != noPhrase && r.readsOut(in, c, p) {
		q.cue, q.context = c.piece, r.contextOf(o, i)
		return false
	}
	if p.kind != noPhrase {
		q.speaker, q.inherited = r.resolve(in, p), false
		q.cue, q.stance = c.piece, c.stance
	}
	if q.speaker.end == 0 {
		r.dropped(o, i, cues, q)
	}
	if q.speaker.end == 0 {
		r.inherit(o, i, q)
	}
	switch {
	case q.speaker.end == 0:
		q.context = r.contextOf(o, i)
		return false
	case q.inherited:
		r.voice.age, r.voice.paras, r.voice.strong = 0, 0, true
	default:
		r.spoke(q)
	}
	return true
}

// readsOut reports whether somebody only reads what others say: "an announcer
// read on state television".
func (r *reader) readsOut(o []token, c by, p phrase) bool {
	switch r.text[c.begin:c.end] {
	case "read", "reads", "reading":
	default:
		return false
	}
	for i := p.begin; i < p.end; i++ {
		switch r.text[o[i].begin:o[i].end] {
		case "announcer", "presenter", "newsreader", "newscaster", "anchor", "anchorman", "anchorwoman", "narrator", "broadcaster", "clerk":
			return true
		}
	}
	return false
}

// contextOf gives what stands before a quotation: the paragraph before one that
// opens its own, otherwise the sentence before.
func (r *reader) contextOf(o []token, i int) piece {
	if r.opens && r.onlyMarks(o[:i]) && r.above.end-r.above.begin <= maxContext {
		return r.above
	}
	return r.last
}

// maxContext is how many bytes a paragraph has at most to be a context whole.
const maxContext = 2000

// undated leaves a dateline away: "MANILA, Philippines — ", "(Nairobi) – ".
func (r *reader) undated(o []token) []token {
	for i := range o[:min(len(o)-1, maxDateline)] {
		k := &o[i]
		switch {
		case k.kind == markToken && (k.mark == '—' || k.mark == '–' || k.mark == '-' && k.blank) && i > 0 && o[i+1].blank:
			return o[i+1:]
		case k.kind == wordToken && !k.upper, k.kind == quotedToken, k.kind == markToken && k.mark == ':':
			return o
		}
	}
	return o
}

// maxDateline is how many tokens a dateline has at most.
const maxDateline = 14

// spoke notes who spoke last.
func (r *reader) spoke(q *quote) {
	r.voice = voice{speaker: q.speaker, strong: true, cue: q.cue, stance: q.stance}
	r.focus.on(r, q.speaker)
}
