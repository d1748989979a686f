package speech

import (
	"strings"
	"unicode/utf8"
)

// focus is whom a pronoun means: who was last spoken of, by what pronoun may
// stand for it.
type focus struct {
	he, she, anybody latest // anybody: a person whose sex is not known
	it, they         latest
	now              int
}

// latest is a speaker with the time when the text last spoke of it.
type latest struct {
	speaker
	at    int
	named bool // by a name, not only described
}

// on puts a speaker into focus.
func (f *focus) on(r *reader, s speaker) {
	if s.end == 0 {
		return
	}
	words := r.text[s.begin:s.end]
	switch words {
	case "Everyone", "everyone", "Everybody", "everybody", "Nobody", "nobody", "Somebody", "somebody", "Others", "others":
		return
	}
	c := r.sexOf(s)
	if c == 0 || r.tongue.look(words).class&anyPronoun != 0 {
		return
	}
	f.now++
	at := latest{s, f.now, capitalised(words) && r.tongue.look(words[:strings.IndexByte(words+" ", ' ')]).class&determiner == 0}
	if c&they != 0 {
		f.they = at
	}
	if c&it != 0 {
		f.it = at
	}
	switch c & (he | she) {
	case he:
		f.he = at
	case she:
		f.she = at
	case he | she:
		f.anybody = at
	}
}

// resolve gives who a phrase of a sentence is.
func (r *reader) resolve(o []token, p phrase) speaker {
	p = r.author(o, p)
	s := speaker{piece: piece{o[p.begin].begin, o[p.end-1].end}, person: p.kind == person, named: p.kind == person}
	if p.kind != pronoun {
		if p.kind == thing {
			s.person = r.human(o, p)
		}
		return s
	}
	c := o[p.begin].class
	who := r.within(o, p, c)
	if who.end == 0 {
		who = r.focus.of(c)
	}
	if who.end == 0 {
		return s
	}
	if n := r.known(who); n != nil && n.begin < s.begin {
		who.piece = n.piece
		if n.sex == 0 && c&(he|she) != 0 {
			n.sex = c & (he | she)
		}
	}
	return who
}

// of gives whom a pronoun means.
func (f *focus) of(c class) speaker {
	later := func(a, b latest) speaker {
		if b.at > a.at {
			return b.speaker
		}
		return a.speaker
	}
	switch {
	case c&he != 0:
		return later(f.he, f.anybody)
	case c&she != 0:
		return later(f.she, f.anybody)
	case c&it != 0:
		return f.it.speaker
	case c&they != 0:
		for _, one := range []latest{f.he, f.she, f.anybody} { // "One resident … they said"
			if one.at == f.now && f.they.at < f.now-1 && !one.named {
				return one.speaker
			}
		}
		return f.they.speaker
	}
	return speaker{}
}

// within gives whom a pronoun means that stands behind the subject of its own
// sentence: "Ann Example left what she called …".
func (r *reader) within(o []token, p phrase, c class) speaker {
	if p.begin < 2 {
		return speaker{}
	}
	q := r.opening(o, 0, p.begin)
	if q.kind == noPhrase || q.kind == pronoun {
		return speaker{}
	}
	s := r.resolve(o, q)
	if sex := r.sexOf(s); sex&c == 0 {
		return speaker{}
	}
	return s
}

// human reports whether a description is of a person: its last telling word,
// before "of", is a role and no body, as in "government spokesman".
func (r *reader) human(o []token, p phrase) bool {
	out := false
	for i := p.begin; i < p.end; i++ {
		if o[i].class&of != 0 && i > p.begin {
			break
		}
		switch c := o[i].class & (role | organisation); {
		case c != 0 && r.tongue.language != "en": // the head comes first
			return c == role
		case c != 0:
			out = c == role
		case r.text[o[i].begin:o[i].end] == "s": // "the man's house"
			out = false
		}
	}
	return out
}

// body reports whether a description is of a person or an organisation.
func (r *reader) body(o []token, p phrase) bool {
	for i := p.begin; i < p.end; i++ {
		if o[i].class&(role|organisation) != 0 || acronym(r.text[o[i].begin:o[i].end]) {
			return true
		}
	}
	return false
}

// known gives the person of the register that a speaker is, nil for none; one
// who is only described is none, though a name stands in the description.
func (r *reader) known(s speaker) *named {
	words := r.text[s.begin:s.end]
	if !s.named && strings.ContainsAny(words, " \u00a0") {
		return r.names.byFull[words]
	}
	return r.names.byWords(words)
}

// sexOf gives the pronouns that may stand for a speaker.
func (r *reader) sexOf(s speaker) class {
	words := r.text[s.begin:s.end]
	if n := r.known(s); n != nil && n.sex != 0 {
		return n.sex
	}
	known, several, body := class(0), false, false
	someone, head := false, false
	for w := range fields(words) {
		info := r.tongue.look(w)
		if !s.named && (info.class&of != 0 && someone || head) { // "the lawyer for Ann Example"
			break
		}
		someone = someone || info.class&role != 0
		head = r.tongue.language != "en" && info.class&role != 0
		known |= info.class & (male | female)
		body = body || info.class&(organisation|place|land) != 0 || acronym(w)
		if c := sexOfWord(w); c != 0 {
			return c
		}
		several = several || info.class&role != 0 && !r.tongue.nouns && plural(w) || w == "people" || w == "men" || w == "women" || w == "police" || w == "authorities"
	}
	switch {
	case several:
		return they
	case !s.person && body:
		return it | they
	case !s.person && capitalised(words) && !strings.Contains(words, " "): // a surname, or a body that is not known
		return he | she | it | they
	case !s.person: // what it is is not known: no pronoun means it
		return 0
	case known == female:
		return she
	case known == male:
		return he
	}
	return he | she
}

func capitalised(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return upper(c)
}

// plural reports whether a word for people looks like several.
func plural(w string) bool { return w[len(w)-1] == 's' && !strings.HasSuffix(w, "ss") }

// sexOfWord gives what a word for a person says of the sex, 0 for nothing.
func sexOfWord(w string) class {
	switch w {
	case "woman", "girl", "mother", "spokeswoman", "sister", "wife", "daughter", "widow", "chairwoman", "queen", "nun", "grandmother", "aunt":
		return she
	case "man", "boy", "father", "brother", "husband", "son", "imam", "king", "priest", "monk", "bishop", "spokesman", "chairman", "grandfather", "uncle":
		return he
	}
	return 0
}
