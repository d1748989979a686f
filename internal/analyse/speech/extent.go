package speech

// maxPhrase is how many tokens a noun phrase has at most.
const maxPhrase = 40

// extent gives where a noun phrase ends, where its head ends (before "of"), and
// where it begins: behind a time that opens it.
func (r *reader) extent(o []token, b, e int) (stop, head, begin int) {
	begin, head = b, -1
	i := b
	for ; i < e && i < b+maxPhrase; i++ {
		k := &o[i]
		if k.mark == '«' {
			if end := r.nameCloses(o, i, e); end > 0 {
				i = end
				continue
			}
		}
		if k.kind == quotedToken || k.kind == markToken && !r.inner(o, i, e) {
			break
		}
		if k.kind != wordToken || k.name() {
			continue
		}
		if k.class&determiner != 0 && i > b && head < 0 && r.onlyNames(o, begin, i) {
			begin = i // "In Moscow the court"
			continue
		}
		if (k.class&of != 0 || r.genitive(o, i)) && i > begin {
			if head < 0 {
				head = i
			}
			continue
		}
		if k.class&and != 0 {
			if i+1 < e && (o[i+1].name() || o[i+1].class&(role|organisation) != 0) && (o[i-1].name() || o[i-1].class&(role|organisation) != 0) {
				if head < 0 {
					head = i
				}
				continue
			}
			break
		}
		if k.class&(role|title|organisation|determiner) != 0 && (k.class&(say|weak) == 0 || r.articled(o, i)) || k.upper && k.class&preposing != 0 && i > b { // "Reporters Without Borders"
			continue
		}
		if k.class == 0 && i > b && r.past(o, i, e) {
			break
		}
		if k.class == 0 && i > b+1 && o[i-1].name() && o[i-2].name() && !r.nounAhead(o, i, e) && !r.bodyEnds(o, b, i, e) { // a verb that is not known
			break
		}
		if k.class&(relative|clause|that|to|preposing|auxiliary|say|participle|accords) != 0 || k.class&anyPronoun != 0 && i > b && o[i-1].class&of == 0 {
			break
		}
	}
	if head < 0 {
		head = i
	}
	return i, head, begin
}

// nameCloses gives the mark that closes the name opened at i, "«Земля и хлеб»", 0
// where none is near.
func (r *reader) nameCloses(o []token, i, e int) int {
	for k := i + 1; k < min(e, i+maxTitle+2); k++ {
		if o[k].mark == '»' {
			return k
		}
	}
	return 0
}

// articled reports whether an article stands before i: "the accused", "l'accusé",
// where the word alone may be a verb.
func (r *reader) articled(o []token, i int) bool {
	if i > 0 && o[i-1].kind == markToken && o[i-1].end-o[i-1].begin <= len("’") && r.tongue.elides {
		i--
	}
	return i > 0 && o[i-1].class&determiner != 0
}

// bodyEnds reports whether a body's name ends with the small word at i: "l'ONG
// Veille citoyenne".
func (r *reader) bodyEnds(o []token, b, i, e int) bool {
	if r.tongue.language == "en" || r.tongue.nouns || i+1 < e && o[i+1].kind != markToken && o[i+1].class&(auxiliary|say|weak) == 0 {
		return false
	}
	for k := b; k < i; k++ {
		if o[k].class&organisation != 0 {
			return true
		}
	}
	return false
}

// past reports whether a word that is not known is a verb: "filed the charges",
// "Example exposes the lack".
func (r *reader) past(o []token, i, e int) bool {
	w := r.text[o[i].begin:o[i].end]
	if r.tongue.language != "en" || len(w) < 4 || i+1 >= e {
		return false
	}
	next := &o[i+1]
	if w[len(w)-1] == 's' && o[i-1].name() && (i == 1 || o[i-2].name()) {
		return next.class&(determiner|anyPronoun) != 0
	}
	if w[len(w)-2:] != "ed" {
		return false
	}
	return next.class&(determiner|preposing|anyPronoun|clause|that) != 0 || next.name() && o[i-1].class&determiner == 0
}

// nounAhead reports whether a role, a body or a name follows a word, so that it
// is an adjective: "the Ustrine Post regional editor".
func (r *reader) nounAhead(o []token, i, e int) bool {
	w := r.text[o[i].begin:o[i].end]
	if r.tongue.language == "en" && len(w) > 2 && w[len(w)-2:] == "ed" {
		return false
	}
	for k := i + 1; k < e && k <= i+2; k++ {
		if o[k].class&(role|organisation) != 0 || o[k].name() {
			return true
		}
	}
	return i+1 >= e
}

// onlyNames reports whether nothing but names and numbers stands between two tokens.
func (r *reader) onlyNames(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if !o[i].name() && o[i].kind != numberToken && o[i].class&notName == 0 || o[i].class&(role|title|determiner) != 0 {
			return false
		}
	}
	return true
}

// inner reports whether a mark stands inside a noun phrase: in "J. Smith",
// "Sund's", "workers' union", "A & B".
func (r *reader) inner(o []token, i, e int) bool {
	k := &o[i]
	switch k.mark {
	case '.':
		return i > 0 && !k.blank && o[i-1].kind == wordToken && (o[i-1].class&short != 0 || o[i-1].end-o[i-1].begin <= 2 && o[i-1].upper) && i+1 < e && o[i+1].upper
	case '\'', '’':
		return !k.blank && i+1 < e && o[i+1].kind == wordToken
	case '&', '/', '-', '‑', '·', '%', '$', '€', '£', '@', '#':
		return true
	case '"', '“', '”', '«', '»', '„', '‘': // of a title or of scare quotes
		return true
	}
	return false
}
