package desk

import (
	"slices"
	"testing"

	"rightsdesk/internal/fault"
)

func fieldsOf(list []Change) (out []string) {
	for _, c := range list {
		out = append(out, c.Field)
	}
	return out
}

// TestRereadKeepsDecisions: what people changed stays, whatever is read now.
func TestRereadKeepsDecisions(t *testing.T) {
	old := Article{ID: "a", Stage: StagePublished, Title: "Old", Outlet: "Harbour News", Text: "One.\n\nRead more", HTML: "<p>One.</p>", Territories: []string{"BY"}, TextHash: "h", Version: 4}
	read := Article{Title: "New", Text: "One.", HTML: "<p>One.</p><p>2</p>", Byline: []string{"Ada Invented"}, Credit: "Agence Exemple", Image: Picture{Address: "https://wire.example/1.jpg", Caption: "A court"}, Removed: []Removed{{"repeated", "Read more"}}, Reader: "r2", TextHash: TextHash("One."), Confidence: 0.5}
	for name, c := range map[string]struct {
		held  []string
		desk  bool
		wants []string
	}{
		"nothing":     {nil, false, []string{"title", "credit", "text", "html", "image", "image_caption", "byline", "removed", "confidence"}},
		"a headline":  {nil, true, []string{"credit", "text", "html", "image", "image_caption", "byline", "removed", "confidence"}},
		"text":        {[]string{"text"}, false, []string{"title", "credit", "image", "image_caption", "byline", "confidence"}},
		"all of them": {[]string{"byline", "credit", "text", "title"}, false, []string{"image", "image_caption", "confidence"}},
	} {
		before := old
		before.TitleByDesk = c.desk
		a, changes := Rereadable{Article: before, Held: c.held}.Merge(read)
		if got := fieldsOf(changes); !slices.Equal(got, c.wants) {
			t.Errorf("%s: %q", name, got)
		}
		if a.Outlet != "Harbour News" || !slices.Equal(a.Territories, old.Territories) || a.Version != 4 || a.Stage != StagePublished || a.Reader != "r2" {
			t.Errorf("%s: %+v", name, a)
		}
		if held := slices.Contains(c.held, "text"); held != (a.TextHash == "h") {
			t.Errorf("%s: hash %q", name, a.TextHash)
		}
		if _, again := (Rereadable{Article: a, Held: c.held}).Merge(read); len(again) > 0 {
			t.Errorf("%s: a second time: %v", name, again)
		}
	}
}

// TestRereadMovesClaims: decided claims stay where their words are now.
func TestRereadMovesClaims(t *testing.T) {
	r := Rereadable{Article: Article{ID: "a", Text: "Menu ñ\n\nSome ten men. Some two."}, Claims: []Claim{
		{ID: "1", State: ClaimAccepted, Begin: 8, End: 16, Words: "Some ten"},
		{ID: "2", State: ClaimProposed, Begin: 22, End: 30, Words: "Some two"},
	}}
	to := Reread{Article: Article{ID: "a", Text: "Some ten men. Some two."}}
	found := []Claim{{ID: "3", State: ClaimProposed, Begin: 0, End: 8, Words: "Some ten"}, {ID: "4", State: ClaimProposed, Begin: 14, End: 22, Words: "Some two"}}
	got, err := r.Propose(to, nil, found)
	if err != nil || len(got.Moved) != 1 || got.Moved[0].Begin != 0 || got.Moved[0].End != 8 || got.Moved[0].ID != "1" {
		t.Errorf("%+v, %v", got, err)
	}
	if len(got.Proposed) != 1 || got.Proposed[0].ID != "4" {
		t.Errorf("%+v", got.Proposed)
	}
	to.Article.Text = "All of it is gone."
	if _, err := r.Propose(to, nil, nil); !fault.Is(err, fault.Conflict) {
		t.Error(err)
	}
}
