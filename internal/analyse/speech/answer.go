package speech

// pointed reads who spoke from the words behind a quotation in its sentence or
// from the next sentence.
func (r *reader) pointed(o, rest []token, i int) (by, phrase, []token) {
	b := i + 1
	for b < len(o) && o[b].kind == markToken && o[b].mark != ':' && o[b].mark != ';' {
		b++
	}
	in := rest
	if b < len(o) {
		in = o[b:]
	}
	c, p := r.answer(in)
	return c, p, in
}

// answer reads who spoke in a sentence that points back at a quotation: "That
// was the answer of the spokesman, Ann Example", "With these words Ann Example
// left", "So spoke Ann Example".
func (r *reader) answer(o []token) (by, phrase) {
	e := 0
	for e < len(o) && e < maxAnswer {
		if o[e].kind == quotedToken || o[e].kind == markToken && (o[e].mark == ':' || o[e].mark == ';') {
			break
		}
		if e++; e < len(o) && r.ends(o, e-1) {
			break
		}
	}
	o = o[:e]
	for i := 0; i < min(len(o), maxPointer); i++ {
		if o[i].class&these == 0 {
			continue
		}
		for k := i + 1; k < min(len(o), i+maxReply); k++ {
			switch {
			case o[k].class&reply != 0:
				return by{piece: piece{o[k].begin, o[k].end}}, r.replier(o, i, k)
			case o[k].class&say != 0 && o[k].class&weak == 0 && o[k].class&auxiliary == 0 && r.points(o, i, k):
				return by{piece{o[k].begin, o[k].end}, o[k].stance}, r.behind(o, k)
			}
		}
		break
	}
	return by{}, phrase{}
}

const (
	maxAnswer  = 40 // tokens of a sentence that points back
	maxPointer = 4  // before the word that points
	maxReply   = 7  // from it to "answer"
)

// points reports whether a verb of saying at k stands directly behind a word
// that points back: "So spoke", "Así lo explicó".
func (r *reader) points(o []token, i, k int) bool {
	return i < 2 && k <= i+2 && (k == i+1 || o[i+1].class&(determiner|anyPronoun) != 0)
}

// replier gives whose the answer at k is.
func (r *reader) replier(o []token, i, k int) phrase {
	b := k + 1
	for b < len(o) && o[b].kind == wordToken && !o[b].upper && o[b].class&(auxiliary|adverb|reply|that) != 0 {
		b++
	}
	if b >= len(o) {
		return phrase{}
	}
	with := i > 0 && o[i-1].class&(preposing|of) != 0 || // "With these words"
		k > 1 && o[k-1].class&(these|determiner) != 0 && o[k-2].class&(preposing|of) != 0 // "C'est en ces termes"
	switch {
	case o[b].kind == markToken && o[b].mark == ',' && with && b+1 < len(o):
		b++
	case o[b].kind != wordToken:
		return phrase{}
	case o[b].class&of != 0, r.byWord(o[b]), r.genitive(o, b):
		b++
	case with && o[b].class == 0 && !o[b].upper && b+1 < len(o): // "Mit diesen Worten verließ Anna Erfunden"
		b++
	case with, r.tongue.language == "ru":
	default:
		return phrase{}
	}
	p := r.phrase(o, b, len(o))
	if p.kind == thing && p.stop+1 < len(o) && o[p.stop].kind == markToken && o[p.stop].mark == ',' {
		if list := r.segments(o, p.stop+1, len(o)); len(list) > 0 {
			if named := r.apposed(o, list[0]); named.kind != noPhrase {
				return named
			}
		}
	}
	if p.kind == pronoun || p.kind == thing && !r.body(o, p) {
		return phrase{}
	}
	return p
}

// withWords reads who spoke where a sentence brings a quotation with "the
// words": "With the words “…” Ann Example left", "Con estas palabras se despidió
// Ana Inventada: “…”".
func (r *reader) withWords(o []token, i int) (by, phrase) {
	k := i - 1
	for k > 0 && o[k].class&reply == 0 && i-k < maxAnswer {
		k--
	}
	if k < 1 || o[k].class&reply == 0 || o[k-1].class&(determiner|these|preposing|of) == 0 {
		return by{}, phrase{}
	}
	c := by{piece: piece{o[k].begin, o[k].end}}
	b := i + 1
	if k+3 < i { // the speaker stands between "words" and the quotation
		if b = k + 1; o[i-1].kind != markToken || o[i-1].mark != ':' {
			return by{}, phrase{}
		}
	}
	for b < len(o) && (o[b].kind == markToken && o[b].mark != '.' || o[b].kind == wordToken && !o[b].upper && o[b].class&(auxiliary|adverb) != 0 && o[b].class&determiner == 0) {
		b++
	}
	if p := r.speaking(o, b); p.kind != noPhrase {
		return c, p
	}
	if b+1 < len(o) && o[b].kind == wordToken && !o[b].upper && o[b].class&(determiner|preposing) == 0 { // its verb
		return c, r.speaking(o, b+1)
	}
	return by{}, phrase{}
}

// speaking gives the noun phrase at b if it is somebody who may speak.
func (r *reader) speaking(o []token, b int) phrase {
	if b >= len(o) {
		return phrase{}
	}
	p := r.phrase(o, b, len(o))
	if p.kind == person && p.begin < b+6 || p.kind == thing && p.begin == b && (r.human(o, p) || o[b].class&organisation != 0) {
		return p
	}
	return phrase{}
}
