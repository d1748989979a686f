package speech

import "strings"

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
		if p.kind == noPhrase && o[c.at].class&participle == 0 && c.behind.kind != noPhrase && c.at < 2 && c.behind.stop < i && (r.tongue.language != "en" || strings.EqualFold(r.text[o[c.at].begin:o[c.at].end], "said")) {
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
	if !near || b >= len(o) {
		return by{}, phrase{}
	}
	if r.tongue.language != "en" {
		return r.unknownInverted(o, i, b)
	}
	if o[b].kind == wordToken && !o[b].upper && r.pastOrPresent(o, b) && o[b].class == 0 {
		if p := r.behind(o, b); p.kind == person || p.kind == pronoun {
			return by{piece: piece{o[b].begin, o[b].end}}, p
		}
	}
	p := r.phrase(o, b, len(o))
	if last := len(o) - 2; p.kind == thing && o[b].class&determiner != 0 && last > b && last < b+6 && o[last+1].kind == markToken && o[last].class == 0 && r.pastOrPresent(o, last) && o[last-1].class&(role|organisation) != 0 {
		return by{piece: piece{o[last].begin, o[last].end}}, phrase{thing, p.begin, last, last} // "“…,” the alliance commits."
	}
	if p.kind != person && p.kind != pronoun || p.stop >= len(o) || p.begin > b+3 || !r.pastOrPresent(o, p.stop) {
		return by{}, phrase{}
	}
	return by{piece: piece{o[p.stop].begin, o[p.stop].end}}, p
}

// unknownInverted reads "« … », implore Anne Inventée" with a verb that is not in
// the lists, which stands behind a comma or a dash before its subject.
func (r *reader) unknownInverted(o []token, i, b int) (by, phrase) {
	v := b
	for v+1 < len(o) && v < b+4 && (o[v].kind == wordToken && o[v].class&auxiliary != 0 && !o[v].upper || v > b && (o[v].mark == '\'' || o[v].mark == '’')) { // "a imploré", "s'est emporté"
		v++
	}
	if b == i+1 || v+1 >= len(o) || o[v].kind != wordToken || o[v].upper || o[v].class != 0 {
		return by{}, phrase{}
	}
	p := r.phrase(o, v+1, len(o))
	if p.kind == noPhrase || p.kind == thing && (p.begin != v+1 || !r.human(o, p)) || p.begin > v+4 || p.kind == pronoun && (p.begin != v+1 || !r.subjective(&o[p.begin]) || r.nobody(o, p)) {
		return by{}, phrase{}
	}
	return by{piece: piece{o[v].begin, o[v].end}}, p
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
