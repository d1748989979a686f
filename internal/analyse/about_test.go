package analyse

import (
	"slices"
	"testing"
)

// TestAboutElsewhere holds that an article is not about where it was written or
// presented, about a state that comments, or about where somebody is from. All
// is invented.
func TestAboutElsewhere(t *testing.T) {
	for _, c := range []struct {
		title, text string
		want        []string
	}{
		{"Geneva: report blames Serbia for attacks on editors", "A report that was presented in Geneva counts 90 attacks on editors in Serbia.\n\nThe government in Belgrade did not answer.", []string{"RS"}},
		{"Brussels lists six Belarusian judges", "BRUSSELS — Six judges from Belarus were put on a list on Tuesday.\n\nMinsk called it a gesture.", []string{"BY"}},
		{"Officers named in Guatemala files", "A file names the officers who seized a British teacher in Guatemala in 1984.\n\nThe British teacher had lived there for two years. A prosecutor in Guatemala will ask for warrants.", []string{"GT"}},
		{"Sudan: two commanders on a list", "The United States on Thursday imposed sanctions on two commanders in Sudan.\n\nThe siege in Sudan went on.", []string{"SD"}},
		{"Port firm opens in Mumbai", "A firm from Nigeria opens an office in Mumbai. The Nigerian firm hires there.", []string{"NG", "IN"}},
		{"Baha'i in Iran lose their cemetery", "Officials in Iran closed the cemetery.\n\nThe embassy in Berlin did not answer. A Vienna-based group and a Geneva-based one counted the graves in Iran.", []string{"IR"}},
		{"Washington announces sanctions over Darfur", "WASHINGTON — The United States on Thursday imposed sanctions on two commanders in Sudan.\n\nTheir assets under American law are frozen. In Sudan the siege goes on. A Sudanese doctor wept.", []string{"SD"}},
		{"Three arrested at vigil", "Police in Nairobi arrested three people at a vigil.", []string{"KE"}},
	} {
		got := Analyse(Input{Title: c.title, Text: c.text, Language: "en"}).Territories.About
		var ids []string
		for _, s := range got {
			ids = append(ids, s.ID)
		}
		slices.Sort(ids)
		want := slices.Sorted(slices.Values(c.want))
		if !slices.Equal(ids, want) {
			t.Errorf("%s: about %v, want %v", c.title, got, c.want)
		}
	}
}

// TestStandfirst reads what only the standfirst says: what the article is about,
// but no claim.
func TestStandfirst(t *testing.T) {
	in := Input{
		Title: "Seven pastors held after a raid", Language: "en",
		Standfirst: "Police in Eritrea raided a wedding and arrested 70 believers, their community says",
		Text:       "The raid began at noon, a witness said. The guests were taken away in buses.",
	}
	with := Analyse(in)
	if len(with.Territories.About) == 0 || with.Territories.About[0].ID != "ER" {
		t.Errorf("about %v", with.Territories.About)
	}
	for _, c := range with.Claims {
		if c.Span.Begin < 0 || c.Span.End > len(in.Text) {
			t.Errorf("a claim outside the text: %+v", c)
		}
	}
	in.Standfirst = ""
	if without := Analyse(in); len(without.Territories.About) != 0 {
		t.Errorf("about %v without it", without.Territories.About)
	}
}
