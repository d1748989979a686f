package desk

import (
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// Verb says what a person did.
type Verb string

// The decisions about articles and the desk.
const (
	VerbCorrect  Verb = "correct"  // changed what was read
	VerbPublish  Verb = "publish"  // made public, or changed in public
	VerbRefuse   Verb = "refuse"   // not for us
	VerbWithdraw Verb = "withdraw" // taken out of public
	VerbReopen   Verb = "reopen"   // a refused or withdrawn article waits again
	VerbUndo     Verb = "undo"     // puts back what the decision before it changed
	VerbAdd      Verb = "add"
	VerbChange   Verb = "change"
	VerbSend     Verb = "send"
	VerbAccept   Verb = "accept"  // a claim
	VerbPropose  Verb = "propose" // an erasure
	VerbDecline  Verb = "decline" // an erasure
	VerbErase    Verb = "erase"   // agreed by a second person
)

// Decision is a person's act on a record. It is stored with its audit entries
// in the transaction of the act itself and never changes.
type Decision struct {
	ID       string
	At       time.Time
	Account  string // who
	Verb     Verb
	RecordID string
	Reason   string // may be empty, but not for refuse and withdraw
	Changes  []Change
}

// Change is one audit entry: a field before and after.
type Change struct {
	Field, Before, After string
}

// Correction is what an editor may change in an article that was read.
type Correction struct {
	Title       string
	Standfirst  string
	Byline      []string
	Credit      string
	Outlet      string
	Published   string
	Address     string
	Language    string
	Text        string
	Territories []string
	Terms       []string
	Licence     Licence
	Release     bool // what was handed in may become public
}

// Correct gives the article with the correction made and what changed. A title
// for an article that had none is marked as the desk's own.
func Correct(a Article, c Correction) (Article, []Change) {
	var changes []Change
	set := func(field string, old *string, new string) {
		new = strings.TrimSpace(new)
		if *old != new {
			changes = append(changes, Change{field, *old, new})
			*old = new
		}
	}
	if c.Title != a.Title && a.Title == "" {
		a.TitleByDesk = true
		changes = append(changes, Change{"title_by_desk", "false", "true"})
	}
	set("title", &a.Title, c.Title)
	set("standfirst", &a.Standfirst, c.Standfirst)
	set("credit", &a.Credit, c.Credit)
	set("outlet", &a.Outlet, c.Outlet)
	set("published", &a.Published, c.Published)
	set("address", &a.Address, c.Address)
	set("language", &a.Language, c.Language)
	before := a.Text
	set("text", &a.Text, c.Text)
	if a.Text != before && a.HTML != "" { // the text is now the editor's; paragraphs are rendered from it
		set("html", &a.HTML, "")
	}
	if c.Licence != "" && c.Licence != a.Licence {
		changes = append(changes, Change{"licence", string(a.Licence), string(c.Licence)})
		a.Licence = c.Licence
	}
	if !slices.Equal(a.Byline, c.Byline) {
		changes = append(changes, Change{"byline", strings.Join(a.Byline, "; "), strings.Join(c.Byline, "; ")})
		a.Byline = slices.Clone(c.Byline)
	}
	territories := sortedUnique(c.Territories)
	if !slices.Equal(a.Territories, territories) {
		changes = append(changes, Change{"territories", strings.Join(a.Territories, " "), strings.Join(territories, " ")})
		a.Territories = territories
	}
	terms := sortedUnique(c.Terms)
	if !slices.Equal(a.Terms, terms) {
		changes = append(changes, Change{"terms", strings.Join(a.Terms, " "), strings.Join(terms, " ")})
		a.Terms = terms
	}
	if c.Release && a.Sensitivity == Restricted {
		changes = append(changes, Change{"sensitivity", string(a.Sensitivity), string(Open)})
		a.Sensitivity = Open
	}
	return a, changes
}

func sortedUnique(in []string) []string {
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}

// Move gives the stage that a verb leads to from a stage, and an error of kind
// Conflict when the verb is not possible there.
func Move(from Stage, verb Verb) (Stage, error) {
	switch {
	case verb == VerbCorrect && from != StageUnread && from != StageDuplicate:
		return from, nil
	case verb == VerbPublish && (from == StageWaiting || from == StagePublished):
		return StagePublished, nil
	case verb == VerbRefuse && (from == StageWaiting || from == StageUnreadable || from == StageDuplicate):
		return StageRefused, nil
	case verb == VerbWithdraw && from == StagePublished:
		return StageWithdrawn, nil
	case verb == VerbReopen && (from == StageRefused || from == StageWithdrawn || from == StageUnreadable || from == StageDuplicate):
		return StageWaiting, nil
	}
	return from, fault.New(fault.Conflict, "This article is %s, so it cannot be changed with %q. Reload the page to see where it stands.", from, verb)
}

// CheckPublish says what is missing before an article may become public, in
// one sentence for the editor, as an error of kind Invalid; nil when nothing is.
func CheckPublish(a Article) error {
	var missing []string
	if a.Title == "" {
		missing = append(missing, "a title (write one; it will be marked \"headline by the desk\")")
	}
	if a.Outlet == "" {
		missing = append(missing, "an outlet")
	}
	if len(a.Territories) == 0 && (a.Post == "" || a.Post == PostProfile) {
		missing = append(missing, "at least one territory")
	}
	if !a.Licence.Valid() {
		missing = append(missing, "how much may be shown (full, excerpt or link)")
	}
	if a.Licence == LicenceLink && a.Address == "" {
		missing = append(missing, "the original address, since only a link is to be shown")
	}
	if a.Text == "" && a.Licence != LicenceLink {
		missing = append(missing, "a text")
	}
	if a.Sensitivity != Open {
		missing = append(missing, "the decision that this handed-in text may be public")
	}
	if len(missing) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "Not published yet: this article needs %s.", fault.List{Between: "; ", Items: missing})
}

// CheckReason says that a refusal or withdrawal needs a reason.
func CheckReason(verb Verb, reason string) error {
	if (verb == VerbRefuse || verb == VerbWithdraw) && strings.TrimSpace(reason) == "" {
		return fault.New(fault.Invalid, "Please give a reason: whoever asks later why this was done must find it.")
	}
	return nil
}
