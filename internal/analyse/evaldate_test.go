package analyse

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// wantedDate is a line of dates.jsonl.
type wantedDate struct {
	ID, Lang, Published, Text, Phrase, Want string
	Accept                                  []string
}

// answer gives the date that overlaps the phrase most.
func (w wantedDate) answer() string {
	at := strings.Index(w.Text, w.Phrase)
	begin := utf8.RuneCountInString(w.Text[:at])
	end := begin + utf8.RuneCountInString(w.Phrase)
	best, most := "", 0
	for _, d := range Dates(Input{ID: w.ID, Text: w.Text, Language: w.Lang, Date: w.Published}) {
		if n := min(end, d.Span.End) - max(begin, d.Span.Begin); n > most {
			best, most = d.Value, n
		}
	}
	return best
}

// TestEvalDates logs how many dates of the blind set are right, apart for the
// lines that may be read and those that are for measuring, and by language.
func TestEvalDates(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	for _, w := range blind[wantedDate](t, "dates.jsonl") {
		part := "read"
		if measuredLine(w.ID) {
			part = "measured"
		}
		got := w.answer()
		ok := got == w.Want || slices.Contains(w.Accept, got)
		for _, p := range []string{part, part + " " + w.Lang} {
			all[p]++
			if ok {
				right[p]++
			}
		}
		if !ok && part == "read" && os.Getenv("EVAL_ERRORS") != "" {
			t.Logf("%s %s %q: got %q, want %s %v: %s", w.ID, w.Published, w.Phrase, got, w.Want, w.Accept, w.Text)
		}
	}
	for _, p := range sortedKeys(all) {
		t.Logf("dates, %-11s: %3d lines, right %.3f", p, all[p], share(right[p], all[p]))
	}
	if share(right["measured"], all["measured"]) < leastDates {
		t.Errorf("fewer than %.2f of the measured dates are right", leastDates)
	}
}

// leastDates is the share of right lines below which the rules have broken down.
const leastDates = 0.9
