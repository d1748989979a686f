package analyse

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

// badTexts are the kinds of text that analysers have trouble with, as a piece
// that is repeated. All people and events in them are invented.
var badTexts = []struct{ name, language, unit string }{
	{"one line", "en", "On Monday, officials in Minsk said that at least 40 people, among them Ann Example, were arrested on March 3, 2017 for “taking part in a meeting”. "},
	{"lines", "en", "On Monday, officials in Minsk said that 40 people were arrested.\n"},
	{"mixed scripts", "", "Officials said 40 workers. Власти задержали 40 человек в Минске. 官员说，40名工人被捕。 قال مسؤولون إن 40 شخصا اعتُقلوا. 당국은 40명을 체포했다고 밝혔다. "},
	{"right to left with Latin", "ar", "قال متحدث باسم \u202aHuman Rights Example\u202c إن 40 شخصا (\u200fBelarus\u200e) اعتُقلوا في مينسك. "},
	{"a language without rules", "sw", "Maafisa walisema kwamba watu 40 walikamatwa mjini Dodoma siku ya Jumatatu. "},
	{"a script without rules", "", "ოფიციალურმა პირებმა თქვეს, რომ 40 ადამიანი დააკავეს ქალაქში. "},
	{"no blanks", "zh", "官员说朝鲜工人在俄罗斯四十名"},
	{"one word", "en", "a"},
	{"numbers", "en", "12 "},
	{"spelled numbers", "ru", "сто двадцать "},
	{"marks that nothing closes", "en", "\"a "},
	{"says", "en", "Ann Example said that "},
	{"dates", "en", "last week the "},
	{"no UTF-8", "en", "\xff"},
	{"empty lines", "en", "\n\n"},
}

// TestBadTexts: whatever a text is made of, twenty times the text takes about
// twenty times as long, and every finding of five megabytes stands in the text.
func TestBadTexts(t *testing.T) {
	Analyse(Input{Text: "ready", Language: "en"})
	took := func(text, language string) float64 {
		began := seconds(t)
		Analyse(Input{Text: text, Language: language, Date: "2017-03-29"})
		return seconds(t) - began
	}
	for _, c := range badTexts {
		small := strings.Repeat(c.unit, 50_000/len(c.unit))
		short := min(took(small, c.language), took(small, c.language))
		if long := took(strings.Repeat(small, 20), c.language); long > 60*short+0.2 {
			t.Errorf("%s: %.3f s for 50 kB, %.3f s for 1 MB", c.name, short, long)
		}
	}
	text := strings.Repeat(badTexts[0].unit, 5_000_000/len(badTexts[0].unit))
	r := Analyse(Input{Text: text, Language: "en", Date: "2017-03-29"})
	sentences, letters := strings.Count(text, "Minsk"), utf8.RuneCountInString(text)
	if n := len(r.Claims); n < sentences || r.Claims[n-1].Span.End > letters {
		t.Errorf("%d claims in %d sentences of one line, the last up to %d of %d", n, sentences, r.Claims[n-1].Span.End, letters)
	}
	if n := len(r.Spans("BY")); n != sentences {
		t.Errorf("%d mentions in %d sentences", n, sentences)
	}
}

// TestNoRules: a text in a language without rules has its language named, and
// nothing but the names of territories is found in it.
func TestNoRules(t *testing.T) {
	for _, c := range []struct{ language, text, about string }{
		{"sw", "Maafisa walisema kwamba watu 40 walikamatwa mjini Dodoma, Tanzania, siku ya Jumatatu. “Hatukufanya kosa,” alisema Ann Example. Mali yao ilichukuliwa.", "TZ"},
		{"ka", "ოფიციალურმა პირებმა თქვეს, რომ 40 ადამიანი დააკავეს ქალაქში ორშაბათს, 3 მარტს.", ""},
		{"am", "ባለሥልጣናት 40 ሰዎች ሰኞ ዕለት መታሰራቸውን ተናገሩ።", ""},
		{"th", "เจ้าหน้าที่กล่าวว่ามีผู้ถูกจับกุม 40 คนในวันจันทร์", ""},
		{"hi", "अधिकारियों ने कहा कि सोमवार को 40 लोगों को गिरफ्तार किया गया।", ""},
		{"fi", "Viranomaisten mukaan maanantaina pidätettiin 40 ihmistä, jotka olivat osallistuneet kokoukseen pääkaupungissa.", ""},
	} {
		r := Analyse(Input{Text: c.text, Date: "2017-03-29"})
		if r.Language != c.language {
			t.Errorf("%s is taken for %q: %s", c.language, r.Language, c.text)
		}
		if n := len(r.Claims) + len(r.Themes) + len(r.Acts) + len(r.Rights) + len(r.Groups) + len(r.Communities) + len(r.People) + len(r.Organisations); n > 0 {
			t.Errorf("%s: found %+v", c.language, r)
		}
		if about := ids(r.Territories.About, func(s Scored) string { return s.ID }); about != c.about {
			t.Errorf("%s: about %q, want %q", c.language, about, c.about)
		}
		for _, q := range r.Quotations {
			if q.Speaker != "" {
				t.Errorf("%s: %q is said to speak", c.language, q.Speaker)
			}
		}
	}
}

// BenchmarkBad gives the speed on each kind of bad text, by processor time.
func BenchmarkBad(b *testing.B) {
	for _, c := range badTexts {
		text := strings.Repeat(c.unit, 1_000_000/len(c.unit))
		b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
			runtime.GC()
			before := seconds(b)
			for b.Loop() {
				Analyse(Input{Text: text, Language: c.language, Date: "2017-03-29"})
			}
			b.ReportMetric(float64(len(text))*float64(b.N)/1e6/(seconds(b)-before), "MB/s-of-CPU")
		})
	}
}
