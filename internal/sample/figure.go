package sample

import (
	"strings"
	"unicode/utf8"
)

// Figure is an answer that was decided for a question, with the question; its
// words are those of public.Figure.
type Figure struct {
	Key            string  `json:"key"`
	Territory      string  `json:"territory"`
	Origin         string  `json:"origin,omitempty"` // whose; empty for anybody's
	Question       string  `json:"question"`
	Terms          string  `json:"terms"`      // what is counted, as an editor types it: "en: workers, labourers", a line for each language
	Definition     string  `json:"definition"` // what counts as one
	By             string  `json:"by"`         // the named rule
	Measure        string  `json:"measure"`
	Unit           string  `json:"unit"`
	Min            float64 `json:"min"`
	Max            float64 `json:"max"`
	AsOf           string  `json:"as_of"`
	Rule           string  `json:"rule"`
	Note           string  `json:"note"`
	Decided        string  `json:"decided,omitempty"`
	DecidedDaysAgo int     `json:"decided_days_ago"`
	Claims         []Claim `json:"claims"`
}

// Claim is an attributed statement in a post; its words are those of
// public.Claim.
type Claim struct {
	Post     string  `json:"post"`  // file of the post
	Words    string  `json:"words"` // as they stand, once, in its text
	Cue      string  `json:"cue"`
	Claimant string  `json:"claimant"` // in the text's words
	Hedge    string  `json:"hedge"`
	Bound    string  `json:"bound"`
	Min      float64 `json:"min"`
	Max      float64 `json:"max"`
	Unit     string  `json:"unit"`
	Measure  string  `json:"measure"`
	Scope    string  `json:"scope"`
	AsOf     string  `json:"as_of"`
	Answers  bool    `json:"answers"` // it answers the figure's question; others have another scope or measure
}

// Find gives where the claim's words stand in a text, in code points, and
// whether they stand there just once.
func (c Claim) Find(text string) (begin, end int, once bool) {
	if strings.Count(text, c.Words) != 1 {
		return 0, 0, false
	}
	begin = utf8.RuneCountInString(text[:strings.Index(text, c.Words)])
	return begin, begin + utf8.RuneCountInString(c.Words), true
}
