package main

import (
	"context"
	"fmt"
	"os"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
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
