package speech

// paraphrase finds what is said in a sentence without being quoted: "X said
// that …", "…, X said", "according to X, …".
func (r *reader) paraphrase(o []token, cues []cue) {
	for k := range cues {
		c := &cues[k]
		if c.weak {
			continue
		}
		p, b, e := r.content(o, c)
		if k+1 < len(cues) && cues[k+1].at < e && cues[k+1].before.kind != noPhrase && cues[k+1].before.begin >= b && !c.follows {
			e = r.cutBefore(o, b, cues[k+1].before.begin)
		}
		if p.kind == noPhrase {
			continue
		}
		if b == c.end {
			if b = r.complement(o, c, e); b < 0 {
				continue
			}
		}
		b, e = trim(o, b, e)
		if p.kind == pronoun && o[p.begin].class&self != 0 || o[p.end-1].class&(determiner|adverb) != 0 && p.kind == thing {
			continue
		}
		if r.wordsIn(o, b, e) < minParaphrase {
			continue
		}
		s := r.resolve(o, p)
		if s.end == 0 {
			continue
		}
		cue := r.by(o, c)
		r.reports = append(r.reports, report{piece: piece{o[b].begin, o[e-1].end}, speaker: s, cue: cue.piece, stance: cue.stance})
	}
}

// complement gives where what is said begins behind a verb: behind "that", or
// with its subject behind a verb that needs no "that"; -1 where nothing is said.
func (r *reader) complement(o []token, c *cue, e int) int {
	for i := c.end; i < min(e, c.end+8); i++ {
		if o[i].class&that != 0 {
			return i + 1
		}
		if o[i].kind == quotedToken || o[i].kind == markToken && o[i].mark == ':' {
			return -1
		}
	}
	if !r.plainSaying(r.text[o[c.at].begin:o[c.at].end]) {
		return -1
	}
	p := r.phrase(o, c.end, e)
	if p.kind == noPhrase || p.begin > c.end+1 {
		return -1
	}
	for i := p.stop; i < e; i++ {
		if o[i].class&auxiliary != 0 {
			return c.end
		}
	}
	return -1
}

// plainSaying reports whether what is said may follow a verb without "that".
func (r *reader) plainSaying(verb string) bool {
	switch verb {
	case "said", "says", "say", "saying", "added", "adds", "adding", "claimed", "claims", "claim", "claiming", "believe", "believes", "believed", "insisted", "insists", "insisting", "noted", "notes",
		"argued", "argues", "argue", "arguing", "warned", "warns", "warning", "confirmed", "denied", "denies", "deny", "alleged", "alleges", "alleging", "think", "thinks", "thought", "acknowledged", "stated", "predicted", "predicts":
		return r.tongue.language == "en"
	}
	return false
}

// minParaphrase is how many words that are not quoted a paraphrase has at least.
const minParaphrase = 3

// content gives who says and the tokens of what is said.
func (r *reader) content(o []token, c *cue) (p phrase, b, e int) {
	switch {
	case c.follows && c.at == 0:
		b, e = c.behind.stop, len(o)
		for b < e && !(o[b].kind == markToken && o[b].mark == ',') {
			b++
		}
		return c.behind, b, e
	case c.follows:
		return c.behind, 0, c.at
	}
	if i := c.before.begin; c.before.kind != noPhrase && i > 1 && o[i-1].kind == markToken && o[i-1].mark == ',' && r.quiet(o, c.end) && o[i-2].kind != quotedToken && !r.adverbial(o, i-1) {
		return c.before, 0, i - 1
	}
	if i := c.at; i > 1 && o[i-1].kind == markToken && o[i-1].mark == ',' && c.behind.kind != noPhrase && o[i-2].kind != quotedToken && c.before.kind == noPhrase {
		return c.behind, 0, i - 1
	}
	return c.before, c.end, len(o)
}

// quiet reports whether nothing that is said stands behind a verb.
func (r *reader) quiet(o []token, i int) bool {
	for k := i; k < len(o); k++ {
		if o[k].class&(auxiliary|that|clause|to) != 0 || k > i+10 {
			return false
		}
	}
	return true
}

// adverbial reports whether what stands before a comma only says when or where.
func (r *reader) adverbial(o []token, e int) bool {
	for i := range o[:e] {
		if o[i].class&(auxiliary|say) != 0 {
			return false
		}
	}
	return true
}

// cutBefore ends what is said before the subject of another verb of saying.
func (r *reader) cutBefore(o []token, b, e int) int {
	for i := e - 1; i > b; i-- {
		if o[i].kind == markToken {
			return i
		}
		if o[i].class&(and|clause) == 0 {
			break
		}
	}
	return e
}

// trim leaves marks and "that" away at both ends.
func trim(o []token, b, e int) (int, int) {
	for b < e && (o[b].kind == markToken || o[b].class&that != 0) {
		b++
	}
	for e > b && o[e-1].kind == markToken {
		e--
	}
	return b, e
}

// wordsIn counts the words that are not quoted.
func (r *reader) wordsIn(o []token, b, e int) int {
	n := 0
	for i := b; i < e; i++ {
		if o[i].kind == wordToken {
			n++
		}
	}
	return n
}
