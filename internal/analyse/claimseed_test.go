package analyse

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/extract"
)

// values writes a claim without the words of its text, but for short cues: where
// it stands, who in which way, how sure, how many, when and where.
func (c Claim) values() string {
	out := []string{fmt.Sprintf("%d-%d", c.Span.Begin, c.Span.End), "by"}
	if c.Source != nil {
		out = append(out, fmt.Sprintf("%d-%d", c.Source.Begin, c.Source.End))
	}
	if c.Claimant != nil {
		out = append(out, c.Claimant.Kind)
		if c.Claimant.Plural {
			out = append(out, "plural")
		}
	}
	out = append(out, string(c.Mode), string(c.Polarity), "hedge", string(c.Hedge))
	if q := c.Quantity; q.Number != "" {
		number := func(n *float64) string {
			if n == nil {
				return "?"
			}
			return fmt.Sprintf("%.0f", *n)
		}
		if q.Rank > 0 {
			out = append(out, "rank", fmt.Sprint(q.Rank))
		} else {
			out = append(out, string(c.Bound), number(q.Min)+".."+number(q.Max), q.Unit, string(q.Measure))
		}
	}
	if t := c.Time; t != nil {
		for _, d := range [][2]string{{"as_of", t.AsOf}, {"said", t.SaidOn}, {"refers", t.RefersTo}} {
			if d[1] != "" {
				out = append(out, d[0], d[1])
			}
		}
	}
	if len(c.Place) > 0 {
		out = append(out, "at", strings.Join(c.Place, ","))
	}
	if c.Basis != "unstated" {
		out = append(out, "on", c.Basis)
	}
	for _, cue := range c.Cues {
		out = append(out, fmt.Sprintf("%q", cue.Text))
	}
	return strings.Join(out, " ")
}

// seedClaims reads the seed through the reader and gives what it claims.
func seedClaims(t *testing.T) []Claim {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := extract.Read(data, extract.Options{}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return Analyse(Input{Title: doc.Title, Text: doc.Text, Date: doc.Published, Language: doc.Language, Outlet: doc.Outlet}).Claims
}

// TestSeedClaims holds the claims of the seed against the golden file, which has
// offsets, values and short cues, and in own words which claim each line is.
func TestSeedClaims(t *testing.T) {
	const name = "testdata/seedclaims.txt"
	var got []string
	for _, c := range seedClaims(t) {
		if len(c.Via) != 1 || c.Via[0] == "" {
			t.Errorf("relays %v of %v", c.Via, c.Span)
		}
		got = append(got, c.values())
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for line := range strings.Lines(string(data)) {
		if line, _, _ = strings.Cut(strings.TrimSpace(line), " # "); line != "" && line[0] != '#' {
			want = append(want, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
