package analyse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/edtf"
)

// dateCases are sentences of our own: language, the article's date, the text,
// and the dates in it.
var dateCases = []struct{ lang, published, text, want string }{
	{"en", "2021-06-16", "The accord was signed earlier this month. At a meeting the following week nobody spoke of it.", "2021-06 2021-06"},
	{"en", "2021-06-16", "Two days after the feast of 3 May the shop was closed.", "2021-05-05 2021-05-03"},
	{"en", "2021-01-06", "She left in December 2019 and came back two months later, police said on Monday.", "2019-12 2020-02 2021-01-04"},
	{"en", "2021-06-16", "The trial will begin on Friday, the judge said on Tuesday.", "2021-06-18 2021-06-15"},
	{"en", "2021-06-16", "They may march again, and they might.", ""},
	{"en", "", "It was signed last month, on 3 May 2020.", "2020-05-03"},
	{"en", "2021-06", "In a report last month and five days ago.", "2021-05"},
	{"en", "2021-03-31", "He was seized last month, one month ago, on 12.02.2021 and on 2021-02-30.", "2021-02 2021-02 2021-02-12"},
	{"en", "2021-01-10", "It closed last winter and will open this spring.", "2019-24 2021-21"},
	{"en", "2021-06-16", "He has been held since 2019, she since March 2020.", "2019/.. 2020-03/.."},
	{"fr", "2021-06-16", "Il a été arrêté le 3 mai, puis libéré le lendemain et expulsé il y a trois jours.", "2021-05-03 2021-05-04 2021-06-13"},
	{"ru", "2021-06-16", "Его задержали 3 мая 2021 года, через два дня отпустили, а в прошлом месяце снова задержали.", "2021-05-03 2021-05-05 2021-05"},
	{"ar", "2021-06-16", "اعتقل في مايو 2021 وأفرج عنه بعد شهرين.", "2021-05 2021-07"},
	{"es", "2021-06-16", "Fue detenido el 3 de mayo de 2021 y liberado al día siguiente.", "2021-05-03 2021-05-04"},
	{"zh", "2021-06-16", "他于2021年5月3日被捕，次日获释。", "2021-05-03 2021-05-04"},
	{"ko", "2021-06-16", "2021년 5월 3일 체포돼 다음 날 풀려났다.", "2021-05-03 2021-05-04"},
	{"de", "2021-06-16", "Er wurde am 3. Mai 2021 festgenommen und am nächsten Tag freigelassen.", "2021-05-03 2021-05-04"},
	{"sw", "2021-06-16", "Alikamatwa jana, 3 Mei 2021.", ""},
}

func TestDates(t *testing.T) {
	for _, c := range dateCases {
		got := ids(Dates(Input{Text: c.text, Language: c.lang, Date: c.published}), func(d FoundDate) string { return d.Value })
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// FuzzDates: every date stands in the text and is EDTF of days that exist.
func FuzzDates(f *testing.F) {
	for _, c := range dateCases {
		f.Add(c.text, c.lang, c.published)
	}
	f.Fuzz(func(t *testing.T, text, lang, published string) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			return
		}
		runes := []rune(text)
		for _, d := range Dates(Input{Text: text, Language: lang, Date: published}) {
			if d.Span.Begin < 0 || d.Span.End > len(runes) || d.Span.Begin >= d.Span.End || string(runes[d.Span.Begin:d.Span.End]) != d.Text {
				t.Fatalf("%+v", d)
			}
			for part := range strings.SplitSeq(d.Value, "/") {
				season := len(part) == 7 && part[5:] > "20" && part[5:] < "25"
				if part != ".." && !season && !edtf.Valid(part) {
					t.Fatalf("%q is no EDTF", d.Value)
				}
			}
		}
	})
}

// TestDatesAreLinear: four times the text takes about four times as long.
func TestDatesAreLinear(t *testing.T) {
	for _, unit := range []string{"two days after ", "last week ", "may 5 ", "on Monday will ", "5 "} {
		took := func(n int) float64 {
			best := 3600.0
			for range 3 {
				start := seconds(t)
				Dates(Input{Text: strings.Repeat(unit, n/len(unit)), Language: "en", Date: "2021-06-16"})
				best = min(best, seconds(t)-start)
			}
			return best
		}
		small, large := took(25_000), took(100_000)
		if large > 10*small+0.05 {
			t.Errorf("%q: %.3f s of the processor for 25 kB, %.3f s for 100 kB", unit, small, large)
		}
	}
}
