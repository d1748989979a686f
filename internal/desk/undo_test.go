package desk_test

import (
	"reflect"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

func waiting() desk.Article {
	return desk.Article{
		ID: "rdk_a_aaaaaaaaaaaaaaaa", Stage: desk.StageWaiting, Outlet: "Invented Courier", Text: "One.\n\nTwo.", HTML: "<p>One.</p><p>Two.</p>",
		Byline: []string{"Ana Invented", "Bert Invented"}, Licence: desk.LicenceExcerpt, Sensitivity: desk.Restricted,
		Territories: []string{"KP"}, Version: 3,
	}
}

// TestUndoPutsEverythingBack holds the law that a correction and its undoing
// leave the article as it was.
func TestUndoPutsEverythingBack(t *testing.T) {
	before := waiting()
	after, changes := desk.Correct(before, desk.Correction{
		Title: "A title", Standfirst: "S", Byline: []string{"Cyd Invented"}, Credit: "Agence Exemple", Outlet: "Other", Published: "2017", Address: "https://example.org/",
		Language: "en", Text: "Three.", Territories: []string{"RU", "BY"}, Licence: desk.LicenceFull, Release: true,
	})
	after.Stage = desk.StagePublished
	changes = append(changes, desk.Change{Field: "stage", Before: "waiting", After: "published"})
	back, reversed, err := desk.Undo(after, desk.Decision{Verb: desk.VerbPublish, Changes: changes})
	if err != nil || !reflect.DeepEqual(back, before) || len(reversed) != len(changes) {
		t.Fatalf("%+v, %v", back, err)
	}
	again, _, err := desk.Undo(back, desk.Decision{Verb: desk.VerbUndo, Changes: reversed})
	if err != nil || !reflect.DeepEqual(again, after) {
		t.Errorf("undone twice: %+v, %v", again, err)
	}
}

func TestUndoRefusesWhatIsNotTheLast(t *testing.T) {
	for name, d := range map[string]desk.Decision{
		"changed since": {Verb: desk.VerbCorrect, Changes: []desk.Change{{Field: "outlet", Before: "x", After: "Elsewhere"}}},
		"territories":   {Verb: desk.VerbCorrect, Changes: []desk.Change{{Field: "territories", Before: "", After: "RU"}}},
		"byline":        {Verb: desk.VerbCorrect, Changes: []desk.Change{{Field: "byline", Before: "", After: "X"}}},
		"title by desk": {Verb: desk.VerbCorrect, Changes: []desk.Change{{Field: "title_by_desk", Before: "false", After: "true"}}},
		"nothing in it": {Verb: desk.VerbCorrect},
		"unknown field": {Verb: desk.VerbCorrect, Changes: []desk.Change{{Field: "paused"}}},
		"no such verb":  {Verb: desk.VerbSend, Changes: []desk.Change{{Field: "outlet", Before: "x", After: "Invented Courier"}}},
	} {
		if _, _, err := desk.Undo(waiting(), d); !fault.Is(err, fault.Conflict) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPostsMayBeAboutNoTerritory(t *testing.T) {
	a := waiting()
	a.Title, a.Sensitivity, a.Territories, a.Post = "T", desk.Open, nil, desk.PostStatement
	a.PublishedAt = time.Unix(1, 0)
	if err := desk.CheckPublish(a); err != nil {
		t.Error(err)
	}
	a.Post = desk.PostProfile
	if err := desk.CheckPublish(a); !fault.Is(err, fault.Invalid) {
		t.Error("a profile of no territory may be published", err)
	}
}
