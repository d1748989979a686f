package speech

import "strings"

// cue is a verb of saying in a sentence, with its subject on either side.
type cue struct {
	at, end int // tokens
	before  phrase
	behind  phrase
	weak    bool // needs words between marks
	follows bool // "according to": the speaker stands behind
	stance  Stance
}

// cues finds the verbs of saying of a sentence.
func (r *reader) cues(o []token) []cue {
	out := r.cueList[:0]
	for i := range o {
		k := &o[i]
		switch {
		case k.class&(say|weak|accords) == 0 && (i > 0 && k.upper || !r.inViewOf(o, i)):
		case k.class&(say|weak) == 0:
			if c, ok := r.according(o, i); ok {
				out = append(out, c)
			}
		case r.speaks(o, i):
			out = append(out, r.cueAt(o, i, out))
		}
	}
	r.cueList = out
	return out
}

// speaks reports whether the word at i is a verb of saying here: no name, no
// noun, no infinitive and no passive.
func (r *reader) speaks(o []token, i int) bool {
	k := &o[i]
	if k.upper && i > 0 || r.isNoun(o, i) || r.reduced(o, i) || r.isNounForm(o, i) || k.class&role != 0 && r.articled(o, i) {
		return false
	}
	if k.class&participle != 0 {
		return true
	}
	if i > 0 && o[i-1].class&to != 0 {
		return false
	}
	_, passive, _ := r.behindSubject(o, i)
	return !passive || k.class&pastForm == 0
}

// cueAt reads the verb of saying at i with its subjects.
func (r *reader) cueAt(o []token, i int, earlier []cue) cue {
	k := &o[i]
	c := cue{at: i, end: i + 1, stance: k.stance, weak: k.class&say == 0, behind: r.behind(o, i)}
	switch object := r.quotedAs(o, i); {
	case object.kind != noPhrase:
		c.before, c.weak = object, false
	case r.parenthetical(o, i, c.behind):
		c.before = c.behind
	case k.class&participle != 0:
		c.before = r.mainSubject(o, i, earlier)
	default:
		c.before = r.before(o, i)
	}
	if p := c.before; r.tongue.language != "en" && p.kind == thing && p.begin > 0 && o[p.begin-1].class&preposing != 0 && o[p.begin-1].class&of == 0 && (c.behind.kind == person || c.behind.kind == thing && r.human(o, c.behind)) {
		c.before = c.behind // "Vor Gericht sagte Anna Erfunden"
	}
	if p := &c.before; r.tongue.language == "ru" && p.kind == thing && p.begin > 0 && o[p.begin-1].class&preposing != 0 && p.end-p.begin > 1 && o[p.end-1].class&role != 0 { // "На вопрос журналистов полковник ответил"
		p.begin = p.end - 1
	}
	if r.nobody(o, c.behind) {
		if p := r.inDocument(o, i); p.kind != noPhrase {
			c.behind = p
			if r.nobody(o, c.before) || r.quotedJustBefore(o, i) {
				c.before = p
			}
		}
	}
	if _, _, negated := r.behindSubject(o, i); negated && k.stance == Asserts {
		c.stance = Denies
	}
	return c
}

// nobody reports whether a verb's subject is none, or one that names nobody:
// "on", "es".
func (r *reader) nobody(o []token, p phrase) bool {
	return p.kind == noPhrase || p.kind == pronoun && o[p.begin].class&(it|self) != 0 && r.tongue.language != "en"
}

// quotedAs gives who speaks in "the agency quoted him as saying".
func (r *reader) quotedAs(o []token, i int) phrase {
	switch r.text[o[i].begin:o[i].end] {
	case "quoted", "quotes", "quoting", "cited", "cites", "citing":
	default:
		return phrase{}
	}
	p := r.behind(o, i)
	if p.kind == noPhrase {
		return p
	}
	for k := p.stop; k < min(len(o), p.stop+8); k++ {
		if k > 0 && o[k].class&participle != 0 && r.text[o[k-1].begin:o[k-1].end] == "as" {
			return p
		}
		if o[k].kind == quotedToken {
			break
		}
	}
	return phrase{}
}

// parenthetical reports whether a verb with its subject behind it stands between
// commas: "This is important, says Ms Example, even today."
func (r *reader) parenthetical(o []token, i int, p phrase) bool {
	if i == 0 || o[i-1].kind != markToken || o[i-1].mark != ',' || p.kind != person && !(p.kind == thing && r.human(o, p)) {
		return false
	}
	switch r.text[o[i].begin:o[i].end] { // others have whom they are said to behind them: "told"
	case "said", "says", "say", "added", "adds", "wrote", "writes", "explained", "explains", "noted", "notes", "argued", "argues":
	default:
		return false
	}
	return p.stop >= len(o) || o[p.stop].kind == markToken
}

// isNoun reports whether a word that may be a verb of saying is a noun here.
func (r *reader) isNoun(o []token, i int) bool {
	if w := r.text[o[i].begin:o[i].end]; w == "put" || w == "puts" { // "as she put it"
		return i+1 >= len(o) || o[i+1].class&it == 0
	}
	if o[i].class&noun == 0 || i == 0 {
		return false
	}
	k := &o[i-1]
	if k.kind != wordToken {
		return false
	}
	if i+1 < len(o) && (o[i+1].kind != wordToken || o[i+1].class&that != 0) { // "the cameraman asks, “…”"
		return k.class&(determiner|preposing) != 0 && k.class&anyPronoun == 0
	}
	w := r.text[k.begin:k.end]
	if w == "s" || !k.name() && k.class&anyPronoun == 0 && i+1 < len(o) && o[i+1].class&preposing != 0 {
		return true
	}
	severals := w[len(w)-1] == 's' && !strings.HasSuffix(w, "ous") && !strings.HasSuffix(w, "ss")
	return !k.name() && k.class&(anyPronoun|role|organisation|adverb|relative|auxiliary) == 0 && !severals
}

// reduced reports whether a past form is no finite verb: "people accused of
// “…”", "a plan called “…”", "told by".
func (r *reader) reduced(o []token, i int) bool {
	if o[i].class&pastForm == 0 || i == 0 || r.tongue.language != "en" {
		return false
	}
	before := &o[i-1]
	noun := before.kind == wordToken && !before.upper && before.class&(anyPronoun|auxiliary|adverb|role|and|relative) == 0
	if i+1 < len(o) && o[i+1].kind == wordToken {
		next := r.text[o[i+1].begin:o[i+1].end]
		return (noun || before.class&role != 0) && next == "by" || o[i].class&weak != 0 && (next == "of" && r.text[o[i].begin:o[i].end] == "accused" || next == "as")
	}
	return noun && o[i].class&weak != 0 && o[i].class&say == 0 && i+1 < len(o) && o[i+1].kind == quotedToken
}

// isNounForm reports whether "writing" is a noun here: "her last writing was".
func (r *reader) isNounForm(o []token, i int) bool {
	return o[i].class&participle != 0 && i+1 < len(o) && o[i+1].class&(auxiliary|of) != 0
}

// mainSubject gives the subject for "saying": the one of the verb before it, or
// of the sentence.
func (r *reader) mainSubject(o []token, i int, before []cue) phrase {
	if i > 0 && (o[i-1].class&role != 0 && !o[i-1].upper || o[i-1].name()) { // "people asking"
		if p := r.lastPhrase(o, segment{r.clauseBegin(o, i), i}); p.kind != noPhrase {
			return p
		}
	}
	for k := len(before) - 1; k >= 0; k-- {
		switch c := &before[k]; {
		case c.follows:
		case c.behind.kind != noPhrase && i > 0 && o[i-1].mark == ',' && r.quotedJustBefore(o, c.at) && !r.hasVerb(o, c.behind.stop, i): // "“…,” said Ann Example, adding"
			return c.behind
		case c.before.kind != noPhrase:
			return c.before
		}
	}
	b := r.clauseBegin(o, i)
	if p := r.opening(o, b, i); p.kind != noPhrase {
		return p
	}
	return r.opening(o, 0, i)
}

// inViewOf reports whether a word at i says whose view follows, and is no such
// word elsewhere: "d'après", and "Pour", "Para" with which a sentence begins.
func (r *reader) inViewOf(o []token, i int) bool {
	if r.tongue.language == "en" {
		return false
	}
	switch w := r.text[o[i].begin:o[i].end]; w {
	case "après":
		return i > 1 && o[i-1].kind == markToken && o[i-1].end-o[i-1].begin <= len("’") && strings.EqualFold(r.text[o[i-2].begin:o[i-2].end], "d")
	case "Pour", "Para", "Für", "Для":
		if i > 0 {
			return false
		}
		p := r.phrase(o, 1, len(o))
		return p.kind != noPhrase && p.begin < 5 && p.stop < len(o) && o[p.stop].kind == markToken && o[p.stop].mark == ',' && (p.kind == person || r.human(o, p))
	}
	return false
}

// according reads "according to X" and "in the words of X".
func (r *reader) according(o []token, i int) (cue, bool) {
	b := i + 1
	if r.tongue.language == "en" {
		word := func(i int) string {
			if i < 0 || i >= len(o) {
				return ""
			}
			return r.text[o[i].begin:o[i].end]
		}
		switch {
		case word(b) == "to" && word(i) != "words":
		case word(i) == "words" && word(b) == "of" && word(i-1) == "the":
		default:
			return cue{}, false
		}
		b++
	}
	if r.tongue.language == "de" && r.text[o[i].begin:o[i].end] == "so" && !r.quotedJustBefore(o, i) && !(i > 0 && o[i-1].mark == ',') { // "“…”, so Pastor Beispiel"
		return cue{}, false
	}
	p := r.behind(o, b-1)
	return cue{at: i, end: b, behind: p, follows: true}, p.kind != noPhrase
}
