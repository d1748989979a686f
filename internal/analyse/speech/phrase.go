package speech

import (
	"strings"
	"unicode/utf8"
)

type phraseKind uint8

const (
	noPhrase phraseKind = iota
	pronoun
	person // a name that is no organisation's and no place's
	thing  // a description, an organisation, one word with a capital
)

// phrase is who speaks, as tokens of a sentence.
type phrase struct {
	kind       phraseKind
	begin, end int
	stop       int // where the whole noun phrase ends
}

// maxPhrase is how many tokens a noun phrase has at most.
const maxPhrase = 40

// phrase reads the noun phrase that begins at b, before e.
func (r *reader) phrase(o []token, b, e int) phrase {
	b = r.skip(o, b, e)
	if b >= e || o[b].kind == quotedToken {
		return phrase{}
	}
	first := &o[b]
	if first.class&anyPronoun != 0 && !(first.class&determiner != 0 && b+1 < e && r.nominal(o, b+1)) {
		return phrase{pronoun, b, b + 1, b + 1}
	}
	if !r.nominal(o, b) {
		return phrase{}
	}
	stop, head, begin := r.extent(o, b, e)
	for stop > begin && (o[stop-1].kind == markToken && o[stop-1].mark != '.' || !o[stop-1].upper && (o[stop-1].class&adverb != 0 || r.tongue.language == "en" && ly(r.text[o[stop-1].begin:o[stop-1].end]))) {
		stop--
	}
	head = min(head, stop)
	if head <= begin {
		return phrase{}
	}
	if from := r.personAt(o, begin, head); from >= 0 {
		if from > begin && o[from-1].class&organisation != 0 && !o[from-1].upper { // "the group Clear Water"
			return phrase{thing, from, head, stop}
		}
		return phrase{person, from, head, stop}
	}
	if from := r.personAt(o, begin, stop); from > begin && o[from-1].class&role != 0 && !o[from-1].upper { // "… programme coordinator Ann Example"
		return phrase{person, from, stop, stop}
	}
	if head < stop && o[head-1].class&role != 0 {
		if from := r.namedBehind(o, head+1, stop); from >= 0 {
			return phrase{person, from, stop, stop}
		}
	}
	return phrase{thing, begin, stop, stop}
}

// namedBehind gives where the name begins that ends "envoy for Yemen Ann
// Example", where a title or a first name tells it from the country's; or -1.
func (r *reader) namedBehind(o []token, b, e int) int {
	begin := e
	for begin > b && (o[begin-1].name() || o[begin-1].class&(title|role) != 0) {
		begin--
	}
	for i := begin + 1; i+1 < e; i++ {
		if o[i].class&(male|female) != 0 {
			return r.personAt(o, i, e)
		}
	}
	if from := r.personAt(o, begin, e); from > begin {
		return from
	}
	return -1
}

// skip passes over what may stand before a subject: "But", "Meanwhile",
// "Tuesday".
func (r *reader) skip(o []token, b, e int) int {
	for b < e {
		k := &o[b]
		if k.kind == markToken && k.mark != '(' || k.class&(and|adverb) != 0 && k.class&(role|title|determiner|male|female) == 0 ||
			k.class&notName != 0 && b+1 < e && (o[b+1].kind == numberToken || r.nominal(o, b+1)) && !o[b+1].name() ||
			k.kind == numberToken && b > 0 && o[b-1].class&notName != 0 {
			b++
			continue
		}
		break
	}
	return b
}

// nominal reports whether a noun phrase may begin at i.
func (r *reader) nominal(o []token, i int) bool {
	k := &o[i]
	switch {
	case k.kind == numberToken:
		return true
	case k.kind != wordToken:
		return false
	case k.name():
		return true
	case k.class&(role|title|organisation|determiner) != 0:
		return true
	}
	return k.class&(relative|clause|that|to|preposing|auxiliary|participle|say|accords|adverb|and|notName) == 0
}

// name reports whether a word has a capital and may be part of a name.
func (k *token) name() bool {
	if k.kind != wordToken || !k.upper {
		return false
	}
	if k.class&(male|female) != 0 {
		return true
	}
	return k.class&(notName|relative|clause|that|determiner|anyPronoun|and|preposing|say|participle|accords|to|adverb) == 0 && k.class&auxiliary == 0
}

// extent gives where a noun phrase ends, where its head ends (before "of"), and
// where it begins: behind a time that opens it.
func (r *reader) extent(o []token, b, e int) (stop, head, begin int) {
	begin, head = b, -1
	i := b
	for ; i < e && i < b+maxPhrase; i++ {
		k := &o[i]
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
		if k.class&of != 0 && i > begin {
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
		if k.class&(role|title|organisation|determiner) != 0 || k.upper && k.class&preposing != 0 && i > b { // "Reporters Without Borders"
			continue
		}
		if k.class == 0 && i > b && r.past(o, i, e) {
			break
		}
		if k.class == 0 && i > b+1 && o[i-1].name() && o[i-2].name() && !r.nounAhead(o, i, e) { // a verb that is not known
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
	return next.class&(determiner|preposing|anyPronoun) != 0 || next.name() && o[i-1].class&determiner == 0
}

// nounAhead reports whether a role, a body or a name follows a word, so that it
// is an adjective: "the Ustrine Post regional editor".
func (r *reader) nounAhead(o []token, i, e int) bool {
	w := r.text[o[i].begin:o[i].end]
	if r.tongue.language != "en" || len(w) > 2 && w[len(w)-2:] == "ed" {
		return r.tongue.language != "en"
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

// personAt gives where the name begins with which the tokens b to e end, when it
// may be a person's; otherwise -1.
func (r *reader) personAt(o []token, b, e int) int {
	from := e
	for from > b {
		k := &o[from-1]
		switch {
		case k.name():
		case k.kind == markToken && k.mark == '.' && r.inner(o, from-1, e):
		case k.class&particle != 0 && from < e && from-1 > b && (o[from-2].name() || o[from-2].class&particle != 0):
		case r.tongue.language == "ru" && k.kind == markToken && k.mark == '-':
		default:
			return r.strip(o, from, e)
		}
		from--
	}
	return r.strip(o, from, e)
}

// strip leaves titles and roles before a name away, and gives -1 when what is
// left names no person.
func (r *reader) strip(o []token, from, e int) int {
	for i := e - 1; i >= from; i-- {
		k := &o[i]
		if k.class&(title|role|notName) != 0 && (k.class&(male|female) == 0 || i == from && e-from > 2 && k.class&title != 0) {
			if i == e-1 {
				return -1
			}
			from = i + 1
			for from < e && o[from].kind == markToken {
				from++
			}
			break
		}
	}
	for from+1 < e && o[from].class&land != 0 && o[from].class&(male|female) == 0 { // "Russian Ann Example"
		from++
	}
	if from < e && (r.tongue.places[r.text[o[from].begin:o[e-1].end]] || o[e-1].class&land != 0 && o[from].class&(male|female) == 0) {
		return -1
	}
	n := 0
	for i := from; i < e; i++ {
		if o[i].kind == wordToken {
			n++
		}
		if o[i].class&(organisation|place) != 0 && o[from].class&(male|female) == 0 {
			return -1
		}
	}
	if n == 0 || n > 6 {
		return -1
	}
	if n == 1 && !r.knownPerson(o, from) {
		return -1
	}
	return from
}

// knownPerson reports whether one word with a capital is a person: a name of
// somebody named before, or one that a title stands before.
func (r *reader) knownPerson(o []token, i int) bool {
	k := &o[i]
	word := r.text[k.begin:k.end]
	if utf8.RuneCountInString(word) < 2 {
		return false
	}
	if r.names.surname(word) != nil {
		return true
	}
	if i > 0 && (o[i-1].class&role != 0 || o[i-1].class&title != 0 && o[i-1].class&short != 0) && o[i-1].class&organisation == 0 && !strings.EqualFold(r.text[o[i-1].begin:o[i-1].end], "police") {
		return true
	}
	return i > 1 && o[i-1].mark == '.' && o[i-2].class&title != 0 || k.class&(male|female) != 0
}
