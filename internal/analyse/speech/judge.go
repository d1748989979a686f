package speech

// The words that a quotation needs to be taken for speech, by what else speaks
// for it.
const (
	wholeWords   = 3 // it ends like a sentence and somebody speaks
	partWords    = 3 // part of a sentence in which somebody speaks
	unnamedWords = 5 // a whole sentence, and nobody speaks
)

// judge decides which of the quotations from first on are speech.
func (r *reader) judge(first int) {
	for i := first; i < len(r.quotes); i++ {
		r.quotes[i].rejected = !r.speech(&r.quotes[i])
	}
}

// speech reports whether a quotation is speech rather than a title, a word that
// somebody keeps at a distance, or the words of a law.
func (r *reader) speech(q *quote) bool {
	words := q.words
	if r.tongue.order == han {
		words = (words + 1) / 2
	}
	whole := q.upper && (q.sentence || q.comma)
	switch {
	case r.tongue.look(r.text[q.speaker.begin:q.speaker.end]).class&self != 0 && len(r.text[q.speaker.begin:q.speaker.end]) == 3: // "You say: “…”" is what nobody said
		return false
	case q.titled && q.words > 1:
		return q.speaker.end > 0 && !q.inherited && q.words > 3
	case q.speaker.end == 0:
		return (whole && (q.sentence || q.cue.end > 0) || r.tongue.order != svo && q.sentence) && words >= unnamedWords
	case q.inherited: // a sentence of its own
		return whole
	case q.own:
		return q.cue.end > 0 && r.tongue.look(r.text[q.speaker.begin:q.speaker.end]).class&self == 0
	case q.words <= 2 && !q.upper: // "“Then,” she says, “shots fell.”"
		return q.cue.end > 0 && (q.sentence && q.led || q.tail && gap(r.text, q.end, q.cue.begin))
	case q.cue.end > 0 && (q.comma || q.sentence && q.upper || r.adjacent(q)):
		return true
	case q.tail && q.upper && q.cue.begin > q.end && q.cue.begin-q.end < tailBytes: // "« Une honte », a-t-il répété"
		return true
	case whole:
		return words >= wholeWords
	}
	return words >= partWords && (words >= unnamedWords || near(q))
}

// near reports whether the word that says that somebody speaks stands so near
// that a few words between marks are meant by it.
func near(q *quote) bool {
	return q.cue.end > 0 && q.begin-q.cue.end < nearBytes && q.cue.begin-q.end < nearBytes
}

// tailBytes is how far a verb stands behind the comma of a short quotation.
const tailBytes = 24

// nearBytes is how far that is at most.
const nearBytes = 90

// adjacent reports whether nothing but marks stands between a quotation and the
// word that says that somebody speaks, or its speaker.
func (r *reader) adjacent(q *quote) bool {
	return (q.words > 1 || q.tail) && (gap(r.text, q.end, q.cue.begin) || q.upper && gap(r.text, q.cue.end, q.begin))
}

// gap reports whether only marks and blanks, at most a few, stand from b to e.
func gap(text string, b, e int) bool {
	if b > e || e-b > 12 {
		return false
	}
	for _, c := range text[b:e] {
		if letter(c) {
			return false
		}
	}
	return true
}
