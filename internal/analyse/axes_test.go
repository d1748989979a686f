package analyse

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rightsdesk/internal/extract"
)

func idsOf(list []Scored) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = s.ID
	}
	return out
}

// TestAxes holds what short texts are about; all of them are invented. A term
// after "!" must not be found.
func TestAxes(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Police arrested three Jehovah's Witnesses in their homes and fined two of them.", "arrest fine jehovahs-witnesses freedom-of-religion-or-belief religious-community !killing"},
		{"en", "The journalist was not arrested, her editor said.", "journalists expression-and-media !arrest"},
		{"en", "Families call for the release of the teachers.", "!release"},
		{"en", "Two pastors were released from prison after a year.", "release"},
		{"en", "The court sentenced the blogger to six years in prison.", "conviction-and-sentence journalists expression-and-media udhr-10"},
		{"en", "The harvest was good and the market opened again.", "!arrest !killing !workers"},
		{"en", "Gunmen abducted a priest and shot dead his driver.", "abduction killing"},
		{"fr", "La police a arrêté deux journalistes, accusés de diffamation.", "arrest journalists expression-and-media"},
		{"fr", "Aucun militant n'a été arrêté, dit le ministre.", "!arrest"},
		{"fr", "Un tribunal condamne un pasteur évangélique à cinq ans de prison.", "conviction-and-sentence evangelical-christians freedom-of-religion-or-belief"},
		{"ru", "Полиция задержала пятерых баптистов и провела обыски в их домах.", "arrest raid-or-search baptists"},
		{"ru", "Суд оштрафовал пастора за богослужение.", "fine freedom-of-religion-or-belief"},
		{"ru", "Никто не был арестован.", "!arrest"},
		{"ar", "اعتقلت الشرطة ثلاثة صحفيين بعد مداهمة منازلهم.", "arrest raid-or-search journalists expression-and-media"},
		{"ar", "لم يعتقل أحد من العمال.", "workers !arrest"},
		{"ar", "توفي السجين تحت التعذيب", "torture-or-ill-treatment torture-and-death-penalty"},
		{"es", "La policía detuvo a dos periodistas y allanó la redacción.", "arrest raid-or-search journalists expression-and-media"},
		{"es", "Hombres armados secuestraron y asesinaron a un líder indígena.", "abduction killing indigenous-people minorities-and-indigenous-peoples"},
		{"es", "Exigen la liberación de los presos políticos.", "political-opponents !release"},
		{"zh", "警方逮捕了三名家庭教会的基督徒。", "arrest house-churches christians"},
		{"zh", "法院判处律师有期徒刑五年。", "conviction-and-sentence defenders-and-lawyers"},
		{"zh", "工人没有被捕。", "workers !arrest"},
		{"ko", "경찰은 기자 두 명을 체포했다.", "arrest journalists"},
		{"ko", "탈북민 강제북송에 대해 인권단체가 우려했다.", "migrants-and-refugees"},
		{"ko", "노동자들은 체포되지 않았다.", "workers !arrest"},
		{"en", "The group released a report in March on the European Union.", "!release !assembly-and-association"},
		{"fr", "La communauté défend ses libertés ; des salaires plus élevés.", "!release !commutation !children"},
		{"es", "La catedral celebra la libertad del pueblo.", "!release !raid-or-search"},
		{"ar", "وقف الوزير أمام الجمهور، وقالت منظمة العفو الدولية ذلك", "!release !religious-community"},
		{"de", "Die Polizei hat drei Journalisten verhaftet.", "!arrest !journalists"},
		{"fi", "Poliisi pidätti kaksi toimittajaa.", "!arrest"},
	} {
		r := Analyse(Input{Text: c.text, Language: c.lang})
		found := slices.Concat(idsOf(r.Themes), idsOf(r.Acts), idsOf(r.Groups), idsOf(r.Communities), idsOf(r.Rights))
		for want := range strings.FieldsSeq(c.want) {
			id, no := strings.CutPrefix(want, "!")
			if slices.Contains(found, id) == no {
				t.Errorf("%s: %s: want %s, got %v", c.lang, c.text, want, found)
			}
		}
	}
}

// TestSeedAxes holds what the seed is about: sanctions first, forced labour
// only as a proposal, since its words only hint at it.
func TestSeedAxes(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := extract.Read(data, extract.Options{}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	r := Analyse(Input{Title: doc.Title, Text: doc.Text, Date: doc.Published, Language: doc.Language})
	if len(r.Themes) == 0 || r.Themes[0].ID != "sanctions-and-accountability" || r.Themes[0].Score < 0.5 {
		t.Errorf("themes %v", r.Themes)
	}
	at := slices.IndexFunc(r.Themes, func(s Scored) bool { return s.ID == "forced-labour-and-trafficking" })
	if at < 0 || r.Themes[at].Score > hintScore {
		t.Errorf("forced labour is not a low proposal: %v", r.Themes)
	}
	if got := idsOf(r.Groups); !slices.Equal(got, []string{"workers"}) {
		t.Errorf("groups %v", got)
	}
	if len(r.Acts) > 0 || len(r.Communities) > 0 {
		t.Errorf("acts %v, communities %v", r.Acts, r.Communities)
	}
}

// FuzzAxes holds that findings name terms once, in order, with scores from 0
// to 1, and that the words of each stand where they are said to stand.
func FuzzAxes(f *testing.F) {
	for _, s := range [][2]string{
		{"Police arrested three believers. They were not beaten.", "en"}, {"Задержаны верующие", "ru"}, {"اعتقال صحفيين", "ar"}, {"警方逮捕了基督徒", "zh"},
		{"기자 체포", "ko"}, {"L’arrestation d’un prêtre", "fr"}, {"detención arbitraria", "es"}, {"\xff arrested", ""}, {"ARRESTED\n\nkilled", "en-GB"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		a := axesOf(Input{Title: text, Text: text, Language: lang})
		for axis, list := range map[Axis][]Scored{AxisTheme: a.Themes, AxisAct: a.Acts, AxisGroup: a.Groups, AxisCommunity: a.Communities, "right": a.Rights} {
			seen := map[string]bool{}
			for i, s := range list {
				if seen[s.ID] || s.Score < 0 || s.Score > 1 || i > 0 && s.Score > list[i-1].Score {
					t.Fatalf("%s: %v", axis, list)
				}
				seen[s.ID] = true
			}
		}
		if !utf8.ValidString(text) {
			return
		}
		runes := []rune(text)
		for _, spans := range a.spans {
			for i, s := range spans {
				if s.Begin < 0 || s.End > len(runes) || s.Begin >= s.End || string(runes[s.Begin:s.End]) != s.Words || i > 0 && s.Begin < spans[i-1].Begin {
					t.Fatalf("%+v of %d letters", s, len(runes))
				}
			}
		}
	})
}
