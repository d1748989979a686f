package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"time"

	"rightsdesk/internal/app"
)

var (
	now    = time.Now
	random = rand.Reader
)

var backupCommand = command{
	name: "backup", args: "FILE", help: "write desk, evidence and stops to a file, while the desk runs (keys are left out)",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		return func(ctx context.Context, args []string) error {
			if len(args) != 1 {
				return usage("name the file to write: rightsdesk backup FILE")
			}
			e, err := c.env("backup")
			if err != nil {
				return err
			}
			n, err := app.Backup(ctx, e, args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.stdout, "%s holds %d files. %s\n", args[0], n, app.NotInBackup(e.Config))
			return err
		}
	},
}

var restoreCommand = command{
	name: "restore", args: "FILE | -settle [STOPS…]", help: "put a backup in place; what was withdrawn or unsubscribed since stays so",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		settle := c.flags.Bool("settle", false, "after pg_restore: make the lists of stops hold and pause publishing and sending")
		return func(ctx context.Context, args []string) error {
			if len(args) != 1 && !*settle {
				return usage("name the backup: rightsdesk restore FILE")
			}
			e, err := c.env("restore")
			if err != nil {
				return err
			}
			if *settle {
				err = app.Settle(ctx, e, args)
			} else {
				err = app.Restore(ctx, e, args[0])
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.stdout, "Restored. Publishing and sending are paused: log in to the office, look whether all is right, and let them go on.")
			return err
		}
	},
}

var migrateCommand = command{
	name: "migrate", args: "", help: "bring the databases to the newest schema (every start does it too)",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		return func(ctx context.Context, args []string) error {
			return c.withRooms(ctx, "migrate", func(e app.Env, r *app.Rooms) error {
				list, err := app.Versions(ctx, r)
				if err != nil {
					return err
				}
				for _, v := range list {
					fmt.Fprintf(c.stdout, "%-8s schema %d, the newest\n", v.Room, v.Schema)
				}
				return nil
			})
		}
	},
}

var publishCommand = command{
	name: "publish", args: "-rebuild", help: "make the public edition again from the decided records",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		rebuild := c.flags.Bool("rebuild", false, "empty the edition first and make all of it again")
		return func(ctx context.Context, args []string) error {
			if !*rebuild {
				return usage("publishing goes on by itself while \"rightsdesk work\" runs; \"rightsdesk publish -rebuild\" makes the whole edition again.")
			}
			return c.withRooms(ctx, "publish", func(e app.Env, r *app.Rooms) error {
				n, err := app.Rebuild(ctx, e, r)
				if err != nil {
					return err
				}
				paused, err := r.Desk.SendingPaused(ctx)
				if err != nil {
					return err
				}
				if paused {
					_, err = fmt.Fprintln(c.stdout, "The edition is empty: publishing is paused since a backup was restored. Let it go on in the office; everything is carried over then.")
					return err
				}
				_, err = fmt.Fprintf(c.stdout, "The edition was made again: %d articles were carried over.\n", n)
				return err
			})
		}
	},
}

var importCommand = command{
	name: "import", args: "file FILE…|DIR, mail FILE…|DIR, opml FILE, wordpress FILE…", help: "take in files, e-mails or WordPress exports as captures, or a list of feeds as sources",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		asJSON := c.flags.Bool("json", false, "one JSON object a line for each file, or each message or post that needs a look, and one for the sum")
		posts := c.wordPressFlags()
		return func(ctx context.Context, args []string) error {
			words, err := c.words(args)
			if err != nil {
				return err
			}
			switch {
			case len(words) == 2 && words[0] == "opml":
				return c.withRooms(ctx, "import", func(e app.Env, r *app.Rooms) error {
					return c.sum(*asJSON, func(report func(app.Imported)) error { return app.ImportOPML(ctx, e, r, words[1], report) })
				})
			case len(words) > 1 && (words[0] == "file" || words[0] == "text"):
				return c.withRooms(ctx, "import", func(e app.Env, r *app.Rooms) error {
					return c.sum(*asJSON, func(report func(app.Imported)) error {
						return app.ImportFiles(ctx, app.NewPipeline(e, r), words[1:], report)
					})
				})
			case len(words) > 1 && words[0] == "mail":
				return c.withRooms(ctx, "import", func(e app.Env, r *app.Rooms) error {
					return c.importMail(ctx, app.NewPipeline(e, r), words[1:], *asJSON)
				})
			case len(words) > 1 && words[0] == "wordpress":
				return c.withRooms(ctx, "import", func(e app.Env, r *app.Rooms) error {
					return c.importWordPress(ctx, e, r, words[1:], posts, *asJSON)
				})
			}
			return usage("say what to take in: rightsdesk import file FILE…|DIR, rightsdesk import mail FILE…|DIR, rightsdesk import opml FILE, or rightsdesk import wordpress FILE…")
		}
	},
}

// sum reports what an import takes in, and sums up.
func (c *call) sum(asJSON bool, take func(report func(app.Imported)) error) error {
	var sum struct {
		Files   int `json:"files"`
		New     int `json:"new"`
		Known   int `json:"known"`
		Refused int `json:"refused"`
	}
	lines := json.NewEncoder(c.stdout)
	var failed error
	err := take(func(i app.Imported) {
		sum.Files++
		switch {
		case i.Error != "":
			sum.Refused++
		case i.Known:
			sum.Known++
		default:
			sum.New++
		}
		switch {
		case asJSON:
			failed = lines.Encode(i)
		case i.Error != "":
			fmt.Fprintf(c.stderr, "%s: %s\n", i.File, i.Error)
		}
	})
	if err != nil || failed != nil {
		return first(err, failed)
	}
	if asJSON {
		err = lines.Encode(sum)
	} else {
		_, err = fmt.Fprintf(c.stdout, "%d new, %d known already, %d not taken.\n", sum.New, sum.Known, sum.Refused)
	}
	if err == nil && sum.Refused > 0 {
		err = errReported
	}
	return err
}

func first(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}
