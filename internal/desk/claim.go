package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

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

// Claim is one attributed statement of an article. What it says never changes;
// only its state is decided.
type Claim struct {
	ID        string
	ArticleID string
	State     ClaimState
	Begin     int    // code points in the article's text
	End       int    // code points, exclusive
	Words     string // as they stand in the text
	Cue       string // the words that say how sure it is
	Claimant  string // in the text's words; empty when it does not say
	Hedge     string // none, reported, alleged, believed, estimated, possible
	Bound     string // exact, about, at_least, at_most, more_than, less_than, range
	Min       float64
	Max       float64
	Unit      string
	Measure   string // stock, flow, rate; empty when it cannot be told
	Scope     string
	AsOf      string // EDTF
	Rule      string // which rule proposed it, with version; "person" for an editor's
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

// Hedges, Bounds and Measures are the words that a claim is written in, in the
// order of a form; the first of each says the least.
var (
	Hedges   = []string{"none", "reported", "alleged", "believed", "estimated", "possible"}
	Bounds   = []string{"exact", "about", "at_least", "at_most", "more_than", "less_than", "range"}
	Measures = []string{"", "stock", "flow", "rate"}
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

// Mark gives a claim with its place in a text, that of the first time its words
// stand there. Errors: Invalid when they do not, or when the claim lacks
// something or its numbers do not fit its bound.
func Mark(c Claim, text string) (Claim, error) {
	var missing []string
	need := func(ok bool, words string) {
		if !ok {
			missing = append(missing, words)
		}
	}
	before, _, found := strings.Cut(text, c.Words)
	need(found && strings.TrimSpace(c.Words) != "", "words that stand in the text as they are")
	need(slices.Contains(Hedges, c.Hedge), "how sure the claimant is")
	need(slices.Contains(Bounds, c.Bound) && slices.Contains(Measures, c.Measure), "what the number bounds and measures")
	need(c.Unit != "", "what is counted")
	need(c.AsOf == "" || edtf.Valid(c.AsOf), "a date such as 2017, 2017-03 or 2017-03-29")
	low, high := c.Min > 0, c.Max > 0
	switch c.Bound {
	case "at_least", "more_than":
		need(low && !high, "the least number alone")
	case "at_most", "less_than":
		need(high && !low, "the most number alone")
	case "range":
		need(low && c.Max > c.Min, "a least and a larger most number")
	default:
		need(low && c.Max == c.Min, "one number, the same as least and as most")
	}
	if len(missing) > 0 {
		return c, fault.New(fault.Invalid, "This claim needs %s.", fault.List{Between: ", ", Items: missing})
	}
	c.Begin = utf8.RuneCountInString(before)
	c.End, c.State, c.Rule = c.Begin+utf8.RuneCountInString(c.Words), ClaimAccepted, ByPerson
	return c, nil
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
