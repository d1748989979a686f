package speech

import (
	"iter"
	"strings"
	"unicode"
)

// register holds the people and organisations that were named so far.
type register struct {
	people        []*named
	organisations []*named
	bySurname     map[string]*named
	byFull        map[string]*named
}

// named is a name with its places in the text.
type named struct {
	piece
	count   int
	sex     class // he, she; 0 when not known
	certain bool  // a title, a role or a first name says that it is a person
}

func (g *register) init() {
	g.bySurname, g.byFull = map[string]*named{}, map[string]*named{}
}

func (g *register) surname(word string) *named { return g.bySurname[word] }

// byWords gives the person that a name means, nil for none.
func (g *register) byWords(words string) *named {
	if n := g.byFull[words]; n != nil {
		return n
	}
	return g.bySurname[lastWord(words)]
}

// full gives where the person is named in full whom a name means.
func (g *register) full(words string) piece {
	if n := g.byWords(words); n != nil {
		return n.piece
	}
	return piece{}
}

func lastWord(s string) string {
	return s[strings.LastIndexAny(s, " \u00a0")+1:]
}

// fields gives the words of a piece of text.
func fields(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' && c != '\'' })
}

// scan takes the names of a paragraph into the register.
func (g *register) scan(r *reader, o []token) {
	if !r.tongue.covered || r.tongue.order != svo {
		return
	}
	for i := 0; i < len(o); {
		if !o[i].name() && o[i].class&(title|role|organisation) == 0 || !o[i].upper {
			i++
			continue
		}
		end := r.nameEnd(o, i)
		g.take(r, o, i, end)
		i = end
	}
}

// nameEnd gives where the run of words with capitals ends that begins at i.
func (r *reader) nameEnd(o []token, i int) int {
	end := i + 1
	for k := end; k < len(o) && k < i+12; k++ {
		switch {
		case o[k].kind == wordToken && o[k].upper && (o[k].name() || o[k].class&(title|role|organisation) != 0) && o[k].blank:
			end = k + 1
		case o[k].kind == markToken && o[k].mark == '.' && r.inner(o, k, len(o)):
		case o[k].class&particle != 0 && o[k].kind == wordToken && k+1 < len(o) && (o[k+1].name() || o[k+1].class&particle != 0):
		case r.joinsOrganisation(o, i, k):
		default:
			return end
		}
	}
	return end
}

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

// take puts a run of words with capitals into the register.
func (g *register) take(r *reader, o []token, b, e int) {
	if b > 0 && o[b-1].class&organisation != 0 && !o[b-1].upper && e-b > 1 {
		g.organisation(r, o, b, e)
		return
	}
	for i := b; i < e; i++ {
		if o[i].class&organisation != 0 && o[i].class&(male|female) == 0 && !r.roleBehind(o, i, e) {
			g.organisation(r, o, b, e)
			return
		}
	}
	from := r.personAt(o, b, e)
	if from < 0 || e-from > 7 {
		return
	}
	words := r.text[o[from].begin:o[e-1].end]
	place := piece{o[from].begin, o[e-1].end}
	if n := g.byWords(words); n != nil && (g.byFull[words] == n || !strings.Contains(words, " ") || sameFirst(r.text[n.begin:n.end], words)) {
		n.count++
		return
	}
	several := strings.Contains(words, " ")
	certain := r.titledAt(o, from) || several && (o[from].class&(male|female) != 0 || r.roleBefore(o, from) || r.aged(o, e))
	if !several && !certain {
		return
	}
	n := &named{piece: place, count: 1, certain: certain, sex: r.sexAt(o, b, from)}
	g.people = append(g.people, n)
	g.byFull[words] = n
	g.bySurname[lastWord(words)] = n
}

// titledAt reports whether a title with a capital stands before a name: "Mr",
// "President".
func (r *reader) titledAt(o []token, from int) bool {
	i := from - 1
	if i >= 0 && o[i].mark == '.' {
		i--
	}
	return i >= 0 && o[i].upper && o[i].class&organisation == 0 && (o[i].class&role != 0 || o[i].class&title != 0 && o[i].class&short != 0) && o[i].class&(male|female) == 0
}

// sameFirst reports whether two names that end alike begin alike.
func sameFirst(a, b string) bool {
	return strings.HasPrefix(a, b[:strings.IndexAny(b+" ", " ")])
}

// roleBehind reports whether a role follows an organisation's word in a run, so
// that the run ends with a person: "Police Chief Ann Example".
func (r *reader) roleBehind(o []token, i, e int) bool {
	for k := i + 1; k+1 < e; k++ {
		if o[k].class&(role|title) != 0 && o[k].class&organisation == 0 {
			return true
		}
	}
	return false
}

// roleBefore reports whether a role in small letters stands before a name.
func (r *reader) roleBefore(o []token, b int) bool {
	return b > 0 && o[b-1].kind == wordToken && o[b-1].class&role != 0
}

// aged reports whether an age follows a name: "Ann Example, 34,".
func (r *reader) aged(o []token, e int) bool {
	return e+1 < len(o) && o[e].kind == markToken && (o[e].mark == ',' || o[e].mark == '(') && o[e+1].kind == numberToken && o[e+1].end-o[e+1].begin == 2 &&
		e+2 < len(o) && o[e+2].kind == markToken
}

// sexAt gives what title and first name say of a person's sex.
func (r *reader) sexAt(o []token, b, from int) class {
	for i := max(0, b-1); i < from; i++ {
		switch strings.ToLower(r.text[o[i].begin:o[i].end]) {
		case "mr", "sir", "lord", "king", "prince", "father", "fr", "imam", "bishop", "spokesman", "chairman", "brother", "m":
			return he
		case "mrs", "ms", "miss", "mme", "lady", "dame", "queen", "princess", "sister", "spokeswoman", "chairwoman", "mother":
			return she
		}
	}
	switch o[from].class & (male | female) {
	case male:
		return he
	case female:
		return she
	}
	return 0
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
		n.count++
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
