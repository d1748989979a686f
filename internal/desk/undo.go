package desk

import (
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/fault"
)

// Undo gives the article as it was before its last decision, and what that
// changes. The day on which it first became public stays: the edition must hear
// of what leaves it. Errors: Conflict when the decision is of a kind that has
// nothing to put back, or is not the last one any more.
func Undo(a Article, last Decision) (Article, []Change, error) {
	switch last.Verb {
	case VerbCorrect, VerbPublish, VerbRefuse, VerbWithdraw, VerbReopen, VerbUndo, VerbSplit, VerbJoin, VerbLead, VerbKeep, VerbCut, VerbPutBack:
	default:
		return a, nil, cannotUndo()
	}
	var changes []Change
	for _, c := range slices.Backward(last.Changes) {
		if !ofOthers(c) && !putBack(&a, c) {
			return a, nil, cannotUndo()
		}
		changes = append(changes, Change{Field: c.Field, Before: c.After, After: c.Before})
	}
	if len(changes) == 0 {
		return a, nil, fault.New(fault.Conflict, "That decision changed nothing, so there is nothing to undo.")
	}
	return a, changes, nil
}

func cannotUndo() error {
	return fault.New(fault.Conflict, "That decision cannot be undone any more: the article was changed since. Please open it and decide again.")
}

// putBack sets a field to what it was before a change. It reports false when
// the field is not known or is not as the change left it.
func putBack(a *Article, c Change) bool {
	texts := map[string]*string{
		"title": &a.Title, "standfirst": &a.Standfirst, "outlet": &a.Outlet, "credit": &a.Credit, "published": &a.Published, "address": &a.Address,
		"language": &a.Language, "text": &a.Text, "html": &a.HTML, "markdown": &a.Markdown, "capture": &a.CaptureID,
		"licence": (*string)(&a.Licence), "sensitivity": (*string)(&a.Sensitivity), "stage": (*string)(&a.Stage), "post": (*string)(&a.Post), fieldStory: &a.Story,
	}
	if at, known := texts[c.Field]; known {
		if *at != c.After {
			return false
		}
		*at = c.Before
		return true
	}
	switch c.Field {
	case fieldKept, fieldCut:
		return putBackDoubt(a, c)
	case "title_by_desk":
		if strconv.FormatBool(a.TitleByDesk) != c.After {
			return false
		}
		a.TitleByDesk = c.Before == "true"
	case "byline":
		if strings.Join(a.Byline, "; ") != c.After {
			return false
		}
		a.Byline = cut(c.Before, "; ")
	case "territories":
		if strings.Join(a.Territories, " ") != c.After {
			return false
		}
		a.Territories = cut(c.Before, " ")
	case "terms":
		if strings.Join(a.Terms, " ") != c.After {
			return false
		}
		a.Terms = cut(c.Before, " ")
	default:
		return false
	}
	return true
}

func cut(s, separator string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, separator)
}
