package source

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// hostile are documents that a careless reader answers with much more memory
// or time than their size.
var hostile = map[string]func(size int) string{
	"nested": func(n int) string { return "<rss><channel><item>" + strings.Repeat("<a>", n/3) },
	"flat":   func(n int) string { return "<rss><channel>" + strings.Repeat("<a/>", n/4) },
	"items": func(n int) string {
		return "<rss><channel>" + strings.Repeat("<item><link>https://example.org/</link>", n/40)
	},
	"stray": func(n int) string { return "<rss>" + strings.Repeat("</b>", n/4) },
	"long base": func(n int) string {
		return `<rss xml:base="http://example.org/` + strings.Repeat("x", 1<<20) + `/"><channel><item><description>` + strings.Repeat("&lt;a href=a>", n/13)
	},
	"base chain": func(n int) string {
		return "<rss>" + strings.Repeat(`<a xml:base="http://example.org/`+strings.Repeat("y/", 400)+`">`, 90) + strings.Repeat("<link>a</link>", n/14)
	},
	"entities": func(n int) string {
		return `<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("z", 200) + `">]><rss><channel><title>` + strings.Repeat("&a;", n/3)
	},
	"prefixes": func(n int) string {
		var b strings.Builder
		b.WriteString("<rss")
		for i := range n / 40 {
			fmt.Fprintf(&b, ` xmlns:p%d="http://example.org/"`, i)
		}
		return b.String() + ">" + strings.Repeat("<q:a>", n/10)
	},
	"enclosures": func(n int) string {
		return `<rss xml:base="http://example.org/` + strings.Repeat("x", 900) + `/"><channel><item>` + strings.Repeat(`<enclosure url="a"/>`, n/20)
	},
	"one text":      func(n int) string { return "<rss><channel><title>" + strings.Repeat("x<", n/2) },
	"json nested":   func(n int) string { return `{"version":"https://jsonfeed.org/version/1","a":` + strings.Repeat("[", n) },
	"many sitemaps": func(n int) string { return "<urlset>" + strings.Repeat("<url><loc>http://a/</loc></url>", n/31) },
}

// TestMemoryIsBounded gives every hostile document at 1 MB and counts what is
// allocated in all, which no clock and no collector changes much.
func TestMemoryIsBounded(t *testing.T) {
	const size, most = 1 << 20, 160 << 20
	for name, make := range hostile {
		doc := []byte(make(size))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f, _ := ReadFeed(doc, FeedOptions{URL: "https://example.org/"})
		m, _ := ReadSitemap(doc, "https://example.org/")
		runtime.ReadMemStats(&after)
		if total := after.TotalAlloc - before.TotalAlloc; total > most {
			t.Errorf("%s: %d MB allocated for %d MB", name, total>>20, len(doc)>>20)
		}
		var kept int
		for _, e := range f.Entries {
			kept += len(e.Content) + len(e.Summary) + len(e.Link) + len(e.Title)
		}
		if len(f.Entries) > MaxEntries || len(m.Pages) > MaxEntries || kept > 2*maxBodies || len(f.Warnings) > maxWarnings {
			t.Errorf("%s: %d entries, %d pages, %d bytes, %d warnings", name, len(f.Entries), len(m.Pages), kept, len(f.Warnings))
		}
	}
}

func BenchmarkReadFeed(b *testing.B) {
	item := `<item><title>One &amp; two</title><link>https://example.org/a?b=1&amp;c=2</link><guid>tag:example.org,2026:1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>%s</description></item>`
	for name, text := range map[string]string{
		"text":   strings.Repeat("A court upheld a fine on Tuesday, a lawyer said. ", 20),
		"markup": "<![CDATA[" + strings.Repeat(`<p>A court upheld <a href="/fine">a fine</a> on <b>Tuesday</b>, a lawyer said.</p> `, 12) + "]]>",
	} {
		doc := []byte("<rss><channel>" + strings.Repeat(fmt.Sprintf(item, text), 1000) + "</channel></rss>")
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				if f, err := ReadFeed(doc, FeedOptions{URL: "https://example.org/"}); err != nil || len(f.Entries) != 1000 {
					b.Fatal(len(f.Entries), err)
				}
			}
		})
	}
}
