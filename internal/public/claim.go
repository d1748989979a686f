package public

import "time"

// Claim is one attributed statement of an article, as a person accepted it. Its
// hedge, its bound and its date go into every output.
type Claim struct {
	ID        string  `json:"id"`
	ArticleID string  `json:"article_id"`
	Begin     int     `json:"begin"`    // code points in the article's whole text
	End       int     `json:"end"`      // code points, exclusive
	Words     string  `json:"words"`    // the statement as it stands in the text
	Cue       string  `json:"cue"`      // the words that say how sure it is: "believed to be", "as many as"; may be empty
	Claimant  string  `json:"claimant"` // who says so, in the text's words: "Russian officials"; empty when the text does not say
	Hedge     Hedge   `json:"hedge"`
	Bound     Bound   `json:"bound"`
	Min       float64 `json:"min"` // 0 when unknown; an exact number stands in both
	Max       float64 `json:"max"`
	Unit      string  `json:"unit"` // people, years, money, percent …
	Measure   Measure `json:"measure"`
	Scope     string  `json:"scope"`     // what is counted and where, in words
	AsOf      string  `json:"as_of"`     // EDTF: when it is said to have been so; empty: the article's date
	Question  string  `json:"question"`  // id of the question that it answers; may be empty
	Outlet    string  `json:"outlet"`    // of the article
	Published string  `json:"published"` // EDTF, of the article
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

// FigureRule names how a figure was decided.
type FigureRule string

// The rules.
const (
	ByRange    FigureRule = "range"
	ByLatest   FigureRule = "latest"
	ByOfficial FigureRule = "official"
	ByReliable FigureRule = "most_reliable"
	ByEstimate FigureRule = "own_estimate"
)

// Figure is the answer that a person decided for a question, from claims that
// stay visible.
type Figure struct {
	ID         string     `json:"id"`
	Territory  string     `json:"territory"`
	Origin     string     `json:"origin"` // whose people or things are counted, by id of a territory; empty for anybody's
	QuestionID string     `json:"question_id"`
	Question   string     `json:"question"`   // in words: "North Korean workers in Russia"
	Definition string     `json:"definition"` // what counts as one; may be empty
	Scope      string     `json:"scope"`      // what the question leaves out; may be empty
	Measure    Measure    `json:"measure"`
	Unit       string     `json:"unit"`
	Min        float64    `json:"min"`
	Max        float64    `json:"max"`   // 0: open upwards
	AsOf       string     `json:"as_of"` // EDTF
	By         FigureRule `json:"by"`    // the named rule; empty where none was named
	Rule       string     `json:"rule"`  // how it was decided, in a sentence
	Note       string     `json:"note"`  // what is not counted; may be empty
	Decided    time.Time  `json:"decided"`
	Claims     []Claim    `json:"claims"` // that answer the question, oldest first
	Beside     []Claim    `json:"beside"` // of another scope, time or measure, oldest first: shown, not counted
}

// ClaimUse is a figure that names a claim.
type ClaimUse struct {
	Figure    string // id
	Territory string
	Question  string
	Counted   bool // otherwise it stands beside the figure
}

// ClaimLimit is how many claims are found at most.
const ClaimLimit = 20

// ClaimQuery is what somebody asks whether it was claimed.
type ClaimQuery struct {
	Text   string  // of a claim, or words about its number
	Number float64 // that it has as least or as most; 0 asks for the text
}
