package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"rightsdesk/internal/alike"
)

// storyLine is a line of the answer of "stories".
type storyLine struct {
	ID         string  `json:"id"`
	Story      string  `json:"story"`
	Similarity float64 `json:"similarity"`
}

var storiesCommand = command{
	name: "stories", args: "-batch FILE.jsonl", help: "find which articles carry the same story, as JSON lines",
	prepare: func(c *call) func(context.Context, []string) error {
		file := c.flags.String("batch", "", "read lines {\"id\",\"title\",\"text\",\"date\",\"lang\"} from `file`")
		return func(ctx context.Context, args []string) error {
			if *file == "" || len(args) > 0 {
				return usage("name a file of articles: rightsdesk stories -batch FILE.jsonl, or \"-\" for the standard input.")
			}
			var h heap
			if err := c.batch(*file, h.add); err != nil {
				return err
			}
			p := c.printer()
			for _, line := range h.answer() {
				if err := p.line(line); err != nil {
					return err
				}
			}
			return p.end(nil)
		}
	},
}

// heap is what "stories" was given. All of it is read before the first answer,
// since the last article may belong to the first.
type heap struct {
	lines []any // a failure, or the id of an item
	items []alike.Item
}

func (h *heap) add(line []byte) error {
	var in struct{ ID, Title, Text, Date, Lang string }
	if err := json.Unmarshal(line, &in); err != nil {
		h.lines = append(h.lines, failure{Error: fmt.Sprintf("this line is no JSON object: %v", err)})
		return nil
	}
	h.lines = append(h.lines, in.ID)
	h.items = append(h.items, alike.Item{Text: alike.NewArticle(in.Title, in.Text), Day: dayOf(in.Date)})
	return nil
}

// answer gives a line for each line that was given, in order.
func (h *heap) answer() (out []any) {
	var ids []string
	for _, line := range h.lines {
		if id, good := line.(string); good {
			ids = append(ids, id)
		}
	}
	members, next := alike.Group(h.items), 0
	for _, line := range h.lines {
		if _, good := line.(string); good {
			m := members[next]
			line = storyLine{ids[next], ids[m.Story], float64(int(m.Similarity*1000+.5)) / 1000}
			next++
		}
		out = append(out, line)
	}
	return out
}

// dayOf counts the days to a date, RFC 3339 or the day alone; 0 when it has none.
func dayOf(date string) int {
	t, err := time.Parse(time.DateOnly, date[:min(len(date), len(time.DateOnly))])
	if err != nil {
		return 0
	}
	return int(t.Unix() / (24 * 60 * 60))
}
