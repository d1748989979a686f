package analyse

import (
	"fmt"
	"strings"
	"testing"
)

// TestNumbersThatMislead holds sentences in which a wrong number is easily read:
// the whole instead of its part, a difference instead of a level, two numbers
// as one. What is not listed must not be claimed either. All are invented.
func TestNumbersThatMislead(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "The relief agency puts the dead at between 300,000 and one million people.", "range 300000..1000000 people"},
		{"en", "Between four and five million people are displaced.", "range 4000000..5000000 people"},
		{"en", "Six or seven hundred monks were expelled.", "range 600..700 monks"},
		{"en", "One to two million people voted.", "range 1000000..2000000 people"},
		{"en", "Three thousand and nine monks live there.", "exact 3009..3009 monks"},
		{"en", "The fund made 70,000 one-time payments.", "exact 70000..70000 one-time payments"},
		{"en", "Nineteen of the 52 monks were freed.", "exact 19..19 monks"},
		{"en", "Most of the town's 1,900 houses were burnt.", ""},
		{"en", "None of the 31 monks was heard.", ""},
		{"en", "More than a third of the diocese's 410 parishes were closed.", "more_than 33.33.. parishes"},
		{"en", "He was one of nine monks arrested on Friday.", "exact 9..9 monks"},
		{"en", "The number of monks in custody rose by 12 to 86.", "exact 86..86 monks"},
		{"en", "Attacks fell from 310 to 95 in a year.", "exact 95..95 Attacks"},
		{"en", "The fine was raised from 500 to 900 euros.", "exact 900..900 "},
		{"en", "Of 800 refugees asked, 120 had been beaten.", "exact 120..120 refugees"},
		{"en", "The rally drew 30k students.", "exact 30000..30000 students"},
		{"en", "Half a million students left.", "exact 500000..500000 students"},
		{"en", "From 20 to 30 students were held in each cell.", "range 20..30 students"},
		{"fr", "La plupart des 640 élèves ont été renvoyés.", ""},
		{"fr", "Sept des 33 moines ont été libérés.", "exact 7..7 moines"},
		{"fr", "Le nombre de détenus est passé de 210 à 380.", "exact 380..380 détenus"},
		{"es", "Ocho de los 27 sacerdotes fueron liberados.", "exact 8..8 sacerdotes"},
		{"es", "El número de presos subió de 90 a 140.", "exact 140..140 presos"},
		{"ru", "Восемь из 27 верующих были освобождены.", "exact 8..8 верующих"},
		{"ru", "Число заключенных выросло с 90 до 140.", "exact 140..140 заключенных"},
		{"ar", "أُفرج عن 8 من أصل 27 معتقلا.", "exact 8..8 معتقلا"},
		{"ar", "فرّ ما بين 300 ألف ومليون شخص.", "range 300000..1000000 شخص"},
		{"zh", "27名被拘留者中有8人获释。", "exact 8..8 人"},
		{"ko", "신자 27명 중 8명이 풀려났다.", "exact 8..8 신자"},
	} {
		var got []string
		for _, x := range Analyse(Input{Text: c.text, Language: c.language}).Claims {
			if x.Quantity.Unit == "" {
				continue
			}
			line := string(x.Bound) + " "
			if x.Quantity.Min != nil {
				line += fmt.Sprintf("%.4g", *x.Quantity.Min)
				if *x.Quantity.Min >= 1000 {
					line = string(x.Bound) + fmt.Sprintf(" %.0f", *x.Quantity.Min)
				}
			}
			line += ".."
			if x.Quantity.Max != nil {
				line += fmt.Sprintf("%.0f", *x.Quantity.Max)
			}
			got = append(got, line+" "+x.Quantity.Counted)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

// TestWordsTellTheLanguage analyses texts without a language as those with it.
func TestWordsTellTheLanguage(t *testing.T) {
	for language, text := range map[string]string{
		"fr": "Selon l'association, une trentaine de personnes ont été arrêtées depuis lundi.",
		"es": "Según la policía, unas 2.500 personas fueron desalojadas de sus viviendas.",
		"ru": "По данным правозащитников, не менее 120 человек были задержаны в Минске.",
		"ar": "قال مسؤولون إن ما لا يقل عن 35 شخصا قتلوا في الهجوم.",
		"en": "Police said at least 120 people were detained in the town.",
	} {
		r := Analyse(Input{Text: text})
		if r.Language != language || len(r.Claims) != 1 {
			t.Errorf("%s: language %q, claims %v", text, r.Language, r.Claims)
		}
	}
}

// TestLanguagesAsGiven takes languages in the forms in which people write them.
func TestLanguagesAsGiven(t *testing.T) {
	for given, want := range map[string]string{"EN": "en", "en_GB": "en-GB", "en-US": "en-US", " en ": "en"} {
		r := Analyse(Input{Text: "Police said at least 120 people were detained in the town.", Language: given})
		if r.Language != want || len(r.Claims) != 1 {
			t.Errorf("%q: %q, %d claims", given, r.Language, len(r.Claims))
		}
	}
}

// TestComparedDate holds that the date of what a number is compared with is not
// the number's own.
func TestComparedDate(t *testing.T) {
	r := Analyse(Input{Text: "Fewer than 200 workers remained, down from 1,150 in 2019, the ministry said.", Language: "en", Date: "2024-05-20"})
	if len(r.Claims) != 1 || r.Claims[0].Time != nil && strings.Contains(r.Claims[0].Time.AsOf+r.Claims[0].Time.RefersTo, "2019") {
		t.Errorf("%s", inJSON(r.Claims))
	}
}

// TestShareOfNothing holds that shares whose whole is not named do no harm.
func TestShareOfNothing(t *testing.T) {
	for language, text := range map[string]string{
		"ru": "Более половины из. Закрыта половина из , по словам властей.", "ar": "نصف.", "fr": "La moitié de.", "en": "Half of the. A third.", "zh": "一半。", "ko": "절반.", "es": "La mitad de.",
	} {
		Analyse(Input{Text: text, Language: language})
	}
}
