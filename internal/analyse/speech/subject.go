package speech

// maxSubject is how many tokens before a verb its subject may begin.
const maxSubject = 60

// behindSubject gives where the subject of a verb at v ends, passing over
// "has repeatedly", and whether a form of "be" stands there.
func (r *reader) behindSubject(o []token, v int) (end int, passive, negated bool) {
	end = v
	for end > 0 {
		k := &o[end-1]
		if end == v && end > 1 && r.clitic(k) {
			end--
			continue
		}
		if k.kind != wordToken || k.class&(auxiliary|adverb) == 0 || k.class&(role|title) != 0 || k.name() && k.class&adverb == 0 {
			if k.kind == wordToken && ly(r.text[k.begin:k.end]) && !k.upper && r.tongue.language == "en" {
				end--
				continue
			}
			break
		}
		passive = passive || k.class&be != 0
		w := r.text[k.begin:k.end]
		negated = negated || w == "not" || w == "never" || len(w) > 3 && w[len(w)-2:] == "'t"
		end--
	}
	return end, passive, negated
}

// clitic reports whether an object stands before its verb: "los calificó".
func (r *reader) clitic(k *token) bool {
	if r.tongue.language != "es" && r.tongue.language != "fr" {
		return false
	}
	switch r.text[k.begin:k.end] {
	case "lo", "los", "la", "las", "le", "les", "leur":
		return true
	}
	return false
}

// ly reports whether a word is an adverb by its ending.
func ly(w string) bool {
	switch w {
	case "family", "assembly", "reply", "supply", "monopoly", "bully", "elderly", "anomaly":
		return false
	}
	return len(w) > 4 && w[len(w)-2:] == "ly"
}

// before gives the subject that stands before the verb at v.
func (r *reader) before(o []token, v int) phrase {
	end, passive, _ := r.behindSubject(o, v)
	if passive && o[v].class&pastForm != 0 && end < v {
		return phrase{}
	}
	if end > 1 && o[end-1].class&that != 0 && end == v { // "a sign that read"
		return r.lastPhrase(o, segment{r.clauseBegin(o, end-1), end - 1})
	}
	begin := r.clauseBegin(o, end)
	if end <= begin {
		return phrase{}
	}
	list := r.segments(o, begin, end)
	if len(list) == 0 {
		return phrase{}
	}
	last := list[len(list)-1]
	if o[end-1].kind != markToken || o[end-1].mark == '.' { // no comma before the verb
		if p := r.lastPhrase(o, last); p.kind != noPhrase {
			if len(list) > 1 && p.kind == thing && p.end == p.begin+1 && o[p.begin].class == 0 && !o[p.begin].upper && p.begin == last.begin {
				return r.firstPhrase(o, list[:len(list)-1]) // an adverb that is not known
			}
			if p.kind == thing && len(list) == 2 && p.begin == last.begin { // "Ann Example, the group's director said"
				if q := r.phrase(o, list[0].begin, list[0].end); q.kind == person && q.stop >= list[0].end && q.begin == list[0].begin {
					return q
				}
			}
			return p
		}
		if o[end-1].class&relative != 0 {
			return r.antecedent(o, list, end-1)
		}
		if r.quotedJustBefore(o, last.begin) { // "“…,” the ruling of Judge Example released on Monday read"
			return r.phrase(o, last.begin, last.end)
		}
		if p := r.phrase(o, last.begin, last.end); o[end-1].class&and != 0 && p.kind != noPhrase { // "the officer refused and said"
			return p
		}
		if o[end-1].class&and != 0 || o[last.begin].class&and != 0 || len(list) > 1 { // "she laughed and said"
			return r.opening(o, begin, end)
		}
		return phrase{}
	}
	return r.firstPhrase(o, list)
}

// antecedent gives whom the "who" at i is said of: "Ann Example, who called it",
// "one person who yelled".
func (r *reader) antecedent(o []token, list []segment, i int) phrase {
	last := list[len(list)-1]
	if last.begin < i {
		return r.lastPhrase(o, segment{last.begin, i})
	}
	if len(list) < 2 {
		return phrase{}
	}
	before := list[len(list)-2]
	p := r.lastPhrase(o, before)
	if p.kind == person {
		return p
	}
	for i := before.end - 1; i > before.begin && i > before.end-8; i-- { // "a letter from a senator, who accused"
		if o[i-1].class&preposing != 0 && o[i].class&determiner != 0 {
			if q := r.phrase(o, i, before.end); q.kind == thing && q.stop >= before.end && r.human(o, q) {
				return q
			}
		}
	}
	if q := r.firstPhrase(o, list[:len(list)-1]); q.kind != noPhrase {
		return q
	}
	return p
}

// opening gives the subject of the clause that begins at b: the noun phrase
// with which it opens, after what may stand before it.
func (r *reader) opening(o []token, b, e int) phrase {
	list := r.segments(o, b, e)
	for i, s := range list {
		k := &o[s.begin]
		if k.class&preposing != 0 && !k.name() {
			if p := r.pronounIn(o, s); p.kind != noPhrase { // "In 1937 he wrote"
				return p
			}
		}
		if k.class&(preposing|clause|relative|participle|to) != 0 && !k.name() || k.class&notName != 0 && s.end-s.begin > 1 && o[s.begin+1].class&preposing != 0 {
			continue
		}
		p := r.phrase(o, s.begin, s.end)
		if p.kind == thing && i+1 < len(list) {
			if q := r.apposed(o, list[i+1]); q.kind != noPhrase {
				return q
			}
		}
		if p.kind == thing {
			p.end = r.headEnd(o, p)
		}
		if p.kind != noPhrase {
			return p
		}
	}
	return phrase{}
}

// pronounIn gives the pronoun that is the subject in a segment.
func (r *reader) pronounIn(o []token, s segment) phrase {
	for i := s.begin + 1; i+1 < s.end; i++ {
		k := &o[i]
		if k.class&(he|she|they|it) != 0 && k.class&determiner == 0 && o[i-1].class&preposing == 0 && o[i+1].kind == wordToken && r.subjective(k) {
			return phrase{pronoun, i, i + 1, i + 1}
		}
	}
	return phrase{}
}

// subjective reports whether a pronoun is no object.
func (r *reader) subjective(k *token) bool {
	switch r.text[k.begin:k.end] {
	case "him", "them", "her", "lui", "eux":
		return false
	}
	return true
}

// headEnd ends a description at its role where words that are not known follow,
// one of which may be the verb: "The witness shook her head".
func (r *reader) headEnd(o []token, p phrase) int {
	for i := p.end - 1; i > p.begin; i-- {
		k := &o[i-1]
		if o[i].upper || o[i].class != 0 || o[i].kind != wordToken {
			break
		}
		if k.class&role != 0 && !k.upper {
			if p.stop < len(o) && o[p.stop].class&(determiner|anyPronoun) != 0 {
				return i
			}
			break
		}
	}
	return p.end
}

// out reports whether a word belongs to the verb before it: "points out".
func (r *reader) out(o []token, i int) bool {
	w := r.text[o[i].begin:o[i].end]
	return i > 0 && o[i-1].class&say != 0 && (w == "out" || w == "back" || w == "in" && r.text[o[i-1].begin:o[i-1].end] == "chimed" || w == "hinzu" || w == "mit" || w == "an" && r.tongue.language == "de")
}

// hearer passes over whom something is said to, in languages that put it before
// the subject: "explicó a este diario una mujer".
func (r *reader) hearer(o []token, b int) int {
	if r.tongue.language == "en" || b+3 >= len(o) || o[b].class&(preposing|of) == 0 || o[b].upper {
		return b
	}
	i := b + 1
	for i+1 < len(o) && (o[i].class&determiner != 0 || o[i].kind == markToken) {
		i++
	}
	if i+1 < len(o) && o[i].kind == wordToken && o[i+1].kind == wordToken && r.nominal(o, i+1) {
		return i + 1
	}
	return b
}

// behind gives the subject that stands behind the verb at v, as in "said Ann
// Example, a lawyer".
func (r *reader) behind(o []token, v int) phrase {
	b := v + 1
	for b < len(o) && (o[b].class&adverb != 0 && !o[b].name() || r.out(o, b)) {
		b++
	}
	b = r.hearer(o, b)
	if b >= len(o) || o[b].kind == markToken || o[b].class&(that|to|clause|preposing|relative) != 0 && !o[b].name() {
		return phrase{}
	}
	e := b
	for e < len(o) && e < b+maxPhrase && o[e].kind != quotedToken && !(o[e].kind == markToken && (o[e].mark == ':' || o[e].mark == ';')) {
		e++
	}
	list := r.segments(o, b, e)
	if len(list) == 0 {
		return phrase{}
	}
	p := r.phrase(o, list[0].begin, list[0].end)
	if p.kind == thing && len(list) > 1 {
		if q := r.apposed(o, list[1]); q.kind != noPhrase {
			return q
		}
	}
	return p
}
