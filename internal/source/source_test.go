package source

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour News &amp; more</title><link>https://example.org/</link><language>en</language>
<item><title>One &lt;b&gt;bold&lt;/b&gt; word</title><link>/a/1?utm_source=rss</link><guid isPermaLink="false">tag:1</guid>
<pubDate>Wed, 29 Mar 2017 10:00:00 EST</pubDate><dc:creator>Anna Invented</dc:creator><category>courts</category>
<description><![CDATA[<p>Text <script>alert(1)</script><a href="/b">b</a></p>]]></description>
<content:encoded><![CDATA[<p onclick="x()">Long</p>]]></content:encoded><enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="5"/></item>
<item><title>No date</title><link>https://www.example.org/a/2/#top</link><pubDate>last Tuesday</pubDate></item>
</channel></rss>`

func TestRSS(t *testing.T) {
	f, err := ReadFeed([]byte(rss), FeedOptions{URL: "https://example.org/feed"})
	if err != nil {
		t.Fatal(err)
	}
	e := f.Entries[0]
	if f.Type != "rss" || f.Title != "Harbour News & more" || f.Language != "en" || len(f.Entries) != 2 {
		t.Errorf("%+v", f)
	}
	if e.Title != "One bold word" || e.Link != "https://example.org/a/1?utm_source=rss" || e.ID != "tag:1" || e.Author != "Anna Invented" ||
		e.Published != "2017-03-29T15:00:00Z" || len(e.Categories) != 1 || len(e.Enclosures) != 1 {
		t.Errorf("%+v", e)
	}
	if strings.Contains(e.Summary, "script") || strings.Contains(e.Content, "onclick") || !strings.Contains(e.Summary, `href="https://example.org/b"`) {
		t.Errorf("%q %q", e.Summary, e.Content)
	}
	if f.Entries[1].Published != "" || len(f.Warnings) != 1 {
		t.Errorf("unreadable date: %+v, %q", f.Entries[1], f.Warnings)
	}
	got := f.Announced()
	want := []desk.Entry{
		{Identity: "tag:1", Link: e.Link, Title: "One bold word", Published: "2017-03-29"},
		{Identity: "example.org/a/2", Link: "https://www.example.org/a/2/#top", Title: "No date"},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
}

func TestAtom(t *testing.T) {
	f, err := ReadFeed([]byte(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title type="html">Портовые &lt;i&gt;вести&lt;/i&gt;</title>
		<link rel="self" href="/self"/><link href="/"/><entry><id>urn:x:1</id><title>Раз</title><link rel="alternate" href="/1"/>
		<updated>2026-11-01T10:00:00+03:00</updated><author><name>Анна Вымышленная</name></author>
		<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Да</p></div></content></entry></feed>`), FeedOptions{URL: "https://example.org/atom"})
	if err != nil {
		t.Fatal(err)
	}
	e := f.Entries[0]
	if f.Type != "atom" || f.Title != "Портовые вести" || f.Link != "https://example.org/" || f.Language != "ru" ||
		e.Link != "https://example.org/1" || e.Updated != "2026-11-01T07:00:00Z" || e.Author != "Анна Вымышленная" || !strings.Contains(e.Content, "<p>Да</p>") {
		t.Errorf("%+v\n%+v", f, e)
	}
	if a := f.Announced(); a[0].Identity != "urn:x:1" || a[0].Published != "2026-11-01" {
		t.Errorf("%+v", a)
	}
}

func TestBrokenIsReadAsFarAsItGoes(t *testing.T) {
	cut := rss[:strings.Index(rss, "<item><title>No date")+40]
	f, err := ReadFeed([]byte(cut), FeedOptions{URL: "https://example.org/feed"})
	if err != nil || len(f.Entries) != 2 || len(f.Warnings) == 0 || f.Entries[0].ID != "tag:1" {
		t.Errorf("%d entries, %q, %v", len(f.Entries), f.Warnings, err)
	}
}

func TestWhatIsNoFeed(t *testing.T) {
	for name, c := range map[string]struct{ in, words string }{
		"page":    {"<!DOCTYPE html><html><body>Hello</body></html>", "web page"},
		"nothing": {"  ", "nothing at all"},
		"text":    {"Hello", "no XML"},
		"sitemap": {"<urlset><url><loc>https://example.org</loc></url></urlset>", "sitemap"},
		"deep":    {strings.Repeat("<a>", 1000), "deep"},
	} {
		if _, err := ReadFeed([]byte(c.in), FeedOptions{}); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), c.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEncodings(t *testing.T) {
	doc := "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><title>\xcf\xee\xf0\xf2</title><item><link>https://example.org/1</link></item></channel></rss>"
	if f, err := ReadFeed([]byte(doc), FeedOptions{}); err != nil || f.Title != "Порт" || f.Encoding != "windows-1251" {
		t.Errorf("%q %q, %v", f.Title, f.Encoding, err)
	}
	latin := "<rss><channel><title>caf\xe9</title></channel></rss>"
	if f, err := ReadFeed([]byte(latin), FeedOptions{ContentType: "text/xml; charset=iso-8859-1"}); err != nil || f.Title != "café" {
		t.Errorf("%q, %v", f.Title, err)
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
		if p := m.Pages[0]; p.Title != "Un" || p.Published != "2026-11-02T08:00:00Z" || p.Language != "fr" || p.Modified != "2026-11-01T00:00:00Z" {
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
		"https://example.org:8080/x": "example.org:8080/x", "tag:1": "tag:1",
	} {
		if got := Normal(in); got != want {
			t.Errorf("Normal(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestEvalFeeds measures on a public corpus which share of its sound files is
// read without an error. It is no promise: a later reader is measured on values.
func TestEvalFeeds(t *testing.T) {
	root := "../../../shared/corpora/feeds"
	if _, err := os.Stat(root); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	sound := regexp.MustCompile(`Expect:\s+not bozo`)
	read, all := 0, 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !sound.Match(data) {
			return err
		}
		all++
		if _, err := ReadFeed(data, FeedOptions{}); err == nil {
			read++
		}
		return nil
	})
	if err != nil || all == 0 {
		t.Fatal(all, err)
	}
	t.Logf("%d of %d sound feeds read (%.1f %%)", read, all, 100*float64(read)/float64(all))
	if read*100 < all*80 {
		t.Errorf("fewer than 80 %% of sound feeds can be read")
	}
}

func FuzzReadFeed(f *testing.F) {
	f.Add([]byte(rss))
	f.Add([]byte(sitemap))
	f.Fuzz(func(t *testing.T, data []byte) {
		feed, err := ReadFeed(data, FeedOptions{URL: "https://example.org/feed"})
		if err != nil {
			return
		}
		for _, e := range feed.Entries {
			if e.Link != "" && !strings.HasPrefix(e.Link, "http") || !utf8.ValidString(e.Title+e.Content+e.Summary) || strings.Contains(e.Content, "<script") {
				t.Errorf("%+v", e)
			}
		}
		for _, e := range feed.Announced() {
			if e.Identity == "" || e.Link == "" {
				t.Errorf("%+v", e)
			}
		}
	})
}
