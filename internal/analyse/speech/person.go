package speech

import (
	"strings"
	"unicode/utf8"
)

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
	from = r.givenName(o, from, e)
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

// givenName gives where the first name stands in a long run of words with
// capitals, "Assets Control Ann M Example", and from where none does.
func (r *reader) givenName(o []token, from, e int) int {
	if e-from < 4 || o[from].class&(male|female) != 0 || o[from+1].class&(male|female) != 0 {
		return from
	}
	for i := from + 2; i+1 < e; i++ {
		if o[i].class&(male|female) != 0 {
			return i
		}
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
