package speech

// segment is a piece of a sentence between commas.
type segment struct{ begin, end int }

// segments cuts tokens at commas, dashes and brackets.
func (r *reader) segments(o []token, b, e int) []segment {
	out := r.parts[:0]
	begin := b
	for i := b; i < e; i++ {
		if o[i].kind == markToken {
			switch o[i].mark {
			case ',', '—', '–', '(', ')', '[', ']', '،', '、', '，', '-':
				if o[i].mark == '-' && !o[i].blank {
					continue
				}
				if i > begin {
					out = append(out, segment{begin, i})
				}
				begin = i + 1
			}
		}
	}
	if e > begin {
		out = append(out, segment{begin, e})
	}
	r.parts = out
	return out
}

// clauseBegin gives where the clause begins that goes up to v.
func (r *reader) clauseBegin(o []token, v int) int {
	for i := v - 1; i >= 0 && i > v-maxSubject; i-- {
		k := &o[i]
		switch {
		case k.kind == quotedToken, k.kind == markToken && (k.mark == ':' || k.mark == ';'):
			return i + 1
		case k.class&that != 0 && r.whoClause(o, i, v):
		case k.class&that != 0 && i+1 < v && !k.upper:
			return i + 1
		case k.class&clause != 0 && k.class&preposing == 0 && i+1 < v:
			return i + 1
		}
	}
	return max(0, v-maxSubject)
}

// whoClause reports whether a Spanish or French "que" at i begins what is said of
// somebody, between commas: "Ana Inventada, que pasó allí un año, cuenta".
func (r *reader) whoClause(o []token, i, v int) bool {
	return (r.tongue.language == "es" || r.tongue.language == "fr") && i > 1 && o[i-1].kind == markToken && o[i-1].mark == ',' && o[v-1].kind == markToken && o[v-1].mark == ',' &&
		(o[i-2].name() || o[i-2].class&role != 0)
}

// lastPhrase reads the noun phrase with which a segment ends.
func (r *reader) lastPhrase(o []token, s segment) phrase {
	if k := &o[s.end-1]; k.class&anyPronoun != 0 && k.class&determiner == 0 && r.subjective(k) { // "Taking to the street he"
		return phrase{pronoun, s.end - 1, s.end, s.end}
	}
	if p := r.phrase(o, s.begin, s.end); p.kind != noPhrase && (p.stop >= s.end || o[p.stop].class&preposing != 0 && !r.hasVerb(o, p.stop, s.end) || p.kind != pronoun && o[p.stop].class&relative != 0 && s.end > p.stop+1 || p.kind != pronoun && r.participial(o, p.stop, s.end)) {
		return p
	}
	for i := s.end - 1; i > s.begin; i-- {
		k := &o[i-1]
		if k.kind == wordToken && k.class&(and|clause|that|preposing|auxiliary|say|adverb) != 0 && !k.name() || k.kind == markToken {
			if k.class&of != 0 {
				continue
			}
			if p := r.phrase(o, i, s.end); p.kind != noPhrase && p.stop >= s.end {
				return p
			}
			if s.end-i > maxPhrase {
				break
			}
		}
	}
	return phrase{}
}

// participial reports whether what stands between a noun phrase and its verb
// can only belong to it: "A woman detained in the camp (said)".
func (r *reader) participial(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if o[i].kind != wordToken && o[i].kind != numberToken || o[i].class&(and|clause|that|relative|be|anyPronoun) != 0 && o[i].class&preposing == 0 && !o[i].name() {
			return false
		}
	}
	return true
}

// hasVerb reports whether a finite verb stands between two tokens.
func (r *reader) hasVerb(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if o[i].class&(auxiliary|say|clause|relative|and) != 0 && !o[i].name() || o[i].kind == quotedToken {
			return true
		}
	}
	return false
}

// firstPhrase gives the subject of a verb that a comma parts from it: the first
// segment that is a noun phrase, or the name that stands beside a description.
func (r *reader) firstPhrase(o []token, list []segment) phrase {
	for i := len(list) - 1; i > 0; i-- { // a clause begins with "and"
		if o[list[i].begin].class&and != 0 && i+1 < len(list) {
			list = list[i:]
			break
		}
	}
	for i, s := range list {
		if o[s.begin].class&(preposing|clause|relative|participle|that) != 0 && !o[s.begin].name() {
			continue
		}
		p := r.phrase(o, s.begin, s.end)
		if p.kind == noPhrase || p.stop < s.end && !r.goesOn(o, p.stop, s.end) {
			continue
		}
		if p.kind == thing && i+1 < len(list) {
			if q := r.apposed(o, list[i+1]); q.kind != noPhrase {
				return q
			}
		}
		return p
	}
	return phrase{}
}

// apposed gives the name that stands beside a description when a segment is
// nothing else, at most with titles: "one of them, Example, said".
func (r *reader) apposed(o []token, s segment) phrase {
	for s.end > s.begin && o[s.end-1].kind == markToken {
		s.end--
	}
	if s.begin+1 < s.end && o[s.begin].class&determiner != 0 && o[s.begin+1].class&title != 0 { // "the Rev Example"
		s.begin++
	}
	if s.end == s.begin || !o[s.begin].name() && o[s.begin].class&(title|role) == 0 {
		return phrase{}
	}
	p := r.phrase(o, s.begin, s.end)
	single := p.kind == thing && p.end == p.begin+1 && o[p.begin].class == 0 && !acronym(r.text[o[p.begin].begin:o[p.begin].end])
	if p.stop < s.end || p.kind != person && !single {
		return phrase{}
	}
	p.kind = person
	return p
}

// goesOn reports whether what stands behind a noun phrase belongs to it: "a
// woman with two sons", "a man who gave no name".
func (r *reader) goesOn(o []token, i, e int) bool {
	return i < e && o[i].class&(preposing|relative|to) != 0
}
