package analyse

import (
	"slices"
	"strings"
	"testing"
)

// TestTerritoriesBeforeAHeadline holds that territories which stand before the
// colon of a headline count, in capitals and with strokes between them, even
// where the text names none.
func TestTerritoriesBeforeAHeadline(t *testing.T) {
	for title, want := range map[string]string{
		"NORTH KOREA/POLAND/NETHERLANDS: Welders sent home":        "KP NL PL",
		"CHAD / CAMEROON: Teachers go unpaid":                      "CM TD",
		"CRIMEA: Three fined for a prayer":                         "x-crimea",
		"NICARAGUA/COSTA RICA: Obispos en el exilio":               "CR NI",
		"СЕВЕРНАЯ КОРЕЯ/ПОЛЬША: Сварщиков отправили домой":         "KP PL",
		"Lamps for All: 30 years":                                  "",
		"SOUTH KOREA/JAPAN/TAIWAN: Cases of three communities end": "JP KR TW",
	} {
		ids := strings.Fields(aboutIDs(Analyse(Input{Title: title, Text: "The welders had worked in a yard by the sea. Nobody had asked them."})))
		slices.Sort(ids)
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: about %q, want %q", title, got, want)
		}
	}
}
