package speech

// inherit gives a quotation in whose sentence nobody speaks the speaker of what
// stands before it.
func (r *reader) inherit(o []token, i int, q *quote) {
	v := &r.voice
	if v.end == 0 {
		return
	}
	opens := i == 0 || r.onlyMarks(o[:i]) || r.quotedJustBefore(o, i)
	if !opens && !v.colon {
		p := r.opening(o, 0, i) // a part of a sentence is its subject's
		if p.kind == person || p.kind == pronoun {
			q.speaker = r.resolve(o, p)
			q.inherited = true
		}
		return
	}
	if v.paras > 1 || !v.strong && v.age > 0 {
		return
	}
	q.speaker, q.inherited = v.speaker, true
	if v.colon {
		q.cue, q.stance = v.cue, v.stance
	}
}

func (r *reader) onlyMarks(o []token) bool {
	for i := range o {
		if o[i].kind != markToken {
			return false
		}
	}
	return true
}

// hear notes who speaks or is spoken of in a sentence, for the next one.
func (r *reader) hear(o []token, cues []cue, quoted, strong bool) {
	r.voice.age++
	r.voice.colon = false
	if strong {
		r.voice.age = 0
		return
	}
	last := o[len(o)-1]
	colon := last.kind == markToken && last.mark == ':'
	for k := range cues {
		c := &cues[k]
		p := c.before
		if c.follows {
			p = c.behind
		}
		if p.kind == noPhrase || quoted || c.weak && !colon { // "expressed interest" is no voice
			continue
		}
		s := r.resolve(o, p)
		if s.end == 0 {
			continue
		}
		b := r.by(o, c)
		r.voice = voice{speaker: s, strong: true, colon: colon, cue: b.piece, stance: b.stance}
		r.focus.on(r, s)
		return
	}
	p := r.opening(o, 0, len(o))
	if p.kind == noPhrase {
		return
	}
	s := r.resolve(o, p)
	if s.end == 0 {
		return
	}
	if p.kind == thing && !colon && !s.person {
		if r.body(o, p) {
			r.focus.on(r, s)
		}
		if !r.voice.strong || r.voice.age > 1 {
			r.voice.speaker = speaker{}
		}
		return
	}
	if s.person || colon && (p.kind == pronoun || r.body(o, p)) {
		r.focus.on(r, s)
		r.voice = voice{speaker: s, colon: colon}
	}
}
