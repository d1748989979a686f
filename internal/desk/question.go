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

// Question is what is counted or asked: "North Korean workers in Russia, stock,
// people". Claims are linked to it by a person, proposed by the machine.
type Question struct {
	ID         string
	Title      string // as readers know it
	Terms      []Term // what is counted, in the words of several languages; none: the machine proposes nothing
	Acts       []Term // what they do or what is done to them, one of which must be said too; none: whatever it is
	Territory  string // where, by id
	Origin     string // whose, by id of a territory; empty for anybody's
	Measure    string // stock, flow, rate
	Unit       string
	Since      string // EDTF; claims of before are of another time; empty: of any
	Until      string // EDTF
	Definition string // what counts as one
	Scope      string // what is not counted
	Editor     string // id of the account that claims are proposed to; empty: to all
	Closed     bool   // nothing is proposed any more

	Version   int
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Term is a word or some words for what is counted, in a language (BCP 47;
// empty where it does not matter).
type Term struct {
	Language, Text string
}

// QuestionLine is a question with what a list says about it.
type QuestionLine struct {
	Question
	Waiting int // proposals that would answer it
	Linked  int // claims that answer it
	Figures int // that were decided for it and not withdrawn
}

// maxTerms is how many words a question may be asked by.
const maxTerms = 60

// CheckQuestion looks for what a question lacks. Errors: Invalid, with
// everything that is missing.
func CheckQuestion(q Question) error {
	var missing []string
	need := func(ok bool, words string) {
		if !ok {
			missing = append(missing, words)
		}
	}
	known := func(id string) bool { _, ok := geo.Find(id); return ok }
	need(strings.TrimSpace(q.Title) != "", "a title that says what is asked")
	need(known(q.Territory), "a territory of the list")
	need(q.Origin == "" || known(q.Origin), "an origin of the list, or none")
	need(q.Unit != "", "what is counted")
	need(slices.Contains(Measures[1:], q.Measure), "whether it is a stock, a flow or a rate")
	need((q.Since == "" || edtf.Valid(q.Since)) && (q.Until == "" || edtf.Valid(q.Until)), "dates such as 2017 or 2017-03")
	need(len(q.Terms)+len(q.Acts) <= maxTerms, "at most 60 words that are looked for")
	need(!slices.ContainsFunc(slices.Concat(q.Terms, q.Acts), func(t Term) bool { return !askable(t.Text) }), "words of at least two letters")
	if len(missing) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "This question needs %s.", fault.List{Between: ", ", Items: missing})
}

// CheckAnswer holds that a figure counts what its question counts. Errors:
// Invalid; a withdrawn figure may be as it was.
func CheckAnswer(f Figure, q Question) error {
	if f.Withdrawn || f.Territory == q.Territory && f.Measure == q.Measure && f.Unit == q.Unit {
		return nil
	}
	return fault.New(fault.Invalid, "This figure is of another place, unit or measure than its question. Change the question first, or decide a figure of another one.")
}

// QuestionOf gives the question of a figure that was decided without one. The
// migration to version 18 of the desk's schema makes the same.
func QuestionOf(f Figure) Question {
	return Question{
		ID: strings.Replace(f.ID, "_"+string(KindFigure)+"_", "_"+string(KindQuestion)+"_", 1), Title: f.Question, Territory: f.Territory, Measure: f.Measure,
		Unit: f.Unit, Scope: f.Note, Version: 1,
	}
}

// QuestionChanges lists what differs between two forms of a question.
func QuestionChanges(before, after Question) (out []Change) {
	for _, c := range []Change{
		{"title", before.Title, after.Title},
		{"wanted", TermsText(before.Terms), TermsText(after.Terms)},
		{"acts_wanted", TermsText(before.Acts), TermsText(after.Acts)},
		{"territory", before.Territory, after.Territory},
		{"origin", before.Origin, after.Origin},
		{"measure", before.Measure, after.Measure},
		{"unit", before.Unit, after.Unit},
		{"since", before.Since, after.Since},
		{"until", before.Until, after.Until},
		{"definition", before.Definition, after.Definition},
		{"scope", before.Scope, after.Scope},
		{"editor", before.Editor, after.Editor},
		{"closed", strconv.FormatBool(before.Closed), strconv.FormatBool(after.Closed)},
	} {
		if c.Before != c.After {
			out = append(out, c)
		}
	}
	return out
}

// TermsText writes terms as they are typed: a line for each language,
// "en: workers, labourers".
func TermsText(terms []Term) string {
	var lines []string
	for i, t := range terms {
		switch {
		case i > 0 && t.Language == terms[i-1].Language:
			lines[len(lines)-1] += ", " + t.Text
		case t.Language != "":
			lines = append(lines, t.Language+": "+t.Text)
		default:
			lines = append(lines, t.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// ParseTerms reads what TermsText writes, each term once.
func ParseTerms(text string) (out []Term) {
	for line := range strings.Lines(text) {
		language, rest, found := strings.Cut(line, ":")
		if language = strings.TrimSpace(language); !found || len(language) > 8 || strings.ContainsAny(language, " ,") {
			language, rest = "", line
		}
		for t := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(",;、،，\n", r) }) {
			term := Term{language, strings.Join(strings.Fields(t), " ")}
			if term.Text != "" && !slices.Contains(out, term) {
				out = append(out, term)
			}
		}
	}
	return out
}

// LinkState is what became of a link between a claim and a question.
type LinkState string

// The states of a link.
const (
	LinkProposed LinkState = "proposed" // by the machine; changes nothing
	Linked       LinkState = "linked"   // the claim answers the question
	LinkBeside   LinkState = "beside"   // of another scope, time or measure: shown, not counted
	LinkRefused  LinkState = "refused"  // it does not come back
)

// Link is a claim that was proposed for a question, or decided to belong to it.
type Link struct {
	ClaimLine
	Fit
	State   LinkState
	Origins []string // of the claim, as the machine reads it, by id
	Places  []string
}
