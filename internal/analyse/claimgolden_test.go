package analyse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/public"
)

// update writes the answers of golden cases anew, to be read before they are kept.
var update = flag.Bool("update", false, "write the claims of the golden cases anew")

// line writes a claim as the cases do: words | cues | claimant (kind) | hedge
// bound from..to ~about unit measure as-of, dates, mode and polarity where they
// are not the usual ones | scope.
func (c Claim) line() string {
	var cues []string
	for _, cue := range c.Cues {
		cues = append(cues, cue.Text)
	}
	who, asOf := "", ""
	if c.Claimant != nil {
		who = strings.TrimSpace(c.Claimant.Surface + " (" + c.Claimant.Kind + ")")
	}
	if c.Time != nil {
		asOf = c.Time.AsOf
		for _, d := range [][2]string{{" said ", c.Time.SaidOn}, {" refers ", c.Time.RefersTo}} {
			if d[1] != "" {
				asOf += d[0] + d[1]
			}
		}
	}
	how := ""
	if c.Mode == Quoted || c.Mode == PartlyQuoted {
		how = string(c.Mode)
	}
	if c.Polarity != Asserts {
		how += " " + string(c.Polarity)
	}
	number := func(n *float64) string {
		if n == nil {
			return "?"
		}
		return fmt.Sprintf("%.0f", *n)
	}
	q, best := c.Quantity, ""
	if c.Bound == public.About && q.Best != nil {
		best = fmt.Sprintf(" ~%.0f", *q.Best)
	}
	facts := strings.Join(strings.Fields(fmt.Sprint(c.Hedge, " ", c.Bound, " ", number(q.Min), "..", number(q.Max), best, " ", q.Unit, " ", q.Measure, " ", asOf, " ", how)), " ")
	return strings.Join([]string{c.Text, strings.Join(cues, " … "), who, facts, q.Scope}, " | ")
}

// TestClaimsGolden reads the cases of testdata/claims: a text and the claims in
// it, one a line. All sentences are invented but for the subject of the seed.
func TestClaimsGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/claims/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, name := range files {
		language := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(language, func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("%d parts, %v", len(archive.Files), err)
			}
			var got []string
			for _, c := range Analyse(Input{Text: string(archive.Files[0].Data), Language: language}).Claims {
				got = append(got, c.line())
			}
			if *update {
				archive.Files[1].Data = []byte(strings.Join(got, "\n") + "\n")
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := strings.Split(strings.TrimSpace(string(archive.Files[1].Data)), "\n")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestClaimsAreLinear: four times the text takes about four times as long, also
// where nothing but numbers, verbs or marks stands.
func TestClaimsAreLinear(t *testing.T) {
	for _, c := range []struct{ language, unit string }{
		{"en", "50 people said that up to 30 workers were held, "}, {"en", "5 "}, {"en", "hundreds of "}, {"fr", "selon 5 personnes et "},
		{"ru", "сообщил 50 человек, "}, {"ko", "만5명은에따르면"}, {"zh", "据估计5万名工人称"}, {"ar", "قال 50 عامل، "},
	} {
		took := func(n int) float64 {
			best := 3600.0
			for range 3 {
				start := seconds(t)
				claims(Input{Text: strings.Repeat(c.unit, n/len(c.unit)), Language: c.language, Date: "2021-06-16"}, nil, speech.Found{})
				best = min(best, seconds(t)-start)
			}
			return best
		}
		small, large := took(25_000), took(100_000)
		if large > 10*small+0.05 {
			t.Errorf("%q: %.3f s of the processor for 25 kB, %.3f s for 100 kB", c.unit, small, large)
		}
	}
}
