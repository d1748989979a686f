package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/publisher"
)

// The benchmarks of the edition on SQLite: processor time of one call, with
// articles of about 250 words whose frequencies fall as in real texts. Run one
// size with, say, -bench 'Edition/10000/'.

// fill puts n articles in batches, as work does.
func fill(b *testing.B, p *publisher.Store, n int) {
	b.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	zipf := rand.NewZipf(r, 1.07, 8, 60_000)
	began, cpu := time.Now(), processor()
	for at := 0; at < n; at += 64 {
		var list []public.Article
		for i := at; i < min(at+64, n); i++ {
			var text strings.Builder
			for w := range 250 {
				fmt.Fprintf(&text, "w%dx ", zipf.Uint64())
				if w%60 == 59 {
					text.WriteString("\n\n")
				}
			}
			a := report(i, 1, text.String())
			a.Published = time.Date(2005+r.IntN(20), 1, 1+r.IntN(365), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			a.Territories = []string{fmt.Sprintf("T%d", zipf.Uint64()%200)}
			list = append(list, a)
		}
		if err := p.PutArticles(b.Context(), list); err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%d articles put in %v, %v of processor time", n, time.Since(began).Round(time.Millisecond), (processor() - cpu).Round(time.Millisecond))
}

// processor gives the processor time that this process has used.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkEdition(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p, e := openEdition(b, Rooms{Engine: store.SQLite, Folder: b.TempDir()})
			fill(b, p, n)
			sweep(b, p)
			measure := func(name string, call func(i int) error) {
				b.Run(name, func(b *testing.B) {
					cpu := processor()
					for i := 0; b.Loop(); i++ {
						if err := call(i); err != nil {
							b.Fatal(err)
						}
					}
					b.ReportMetric(float64((processor()-cpu).Microseconds())/1000/float64(b.N), "cpu-ms/op")
				})
			}
			measure("article", func(i int) error {
				_, err := e.Article(b.Context(), report(i*7919%n, 0, "").ID)
				return err
			})
			for name, q := range map[string]public.Query{
				"1-newest": {}, "2-territory": {Territory: "T0"}, "3-territory-year": {Territory: "T1", Year: 2010},
				"4-word-common": {Text: "w0x"}, "5-word-middle": {Text: "w150x"}, "6-word-rare": {Text: "w40000x"},
				"7-two-words": {Text: "w3x w150x"}, "8-phrase": {Text: `"w0x w1x"`}, "9-phrase-rare": {Text: `"w150x w151x"`},
				"page-500": {Text: "w0x", Page: 500},
			} {
				measure(name, func(int) error {
					_, err := e.Search(b.Context(), q)
					return err
				})
			}
			measure("counts", func(int) error {
				_, err := e.Counts(b.Context())
				return err
			})
		})
	}
}
