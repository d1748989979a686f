package speech

// focus is whom a pronoun means: who was last spoken of, by what pronoun may
// stand for it.
type focus struct {
	he, she, anybody speaker // anybody: a person whose sex is not known
	it, they         speaker
	order            [2]rune // which of he, she, anybody was named last
}

// on puts a speaker into focus.
func (f *focus) on(r *reader, s speaker) {
	if s.end == 0 {
		return
	}
	switch c := r.sexOf(s); {
	case c&they != 0:
		f.they = s
	case c&it != 0:
		f.it = s
	case c&she != 0 && c&he == 0:
		f.she = s
	case c&he != 0 && c&she == 0:
		f.he = s
	default:
		f.anybody = s
	}
	f.latest(s)
}

func (f *focus) latest(s speaker) { _ = s }

// resolve gives who a phrase of a sentence is.
func (r *reader) resolve(o []token, p phrase) speaker {
	s := speaker{piece: piece{o[p.begin].begin, o[p.end-1].end}, person: p.kind == person}
	if p.kind != pronoun {
		if p.kind == thing {
			s.person = r.human(o, p)
		}
		return s
	}
	c := o[p.begin].class
	var who speaker
	switch {
	case c&he != 0:
		who = latest(r.focus.he, r.focus.anybody)
	case c&she != 0:
		who = latest(r.focus.she, r.focus.anybody)
	case c&it != 0:
		who = r.focus.it
	case c&they != 0:
		who = r.focus.they
	}
	if who.end == 0 {
		return s
	}
	if full := r.names.full(r.text[who.begin:who.end]); full.end > 0 && full.begin < s.begin {
		who.piece = full
	}
	return who
}

// latest gives the speaker that stands later in the text.
func latest(a, b speaker) speaker {
	if b.end > 0 && b.begin > a.begin {
		return b
	}
	return a
}

// human reports whether a description is of a person: its head is a role.
func (r *reader) human(o []token, p phrase) bool {
	for i := p.begin; i < p.end; i++ {
		if o[i].class&of != 0 && i > p.begin {
			break
		}
		if o[i].class&role != 0 {
			return true
		}
	}
	return false
}

// sexOf gives the pronouns that may stand for a speaker.
func (r *reader) sexOf(s speaker) class {
	words := r.text[s.begin:s.end]
	if n := r.names.byWords(words); n != nil && n.sex != 0 {
		return n.sex
	}
	known, plural, people := class(0), false, s.person
	for w := range fields(words) {
		info := r.tongue.look(w)
		known |= info.class & (male | female)
		switch w {
		case "woman", "girl", "mother", "spokeswoman", "sister", "wife", "daughter", "widow", "chairwoman", "queen", "nun", "actress":
			return she
		case "man", "boy", "father", "brother", "husband", "son", "imam", "king", "priest", "monk", "bishop", "spokesman", "chairman":
			return he
		}
		plural = plural || info.class&role != 0 && w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women" || w == "police"
	}
	switch {
	case plural:
		return they
	case !people:
		return it
	case known == female:
		return she
	case known == male:
		return he
	}
	return he | she
}
