package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
)

// ClaimState is what became of a claim that was proposed.
type ClaimState string

// The states of a claim.
const (
	ClaimProposed ClaimState = "proposed" // by the machine or an editor; changes nothing
	ClaimAccepted ClaimState = "accepted" // by a person; goes public with its article
	ClaimRefused  ClaimState = "refused"
)

// Claim is one attributed statement of an article. What the text does not say
// is empty. The words never change; what an editor corrects stands beside what
// was read, and only the state is decided.
type Claim struct {
	ID        string
	ArticleID string
	State     ClaimState
	Begin     int    // code points in the article's text
	End       int    // code points, exclusive
	Words     string // as they stand in the text
	Cue       string // the words that say how sure it is, put together
	Claimant  string // in the text's words; empty when it does not say
	Hedge     string // none, reported, alleged, believed, estimated, possible
	Bound     string // exact, about, at_least, at_most, more_than, less_than, range; exact without a number
	Min       float64
	Max       float64
	Unit      string // empty for a statement without a number
	Measure   string // stock, flow, rate; empty when it cannot be told
	Scope     string
	AsOf      string // EDTF
	Rule      string // which rule proposed it, with version; "person" for an editor's

	Polarity string   // asserts, denies, questions, calls_for, predicts
	Mode     string   // quoted, partly_quoted, paraphrased, unattributed; empty when nobody said
	Basis    string   // testimony, official_record, court_document, satellite, survey, media, unstated; empty when nobody said
	Kind     string   // of the claimant: person, office, state, igo, ngo, media, expert, anonymous, document, author; empty when not known
	Plural   bool     // the claimant is several
	Via      []string // relays in the text's words, outermost first
	Places   []string // ids of territories
	Number   string   // the number's own words
	Counted  string   // what is counted, as it stands
	Rank     int      // place in an order: 2 is the second; 0 for none
	SaidOn   string   // EDTF: when it was said
	RefersTo string   // EDTF: when what is said happened
	Source   Span     // of the claimant
	Content  Span     // what is said
	Cues     []Span   // the words of hedge and bound, and the verb of a statement

	Corrected *Corrected // nil: it says what was read
}

// Numbered reports whether a claim states how many or how much.
func (c Claim) Numbered() bool { return c.Min > 0 || c.Max > 0 }

// Moved gives the claim with its places in the text that many code points
// further on.
func (c Claim) Moved(by int) Claim {
	c.Begin, c.End = c.Begin+by, c.End+by
	for _, s := range []*Span{&c.Source, &c.Content} {
		if s.End > 0 {
			s.Begin, s.End = s.Begin+by, s.End+by
		}
	}
	c.Cues = slices.Clone(c.Cues)
	for i := range c.Cues {
		c.Cues[i].Begin, c.Cues[i].End = c.Cues[i].Begin+by, c.Cues[i].End+by
	}
	return c
}

// Figure is the answer that a person decided for a question.
type Figure struct {
	ID         string
	QuestionID string // of the question that it answers
	Territory  string
	Question   string // its wording
	Unit       string
	Measure    string
	Min        float64
	Max        float64  // 0: open upwards
	AsOf       string   // EDTF
	By         string   // the named rule, one of FigureRules; empty of figures from before there were names
	Rule       string   // how it was decided, in a sentence
	Note       string   // what is not counted
	Claims     []string // ids of those that answer the question
	Beside     []string // ids of those of another scope, time or measure: shown, not counted
	Withdrawn  bool

	Version        int
	EditionVersion int
	DecidedAt      time.Time
}

// Hedges, Bounds, Measures and Polarities are the words that a claim is written
// in, in the order of a form; the first of each says the least.
var (
	Hedges     = []string{"none", "reported", "alleged", "believed", "estimated", "possible"}
	Bounds     = []string{"exact", "about", "at_least", "at_most", "more_than", "less_than", "range"}
	Measures   = []string{"", "stock", "flow", "rate"}
	Polarities = []string{Asserts, Denies, Questions, CallsFor, Predicts}
)

// The polarities: what a claimant does with what is said.
const (
	Asserts   = "asserts"
	Denies    = "denies"
	Questions = "questions"
	CallsFor  = "calls_for"
	Predicts  = "predicts"
)

// FigureRules are the named rules by which a figure is decided: the range of all
// that counts, the newest claim, the official one, the most reliable one, an
// estimate of the organisation's own.
var FigureRules = []string{"range", "latest", "official", "most_reliable", "own_estimate"}

// ByPerson is the rule of a claim that an editor marked.
const ByPerson = "person"

// ClaimLine is a claim with what a list says about its article.
type ClaimLine struct {
	Claim
	Title     string // of the article
	Outlet    string
	Published string // EDTF
	Public    bool   // its article is public
}

// FigureChanges lists what differs between two forms of a figure.
func FigureChanges(before, after Figure) (out []Change) {
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	for _, c := range []Change{
		{"territory", before.Territory, after.Territory},
		{"question", before.Question, after.Question},
		{"unit", before.Unit, after.Unit},
		{"measure", before.Measure, after.Measure},
		{"least", number(before.Min), number(after.Min)},
		{"most", number(before.Max), number(after.Max)},
		{"as_of", before.AsOf, after.AsOf},
		{"by", before.By, after.By},
		{"rule", before.Rule, after.Rule},
		{"note", before.Note, after.Note},
		{"claims", strings.Join(before.Claims, " "), strings.Join(after.Claims, " ")},
		{"beside", strings.Join(before.Beside, " "), strings.Join(after.Beside, " ")},
		{"withdrawn", strconv.FormatBool(before.Withdrawn), strconv.FormatBool(after.Withdrawn)},
	} {
		if c.Before != c.After {
			out = append(out, c)
		}
	}
	return out
}

// CheckFigure looks for what a figure lacks: a published count states its
// question, its date, how it was decided, and the claims it stands on. Errors:
// Invalid, with everything that is missing.
func CheckFigure(f Figure) error {
	var missing []string
	need := func(ok bool, words string) {
		if !ok {
			missing = append(missing, words)
		}
	}
	_, known := geo.Find(f.Territory)
	need(known, "a territory of the list")
	need(strings.TrimSpace(f.Question) != "", "its question")
	need(f.Unit != "", "what is counted")
	need(f.Measure == "stock" || f.Measure == "flow" || f.Measure == "rate", "whether it is a stock, a flow or a rate")
	need(f.Min >= 0 && f.Max >= 0 && f.Min+f.Max > 0 && (f.Max == 0 || f.Max >= f.Min), "a range from the least to the most")
	need(edtf.Valid(f.AsOf), "the date as of which it holds")
	need(f.By == "" || slices.Contains(FigureRules, f.By), "one of the named rules")
	need(strings.TrimSpace(f.Rule) != "", "how it was decided")
	need(len(f.Claims) > 0, "at least one accepted claim")
	if len(missing) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "This figure needs %s.", fault.List{Between: ", ", Items: missing})
}
