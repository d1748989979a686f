package speech

// cue is a verb of saying in a sentence, with its subject on either side.
type cue struct {
	at, end int // tokens
	before  phrase
	behind  phrase
	weak    bool // needs words between marks
	follows bool // "according to": the speaker stands behind
	stance  Stance
}

// cues finds the verbs of saying of a sentence.
func (r *reader) cues(o []token) []cue {
	out := r.found1[:0]
	for i := range o {
		k := &o[i]
		if k.class&accords != 0 {
			if c, ok := r.according(o, i); ok {
				out = append(out, c)
			}
			continue
		}
		if k.class&(say|weak) == 0 && k.class&participle == 0 || k.upper && i > 0 && k.class&participle == 0 || k.class&(participle|say|weak) == participle && k.class&stanceless != 0 {
			continue
		}
		if k.upper && i > 0 || r.isNoun(o, i) {
			continue
		}
		c := cue{at: i, end: i + 1, stance: k.stance, weak: k.class&say == 0}
		_, passive, negated := r.behindSubject(o, i)
		if passive && k.class&pastForm != 0 && k.class&participle == 0 {
			continue
		}
		if k.class&participle != 0 {
			c.before = r.mainSubject(o, i, out)
		} else {
			c.before = r.before(o, i)
		}
		c.behind = r.behind(o, i)
		if negated && k.stance == Asserts {
			c.stance = Denies
		}
		out = append(out, c)
	}
	r.found1 = out
	return out
}

// stanceless is no class: a participle is always a verb of saying here.
const stanceless class = 0

// isNoun reports whether a word that may be a verb of saying is a noun here.
func (r *reader) isNoun(o []token, i int) bool {
	if w := r.text[o[i].begin:o[i].end]; w == "put" || w == "puts" { // "as she put it"
		return i+1 >= len(o) || o[i+1].class&it == 0
	}
	if o[i].class&noun == 0 || i == 0 {
		return false
	}
	k := &o[i-1]
	if k.kind == wordToken && r.text[k.begin:k.end] == "s" {
		return true
	}
	return k.class&(determiner|preposing) != 0 && k.class&anyPronoun == 0
}

// mainSubject gives the subject for "saying": the one of the verb before it, or
// of the sentence.
func (r *reader) mainSubject(o []token, i int, before []cue) phrase {
	for k := len(before) - 1; k >= 0; k-- {
		if c := &before[k]; !c.follows && c.before.kind != noPhrase {
			return c.before
		}
	}
	b := r.clauseBegin(o, i)
	if p := r.opening(o, b, i); p.kind != noPhrase {
		return p
	}
	return r.opening(o, 0, i)
}

// according reads "according to X".
func (r *reader) according(o []token, i int) (cue, bool) {
	b := i + 1
	if r.tongue.language == "en" {
		if b >= len(o) || r.text[o[b].begin:o[b].end] != "to" {
			return cue{}, false
		}
		b++
	}
	p := r.behind(o, b-1)
	return cue{at: i, end: b, behind: p, follows: true}, p.kind != noPhrase
}
