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
	"rightsdesk/internal/pipeline"
)

var rereadCommand = command{
	name: "reread", args: "[-source ID] [-apply] [-json]", help: "read all evidence again with this version's reader, and show what would change",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		source := c.flags.String("source", "", "`id` of the source whose articles are read again; without it, all are")
		apply := c.flags.Bool("apply", false, "apply what changes; what people decided stays. Without it, a terminal is asked and nothing else changes")
		asJSON := c.flags.Bool("json", false, "print a line of JSON for each article that changes or is skipped, and one with the sum")
		return func(ctx context.Context, args []string) error {
			if len(args) > 0 {
				return usage("say \"rightsdesk reread\", with -source ID for the articles of one source and -apply to apply what changes.")
			}
			return c.withRooms(ctx, "reread", func(e app.Env, r *app.Rooms) error {
				q := app.RereadRequest{Source: *source, Apply: *apply, Report: c.rereading(*asJSON), Progress: c.progress()}
				sum, err := c.reread(ctx, e, r, q, *asJSON)
				if err != nil || *apply || *asJSON || sum.Changed == 0 || !c.asks(sum.Changed) {
					return err
				}
				q.Apply, q.Report = true, func(one pipeline.Rereading) error { return nil }
				_, err = c.reread(ctx, e, r, q, false)
				return err
			})
		}
	},
}

func (c *call) reread(ctx context.Context, e app.Env, r *app.Rooms, q app.RereadRequest, asJSON bool) (app.RereadSum, error) {
	sum, err := app.Reread(ctx, e, r, q)
	if q.Progress != nil {
		fmt.Fprint(c.stderr, "\r\033[K")
	}
	if err != nil {
		return sum, err
	}
	if asJSON {
		return sum, json.NewEncoder(c.stdout).Encode(sum)
	}
	for _, field := range slices.Sorted(maps.Keys(sum.Fields)) {
		fmt.Fprintf(c.stdout, "%8d %s\n", sum.Fields[field], field)
	}
	_, err = fmt.Fprintf(c.stdout, "%d read again: %d change, %d applied, %d left as they are for a reason.\n", sum.Read, sum.Changed, sum.Applied, sum.Skipped)
	return sum, err
}

// rereading prints what would change in an article, or why it is left.
func (c *call) rereading(asJSON bool) func(pipeline.Rereading) error {
	if asJSON {
		lines := json.NewEncoder(c.stdout)
		return func(one pipeline.Rereading) error { return lines.Encode(rereadLine(one)) }
	}
	return func(one pipeline.Rereading) error {
		_, err := fmt.Fprintf(c.stdout, "%s %s\n", one.Article, one.Title)
		for _, f := range one.Changes {
			if before, after := differing(f.Before, f.After); err == nil {
				_, err = fmt.Fprintf(c.stdout, "    %s: %s → %s\n", f.Field, before, after)
			}
		}
		if one.Skipped != "" && err == nil {
			_, err = fmt.Fprintf(c.stdout, "    left as it is: %s\n", one.Skipped)
		}
		return err
	}
}

type rereadChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

type rereadArticle struct {
	Article string         `json:"article"`
	Title   string         `json:"title"`
	Changes []rereadChange `json:"changes"`
	Applied bool           `json:"applied"`
	Skipped string         `json:"skipped,omitempty"`
}

func rereadLine(one pipeline.Rereading) rereadArticle {
	line := rereadArticle{Article: one.Article, Title: one.Title, Changes: []rereadChange{}, Applied: one.Applied, Skipped: one.Skipped}
	for _, f := range one.Changes {
		line.Changes = append(line.Changes, rereadChange(f))
	}
	return line
}

// shownLetters is how much of a value is shown, and sharedLetters how much
// before the place where two begin to differ.
const (
	shownLetters  = 60
	sharedLetters = 12
)

// differing shows two values in short, from a little before where they differ.
func differing(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	same := 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	from := max(0, same-sharedLetters)
	return quoted(x, from), quoted(y, from)
}

func quoted(letters []rune, from int) string {
	s, before, after := letters[min(from, len(letters)):], "", ""
	if from > 0 {
		before = "…"
	}
	if len(s) > shownLetters {
		s, after = s[:shownLetters], "…"
	}
	return fmt.Sprintf("%q", before+string(s)+after)
}

// progress shows on a terminal how far it has come; elsewhere it is nil.
func (c *call) progress() func(app.RereadProgress) {
	if f, ok := c.stderr.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return func(p app.RereadProgress) {
		fmt.Fprintf(c.stderr, "\r\033[K%d of %d, %.0f a second, %s left", p.Done, p.All, p.Rate(), p.Left().Round(time.Second))
	}
}

// asks asks on a terminal whether to apply; elsewhere the answer is no.
func (c *call) asks(n int) bool {
	f, ok := c.stdin.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return false
	}
	fmt.Fprintf(c.stderr, "Apply this to %d articles? What people decided stays. [y/N] ", n)
	line, err := bufio.NewReader(c.stdin).ReadString('\n')
	if err != nil && err != io.EOF {
		return false
	}
	return strings.EqualFold(strings.TrimSpace(line), "y")
}
