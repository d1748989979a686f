package speech

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

func (r *reader) by(o []token, c *cue) by {
	return by{piece{o[c.at].begin, o[c.end-1].end}, c.stance}
}
