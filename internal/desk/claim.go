package desk

import (
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
	ID        string
	Territory string
	Question  string
	Unit      string
	Measure   string
	Min       float64
	Max       float64  // 0: open upwards
	AsOf      string   // EDTF
	Rule      string   // how it was decided, in a sentence
	Note      string   // what is not counted
	Claims    []string // ids of those that answer the question
	Beside    []string // ids of those of another scope, time or measure: shown, not counted
	Withdrawn bool

	Version        int
	EditionVersion int
	DecidedAt      time.Time
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
	need(strings.TrimSpace(f.Rule) != "", "how it was decided")
	need(len(f.Claims) > 0, "at least one accepted claim")
	if len(missing) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "This figure needs %s.", fault.List{Between: ", ", Items: missing})
}
