package speech

import "strings"

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
	for stop > begin && (o[stop-1].kind == markToken && o[stop-1].mark != '.' && !(o[stop-1].mark == '»' && r.opened(o, begin, stop)) || !o[stop-1].upper && (o[stop-1].class&adverb != 0 || r.tongue.language == "en" && ly(r.text[o[stop-1].begin:o[stop-1].end]))) {
		stop--
	}
	head = min(head, stop)
	if head <= begin {
		return phrase{}
	}
	if from := r.personAt(o, begin, head); from >= 0 {
		if r.others(o, begin, from) {
			return phrase{thing, begin, stop, stop}
		}
		if from > begin && o[from-1].class&organisation != 0 && !o[from-1].upper { // "the group Clear Water"
			return phrase{thing, from, head, stop}
		}
		return phrase{person, from, head, stop}
	}
	if head < stop {
		if from := r.behindHead(o, begin, head, stop); from >= 0 {
			return phrase{person, from, stop, stop}
		}
	}
	if stop == begin+1 && (o[begin].kind == numberToken || o[begin].class&determiner != 0 && r.bare(o[begin])) {
		return phrase{}
	}
	return phrase{thing, begin, stop, stop}
}

// opened reports whether an opening mark stands between two tokens, so that a
// name ends with its closing one: "движение «Открытый порог»".
func (r *reader) opened(o []token, b, e int) bool {
	for i := b; i < e; i++ {
		if o[i].mark == '«' {
			return true
		}
	}
	return false
}

// bare reports whether a word alone names nobody: "this", "the", unlike "one".
func (r *reader) bare(k token) bool {
	switch strings.ToLower(r.text[k.begin:k.end]) {
	case "this", "that", "the", "a", "an", "its", "his", "their", "our", "my", "your", "le", "la", "les", "der", "die", "das", "el", "los":
		return true
	}
	return false
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
	if k.class&(male|female|noun) != 0 { // "States" is no verb
		return true
	}
	return k.class&(notName|relative|clause|that|determiner|anyPronoun|and|preposing|say|participle|accords|to|adverb) == 0 && k.class&auxiliary == 0
}
