package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"rightsdesk/internal/app"
)

var rereadCommand = command{
	name: "reread", args: "[-source ID] [-after ID] [-yes | -apply] [-all] [-json]", help: "read all evidence again with this version's reader, and show what would change",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		var q app.RereadRequest
		var how rereadHow
		c.flags.StringVar(&q.Source, "source", "", "`id` of the source whose articles are read again; without it, all are")
		c.flags.StringVar(&q.After, "after", "", "`id` of the article behind which to begin, as a run that was broken off says it")
		c.flags.BoolVar(&q.Apply, "apply", false, "apply what changes at once; what people decided stays")
		c.flags.BoolVar(&how.yes, "yes", false, "show what would change, then apply it without asking. Without -apply and -yes a terminal is asked, and nothing else changes")
		c.flags.BoolVar(&how.all, "all", false, "show each article that changes, not only examples of each kind")
		c.flags.BoolVar(&how.json, "json", false, "print a line of JSON for each article that changes or is skipped, and one with the sum")
		return func(ctx context.Context, args []string) error {
			if len(args) > 0 {
				return usage("say \"rightsdesk reread\", with -source ID for the articles of one source and -apply to apply what changes.")
			}
			return c.withRooms(ctx, "reread", func(e app.Env, r *app.Rooms) error { return c.rereadAll(ctx, e, r, q, how) })
		}
	},
}

// rereadHow is how a run of reread shows and asks; quiet shows the sum alone.
type rereadHow struct{ yes, all, json, quiet bool }

// rereadAll shows what would change, and applies it when that is wanted.
func (c *call) rereadAll(ctx context.Context, e app.Env, r *app.Rooms, q app.RereadRequest, how rereadHow) error {
	q.Progress = c.progress()
	q.Apply = q.Apply || how.yes && how.json
	sum, err := c.reread(ctx, e, r, q, how)
	if err != nil || q.Apply || sum.Changed == 0 || !how.yes && (how.json || !c.asks(sum.Changed)) {
		return err
	}
	q.Apply = true
	_, err = c.reread(ctx, e, r, q, rereadHow{quiet: true})
	return err
}

// reread runs once over the evidence, and says what became of it.
func (c *call) reread(ctx context.Context, e app.Env, r *app.Rooms, q app.RereadRequest, how rereadHow) (app.RereadSum, error) {
	shown := &rereadShown{c: c, how: how, kinds: map[string]int{}}
	q.Report = shown.report
	sum, err := app.Reread(ctx, e, r, q)
	if q.Progress != nil {
		fmt.Fprint(c.stderr, "\r\033[K")
	}
	if err != nil && ctx.Err() == nil {
		return sum, err
	}
	if err := c.rereadSum(sum, shown); err != nil {
		return sum, err
	}
	if ctx.Err() != nil {
		if sum.Last != "" {
			fmt.Fprintf(c.stderr, "Broken off. Go on with -after %s, or begin again: what was applied reads as it is.\n", sum.Last)
		}
		return sum, errReported
	}
	return sum, nil
}

func (c *call) rereadSum(sum app.RereadSum, shown *rereadShown) error {
	if shown.how.json {
		return json.NewEncoder(c.stdout).Encode(sum)
	}
	if shown.left > 0 {
		fmt.Fprintf(c.stdout, "and %d more of the same kinds; -all shows them.\n", shown.left)
	}
	for _, field := range slices.Sorted(maps.Keys(sum.Fields)) {
		fmt.Fprintf(c.stdout, "%8d %s\n", sum.Fields[field], field)
	}
	_, err := fmt.Fprintf(c.stdout, "%d read again: %d change, %d applied, %d left as they are for a reason.\n", sum.Read, sum.Changed, sum.Applied, sum.Skipped)
	return err
}

// progress shows on a terminal how far it has come; elsewhere it is nil.
func (c *call) progress() func(app.RereadProgress) {
	if !onTerminal(c.stderr) {
		return nil
	}
	return func(p app.RereadProgress) { showProgress(c.stderr, p) }
}

func showProgress(w io.Writer, p app.RereadProgress) {
	fmt.Fprintf(w, "\r\033[K%d of %d, %.0f a second, %s left", p.Done, p.All, p.Rate(), p.Left().Round(time.Second))
}

// asks asks on a terminal whether to apply; elsewhere the answer is no.
func (c *call) asks(n int) bool {
	if !onTerminal(c.stdin) {
		return false
	}
	fmt.Fprintf(c.stderr, "Apply this to %d articles? What people decided stays. [y/N] ", n)
	line, err := bufio.NewReader(c.stdin).ReadString('\n')
	if err != nil && err != io.EOF {
		return false
	}
	return strings.EqualFold(strings.TrimSpace(line), "y")
}

func onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
