package analyse

import (
	"testing"
	"unicode/utf8"
)

// coveredLanguages are those with rules for claims or dates, and one without.
var coveredLanguages = []string{"en", "fr", "ru", "ar", "es", "zh", "ko", "de", "fa", "sw", ""}

// FuzzAnalyse holds that whatever a text is, in whatever language it is said to
// be, every finding stands where it says, in the words that it says.
func FuzzAnalyse(f *testing.F) {
	for i, text := range []string{
		"Officials said 50-thousand North Korean workers, at most, were in Russia on March 3, 2017.",
		"Le ministre a dit que « douze % des détenus, voire plus » sont à Paris.",
		"По данным властей, 300 человек из 1,5 тыс. задержаны в Москве.",
		"قال مسؤولون إن ‪12%‬ من السكان في Belarus اعتُقلوا.",
		"Según la ONU, una de cada cuatro, 3.000 personas.",
		"据报道，百分之十二、12％。约50名朝鲜工人在俄罗斯。",
		"당국은 12%가 넘는 3만 명을 체포했다고 밝혔다.",
		"“\x00\xff12% — 3-4-5 \u202eabc\n\n\n12",
	} {
		f.Add(text, "2017-03-29", uint8(i))
	}
	f.Add("Au moins 12 % des détenus sont malades", "", uint8(5)) // Latin words in a Chinese text, and in a Korean one
	f.Add("Au moins 12 % des détenus sont malades", "", uint8(6))
	f.Fuzz(func(t *testing.T, text, date string, language uint8) {
		in := Input{Title: text, Text: text, Date: date, Language: coveredLanguages[int(language)%len(coveredLanguages)]}
		r := Analyse(in)
		runes := []rune(text)
		stands := func(what string, begin, end int, words string) {
			if begin < 0 || end < begin || end > len(runes) {
				t.Fatalf("%s from %d to %d of %d code points", what, begin, end, len(runes))
			}
			if utf8.ValidString(text) && string(runes[begin:end]) != words {
				t.Errorf("%s is %q, the text has %q", what, words, string(runes[begin:end]))
			}
		}
		for _, c := range r.Claims {
			stands("claim", c.Span.Begin, c.Span.End, c.Text)
			for _, cue := range c.Cues {
				stands("cue", cue.Begin, cue.End, cue.Text)
			}
			if c.Quantity.Number != "" {
				stands("number", c.Quantity.NumberSpan.Begin, c.Quantity.NumberSpan.End, c.Quantity.Number)
			}
		}
		for _, q := range r.Quotations {
			stands("quotation", q.Begin, q.End, q.Text)
		}
		for _, m := range r.Territories.Mentioned {
			for _, s := range r.Spans(m.ID) {
				stands("territory", s.Begin, s.End, s.Words)
			}
		}
		for term, spans := range r.axes.spans {
			for _, s := range spans {
				stands(string(term.axis), s.Begin, s.End, s.Words)
			}
		}
		for _, d := range Dates(in) {
			stands("date", d.Span.Begin, d.Span.End, d.Text)
		}
		r.DeskClaims()
	})
}
