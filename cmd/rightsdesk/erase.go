package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/term"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
)

// erasuresShown is how many erasures the list shows.
const erasuresShown = 100

var eraseCommand = command{
	name: "erase", args: "list | propose ID | agree ID | decline ID", help: "erase a capture and all that was read from it; it needs two people",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		by := c.flags.String("by", "", "`name` of the account that does it; its password is asked for, or read from the standard input")
		reason := c.flags.String("reason", "", "why, without naming what is to be erased: the reason stays")
		return func(ctx context.Context, args []string) error {
			words, err := c.words(args)
			if err != nil {
				return err
			}
			if len(words) == 1 && words[0] == "list" {
				return c.withRooms(ctx, "erase", func(e app.Env, r *app.Rooms) error { return c.listErasures(ctx, r) })
			}
			q := app.EraseRequest{Name: *by, Reason: *reason}
			if len(words) == 2 {
				q.Verb, q.Record = app.EraseVerb(words[0]), words[1]
			}
			if q.Verb != app.ErasePropose && q.Verb != app.EraseAgree && q.Verb != app.EraseDecline || q.Name == "" {
				return usage("say \"rightsdesk erase list\", or \"propose ID\", \"agree ID\" or \"decline ID\" with -by NAME. ID is that of a capture or an article.")
			}
			if q.Password, err = c.password(); err != nil {
				return err
			}
			return c.withRooms(ctx, "erase", func(e app.Env, r *app.Rooms) error {
				done, err := app.Erase(ctx, e, r, q)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(c.stdout, erasedWords(done))
				return err
			})
		}
	},
}

// password reads one line, unseen where somebody types it.
func (c *call) password() (string, error) {
	if f, ok := c.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(c.stderr, "Password: ")
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.stderr)
		return string(b), err
	}
	line, err := bufio.NewReader(c.stdin).ReadString('\n')
	if err == io.EOF {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}

func erasedWords(e desk.Erasure) string {
	switch e.State {
	case desk.ErasureProposed:
		return fmt.Sprintf("The erasure of %s is proposed. Another person agrees with: rightsdesk erase agree %s -by NAME", e.CaptureID, e.CaptureID)
	case desk.ErasureDeclined:
		return fmt.Sprintf("The erasure of %s is declined. Nothing was erased.", e.CaptureID)
	case desk.ErasureWiped:
		return fmt.Sprintf("%s is out of the database; \"rightsdesk work\" deletes its file.", e.CaptureID)
	}
	return fmt.Sprintf("%s is erased, by decision %s. Backups that were made before still hold it: delete them, or see to it that they are never restored without the list of stops.", e.CaptureID, e.DecisionID)
}

func (c *call) listErasures(ctx context.Context, r *app.Rooms) error {
	list, err := r.Desk.Erasures(ctx, erasuresShown)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(c.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "CAPTURE\tSTATE\tPROPOSED\tREASON")
	for _, e := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.CaptureID, e.State, e.ProposedAt.Format("2006-01-02"), e.Reason)
	}
	return w.Flush()
}
