package source

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// breakages are the faults that readers of feeds complain of. Each takes a
// sound document and breaks it; ok is false where there is nothing to break.
// No count of how often each is met could be had, so all weigh the same.
var breakages = []struct {
	name string
	make func(doc string) (broken string, ok bool)
	read string // what the fault adds to a title, as it must be read
}{
	{"blanks before the declaration", func(d string) (string, bool) { return "\n\n  " + d, true }, ""},
	{"a notice before the feed", func(d string) (string, bool) { return "<br />\n<b>Warning</b>: something in line 3<br />\n" + d, true }, ""},
	{"a page behind the feed", func(d string) (string, bool) { return d + "\n<script>track()</script><!-- 0.3 s -->", true }, ""},
	{"ampersand not escaped", inTitle("Law & order "), "Law & order"},
	{"entity of HTML", inTitle("Caf&eacute;&nbsp;"), "Café"},
	{"less-than not escaped", inTitle("1 < 2 "), "1 < 2"},
	{"control character", inTitle("a\x0bb\x01 "), "ab"},
	{"element of HTML not closed", inTitle("one<br>two "), "two"},
	{"bytes of windows-1252", inTitle("it\x92s \x93so\x94 "), "it’s “so”"},
	{"prefix nobody declared", before("<title", "<undeclared:thing>x</undeclared:thing>"), ""},
	{"attribute without quotes", before("<title", `<guess kind=this />`), ""},
	{"wrong end", before("<title", "<open></close>"), ""},
	{"root not closed", func(d string) (string, bool) {
		i := strings.LastIndex(d, "</")
		return d[:max(i, 0)], i > 0
	}, ""},
	{"ends in a tag", func(d string) (string, bool) {
		i := strings.LastIndex(d, "</")
		return d[:max(i, 0)] + "</", i > 0
	}, ""},
	{"declared as UTF-16, is not", func(d string) (string, bool) {
		return `<?xml version="1.0" encoding="utf-16"?>` + xmlDeclaration.ReplaceAllString(d, ""), true
	}, ""},
	{"charset that does not exist", func(d string) (string, bool) {
		return `<?xml version="1.0" encoding="x-unheard-of"?>` + xmlDeclaration.ReplaceAllString(d, ""), true
	}, ""},
}

var xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

func inTitle(put string) func(string) (string, bool) {
	at := regexp.MustCompile(`<(?:channel|feed|item|entry)(?:\s[^>]*)?>\s*<title>`)
	return func(d string) (string, bool) {
		m := at.FindStringIndex(d)
		if m == nil {
			return "", false
		}
		return d[:m[1]] + put + d[m[1]:], true
	}
}

func before(what, put string) func(string) (string, bool) {
	return func(d string) (string, bool) {
		i := strings.Index(d, what)
		if i < 0 {
			return "", false
		}
		return d[:i] + put + d[i:], true
	}
}

// TestEvalBrokenFeeds breaks every sound feed of the corpus in every way, and
// asks whether all that stood in it is still read.
func TestEvalBrokenFeeds(t *testing.T) {
	docs := corpusDocs(t)
	var all float64
	var failed []string
	for _, b := range breakages {
		tried, read := 0, 0
		for name, doc := range docs {
			want, err := ReadFeed(doc, FeedOptions{URL: "https://example.org/"})
			if err != nil || !utf8.Valid(doc) || want.Type == "json" {
				continue
			}
			broken, ok := b.make(string(doc))
			if !ok {
				continue
			}
			tried++
			got, err := ReadFeed([]byte(broken), FeedOptions{URL: "https://example.org/"})
			if missing := lost(want, got, b.read, strings.Contains(b.name, "ends in") || strings.Contains(b.name, "root")); err == nil && missing == "" {
				read++
			} else if len(failed) < 40 {
				failed = append(failed, fmt.Sprintf("%s, %s: lost %q %v", b.name, name, missing, err))
			}
		}
		if tried == 0 {
			t.Fatalf("nothing in the corpus could be broken by %q", b.name)
		}
		t.Logf("%-32s %4d of %4d (%.1f %%)", b.name, read, tried, share(read, tried))
		all += share(read, tried)
	}
	slices.Sort(failed)
	for _, f := range failed {
		t.Log(f)
	}
	all /= float64(len(breakages))
	t.Logf("broken feeds, all faults weighing the same: %.1f %%", all)
	if all < 95 {
		t.Error("under 95 %")
	}
}

// lost gives the first value of a feed that is not in another reading of it.
// The title may have got something in front of it.
func lost(want, got Feed, more string, cut bool) string {
	values := func(f Feed) (list []string) {
		list = append(list, f.Title, f.Link, f.Published, f.Updated)
		for _, e := range f.Entries {
			list = append(list, e.Title, e.Link, e.Published, e.Updated)
			if !cut {
				list = append(list, e.ID, e.Summary, e.Content)
			}
		}
		return list
	}
	have := strings.Join(values(got), "\n")
	for _, v := range append(values(want), more) {
		if v != "" && !strings.Contains(have, v) {
			return v
		}
	}
	return ""
}

// corpusDocs gives the files of the corpus, by name.
func corpusDocs(t *testing.T) map[string][]byte {
	if _, err := os.Stat(corpus); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	out := map[string][]byte{}
	err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		name, _ := filepath.Rel(corpus, path)
		out[name], err = os.ReadFile(path)
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatal(len(out), err)
	}
	return out
}

// TestEvalUnsafeBodies reads every file of the corpus and looks, as a browser
// would, for anything in its bodies that could act.
func TestEvalUnsafeBodies(t *testing.T) {
	bodies, unsafe := 0, 0
	for name, doc := range corpusDocs(t) {
		f, err := ReadFeed(doc, FeedOptions{URL: "https://example.org/"})
		if err != nil {
			continue
		}
		for _, e := range f.Entries {
			for _, body := range []string{e.Summary, e.Content} {
				if body == "" {
					continue
				}
				bodies++
				if what := acts(t, body); what != "" {
					unsafe++
					t.Errorf("%s: %s in %q", name, what, body)
				}
			}
		}
	}
	t.Logf("%d of %d bodies left unsafe", unsafe, bodies)
}

var dangerous = set("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "link", "meta", "base", "svg", "math", "template", "textarea", "select", "noscript", "xmp", "plaintext", "title")

// acts names what in a piece of HTML could act; empty where nothing can.
func acts(t *testing.T, body string) string {
	doc, err := html.Parse(bytes.NewReader([]byte("<body><div>" + body + "</div>")))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if dangerous[n.Data] {
			return "<" + n.Data + ">"
		}
		for _, a := range n.Attr {
			scheme, _, found := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":")
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || a.Key == "formaction" {
				return a.Key
			}
			if addresses[a.Key] && found && !strings.ContainsAny(scheme, "/?#") && scheme != "http" && scheme != "https" && scheme != "mailto" {
				return scheme + ":"
			}
		}
	}
	return ""
}
