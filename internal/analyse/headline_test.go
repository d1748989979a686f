package analyse

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/desk"
)

// TestHeadlineSaysMore reads the cases of testdata/headlinesays.
func TestHeadlineSaysMore(t *testing.T) {
	files, err := filepath.Glob("testdata/headlinesays/*.txtar")
	if err != nil || len(files) != 4 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".txtar")
		archive, err := txtar.ParseFile(file)
		if err != nil || len(archive.Files)%3 != 0 || len(archive.Files) < 15 {
			t.Fatalf("%s: %d parts, %v", file, len(archive.Files), err)
		}
		for i := 0; i < len(archive.Files); i += 3 {
			part := func(k int) string { return strings.TrimSpace(string(archive.Files[i+k].Data)) }
			title, text := part(0), part(1)
			var got []string
			for _, n := range Headline(title, text, language, Analyse(Input{Text: text, Language: language}).DeskClaims()) {
				got = append(got, fmt.Sprintf("%s: %s", n.Kind, n.Headline))
				if (n.Text == "") != (n.Kind == AddsNumber) {
					t.Errorf("%s: %+v", title, n)
				}
			}
			if diff := cmp.Diff(part(2), strings.Join(got, "\n")); diff != "" {
				t.Errorf("%s, %s: %s\n%s", language, archive.Files[i].Name, title, diff)
			}
		}
	}
}

// TestHeadlineMindsDecisions: a refused claim is no claim of the text, a
// corrected one says what the editor says.
func TestHeadlineMindsDecisions(t *testing.T) {
	c := desk.Claim{Words: "as many as 50 workers", Bound: "at_most", Max: 50, Unit: "people", Counted: "workers", Hedge: "none", Polarity: desk.Asserts, Kind: "author"}
	const title, text = "50 workers in the camp", "There are as many as 50 workers in the camp."
	if got := Headline(title, text, "en", []desk.Claim{c}); len(got) != 1 || got[0].Kind != DropsBound {
		t.Errorf("%+v", got)
	}
	c.State = desk.ClaimRefused
	if got := Headline(title, text, "en", []desk.Claim{c}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	c.State, c.Bound, c.Min = desk.ClaimProposed, "exact", 50
	if got := Headline(title, text, "en", []desk.Claim{c}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	for _, title := range []string{"", " ", "7 000 työntekijää", strings.Repeat("50 ", 1000)} {
		Headline(title, text, "fi", nil)
		Headline(title, strings.Repeat("said 5 ", 50_000), "en", nil)
	}
}

// TestHeadlineNumberIsInTheText takes a number that the text has in the same
// words, though it counts nothing there, as one that the text has.
func TestHeadlineNumberIsInTheText(t *testing.T) {
	const title, text = "À Invenville, une radio reprend après quarante jours de silence", "Une radio a repris ses émissions mardi, quarante jours après la pose de scellés."
	if notes := Headline(title, text, "fr", nil); len(notes) > 0 {
		t.Errorf("%+v", notes)
	}
	if notes := Headline(title, "Une radio a repris ses émissions mardi.", "fr", nil); len(notes) != 1 || notes[0].Kind != AddsNumber {
		t.Errorf("%+v", notes)
	}
}
