package analyse

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rightsdesk/internal/extract"
)

const seed = "../../../shared/seed/000_829cb840ef8056bc.txt"

func ids[T any](list []T, id func(T) string) string {
	var out []string
	for _, x := range list {
		out = append(out, id(x))
	}
	return strings.Join(out, " ")
}

func aboutIDs(r Result) string {
	return ids(r.Territories.About, func(s Scored) string { return s.ID })
}
func mentionedIDs(r Result) string {
	return ids(r.Territories.Mentioned, func(c Counted) string { return c.ID })
}

func TestSeed(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := extract.Read(data, extract.Options{}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	r := Analyse(Input{Title: doc.Title, Text: doc.Text, Date: doc.Published, Language: doc.Language})
	if got := aboutIDs(r); got != "KP RU" && got != "RU KP" {
		t.Errorf("about %v", r.Territories.About)
	}
	for _, want := range []string{"CN", "US", "KP", "RU"} {
		if !strings.Contains(mentionedIDs(r), want) {
			t.Errorf("%s is not in %v", want, r.Territories.Mentioned)
		}
	}
}

// TestHeadlines holds what sentences mention; all of them are invented.
func TestHeadlines(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "North Korean workers leave Russia for China", "CN KP RU"},
		{"en", "U.S. and UK officials in Seoul met; tell us more", "GB KR US"},
		{"en", "Moscow's envoy told Pyongyang and Beijing", "CN KP RU"},
		{"en", "Niger State police free students, says Abuja", "NG"},
		{"en", "Fishermen lost in the South China Sea and the Indian Ocean", ""},
		{"en", "Michael Jordan and Chad Smith sang in New Jersey", "US"},
		{"en", "Jordan and Chad sign a deal in Amman", "JO TD"},
		{"en", "Equatorial Guinea, Guinea-Bissau and Papua New Guinea vote", "GQ GW PG"},
		{"en", "Democratic Republic of Congo: Kinshasa bans a church", "CD"},
		{"en", "South Sudan and Sudan talk in Juba", "SD SS"},
		{"en", "The turkey was served with chad and china", ""},
		{"en", "TURKEY/IRAN: Converts sentenced", "IR TR"},
		{"en", "Crimea: Tatars fined", "x-crimea"},
		{"en", "Latin American bishops in Managua", "NI"},
		{"en", "Two Jehovah's Witnesses were jailed in Kazakhstan, and a Turkmen court sentenced one more", "KZ TM"},
		{"fr", "L'Ukraine et la Russie échangent des prisonniers, dit Moscou", "RU UA"},
		{"fr", "Des ouvrières nord-coréennes renvoyées de Chine", "CN KP"},
		{"fr", "La Côte d'Ivoire et le Burkina Faso ; des réfugiés maliens", "BF CI ML"},
		{"fr", "Les autorités érythréennes libèrent des croyants à Asmara", "ER"},
		{"fr", "Le Kremlin et la Maison Blanche", "RU US"},
		{"fr", "Au Kirghizistan, les autorités kirghizes ; la France et Berlin demandent", "DE FR KG"},
		{"ru", "Северокорейские рабочие покинули Россию", "KP RU"},
		{"ru", "В Китае и Казахстане задержали верующих", "CN KZ"},
		{"ru", "Суд в Минске оштрафовал граждан Украины, сообщили в США", "BY UA US"},
		{"ru", "Газета вышла в Москве; посол Южной Кореи", "KR RU"},
		{"ru", "Таджикские власти и Узбекистан", "TJ UZ"},
		{"ar", "أطلقت السلطات المصرية سراح عمال من السودان", "EG SD"},
		{"ar", "عمال من كوريا الشمالية في روسيا وبالصين", "CN KP RU"},
		{"ar", "واشنطن تنتقد إيران والعراق", "IQ IR US"},
		{"ar", "المسؤولون الروس في موسكو", "RU"},
		{"zh", "朝鲜工人在俄罗斯和中国", "CN KP RU"},
		{"zh", "美国国务院批评平壤", "KP US"},
		{"zh", "法院在阿斯塔纳判刑，哈萨克斯坦", "KZ"},
		{"ko", "러시아에서 일하는 북한 노동자들", "KP RU"},
		{"ko", "중국은 미국과 인도주의 지원을 논의했다", "CN US"},
		{"ko", "모스크바의 한국인과 한국어 수업", "KR RU"},
		{"ko", "이란 법원이 개종자를 석방했다", "IR"},
	} {
		r := Analyse(Input{Text: c.text, Language: c.lang})
		got := strings.Fields(mentionedIDs(r))
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestJSON holds the contract: every list is there, none is null.
func TestJSON(t *testing.T) {
	b, err := json.Marshal(Analyse(Input{ID: "x", Text: "Nothing."}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":"x","language":"","territories":{"about":[],"mentioned":[]},"themes":[],"acts":[],"rights":[],"groups":[],"communities":[],"people":[],"organisations":[],"quotations":[],"claims":[]}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("North Korea and Russia", "en")
	f.Add("朝鲜和俄罗斯", "zh")
	f.Add("러시아에서 북한", "ko")
	f.Add("Северная Корея", "ru")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		runes := []rune(text)
		r := Analyse(Input{Text: text, Language: lang})
		for _, m := range r.Territories.Mentioned {
			spans := r.Spans(m.ID)
			if len(spans) != m.Count {
				t.Errorf("%s: %d spans, count %d", m.ID, len(spans), m.Count)
			}
			for _, s := range spans {
				if s.Begin < 0 || s.End > len(runes) || s.Begin >= s.End || string(runes[s.Begin:s.End]) != s.Words {
					t.Errorf("%s: span %+v of %d letters", m.ID, s, len(runes))
				}
			}
		}
	})
}

func BenchmarkAnalyse(b *testing.B) {
	text := strings.Repeat("North Korean workers left Vladivostok for China after officials in Moscow had spoken of a new accord. The court did not answer a request, a lawyer said.\n\n", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Analyse(Input{Text: text, Language: "en"})
	}
}
