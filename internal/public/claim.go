package public

import "time"

// Claim is one attributed statement of an article, as a person accepted it. Its
// hedge, its bound and its date go into every output.
type Claim struct {
	ID        string
	ArticleID string
	Begin     int    // code points in the article's whole text
	End       int    // code points, exclusive
	Words     string // the statement as it stands in the text
	Cue       string // the words that say how sure it is: "believed to be", "as many as"; may be empty
	Claimant  string // who says so, in the text's words: "Russian officials"; empty when the text does not say
	Hedge     Hedge
	Bound     Bound
	Min, Max  float64 // 0 when unknown; an exact number stands in both
	Unit      string  // people, years, money, percent …
	Measure   Measure
	Scope     string // what is counted and where, in words
	AsOf      string // EDTF: when it is said to have been so; empty: the article's date
	Question  string // id of the question that it answers; may be empty
	Outlet    string // of the article
	Published string // EDTF, of the article
}

// Hedge is how sure a claimant is.
type Hedge string

// The hedges.
const (
	NoHedge   Hedge = "none"
	Reported  Hedge = "reported"
	Alleged   Hedge = "alleged"
	Believed  Hedge = "believed"
	Estimated Hedge = "estimated"
	Possible  Hedge = "possible"
)

// Bound is how a number bounds what it counts.
type Bound string

// The bounds.
const (
	Exact    Bound = "exact"
	About    Bound = "about"
	AtLeast  Bound = "at_least"
	AtMost   Bound = "at_most"
	MoreThan Bound = "more_than"
	LessThan Bound = "less_than"
	Range    Bound = "range"
)

// Measure tells what is there at a time from what happens in a time.
type Measure string

// The measures.
const (
	Stock Measure = "stock"
	Flow  Measure = "flow"
	Rate  Measure = "rate"
)

// Figure is the answer that a person decided for a question, from claims that
// stay visible.
type Figure struct {
	ID        string
	Territory string
	Question  string // in words: "North Korean workers in Russia"
	Measure   Measure
	Unit      string
	Min, Max  float64 // Max 0: open upwards
	AsOf      string  // EDTF
	Rule      string  // how it was decided, in a sentence
	Note      string  // what is not counted; may be empty
	Decided   time.Time
	Claims    []Claim // oldest first, those of other scopes too
}
