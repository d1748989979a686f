package speech

import "strings"

// A word for what somebody is to somebody, "daughter of", "lawyer for", makes
// the one who is named behind it never the speaker: to put words into the mouth
// of a prisoner or a victim may harm them. In doubt the description speaks.

// behindHead gives where the name begins that ends a noun phrase behind its
// head: behind "of", or behind "and" as in "historian and author Ann Example".
func (r *reader) behindHead(o []token, begin, head, stop int) int {
	for i := head; i < stop; i++ {
		if o[i].class&of != 0 || r.genitive(o, i) {
			return r.behindOf(o, begin, i, stop)
		}
	}
	if from := r.personAt(o, begin, stop); from > head && o[from-1].class&role != 0 && !o[from-1].upper {
		return from
	}
	if o[head-1].class&role != 0 {
		return r.namedBehind(o, head+1, stop)
	}
	return -1
}

// behindOf gives where the name begins that ends "Office for Relief coordinator
// Ann Example" or "envoy for Yemen Ann Example", -1 where the name is that of
// somebody else: "daughter of pastor Ann Example". of is the token of "of".
func (r *reader) behindOf(o []token, begin, of, stop int) int {
	head := &o[of-1]
	if head.upper && head.class&kin == 0 {
		if from := r.personAt(o, begin, stop); from > of && o[from-1].class&role != 0 && !o[from-1].upper {
			return from
		}
	}
	if head.class&role == 0 || head.class&kin != 0 {
		return -1
	}
	from := r.namedBehind(o, of+1, stop)
	if from > of+1 && o[from-1].class == 0 && !o[from-1].upper && !r.state(o[from-1]) { // "secretary for security Ann Example"
		return from
	}
	for i := of + 1; i < from; i++ { // a land or a body, and not only "the imprisoned editor"
		if o[i].kind == wordToken && (o[i].upper && o[i].class&(role|title|determiner) == 0 || o[i].class&organisation != 0) {
			return from
		}
	}
	return -1
}

// state reports whether a word says what happened to the one named behind it.
func (r *reader) state(k token) bool {
	w := r.text[k.begin:k.end]
	switch w {
	case "late", "slain", "dead", "dissident":
		return true
	}
	return r.tongue.language != "en" || strings.HasSuffix(w, "ed")
}

// genitive reports whether a German article at i goes on with the noun before
// it: "die Tochter des Pastors".
func (r *reader) genitive(o []token, i int) bool {
	if !r.tongue.nouns || i == 0 || o[i-1].kind != wordToken || !o[i-1].upper || o[i-1].class&determiner != 0 {
		return false
	}
	switch r.text[o[i].begin:o[i].end] {
	case "der", "des", "eines", "einer":
		return true
	}
	return false
}

// others reports whether the Russian name at from, before which "жена пастора"
// or "адвокат" stands, is in the genitive or may be: it is somebody else's.
func (r *reader) others(o []token, begin, from int) bool {
	if r.tongue.language != "ru" {
		return false
	}
	first := from
	for i := begin; i < from; i++ {
		if o[i].class&kin != 0 {
			first = i
			break
		}
	}
	if first == from {
		return false
	}
	switch r.grammarCase(r.text[o[from].begin:o[from].end]) {
	case nominative:
		return false
	case oblique:
		return true
	}
	name := r.text[o[from].begin:o[from].end]
	if from > first+1 || strings.HasSuffix(name, "а") || strings.HasSuffix(name, "я") { // a name that is not known: "жена арестованного пастора Вана И", "адвокат Вана И"
		return true
	}
	return o[first].class&role == 0 && (first == 0 || o[first-1].class&determiner == 0) // "жена Вана И", but "его жена Ван И"
}

// The cases of a Russian first name, as far as one can tell.
const (
	unknownCase = iota
	nominative
	oblique
)

// grammarCase tells the case of a Russian first name. "Александра" may be a
// woman's or that of a man in the genitive: it counts as the latter.
func (r *reader) grammarCase(word string) int {
	is := func(c class, w string) bool { return r.tongue.look(w).class&c != 0 }
	word = strings.ToLower(word)
	for _, end := range []string{"а", "я", "у", "ю"} {
		stem, ok := strings.CutSuffix(word, end)
		if !ok {
			continue
		}
		for _, nominative := range []string{stem, stem + "й", stem + "ь"} {
			if is(male, nominative) {
				return oblique
			}
		}
	}
	for _, end := range []string{"ы", "и", "е"} {
		if stem, ok := strings.CutSuffix(word, end); ok && (is(female, stem+"а") || is(female, stem+"я") || is(female, stem+"ь")) {
			return oblique
		}
	}
	switch {
	case word == "льва" || word == "павла" || word == "петра":
		return oblique
	case is(male|female, word):
		return nominative
	}
	return unknownCase
}
