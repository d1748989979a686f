// Package speech finds who says what in a text: direct quotations with their
// speakers, reported speech, and the people and organisations that are named.
// It goes through the text once; its time grows with the text's length alone.
package speech

// Span is a piece of the text in code points, End exclusive.
type Span struct{ Begin, End int }

// Stance is what a speaker does with what is said.
type Stance uint8

// The stances; a cue that tells none asserts.
const (
	Asserts Stance = iota
	Denies
	Questions
	CallsFor
	Predicts
)

// String gives the word that claims use.
func (s Stance) String() string {
	return [...]string{"asserts", "denies", "questions", "calls_for", "predicts"}[s]
}

// Quotation is speech between quotation marks, without the outer marks.
type Quotation struct {
	Span
	Text    string
	Speaker Speaker
	Cue     Words // empty when no word says that somebody speaks
	Stance  Stance
	Context Words // the sentence before; only when there is no speaker
}

// Speaker is who speaks, in the text's words: the name without its titles, or
// the description. A pronoun's speaker stands where it was named.
type Speaker struct {
	Words
	Person bool
}

// Words is a piece of the text; empty when there is none.
type Words struct {
	Span
	Text string
}

// Paraphrase is what somebody says without being quoted.
type Paraphrase struct {
	Span
	Text    string
	Speaker Speaker
	Cue     Words
	Stance  Stance
}

// Named is a person or an organisation with the place where it is first named
// and how often.
type Named struct {
	Words
	Count int
	Again []Words // the next places, at most 30
}

// Found is what a text holds, each list in the text's order.
type Found struct {
	Quotations    []Quotation
	Paraphrases   []Paraphrase
	People        []Named
	Organisations []Named
}

// Find reads a text. The language is BCP 47; empty, it is told by the script.
// In a language that is not covered only whole sentences between quotation
// marks are found, without speakers.
func Find(text, language string) Found {
	r := &reader{text: text, tongue: tongueOf(language, text)}
	r.names.init()
	eachParagraph(text, r.paragraph)
	r.end()
	return r.found()
}
