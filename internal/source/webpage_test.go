package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// TestPages reads each testdata/pages/*.txtar: "page" is the document, "want"
// what it names, which selectors are proposed, and what they give.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describePage(a.Files[0].Data, option(a.Comment, "url"))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

func describePage(page []byte, address string) string {
	var b bytes.Buffer
	for _, f := range Discover(page, address) {
		fmt.Fprintf(&b, "names %s %s %q\n", f.Kind, f.Address, f.Title)
	}
	sel, found := GuessSelectors(page, "text/html; charset=utf-8")
	fmt.Fprintf(&b, "proposes item %q title %q link %q date %q: %v\n", sel.Item, sel.Title, sel.Link, sel.Date, found)
	if !found {
		return b.String()
	}
	p, err := ReadPage(page, FeedOptions{URL: address, ContentType: "text/html; charset=utf-8"}, sel)
	fmt.Fprintf(&b, "page %q %s %v\n", p.Title, p.Language, err)
	for _, e := range p.Entries {
		fmt.Fprintf(&b, "announced %s %s %q %s\n", e.Identity, e.Link, e.Title, e.Published)
	}
	for _, w := range p.Warnings {
		fmt.Fprintln(&b, "warning", w)
	}
	return b.String()
}

func TestPagesThatWillNotDo(t *testing.T) {
	page := []byte(`<ul><li>No link here</li></ul>`)
	for _, c := range []struct {
		name  string
		page  []byte
		sel   desk.Selectors
		words string
	}{
		{"no selector", page, desk.Selectors{}, "Please give the CSS selector"},
		{"one that is none", page, desk.Selectors{Item: "li["}, `"li[" is no CSS selector`},
		{"one that finds nothing", page, desk.Selectors{Item: "article"}, "may have been rebuilt"},
		{"one without links", page, desk.Selectors{Item: "li"}, "nothing with a link"},
		{"too deep", bytes.Repeat([]byte("<div>"), 1000), desk.Selectors{Item: "li"}, "too deeply nested"},
		{"too large", bytes.Repeat([]byte("<p>"), maxPage/3+1), desk.Selectors{Item: "li"}, "more than 8 MB"},
	} {
		_, err := ReadPage(c.page, FeedOptions{URL: "https://example.org/"}, c.sel)
		if !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), c.words) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestSitemapsOfRobots(t *testing.T) {
	got := SitemapsOf([]byte("User-agent: *\nDisallow: /x\nSITEMAP : /a.xml\n  sitemap: https://cdn.example.org/b.xml.gz # news\nSitemap:\n"), "https://example.org/robots.txt")
	if want := "[{sitemap https://example.org/a.xml  0} {sitemap https://cdn.example.org/b.xml.gz  0}]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// FuzzPage reads any page with the selectors that are proposed for it. The law:
// proposed selectors are CSS, and every entry has a web address, none twice.
func FuzzPage(f *testing.F) {
	for _, file := range []string{"divs", "korean", "nolist"} {
		a, err := txtar.ParseFile("testdata/pages/" + file + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		Discover(page, "https://example.org/")
		sel, found := GuessSelectors(page, "")
		if !found {
			return
		}
		p, err := ReadPage(page, FeedOptions{URL: "https://example.org/"}, sel)
		if err != nil {
			return // links to what is no web address
		}
		seen := map[string]bool{}
		for _, e := range p.Entries {
			if parseURL(e.Link) == nil || seen[e.Identity] {
				t.Errorf("entry %+v", e)
			}
			seen[e.Identity] = true
		}
	})
}

func TestAddressesThatNameNothing(t *testing.T) {
	for address, want := range map[string][2]bool{ // short, names one entry
		"https://bit.ly/3abc": {true, true}, "http://www.tinyurl.com/x": {true, true}, "https://T.CO/x": {true, true}, "https://example.org/bit.ly": {false, true},
		"https://notbit.ly/x": {false, true}, "https://example.org/": {false, false}, "https://example.org": {false, false}, "https://example.org/?p=1": {false, true},
		"https://example.org/#!/a": {false, true}, "https://example.org/#top": {false, false}, ":": {false, false},
	} {
		if got := [2]bool{IsShort(address), NamesOne(address)}; got != want {
			t.Errorf("%s: %v, want %v", address, got, want)
		}
	}
}
