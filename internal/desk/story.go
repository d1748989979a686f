package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// The decisions about stories.
const (
	VerbSplit Verb = "split" // this article carries another story
	VerbJoin  Verb = "join"  // this article carries the story of another
	VerbLead  Verb = "lead"  // this article stands for its story
)

// Part is an article of a story.
type Part struct {
	ID          string
	Stage       Stage
	Title       string
	Outlet      string
	Published   string // EDTF
	Address     string
	Language    string
	Sensitivity Sensitivity
	Words       int
	Similarity  float64
	Leads       bool   // it stands for the story; the others are its copies
	Held        bool   // a person decided where it belongs
	Shown       bool   // a person published it with the one that leads
	Revises     string // of what it is a later version
	CreatedAt   time.Time
}

// fullEnough is the share of the longest text that an article must have to
// stand for the story before a longer one.
const fullEnough = 2.0 / 3

// Leader chooses the article that stands for a story: the one that is public
// or was chosen by a person; otherwise, of those that are nearly as long as the
// longest, the earliest by its day, then by its arrival. A later version of an
// article is never chosen. It gives the empty id for no parts.
func Leader(parts []Part) string {
	longest := 0
	for _, p := range parts {
		longest = max(longest, p.Words)
	}
	rank := func(p Part) int {
		switch {
		case p.Stage == StagePublished:
			return 0
		case p.Leads && p.Held:
			return 1
		case p.Stage == StageDuplicate || p.Revises != "":
			return 4
		case float64(p.Words) < fullEnough*float64(longest):
			return 3
		}
		return 2
	}
	day := func(p Part) string { return cmp.Or(p.Published, "9999") }
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(day(a), day(b)), a.CreatedAt.Compare(b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	if len(parts) == 0 {
		return ""
	}
	return parts[0].ID
}

// Fields of changes about stories. Those that end with a blank are followed by
// the id of the article, another one than the decision is about.
const (
	fieldStory   = "story"
	FieldStoryOf = "story "
	FieldShown   = "shown "
)

// Split takes an article out of its story: it stands for itself and waits.
// Errors: Conflict when it is no copy.
func Split(a Article) (Article, []Change, error) {
	if a.Story == "" {
		return a, nil, fault.New(fault.Conflict, "This article is no copy of another one. Reload the page to see where it stands.")
	}
	changes := []Change{{Field: fieldStory, Before: a.Story}}
	if a.Stage == StageDuplicate {
		changes = append(changes, Change{Field: "stage", Before: string(a.Stage), After: string(StageWaiting)})
		a.Stage = StageWaiting
	}
	a.Story = ""
	return a, changes, nil
}

// Join makes an article, with its copies, copies of another one. Errors:
// Conflict when one of them is public, or the other is a copy itself or not of
// this desk's news.
func Join(a Article, copies []Part, to Article) (Article, []Change, error) {
	switch {
	case to.ID == a.ID || a.Story == to.ID:
		return a, nil, fault.New(fault.Conflict, "That is the same story already.")
	case to.Story != "":
		return a, nil, fault.New(fault.Conflict, "That article is a copy itself. Please join the one that stands for its story.")
	case a.Stage == StagePublished:
		return a, nil, fault.New(fault.Conflict, "This article is public on a page of its own. Withdraw it first, so that nobody finds two.")
	case a.Post != "" || to.Post != "":
		return a, nil, fault.New(fault.Conflict, "A text of the organisation's own is no copy, and has none.")
	case to.Stage != StageWaiting && to.Stage != StagePublished:
		return a, nil, fault.New(fault.Conflict, "That article is %s, so it stands for no story. Open it again first.", to.Stage)
	}
	changes := []Change{{Field: fieldStory, Before: a.Story, After: to.ID}}
	for _, p := range copies {
		if p.ID != a.ID {
			changes = append(changes, Change{Field: FieldStoryOf + p.ID, Before: a.ID, After: to.ID})
		}
	}
	a.Story = to.ID
	return a, changes, nil
}

// Lead makes an article stand for its story. Parts are all of the story's.
// Errors: Conflict when it does already, or the one that does is public: its
// address must go on leading to it.
func Lead(a Article, parts []Part) (Article, []Change, error) {
	if a.Story == "" {
		return a, nil, fault.New(fault.Conflict, "This article stands for its story already.")
	}
	if a.Stage != StageWaiting {
		return a, nil, fault.New(fault.Conflict, "This article is %s, so it cannot stand for a story.", a.Stage)
	}
	changes := []Change{{Field: fieldStory, Before: a.Story}}
	for _, p := range parts {
		switch {
		case p.Leads && p.Stage == StagePublished:
			return a, nil, fault.New(fault.Conflict, "The article that stands for this story is public, and readers have its address. Withdraw it first, or correct its text.")
		case p.Leads:
			changes = append(changes, Change{Field: FieldStoryOf + p.ID, After: a.ID})
		case p.ID != a.ID:
			changes = append(changes, Change{Field: FieldStoryOf + p.ID, Before: a.Story, After: a.ID})
		}
	}
	a.Story = ""
	return a, changes, nil
}

// Show gives the changes by which the copies of a published article are
// published with it: those that may be.
func Show(parts []Part) (changes []Change) {
	for _, p := range parts {
		if !p.Leads && !p.Shown && p.MayShow() {
			changes = append(changes, Change{Field: FieldShown + p.ID, After: "1"})
		}
	}
	return changes
}

// MayShow reports whether readers may be told that a copy appeared: somebody
// published it, it is open, nobody refused or withdrew it, and it is no other
// version of what they read.
func (p Part) MayShow() bool {
	return p.Sensitivity == Open && p.Outlet != "" && p.Revises == "" && (p.Stage == StageWaiting || p.Stage == StageDuplicate)
}

// CheckStory says that a copy is not published by itself.
func CheckStory(a Article) error {
	if a.Stage == StagePublished && a.Story != "" {
		return fault.New(fault.Conflict, "This is a copy of another article, with which it is published. Split it off, or let it stand for the story, to publish it by itself.")
	}
	return nil
}

// ofOthers reports whether a change is about another article than its decision.
func ofOthers(c Change) bool {
	return strings.HasPrefix(c.Field, FieldStoryOf) || strings.HasPrefix(c.Field, FieldShown)
}

// DueStory is an article with its copies, which the edition does not have yet
// as they are now.
type DueStory struct {
	Leader  string
	Version int
	Parts   []Part
}
