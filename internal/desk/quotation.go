package desk

import (
	"slices"
	"strings"

	"rightsdesk/internal/fault"
)

// QuotationState is what became of a quotation that was found.
type QuotationState string

// The states of a quotation.
const (
	QuotationProposed QuotationState = "proposed"
	QuotationAccepted QuotationState = "accepted" // as it stands, with its speaker
	QuotationRefused  QuotationState = "refused"
)

// Quotation is what somebody is quoted as saying in an article. It is for the
// desk: no quotation is on a public page by itself.
type Quotation struct {
	ID        string
	ArticleID string
	State     QuotationState
	Begin     int    // code points in the article's text
	End       int    // code points, exclusive
	Words     string // without the outer marks
	Speaker   string // in the text's words, or as an editor corrected it; empty when the text does not say
	Found     string // the speaker that the machine found
	Cue       string // the verb of saying
	Stance    string // asserts, denies, questions, calls_for, predicts
	Context   string // the sentence or paragraph before, when there is no speaker
	Rule      string
}

// MaxSpeaker is how many bytes a speaker has at most.
const MaxSpeaker = 300

// DecideQuotation gives a quotation as a person decided it, and what that
// changes. A corrected speaker accepts the quotation. Errors: Invalid for
// another verb, or a correction that names nobody.
func DecideQuotation(q Quotation, verb Verb, speaker string) (Quotation, []Change, error) {
	before := q
	switch speaker = strings.TrimSpace(speaker); verb {
	case VerbAccept:
		q.State = QuotationAccepted
	case VerbRefuse:
		q.State = QuotationRefused
	case VerbCorrect:
		if speaker == "" || len(speaker) > MaxSpeaker {
			return q, nil, fault.New(fault.Invalid, "Please write who says it, in at most %d letters.", MaxSpeaker/2)
		}
		q.State, q.Speaker = QuotationAccepted, speaker
	default:
		return q, nil, fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	var changes []Change
	if q.State != before.State {
		changes = append(changes, Change{"quotation", string(before.State), string(q.State) + ": " + q.Words})
	}
	if q.Speaker != before.Speaker {
		changes = append(changes, Change{"speaker", before.Speaker, q.Speaker})
	}
	return q, changes, nil
}

// KeepQuotations gives, of what was found in a text, what is new, and the
// decided ones that stand elsewhere now: a decision holds for the words.
func KeepQuotations(decided, found []Quotation) (fresh, moved []Quotation) {
	used := map[string]bool{}
	for _, q := range found {
		at := slices.IndexFunc(decided, func(d Quotation) bool { return d.Words == q.Words && !used[d.ID] })
		if at < 0 {
			fresh = append(fresh, q)
			continue
		}
		d := decided[at]
		used[d.ID] = true
		if d.Begin != q.Begin || d.End != q.End {
			d.Begin, d.End = q.Begin, q.End
			moved = append(moved, d)
		}
	}
	return fresh, moved
}
