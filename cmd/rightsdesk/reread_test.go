package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/store"
)

// readEarlier is a program for scripts: it reads what waits in the desk of a
// data folder, and leaves the articles as an earlier reader would have: the
// first lines of the texts are headlines that it did not know.
func readEarlier() {
	c := &call{stdout: os.Stdout, stderr: os.Stderr, data: os.Args[1]}
	err := c.withRooms(context.Background(), "test", func(e app.Env, r *app.Rooms) error {
		d := app.NewPipeline(e, r)
		if _, err := d.Read(context.Background()); err != nil {
			return err
		}
		list, err := r.Desk.Rereadable(context.Background(), "", "", pipeline.RereadBatch)
		for _, old := range list {
			a := old.Article
			a.Title, a.Text = "", a.Title+"\n\n"+a.Text
			a.TextHash = desk.TextHash(a.Text)
			by := desk.Decision{ID: desk.NewID(e.Random, e.Config.Organisation.Key, desk.KindDecision), At: e.Now(), Verb: desk.VerbReread, RecordID: a.ID}
			if err == nil {
				err = r.Desk.SaveReread(context.Background(), desk.Reread{Article: a}, by)
			}
		}
		return err
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestRereadShowsExamples: of each kind of change three articles are shown, the
// others are counted, and how far it has come is one line that is written over.
func TestRereadShowsExamples(t *testing.T) {
	var out, progress strings.Builder
	shown := &rereadShown{c: &call{stdout: &out}, kinds: map[string]int{}}
	sum := app.RereadSum{Fields: map[string]int{"text": 9, "title": 1}, Read: 30, Changed: 10, Skipped: 1}
	for i := range 9 {
		one := pipeline.Rereading{Article: fmt.Sprint("a", i), Changes: []desk.Change{{Field: "text", Before: "one", After: "two"}}}
		if err := shown.report(one); err != nil {
			t.Fatal(err)
		}
	}
	for _, one := range []pipeline.Rereading{
		{Article: "a9", Changes: []desk.Change{{Field: "text"}, {Field: "title", After: "A headline"}}}, {Article: "a10", Skipped: "Somebody changed it."},
	} {
		if err := shown.report(one); err != nil {
			t.Fatal(err)
		}
	}
	if err := shown.c.rereadSum(sum, shown); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]bool{"a2 \n": true, "a3 ": false, "a9 \n": true, `→ "A headline"`: true, "a10 ": true, "left as it is: Somebody changed it.": true,
		"and 6 more of the same kinds": true, "       9 text\n       1 title\n30 read again: 10 change, 0 applied, 1 left": true} {
		if strings.Contains(out.String(), line) != want {
			t.Errorf("%q is shown: %v\n%s", line, !want, out.String())
		}
	}
	showProgress(&progress, app.RereadProgress{Done: 20, All: 60, Took: 10 * time.Second})
	if got := progress.String(); got != "\r\033[K20 of 60, 2 a second, 20s left" {
		t.Errorf("progress %q", got)
	}
	if (&call{stderr: &out}).progress() != nil || (&call{stdin: strings.NewReader("y\n"), stderr: &out}).asks(1) {
		t.Error("what is no terminal is told of the progress, or asked")
	}
}

// TestRereadIsBrokenOff ends a run in the middle: it says where to go on, and
// going on there does the rest.
func TestRereadIsBrokenOff(t *testing.T) {
	d := install(t, store.SQLite)
	if err := os.Mkdir(filepath.Join(d.dir, "posts"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range pipeline.RereadBatch + 8 {
		d.write(filepath.Join(d.dir, "posts", fmt.Sprint(i, ".txt")), fmt.Sprintf("Invented headline %d\n\nHarbour News (29.03.2017) – The court of invented town %d heard witnesses on Monday.\n\nNobody had told them why hall %d was closed.", i, i*i, i+7))
	}
	d.run("import", "file", filepath.Join(d.dir, "posts"))
	var out, says strings.Builder
	c := &call{configFile: d.config, stdout: &out, stderr: &says, stdin: strings.NewReader("")}
	run := func(ctx context.Context, q app.RereadRequest) (sum app.RereadSum, err error) {
		end := c.withRooms(ctx, "test", func(e app.Env, r *app.Rooms) error {
			if _, err := app.NewPipeline(e, r).Read(t.Context()); err != nil {
				return err
			}
			if _, err := app.NewPipeline(e, r).Read(t.Context()); err != nil {
				return err
			}
			sum, err = c.reread(ctx, e, r, q, rereadHow{})
			return nil
		})
		if end != nil {
			t.Fatal(end)
		}
		return sum, err
	}
	ctx, cancel := context.WithCancel(t.Context())
	sum, err := run(ctx, app.RereadRequest{Apply: true, Progress: func(app.RereadProgress) { cancel() }})
	if !errors.Is(err, errReported) || sum.Read != pipeline.RereadBatch || sum.Last == "" || !strings.Contains(says.String(), "Go on with -after "+sum.Last) {
		t.Fatalf("%+v, %v: %s", sum, err, says.String())
	}
	if sum, err = run(t.Context(), app.RereadRequest{Apply: true, After: sum.Last}); err != nil || sum.Read != 8 {
		t.Errorf("the rest: %+v, %v", sum, err)
	}
}
