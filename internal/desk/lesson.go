package desk

import (
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
)

// MarkState is what a person decided about a finding of an article.
type MarkState string

// The states of a mark.
const (
	MarkAccepted MarkState = "accepted"
	MarkRefused  MarkState = "refused"
)

// FindingMark is a decision about a finding of one article. It holds for what the
// finding says, so that it stays when the article is analysed again.
type FindingMark struct {
	ArticleID string
	Kind      FindingKind
	Value     string
	State     MarkState
}

// LessonState is whether the desk goes by a lesson.
type LessonState string

// The states of a lesson.
const (
	LessonProposed LessonState = "proposed" // after a correction; changes nothing
	LessonUsed     LessonState = "used"     // confirmed by an editor; later analyses go by it
	LessonDropped  LessonState = "dropped"  // refused, or taken back
)

// Lesson is an entry of the desk's own lists: what some words do not mean, or
// mean instead. It comes from a correction and is used once an editor confirms it.
type Lesson struct {
	ID        string
	Kind      FindingKind // of the finding that was wrong
	Value     string      // of it
	Words     string      // as they stood in the article
	Meaning   string      // what they are instead: "person", "organisation", the id of a territory; empty: not that
	SourceID  string      // the source for which it holds; empty: everywhere
	State     LessonState
	ArticleID string // where it was taught first
	Times     int    // corrections that taught it
	CreatedAt time.Time
}

// Line writes a lesson for the audit, in no language.
func (l Lesson) Line() string {
	line := string(l.Kind) + ":" + l.Value + " ≠ " + l.Words
	if l.Meaning != "" {
		line += " = " + l.Meaning
	}
	return line
}

// LessonLine is a lesson with what a list says of where it comes from.
type LessonLine struct {
	Lesson
	Source  string // the outlet of the source; empty: everywhere
	Article string // the title of the article
}

// MaxLesson is how many bytes the words of a lesson have at most.
const MaxLesson = 200

// teaches are the kinds of finding that a correction can teach something about.
var teaches = []FindingKind{FindingAbout, FindingMentioned, FindingTheme, FindingAct, FindingGroup, FindingCommunity, FindingPerson, FindingOrganisation}

// NewLesson gives what a correction of a finding proposes. Rights follow from
// acts and themes, and dates are no list, so these teach nothing: false. Errors:
// Invalid for a meaning that is none.
func NewLesson(f Finding, words, meaning string) (l Lesson, ok bool, err error) {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" || len(words) > MaxLesson || !slices.Contains(teaches, f.Kind) {
		return l, false, nil
	}
	kind := f.Kind
	if kind == FindingAbout {
		kind = FindingMentioned
	}
	_, territory := geo.Find(meaning)
	switch {
	case meaning == "":
	case territory && kind == FindingMentioned && meaning != f.Value:
	case meaning == string(FindingOrganisation) && kind == FindingPerson, meaning == string(FindingPerson) && kind == FindingOrganisation:
	default:
		return l, false, fault.New(fault.Invalid, "These words cannot mean that. Choose a territory by its name, or leave it empty.")
	}
	return Lesson{Kind: kind, Value: f.Value, Words: words, Meaning: meaning, State: LessonProposed, Times: 1}, true, nil
}

// MoveLesson gives the state that a verb leads to. Errors: Conflict when it is
// not possible from there.
func MoveLesson(from LessonState, verb Verb) (LessonState, error) {
	switch {
	case verb == VerbAccept && from != LessonUsed:
		return LessonUsed, nil
	case verb == VerbRefuse && from == LessonProposed:
		return LessonDropped, nil
	case verb == VerbUndo && from != LessonProposed:
		return LessonProposed, nil
	}
	return from, fault.New(fault.Conflict, "Somebody decided the same before you. Reload the page to see where it stands.")
}
