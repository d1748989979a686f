package analyse

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// BenchmarkAnalyse gives the speed on the golden texts, repeated to 100 kB, by
// language.
func BenchmarkAnalyse(b *testing.B) {
	for _, language := range []string{"en", "fr", "ru", "ar", "zh", "ko"} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", language+".txtar"))
		if err != nil {
			b.Fatal(err)
		}
		text := ""
		for _, f := range archive.Files {
			if f.Name == "text" {
				text = strings.Repeat(string(f.Data)+"\n", 100_000/len(f.Data))
			}
		}
		b.Run(language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Analyse(Input{Text: text, Language: language})
			}
		})
	}
}

// BenchmarkCorpus gives the speed on real news, where it is here.
func BenchmarkCorpus(b *testing.B) {
	articles := corpus(b, false)
	size := 0
	for _, a := range articles {
		size += len(a.Title) + len(a.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, a := range articles {
			Analyse(Input{Title: a.Title, Text: a.Text, Language: "en"})
		}
	}
}

// BenchmarkLexicon gives the time that the first analysis waits, and the
// memory that the lexicon keeps.
func BenchmarkLexicon(b *testing.B) {
	var before, after runtime.MemStats
	var kept *lexicon
	for b.Loop() {
		kept = newLexicon()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	entries := len(kept.entries)
	runtime.KeepAlive(kept)
	kept = nil
	runtime.GC()
	runtime.ReadMemStats(&before)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-kept")
	b.ReportMetric(float64(entries), "entries")
}
