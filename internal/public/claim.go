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
	Unit      string  `json:"unit"` // people, years, money, percent …; empty for a statement without a number
	Measure   Measure `json:"measure"`
	Scope     string  `json:"scope"`     // what is counted and where, in words
	AsOf      string  `json:"as_of"`     // EDTF: when it is said to have been so; empty: the article's date
	Question  string  `json:"question"`  // id of the question that it answers; may be empty
	Outlet    string  `json:"outlet"`    // of the article
	Published string  `json:"published"` // EDTF, of the article

	Polarity Polarity `json:"polarity"`  // empty, as in old files, asserts
	Mode     Mode     `json:"mode"`      // empty when nobody said
	Basis    string   `json:"basis"`     // testimony, official_record, court_document, satellite, survey, media; empty when the text gives none
	Kind     string   `json:"kind"`      // of the claimant: person, office, state, igo, ngo, media, expert, anonymous, document, author; may be empty
	Via      []string `json:"via"`       // relays between the claimant and this site in the text's words, outermost first
	Places   []string `json:"places"`    // ids of territories that it is about
	SaidOn   string   `json:"said_on"`   // EDTF: when it was said
	RefersTo string   `json:"refers_to"` // EDTF: when what is said happened
}

// Numbered reports whether a claim states how many or how much.
func (c Claim) Numbered() bool { return c.Min > 0 || c.Max > 0 }

// Asserts reports whether the claimant says that it is so.
func (c Claim) Asserts() bool { return c.Polarity == Asserts || c.Polarity == "" }

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

// Mode is how a text gives what somebody claims.
type Mode string

// The modes.
const (
	Quoted       Mode = "quoted"
	PartlyQuoted Mode = "partly_quoted"
	Paraphrased  Mode = "paraphrased"
	Unattributed Mode = "unattributed"
)

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
