package source

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"rightsdesk/internal/fault"
)

func TestWhatIsNoFeed(t *testing.T) {
	for name, c := range map[string]struct{ in, words string }{
		"page":    {"<!DOCTYPE html><html><body>Hello</body></html>", "web page"},
		"nothing": {"  ", "nothing at all"},
		"text":    {"Hello", "no XML"},
		"sitemap": {"<urlset><url><loc>https://example.org</loc></url></urlset>", "sitemap"},
		"deep":    {strings.Repeat("<a>", 1000), "no feed"},
		"json":    {`{"a": 1}`, "JSON"},
	} {
		if _, err := ReadFeed([]byte(c.in), FeedOptions{}); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), c.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEncodings reads one feed in many encodings, said and unsaid.
func TestEncodings(t *testing.T) {
	utf16 := func(s string, order binary.ByteOrder, mark bool) string {
		var b []byte
		if mark {
			b = order.(binary.AppendByteOrder).AppendUint16(b, 0xfeff)
		}
		for _, u := range utf16.Encode([]rune(s)) {
			b = order.(binary.AppendByteOrder).AppendUint16(b, u)
		}
		return string(b)
	}
	feed := func(declared, title string) string {
		return "<?xml version=\"1.0\"" + declared + "?><rss><channel><title>" + title + "</title></channel></rss>"
	}
	for name, c := range map[string]struct{ in, header, title, encoding string }{
		"declared":             {feed(` encoding="windows-1251"`, "\xcf\xee\xf0\xf2"), "", "Порт", "windows-1251"},
		"header":               {feed("", "caf\xe9"), "text/xml; charset=iso-8859-1", "café", "iso-8859-1"},
		"header before xml":    {feed(` encoding="koi8-r"`, "\xcf\xee\xf0\xf2"), `text/xml; charset="windows-1251"`, "Порт", "windows-1251"},
		"nobody, Russian":      {feed("", "\xcf\xee\xf0\xf2 \xe8 \xec\xee\xf0\xe5"), "", "Порт и море", "windows-1251"},
		"nobody, French":       {feed("", "d\xe9j\xe0 l\x92\xe9t\xe9"), "", "déjà l’été", "windows-1252"},
		"said wrongly":         {feed(` encoding="iso-8859-1"`, "Порт"), "", "Порт", "utf-8"},
		"said to be UTF-8":     {feed(` encoding="utf-8"`, "caf\xe9"), "", "café", "windows-1252"},
		"UTF-8 with one fault": {feed(` encoding="utf-8"`, "Порт\x92 и море"), "", "Порт’ и море", "utf-8"},
		"mark of UTF-8":        {"\xef\xbb\xbf" + feed("", "Порт"), "", "Порт", "utf-8"},
		"UTF-16 with mark":     {utf16(feed(` encoding="utf-16"`, "Порт"), binary.LittleEndian, true), "", "Порт", "utf-16le"},
		"UTF-16 without":       {utf16(feed("", "Порт"), binary.BigEndian, false), "text/xml; charset=utf-8", "Порт", "utf-16be"},
		"no such encoding":     {feed(` encoding="martian"`, "Port"), "", "Port", "utf-8"},
		"control characters":   {feed("", "Po\x00r\x0bt\xc2\x92"), "", "Port’", "utf-8"},
	} {
		f, err := ReadFeed([]byte(c.in), FeedOptions{ContentType: c.header})
		if err != nil || f.Title != c.title || f.Encoding != c.encoding {
			t.Errorf("%s: %q in %q, %v", name, f.Title, f.Encoding, err)
		}
	}
}

const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://example.org/1</loc><lastmod>2026-11-01</lastmod><n:news><n:publication><n:name>N</n:name><n:language>fr</n:language></n:publication>
<n:publication_date>2026-11-02T08:00:00Z</n:publication_date><n:title>Un</n:title></n:news></url><url><loc>/2</loc></url><url><loc>mailto:x@example.org</loc></url></urlset>`

func TestSitemap(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(sitemap)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, in := range [][]byte{[]byte(sitemap), packed.Bytes()} {
		m, err := ReadSitemap(in, "https://example.org/sitemap.xml")
		if err != nil || len(m.Pages) != 2 {
			t.Fatalf("%+v, %v", m, err)
		}
		if p := m.Pages[0]; p.Title != "Un" || p.Published != "2026-11-02T08:00:00Z" || p.Language != "fr" || p.LastModified != "2026-11-01T00:00:00Z" {
			t.Errorf("%+v", p)
		}
		if a := m.Announced(); a[0].Published != "2026-11-02" || a[1].Link != "https://example.org/2" || a[1].Published != "" {
			t.Errorf("%+v", a)
		}
	}
	index, err := ReadSitemap([]byte(`<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>`), "https://example.org/sitemap.xml")
	if err != nil || len(index.Indexes) != 1 || index.Indexes[0] != "https://example.org/a.xml" {
		t.Errorf("%+v, %v", index, err)
	}
	if _, err := ReadSitemap([]byte("\x1f\x8bnot packed"), ""); !fault.Is(err, fault.Invalid) {
		t.Errorf("bad gzip: %v", err)
	}
}

func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.Example.org:443/a/?utm_source=x&b=2&a=1#top": "example.org/a?a=1&b=2", "http://example.org/": "example.org",
		"https://example.org:8080/x": "example.org:8080/x", "tag:1": "tag:1", "": "", "http://example.org/#!/a": "example.org#!/a",
		"HTTP://EXAMPLE.ORG/A?fbclid=1&UTM_medium=x": "example.org/A", "http://[::1": "http://[::1", "mailto:desk@example.org": "mailto:desk@example.org",
	} {
		if got := Normal(in); got != want {
			t.Errorf("Normal(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSitemapBounds: a packed sitemap that grows without end is refused, one
// that breaks off is read up to there, and of too many pages the latest stay.
func TestSitemapBounds(t *testing.T) {
	packed := func(pieces ...string) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		for _, p := range pieces {
			if _, err := z.Write([]byte(p)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	bomb := packed("<urlset>", strings.Repeat(" ", maxSitemap))
	if _, err := ReadSitemap(bomb, ""); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "more than 50 MB") {
		t.Error(err)
	}
	broken := packed(sitemap)
	if m, err := ReadSitemap(broken[:len(broken)-8], "https://example.org/"); err != nil || len(m.Pages) != 2 {
		t.Errorf("without its checksum: %d pages, %v", len(m.Pages), err)
	}
	var b strings.Builder
	b.WriteString("<urlset>")
	for i := range MaxEntries + 5 {
		fmt.Fprintf(&b, "<url><loc>https://example.org/%d</loc><lastmod>%s</lastmod></url>", i, time.Unix(int64(1e9+i*60), 0).UTC().Format(time.RFC3339))
	}
	m, err := ReadSitemap([]byte(b.String()), "")
	if err != nil || len(m.Pages) != MaxEntries || m.Pages[0].Address != fmt.Sprintf("https://example.org/%d", MaxEntries+4) || len(m.Warnings) == 0 {
		t.Errorf("%d pages, %q, %v", len(m.Pages), m.Warnings, err)
	}
}

// TestWebPageNamesItsFeed: who gave the address of a page reads where its feed is.
func TestWebPageNamesItsFeed(t *testing.T) {
	page := `<html><head><link rel="stylesheet" href="/x.css"><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"></head><body></body></html>`
	_, err := ReadFeed([]byte(page), FeedOptions{URL: "https://example.org/news/"})
	if !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "https://example.org/feed?a=1&b=2") {
		t.Error(err)
	}
}
