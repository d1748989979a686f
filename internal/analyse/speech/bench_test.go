package speech

import (
	"strings"
	"testing"
)

// BenchmarkFind gives the speed on the cases, repeated to 100 kB, by language.
func BenchmarkFind(b *testing.B) {
	texts := map[string]string{}
	for _, name := range []string{"made.txtar", "heldout.txtar"} {
		for id, c := range cases(b, name) {
			language, _, _ := strings.Cut(id, "-")
			texts[language] += c[0] + "\n"
		}
	}
	for _, language := range []string{"en", "fr", "ru", "ar", "es", "zh", "ko", "de"} {
		text := strings.Repeat(texts[language], 1+100_000/len(texts[language]))
		b.Run(language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(text, language)
			}
		})
	}
}

// BenchmarkTongue gives the time that the first text of a language waits.
func BenchmarkTongue(b *testing.B) {
	for b.Loop() {
		once(english)()
	}
}
