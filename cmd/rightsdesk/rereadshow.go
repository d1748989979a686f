package main

import (
	"encoding/json"
	"fmt"

	"rightsdesk/internal/pipeline"
)

// examples is how many articles are shown of each kind of change.
const examples = 3

// rereadShown shows what becomes of articles that are read again.
type rereadShown struct {
	c     *call
	how   rereadHow
	kinds map[string]int // how many were shown of each kind
	left  int            // that were not shown, since others like them were
}

// report shows one article, or counts it where enough of its kinds were shown.
func (s *rereadShown) report(one pipeline.Rereading) error {
	if s.how.json {
		return json.NewEncoder(s.c.stdout).Encode(rereadLine(one))
	}
	if s.how.quiet {
		return nil
	}
	if !s.fresh(one) {
		s.left++
		return nil
	}
	_, err := fmt.Fprintf(s.c.stdout, "%s %s\n", one.Article, one.Title)
	for _, f := range one.Changes {
		if before, after := differing(f.Before, f.After); err == nil {
			_, err = fmt.Fprintf(s.c.stdout, "    %s: %s → %s\n", f.Field, before, after)
		}
	}
	if one.Skipped != "" && err == nil {
		_, err = fmt.Fprintf(s.c.stdout, "    left as it is: %s\n", one.Skipped)
	}
	return err
}

// fresh reports whether an article is one of the first of one of its kinds, and
// counts it then.
func (s *rereadShown) fresh(one pipeline.Rereading) bool {
	var kinds []string
	for _, f := range one.Changes {
		kinds = append(kinds, f.Field)
	}
	if one.Skipped != "" {
		kinds = append(kinds, one.Skipped)
	}
	yes := s.how.all
	for _, kind := range kinds {
		yes = yes || s.kinds[kind] < examples
	}
	for _, kind := range kinds {
		if yes {
			s.kinds[kind]++
		}
	}
	return yes
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
