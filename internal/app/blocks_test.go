package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/pipeline"
)

const quayFooter = "The quay letter reaches you because a friend of yours gave us your name."

// quayTexts are texts of an invented source with a footer.
func quayTexts(n int) map[string]string {
	out := map[string]string{}
	bodies := []string{
		"The lantern keeper was heard by two judges on Monday.\n\nNobody had told her why the quay was closed.",
		"An orchard burned down in the night, and its owner is missing.\n\nHis neighbours are looking for him.",
		"Twelve granaries stand empty since spring.\n\nA miller said that he had never seen such a year.",
		"Engineers close the viaduct for a week.\n\nTrains go around by the northern valley instead.",
		"Tanners went on strike over their wages.\n\nTalks with the town are to begin tomorrow, a clerk said.",
	}
	for i, body := range bodies[:n] {
		out[fmt.Sprintf("%d.txt", i)] = fmt.Sprintf("Invented news of day %d\n\nHarbour News (2%d.03.2017) – %s\n\n%s", i, i, body, quayFooter)
	}
	return out
}

// readAll reads what waits, and what is to be read again.
func readAll(t *testing.T, d *pipeline.Desk) {
	t.Helper()
	for _, stage := range []struct {
		name string
		do   func() (bool, error)
	}{{"read", func() (bool, error) { return d.Read(t.Context()) }}, {"relearn", func() (bool, error) { return d.Relearn(t.Context()) }}} {
		for more := true; more; {
			var err error
			if more, err = stage.do(); err != nil {
				t.Fatal(stage.name, err)
			}
		}
	}
}

// withFooter counts the articles that have the footer in their text.
func withFooter(t *testing.T, rooms *Rooms) (with, aside int) {
	t.Helper()
	list, err := rooms.Desk.Rereadable(t.Context(), "", "", 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		if strings.Contains(r.Article.Text, quayFooter) || strings.Contains(r.Article.HTML, quayFooter) {
			with++
		}
		if slices.Contains(r.Article.Removed, desk.Removed{Kind: "repeated", Text: quayFooter}) {
			aside++
		}
	}
	return with, aside
}

// TestRepeatedBlocksOfASource: below three articles a footer stays; then it is
// cut from new and old ones, but not from one that an editor corrected; when it
// is refused it is put back, and when that is undone it is cut again.
func TestRepeatedBlocksOfASource(t *testing.T) {
	e := testEnv(t, "")
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	dir := folderOf(t, quayTexts(5))
	take := func(numbers ...int) {
		var files []string
		for _, n := range numbers {
			files = append(files, filepath.Join(dir, fmt.Sprintf("%d.txt", n)))
		}
		if err := ImportFiles(t.Context(), d, files, func(i Imported) {
			if i.Error != "" {
				t.Error(i)
			}
		}); err != nil {
			t.Fatal(err)
		}
		readAll(t, d)
	}
	expect := func(when string, with, aside int) {
		t.Helper()
		if w, a := withFooter(t, rooms); w != with || a != aside {
			t.Fatalf("%s: in %d texts, kept aside from %d", when, w, a)
		}
	}
	take(0, 1)
	expect("two articles", 2, 0)
	list, err := rooms.Desk.Rereadable(t.Context(), "", "", 1)
	if err != nil {
		t.Fatal(err)
	}
	corrected := list[0].Article
	a, changes := desk.Correct(corrected, desk.Correction{Title: corrected.Title, Byline: corrected.Byline, Outlet: corrected.Outlet,
		Published: corrected.Published, Address: corrected.Address, Language: corrected.Language, Text: "By an editor. " + corrected.Text})
	by := desk.Decision{ID: "d", At: d.Now(), Account: "anna", Verb: desk.VerbCorrect, RecordID: a.ID, Changes: changes}
	if _, err := rooms.Desk.DecideArticle(t.Context(), a, by); err != nil {
		t.Fatal(err)
	}
	take(2, 3)
	expect("four articles", 1, 3)
	take(4)
	expect("five articles", 1, 4)
	blocks, err := rooms.Desk.Blocks(t.Context(), corrected.SourceID)
	if err != nil || len(blocks) != 1 || blocks[0].Text != quayFooter || blocks[0].Documents != 5 || blocks[0].Place != "bottom" {
		t.Fatalf("%+v, %v", blocks, err)
	}
	for i, to := range []desk.BlockState{desk.BlockRefused, desk.BlockLearned} {
		by := desk.Decision{ID: fmt.Sprint("d", i), At: d.Now(), Account: "anna", Verb: desk.VerbRefuse, RecordID: corrected.SourceID}
		if err := rooms.Desk.DecideBlock(t.Context(), blocks[0].ID, to, by); err != nil {
			t.Fatal(err)
		}
		readAll(t, d)
		expect(string(to), []int{5, 1}[i], []int{0, 4}[i])
	}
	for _, apply := range []bool{false, true} {
		sum, err := Reread(t.Context(), e, rooms, RereadRequest{Apply: apply, Report: func(r pipeline.Rereading) error {
			return fault.New(fault.Internal, "%s would change once more: %+v", r.Article, r)
		}})
		if err != nil || sum.Read != 5 {
			t.Errorf("%+v, %v", sum, err)
		}
	}
}
