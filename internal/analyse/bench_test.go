package analyse

import (
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

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
	Analyse(Input{Text: "ready", Language: "en"})
	before := cpu(b)
	for b.Loop() {
		for _, a := range articles {
			Analyse(Input{Title: a.Title, Text: a.Text, Language: "en"})
		}
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpu(b)-before).Seconds(), "MB/s-of-CPU")
}

// cpu gives the processor time that the process has used: the clock on the
// wall says little on a machine that others use too.
func cpu(b *testing.B) time.Duration { return time.Duration(seconds(b) * 1e9) }

// BenchmarkReady gives the time until the first text is analysed, lists and
// models read, and the memory that they keep.
func BenchmarkReady(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var kept *lexicon
	var book *cueBook
	start := cpu(b)
	for b.Loop() {
		kept, book = newLexicon(), newCueBook()
	}
	b.ReportMetric(float64((cpu(b)-start).Milliseconds())/float64(b.N), "ms-of-CPU")
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-kept")
	runtime.KeepAlive(kept)
	runtime.KeepAlive(book)
}

// seconds gives the processor time that the process has used: on a machine that
// others use too, time on the clock says little.
func seconds(tb testing.TB) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
