package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzReadFeed holds the laws of the reader: it answers, what it gives is valid
// UTF-8 without NUL, every address is a web address, every date is RFC 3339,
// markup that was sanitised stays the same when it is sanitised again, and
// every announced entry has an identity of its own.
func FuzzReadFeed(f *testing.F) {
	for _, doc := range cases(f) {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		feed, err := ReadFeed(data, FeedOptions{URL: "https://example.org/feed"})
		if err != nil {
			return
		}
		text := []string{feed.Title, feed.Description, feed.Author, feed.Copyright, strings.Join(feed.Warnings, "")}
		links, dates := []string{feed.Link, feed.Image}, []string{feed.Published, feed.Updated}
		for _, e := range feed.Entries {
			text = append(text, e.Title, e.ID, e.Author, e.Summary, e.Content, strings.Join(e.Categories, ""))
			links, dates = append(links, e.Link), append(dates, e.Published, e.Updated)
			for _, s := range []string{e.Summary, e.Content} {
				if again := strings.TrimSpace(policy.Sanitize(s)); again != s {
					t.Errorf("%q, sanitised again: %q", s, again)
				}
			}
		}
		for _, s := range text {
			if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				t.Errorf("%q", s)
			}
		}
		for _, s := range links {
			if s != "" && !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") {
				t.Errorf("%q", s)
			}
		}
		for _, s := range dates {
			if _, err := time.Parse(time.RFC3339, s); err != nil && s != "" {
				t.Error(err)
			}
		}
		seen := map[string]bool{}
		for _, e := range feed.Announced() {
			if e.Identity == "" || e.Link == "" || seen[e.Identity] {
				t.Errorf("%+v", e)
			}
			seen[e.Identity] = true
		}
	})
}

// FuzzReadSitemap holds that every page has a web address and an identity.
func FuzzReadSitemap(f *testing.F) {
	f.Add([]byte(sitemap))
	f.Add([]byte(`<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadSitemap(data, "https://example.org/sitemap.xml")
		if err != nil {
			return
		}
		for _, e := range m.Announced() {
			if e.Identity == "" || !strings.HasPrefix(e.Link, "http") || !utf8.ValidString(e.Title) {
				t.Errorf("%+v", e)
			}
		}
	})
}

// FuzzReadDate holds that what a date is written as is read as the same date.
func FuzzReadDate(f *testing.F) {
	for _, d := range dates {
		f.Add(d.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := readDate(s)
		if !ok {
			return
		}
		written := m.rfc3339()
		again, ok := readDate(written)
		if !ok || again.rfc3339() != written {
			t.Errorf("%q is %q, which is %q", s, written, again.rfc3339())
		}
	})
}

// cases are the documents of testdata.
func cases(t testing.TB) (docs [][]byte) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, txtar.Parse(b).Files[0].Data)
	}
	return docs
}

// FuzzPlainMarkup holds that the short way through simple markup ends where the
// long one does.
func FuzzPlainMarkup(f *testing.F) {
	for _, s := range []string{
		"<p>A court &amp; \"others\" fined <a href=\"/one\" class=\"x\">him</a></p>", `<img src="a.jpg" alt="A hall" width="300" height="50%"/>It's<br/>`,
		`<div style="x"><span>a > b</span></div>`, "</p><b>", `<a href="https://example.org/?a=1&amp;b=2">x</a>`, `<a href="javascript:x">x</a>`, "<ul><li>a</ul>", "a\r\nb", "<p title=\"x\">", "<a>b</a>",
		"<table><tr><td>a", "<p/>b", `<a href=" x">`, `<a href="//example.org">`, `<img src="">`, `<a href="#top">`, "&#8217;s&nbsp;x", `<img alt="x">`, `<a class="x">y</a>`,
	} {
		f.Add(s)
	}
	base := parseURL("https://example.org/dir/feed")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			return // what is decoded is neither
		}
		got, ok := plainMarkup(s, base)
		if want := settle(rewrite(s, base, false)); ok && got != want {
			t.Errorf("%q: %q, the library %q", s, got, want)
		}
	})
}
