package analyse

import "rightsdesk/internal/public"

// Claim is one attributed statement of a text, with a quantity where it states
// one: who says so, how sure, of what and when. What the text does not say is
// empty.
type Claim struct {
	Span       ClaimSpan    `json:"span"`
	Text       string       `json:"text"`                  // the words of the span
	Content    ClaimSpan    `json:"content_span"`          // what is said
	Cues       []Cue        `json:"cue_spans"`             // the words of hedge and bound, and the verb of a statement, in their order
	Source     *ClaimSpan   `json:"source_span,omitempty"` // of the claimant
	Claimant   *Claimant    `json:"claimant,omitempty"`    // kind author for what the text itself says
	Via        []string     `json:"via,omitempty"`         // relays in the text's words, outermost first
	Mode       Mode         `json:"mode"`                  //
	Polarity   Polarity     `json:"polarity"`              //
	Hedge      public.Hedge `json:"hedge"`                 //
	Bound      public.Bound `json:"bound"`                 // exact where there is no quantity
	Quantity   Quantity     `json:"quantity,omitzero"`     // absent for a statement without number
	Time       *ClaimTime   `json:"time,omitempty"`        //
	Place      []string     `json:"place,omitempty"`       // ids of territories
	Basis      string       `json:"basis"`                 // testimony, official_record, court_document, satellite, survey, media, unstated
	Extraction string       `json:"extraction"`            // rule and version

	bare bool // nothing is said in it of what is counted
}

// Mode is how a text gives what somebody claims.
type Mode string

// The modes.
const (
	Quoted       Mode = "quoted"
	PartlyQuoted Mode = "partly_quoted"
	Paraphrased  Mode = "paraphrased"
	Unattributed Mode = "unattributed"
)

// Polarity is what a claimant does with what is said.
type Polarity string

// The polarities.
const (
	Asserts   Polarity = "asserts"
	Denies    Polarity = "denies"
	Questions Polarity = "questions"
	CallsFor  Polarity = "calls_for"
	Predicts  Polarity = "predicts"
)

// ClaimSpan is a piece of the text in code points, End exclusive.
type ClaimSpan struct {
	Begin int `json:"start"`
	End   int `json:"end"`
}

// holds reports whether a piece lies inside this one.
func (s ClaimSpan) holds(t ClaimSpan) bool {
	return s.Begin <= t.Begin && t.End <= s.End && t.Begin < t.End
}

// meets reports whether two pieces share a code point.
func (s ClaimSpan) meets(t ClaimSpan) bool { return s.Begin < t.End && t.Begin < s.End }

// Cue is a piece of the text that tells hedge or bound.
type Cue struct {
	ClaimSpan
	Text string `json:"text"`
}

// Claimant is who says so, in the text's words.
type Claimant struct {
	Surface string `json:"surface"`
	Kind    string `json:"kind,omitempty"` // person, office, state, igo, ngo, media, expert, anonymous, document, author; empty when not known
	Plural  bool   `json:"plural,omitempty"`
}

// Quantity is how many of what. Nil numbers are unknown.
type Quantity struct {
	Min     *float64       `json:"min,omitempty"`
	Max     *float64       `json:"max,omitempty"`
	Best    *float64       `json:"best,omitempty"`
	Unit    string         `json:"unit"`              // people, percent, years, months, weeks, days, hours, a currency (ISO 4217), or the things counted: families, churches, cases …
	Counted string         `json:"counted,omitempty"` // the noun with its adjectives, as it stands
	Measure public.Measure `json:"measure,omitempty"`
	Scope   string         `json:"scope,omitempty"` // what is counted and where, in the text's words

	Number string `json:"number"`         // the number's own words
	Rank   int    `json:"rank,omitempty"` // place in an order: 2 is the second

	NumberSpan ClaimSpan `json:"-"` // of Number
}

// ClaimTime is when it was said, as of when it is said to have been so, and
// when what is said happened; EDTF, empty where the text does not say.
type ClaimTime struct {
	SaidOn   string `json:"said_on,omitempty"`
	AsOf     string `json:"as_of,omitempty"`
	RefersTo string `json:"refers_to,omitempty"`

	dated bool // the text itself names the date of AsOf
}
