package speech

import (
	"strings"
	"unicode"
)

// joinsOrganisation reports whether a small word at k stands inside a name as
// in "Ministry of Justice", "Council for Human Rights".
func (r *reader) joinsOrganisation(o []token, i, k int) bool {
	if o[k].kind != wordToken || o[k].upper || k+1 >= len(o) {
		return false
	}
	switch r.text[o[k].begin:o[k].end] {
	case "and":
		return o[k+1].upper && r.smallBetween(o, i, k)
	case "of", "for", "on", "the", "de", "des", "du", "la", "pour", "para", "del", "für", "der":
	default:
		return false
	}
	next := k + 1
	if !o[next].upper && next+1 < len(o) && o[next].class&determiner != 0 {
		next++
	}
	if !o[next].upper || o[next].kind != wordToken {
		return false
	}
	for j := i; j < k; j++ {
		if o[j].class&organisation != 0 {
			return true
		}
	}
	return false
}

// smallBetween reports whether a small word stands between two tokens, so that
// "and" joins what a body is for: "Centre for Law and Justice".
func (r *reader) smallBetween(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if o[i].kind == wordToken && !o[i].upper && o[i].class&preposing != 0 {
			return true
		}
	}
	return false
}

// organisation takes an organisation into the register.
func (g *register) organisation(r *reader, o []token, b, e int) {
	for b+1 < e && (!o[b].upper || o[b].class&(determiner|notName) != 0 || joined(r.text[o[b].begin:o[b].end])) {
		b++
	}
	words, small := 0, false
	for i := b; i < e; i++ {
		if o[i].kind == wordToken {
			words++
			small = small || !acronym(r.text[o[i].begin:o[i].end])
		}
		if o[i].class&place != 0 && o[i].class&organisation == 0 && i == e-1 {
			return // "the Freedom of the Press Act"
		}
	}
	if !small && words > 1 { // a line in capitals
		return
	}
	text := r.text[o[b].begin:o[e-1].end]
	if words < 2 && !acronym(text) && o[b].class&(role|place) == 0 && !r.tongue.known(text) {
		return
	}
	if n := g.byFull[text]; n != nil {
		n.again(piece{o[b].begin, o[e-1].end})
		return
	}
	if words < 2 && o[b].class&role != 0 {
		return
	}
	n := &named{piece: piece{o[b].begin, o[e-1].end}, count: 1, certain: true, sex: it}
	g.organisations = append(g.organisations, n)
	g.byFull[text] = n
}

// joined reports whether a word only says of a body where it is or whose:
// "Geneva-based".
func joined(word string) bool {
	for _, end := range []string{"-based", "-led", "-backed", "-supported", "-run", "-owned", "-funded", "-linked"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// known reports whether one word is an organisation by itself.
func (t *tongue) known(word string) bool {
	switch strings.ToLower(word) {
	case "reuters", "amnesty", "kremlin", "pentagon", "taliban", "hamas", "hezbollah", "unicef", "interpol", "europol", "tass":
		return true
	}
	return false
}

// acronym reports whether a word is written in capitals.
func acronym(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n >= 2
}
