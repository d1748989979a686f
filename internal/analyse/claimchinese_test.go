package analyse

import (
	"fmt"
	"testing"
)

// TestMoreNumbers holds constructions that the blind sets do not have, or few of
// them; all sentences are invented.
func TestMoreNumbers(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"zh", "约300户家庭仍住在营地。", "300 families stock"},
		{"zh", "该组织记录了230起酷刑案件。", "230 cases flow"},
		{"zh", "每三名青年中就有一人失业。", "33 percent rate"},
		{"zh", "40至60名政治犯开始绝食。", "40 people flow"},
		{"zh", "近三百万难民依赖援助。", "3000000 people stock"},
		{"es", "Casi tres millones de refugiados dependen de la ayuda.", "3000000 people stock"},
		{"es", "Continúan desaparecidas 19 mujeres.", "19 people stock"},
		{"es", "Fueron liberados 53 de los 80 rehenes.", "53 people flow"},
		{"ko", "약 300가구가 아직 수용소에 살고 있다.", "300 families stock"},
	} {
		got := ""
		for _, claim := range Analyse(Input{Text: c.text, Language: c.language, Date: "2017-03-29"}).Claims {
			q := claim.Quantity
			for _, v := range []*float64{q.Best, q.Min} {
				if v != nil && got == "" {
					got = fmt.Sprintf("%.0f %s %s", *v, q.Unit, q.Measure)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
