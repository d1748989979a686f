package speech

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzFind: whatever is found stands in the text, in code points, and is not
// empty; quotations come in their order.
func FuzzFind(f *testing.F) {
	for _, name := range []string{"made.txtar", "heldout.txtar"} {
		for id, c := range cases(f, name) {
			language, _, _ := strings.Cut(id, "-")
			f.Add(c[0], language)
		}
	}
	f.Add("“", "en")
	f.Add("\"a\" said \"b\" said \"", "")
	f.Add("'a workers' b' 'c", "en")
	f.Add("“A\n“B\n\nC” said D", "en")
	f.Add("«А, — сказал", "ru")
	f.Add("「『」』《", "ja")
	f.Fuzz(func(t *testing.T, text, language string) {
		if !utf8.ValidString(text) || len(text) > 1<<16 {
			t.Skip()
		}
		runes := []rune(text)
		stands := func(w Words, what string) {
			if w.Begin < 0 || w.Begin >= w.End || w.End > len(runes) || string(runes[w.Begin:w.End]) != w.Text {
				t.Errorf("%s %+v of %d letters", what, w, len(runes))
			}
		}
		maybe := func(w Words, what string) {
			if w != (Words{}) {
				stands(w, what)
			}
		}
		found := Find(text, language)
		last := 0
		for _, q := range found.Quotations {
			stands(Words{q.Span, q.Text}, "quotation")
			maybe(q.Speaker.Words, "speaker")
			maybe(q.Cue, "cue")
			maybe(q.Context, "context")
			if q.Begin < last {
				t.Errorf("quotation at %d before %d", q.Begin, last)
			}
			last = q.End
		}
		for _, p := range found.Paraphrases {
			stands(Words{p.Span, p.Text}, "paraphrase")
			stands(p.Speaker.Words, "who is paraphrased")
			stands(p.Cue, "cue")
		}
		for _, n := range append(found.People, found.Organisations...) {
			stands(n.Words, "name")
			if n.Count < 1 {
				t.Errorf("%s: %d", n.Text, n.Count)
			}
		}
	})
}

// TestLinear holds that 32 times the text takes no more than about 32 times as
// long, whatever it is made of: a square would take a thousand times as long.
func TestLinear(t *testing.T) {
	for _, c := range []struct{ language, unit string }{
		{"en", "“a ” "}, {"en", "“ "}, {"en", "\" "}, {"en", "\"a "}, {"en", "'a workers' b "}, {"en", "‘a "}, {"en", "said "}, {"en", "said X, "}, {"en", "“We are here now.” "},
		{"en", "Ann Example said that he said, "}, {"en", "X "}, {"en", "of the "}, {"en", "and A. "}, {"en", "“Yes,” he said: "}, {"en", "x"}, {"en", ", "}, {"en", "“A.\n"}, {"en", "a\n"},
		{"zh", "说“是的没错啊”"}, {"zh", "“"}, {"zh", "说"}, {"ko", "는 “아니다”고 말했다 "}, {"ko", "은 "}, {"ar", "قال «نعم» "}, {"ar", "قال "}, {"ru", "«А, — сказал он. — Б» "}, {"de", "„A“ sagte "}, {"fr", "« a » dit-il "}, {"", "\xff"},
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(c.unit, n/len(c.unit))
			start := time.Now()
			Find(text, c.language)
			return time.Since(start)
		}
		small, large := took(25_000), took(800_000)
		for range 5 { // the machine may have been busy
			if large <= 64*small+200*time.Millisecond {
				break
			}
			small, large = max(small, took(25_000)), min(large, took(800_000))
		}
		if large > 64*small+200*time.Millisecond {
			t.Errorf("%q: %v for 25 kB, %v for 800 kB", c.unit, small, large)
		}
	}
}
