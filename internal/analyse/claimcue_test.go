package analyse

import (
	"strings"
	"testing"
)

// TestEveryCueIsKept holds that a claim keeps all words of its bound and hedge,
// in the order of the text, and none twice.
func TestEveryCueIsKept(t *testing.T) {
	for text, want := range map[string]string{
		"As many as 20,000 people are believed to be working in Russia now.": "As many as|are believed",
		"Reportedly at least 200 people were detained in the raid.":          "Reportedly|at least",
		"About 500 believers were fined.":                                    "About",
	} {
		list := Analyse(Input{Text: text, Language: "en"}).Claims
		if len(list) != 1 {
			t.Errorf("%s: %d claims", text, len(list))
			continue
		}
		var cues []string
		for _, c := range list[0].Cues {
			cues = append(cues, c.Text)
		}
		if got := strings.Join(cues, "|"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if got := sortSpans([]span2{{7, 9}, {1, 3}, {2, 4}, {1, 3}}); len(got) != 2 || got[0] != (span2{1, 3}) || got[1] != (span2{7, 9}) {
		t.Errorf("sorted: %v", got)
	}
}
