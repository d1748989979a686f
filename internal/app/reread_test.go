package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
)

// TestRereadLearnsFromOldArticles: of articles that were read before anything was
// learned, reading again keeps the edges, and what they repeat is cut.
func TestRereadLearnsFromOldArticles(t *testing.T) {
	e := testEnv(t, "")
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	dir := folderOf(t, quayTexts(3))
	takeIn(t, d, dir, 0, 1)
	readAll(t, d)
	list, err := rooms.Desk.Rereadable(t.Context(), "", "", 9)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d, %v", len(list), err)
	}
	source := list[0].Article.SourceID
	if err := rooms.Desk.Learned(t.Context(), source, nil, nil, 0, e.Now()); err != nil { // as before edges were kept: there are none
		t.Fatal(err)
	}
	takeIn(t, d, dir, 2)
	readAll(t, d)
	if blocks, err := rooms.Desk.Blocks(t.Context(), source); err != nil || len(blocks) != 0 {
		t.Fatalf("learned without edges: %+v, %v", blocks, err)
	}
	if with, _ := withFooter(t, rooms); with != 3 {
		t.Fatalf("the footer stands in %d", with)
	}
	if _, err := Reread(t.Context(), e, rooms, RereadRequest{Apply: true, Report: func(pipeline.Rereading) error { return nil }}); err != nil {
		t.Fatal(err)
	}
	readAll(t, d)
	if with, aside := withFooter(t, rooms); with != 0 || aside != 3 {
		t.Errorf("in %d texts, kept aside from %d", with, aside)
	}
}

func takeIn(t *testing.T, d *pipeline.Desk, dir string, numbers ...int) {
	t.Helper()
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
}

// TestRereadOfUnreadable: what could not be read and now can be is read like what
// has just come; what still cannot is left, and so is what an editor wrote down.
func TestRereadOfUnreadable(t *testing.T) {
	e := testEnv(t, "")
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	takeIn(t, d, folderOf(t, quayTexts(2)), 0, 1)
	unread, err := rooms.Desk.LeaseUnread(t.Context(), e.Now(), e.Now().Add(time.Minute), 9)
	if err != nil || len(unread) != 2 {
		t.Fatal(len(unread), err)
	}
	for i, u := range unread {
		if err := rooms.Desk.FailReading(t.Context(), u.ArticleID, "An earlier reader failed.", time.Time{}, e.Now()); err != nil {
			t.Fatal(err)
		}
		if i == 0 { // an editor writes down what it says
			a, err := rooms.Desk.Article(t.Context(), u.ArticleID)
			if err != nil {
				t.Fatal(err)
			}
			a.Text = "By an editor."
			by := desk.Decision{ID: "d", At: e.Now(), Account: "anna", Verb: desk.VerbCorrect, RecordID: a.ID, Changes: []desk.Change{{Field: "text", After: a.Text}}}
			if _, err := rooms.Desk.DecideArticle(t.Context(), a, by); err != nil {
				t.Fatal(err)
			}
		}
	}
	var shown []string
	sum, err := Reread(t.Context(), e, rooms, RereadRequest{Apply: true, Report: func(r pipeline.Rereading) error {
		shown = append(shown, r.Article)
		return nil
	}})
	if err != nil || sum.Applied != 1 || !slices.Equal(shown, []string{unread[1].ArticleID}) {
		t.Fatalf("%+v, %q, %v", sum, shown, err)
	}
	readAll(t, d)
	for i, want := range []desk.Stage{desk.StageUnreadable, desk.StageWaiting} {
		if a, err := rooms.Desk.Article(t.Context(), unread[i].ArticleID); err != nil || a.Stage != want || i == 1 && !strings.Contains(a.Text, "judges") && !strings.Contains(a.Text, "orchard") {
			t.Errorf("%d: %+v, %v", i, a, err)
		}
	}
}
