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
	places  []piece // of those that name it again, maxPlaces at most
	sex     class   // he, she; 0 when not known
	certain bool    // a title, a role or a first name says that it is a person
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
		n.again(place)
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

// maxPlaces is how many places of a name are kept beside the first.
const maxPlaces = 30

func (n *named) again(place piece) {
	n.count++
	if len(n.places) < maxPlaces {
		n.places = append(n.places, place)
	}
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
