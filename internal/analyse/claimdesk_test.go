package analyse

import (
	"strings"
	"testing"
)

// TestIncidentalCounts holds that a few persons who are named in passing are not
// proposed to editors, and that what is said of few people is. All is invented.
func TestIncidentalCounts(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Two reporters stood at the gate of the court in Minsk.", false},
		{"He came to the court with three aides and a suitcase of books.", false},
		{"Four men were arrested in Minsk on Monday.", true},
		{"Four writers died in custody in Minsk.", true},
		{"Officials said that four men were in the prison.", true},
		{"At least four men were in the car.", true},
		{"Reportedly four men live in the cell.", true},
		{"Forty reporters stood at the gate of the court in Minsk.", true},
		{"The fine was 5 dollars.", true},
	} {
		r := Analyse(Input{Text: c.text, Language: "en", Date: "2017-03-29"})
		got := false
		for _, d := range r.DeskClaims() {
			got = got || d.Number != ""
		}
		if got != c.want {
			var list []string
			for _, x := range r.Claims {
				list = append(list, x.Text)
			}
			t.Errorf("proposed %v, want %v: %s (%s)", got, c.want, c.text, strings.Join(list, " | "))
		}
	}
}
