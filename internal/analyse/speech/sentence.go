package speech

// sentence finds the speakers of the quotations in a sentence, and what is said
// in it without being quoted. rest is what follows in the paragraph.
func (r *reader) sentence(o, rest []token) {
	o = r.undated(o)
	cues := r.cues(o)
	quoted, strong := false, false
	for i := range o {
		if o[i].kind != quotedToken {
			continue
		}
		quoted = true
		q := &r.quotes[o[i].region]
		if q.speaker.end > 0 && !q.inherited { // goes on from the paragraph before
			r.spoke(q)
			strong = true
			continue
		}
		c, p := r.attribute(o, i, cues)
		in := o
		if p.kind == noPhrase && len(rest) > 0 && i == len(o)-1 {
			c, p = r.tag(rest)
			in = rest
		}
		if p.kind != noPhrase {
			q.speaker, q.inherited = r.resolve(in, p), false
			q.cue, q.stance = c.piece, c.stance
			if p.kind == pronoun && q.speaker.begin >= q.begin && q.speaker.end <= q.end {
				q.speaker = speaker{}
			}
		}
		if q.speaker.end == 0 {
			r.inherit(o, i, q)
		}
		if q.speaker.end == 0 {
			q.context = r.last
		} else if !q.inherited {
			r.spoke(q)
			strong = true
		} else {
			r.voice.age, r.voice.paras, r.voice.strong, strong = 0, 0, true, true
		}
	}
	r.paraphrase(o, cues)
	r.hear(o, cues, quoted, strong)
	r.last = piece{o[0].begin, o[len(o)-1].end}
}

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

// by is a cue in bytes with its stance.
type by struct {
	piece
	stance Stance
}

// attribute gives the subject of the verb of saying that a quotation at i
// belongs to.
func (r *reader) attribute(o []token, i int, cues []cue) (by, phrase) {
	q := &r.quotes[o[i].region]
	comma := q.comma || i+1 < len(o) && o[i+1].kind == markToken && (o[i+1].mark == ',' || o[i+1].mark == '—' || o[i+1].mark == '–' || o[i+1].mark == '-')
	if c, p := r.colon(o, i, cues); p.kind != noPhrase {
		return c, p
	}
	if c := r.touching(i, cues); c != nil && c.before.kind != noPhrase && !r.quotedJustBefore(o, c.at) {
		return r.by(o, c), c.before
	}
	if (comma || i == 0) && !r.clauseFollows(o, i) {
		if c, p := r.afterwards(o, i, cues, true); p.kind != noPhrase && (i == 0 || !r.nearer(o, i, c, cues)) {
			return c, p
		}
	}
	if c, p := r.beforehand(o, i, cues); p.kind != noPhrase {
		return c, p
	}
	return r.afterwards(o, i, cues, true)
}

// nearer reports whether a verb of saying stands nearer before a quotation than
// the one behind it: "a man says in French “…”, and runs before another says".
func (r *reader) nearer(o []token, i int, after by, cues []cue) bool {
	for k := range cues {
		if c := &cues[k]; !c.weak && !c.follows && c.at < i && c.at >= i-maxNear && c.before.kind != noPhrase && !r.quotedJustBefore(o, c.at) {
			return i+maxNear < len(o) && o[i+maxNear].begin < after.begin
		}
	}
	return false
}

// maxNear is how many tokens a near verb of saying is away at most.
const maxNear = 6

// touching gives the verb of saying that stands directly before a quotation.
func (r *reader) touching(i int, cues []cue) *cue {
	for k := range cues {
		if cues[k].end == i && !cues[k].follows {
			return &cues[k]
		}
	}
	return nil
}

// clauseFollows reports whether "and", "but" or "while" stands behind a
// quotation that is no whole sentence, so that another clause begins there.
func (r *reader) clauseFollows(o []token, i int) bool {
	for i++; i < len(o); i++ {
		if o[i].kind != markToken {
			return o[i].class&(and|clause) != 0 && !o[i].upper
		}
	}
	return false
}

// introduces reports whether a verb of saying at k belongs to a quotation
// behind it, before which a colon stands.
func (r *reader) introduces(o []token, cues []cue, k int) bool {
	e := len(o)
	if k+1 < len(cues) {
		e = cues[k+1].at
	}
	for i := cues[k].end; i+1 < e; i++ {
		if o[i].kind == markToken && o[i].mark == ':' {
			return o[i+1].kind == quotedToken
		}
	}
	return false
}

// colon reads "X said: “…”" and "X: “…”".
func (r *reader) colon(o []token, i int, cues []cue) (by, phrase) {
	if i == 0 || o[i-1].kind != markToken || o[i-1].mark != ':' {
		return by{}, phrase{}
	}
	if c, p := r.beforehand(o, i, cues); p.kind != noPhrase {
		return c, p
	}
	p := r.opening(o, 0, i-1)
	if p.kind == pronoun || p.kind == person || p.kind == thing && p.stop == i-1 && (r.body(o, p) || r.onlyNames(o, p.begin, p.end)) {
		return by{}, p
	}
	return by{}, phrase{}
}

// beforehand looks for the nearest verb of saying before a quotation.
func (r *reader) beforehand(o []token, i int, cues []cue) (by, phrase) {
	for k := len(cues) - 1; k >= 0; k-- {
		c := &cues[k]
		if c.at >= i || c.weak && i-c.at > maxWeak {
			continue
		}
		p := c.before
		tagged := r.quotedJustBefore(o, c.at) // "“…,” said X, “…”"
		if c.follows || tagged && c.behind.kind != noPhrase && c.behind.stop <= i {
			p = c.behind
			if c.follows && p.stop > i {
				continue
			}
		}
		if p.kind == noPhrase && o[c.at].class&participle == 0 && c.behind.kind != noPhrase && c.at < 2 && c.behind.stop < i {
			p = c.behind // "Said X: “…”"
		}
		if p.kind != noPhrase {
			return r.by(o, c), p
		}
	}
	return by{}, phrase{}
}

// maxWeak is how far before a quotation "called" may stand: "called the number
// of people held there “…”".
const maxWeak = 14

// quotedJustBefore reports whether a quotation stands before token i, at most
// with a comma or dash between.
func (r *reader) quotedJustBefore(o []token, i int) bool {
	for i--; i >= 0; i-- {
		if o[i].kind == quotedToken {
			return true
		}
		if o[i].kind != markToken && (o[i].class&(auxiliary|adverb) == 0 || o[i].class&be != 0) {
			return false
		}
	}
	return false
}

func (r *reader) by(o []token, c *cue) by {
	return by{piece{o[c.at].begin, o[c.end-1].end}, c.stance}
}

// afterwards looks for the verb of saying behind a quotation. near: a comma or
// the like says that there is one.
func (r *reader) afterwards(o []token, i int, cues []cue, near bool) (by, phrase) {
	for k := range cues {
		c := &cues[k]
		if c.at <= i {
			continue
		}
		if r.barred(o, i+1, c.at) {
			break
		}
		if c.weak && !near || c.weak && c.at > i+8 || r.introduces(o, cues, k) {
			continue
		}
		if c.follows {
			return r.by(o, c), c.behind
		}
		if r.quotedJustBefore(o, c.at) && c.behind.kind != noPhrase {
			return r.by(o, c), c.behind
		}
		if c.before.kind != noPhrase && c.before.begin > i {
			return r.by(o, c), c.before
		}
	}
	return r.unknownVerb(o, i, near)
}

// unknownVerb reads "“…,” Ann Example intoned" and "“…,” intoned Ann Example"
// with a verb that is not in the lists.
func (r *reader) unknownVerb(o []token, i int, near bool) (by, phrase) {
	b := i + 1
	for b < len(o) && o[b].kind == markToken && o[b].mark != '.' {
		b++
	}
	if !near || b >= len(o) || r.tongue.language != "en" {
		return by{}, phrase{}
	}
	if o[b].kind == wordToken && !o[b].upper && r.pastOrPresent(o, b) && o[b].class == 0 {
		if p := r.behind(o, b); p.kind == person || p.kind == pronoun {
			return by{piece: piece{o[b].begin, o[b].end}}, p
		}
	}
	p := r.phrase(o, b, len(o))
	if last := len(o) - 2; p.kind == thing && o[b].class&determiner != 0 && last > b && last < b+6 && o[last+1].kind == markToken && o[last].class == 0 && r.pastOrPresent(o, last) {
		return by{piece: piece{o[last].begin, o[last].end}}, phrase{thing, p.begin, last, last} // "“…,” the alliance commits."
	}
	if p.kind != person && p.kind != pronoun || p.stop >= len(o) || p.begin > b+3 || !r.pastOrPresent(o, p.stop) {
		return by{}, phrase{}
	}
	return by{piece: piece{o[p.stop].begin, o[p.stop].end}}, p
}

// pastOrPresent reports whether a word looks like a finite verb.
func (r *reader) pastOrPresent(o []token, i int) bool {
	w := r.text[o[i].begin:o[i].end]
	return o[i].kind == wordToken && !o[i].upper && o[i].class&be == 0 && len(w) > 4 && (w[len(w)-2:] == "ed" || w[len(w)-1] == 's')
}

// barred reports whether another quotation or a colon stands between.
func (r *reader) barred(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if o[i].kind == quotedToken || o[i].kind == markToken && (o[i].mark == ':' || o[i].mark == ';') {
			return true
		}
	}
	return false
}

// tag reads a sentence that does nothing but say who spoke: "“…?” Smith asked."
func (r *reader) tag(rest []token) (by, phrase) {
	e := 0
	for e < len(rest) && e < maxTag {
		if rest[e].kind == quotedToken || rest[e].kind == markToken && rest[e].mark == ':' {
			return by{}, phrase{}
		}
		e++
		if e < len(rest) && r.ends(rest, e-1) {
			break
		}
	}
	if e == maxTag {
		return by{}, phrase{}
	}
	o := rest[:e]
	p := r.phrase(o, 0, len(o))
	if p.kind == noPhrase || p.stop >= len(o) {
		return by{}, phrase{}
	}
	v := p.stop
	for v < len(o) && o[v].class&adverb != 0 {
		v++
	}
	if v >= len(o) || o[v].class&say == 0 || o[v].class&(weak|participle) == weak {
		return by{}, phrase{}
	}
	for k := v + 1; k < len(o); k++ { // "Smith told reporters on Friday.", but not "Smith said the law …"
		if o[k].class&(auxiliary|clause|that|to|determiner|anyPronoun) != 0 && o[k].class&adverb == 0 {
			return by{}, phrase{}
		}
	}
	return by{piece{o[v].begin, o[v].end}, o[v].stance}, p
}

// maxTag is how many tokens a sentence has at most that only says who spoke.
const maxTag = 14
