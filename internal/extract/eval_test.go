package extract

import (
	"flag"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"
)

var (
	evalPages = flag.Int("pages", 60, "how many pages the evaluation reads; 0 for all")
	evalPart  = flag.String("part", "", `only "tuned" or "measured" pages`)
	evalWorst = flag.Int("worst", 12, "how many of the worst tuned pages are named")
	evalOurs  = flag.Bool("ours", false, "leave the libraries alone out")
)

// reader is one way of reading a page.
type reader struct {
	name string
	read func(p evalPage) Document
}

// TestEvalPages compares what is read out of real pages with what people marked,
// beside the two libraries alone, by kind of page. The part of the pages that is
// only measured was never looked at singly while the rules were written.
func TestEvalPages(t *testing.T) {
	pages := evalCorpus(t, *evalPages, *evalPart)
	readers := []reader{
		{"ours", func(p evalPage) Document { return oursAlone(t, p) }},
		{"trafilatura", trafilaturaAlone}, {"readability", readabilityAlone},
	}
	if *evalOurs {
		readers = readers[:1]
	}
	for _, part := range []string{"tuned", "measured"} {
		mine := slices.DeleteFunc(slices.Clone(pages), func(p evalPage) bool { return p.part != part })
		var articles []tally
		for _, r := range readers {
			articles = append(articles, evalReader(t, part, r, mine))
		}
		for _, lib := range articles[1:] {
			if articles[0].f1 < lib.f1-0.01*float64(lib.pages) {
				t.Errorf("%s: our F1 is worse than that of a library we build on", part)
			}
		}
	}
}

// evalReader logs what one reader gets right on one part, and gives its tally of
// the articles.
func evalReader(t *testing.T, part string, r reader, pages []evalPage) tally {
	tallies := map[string]*tally{}
	var worst []string
	begin := cpuTime(t)
	read := make([]Document, len(pages))
	for i, p := range pages {
		read[i] = r.read(p)
	}
	spent := cpuTime(t) - begin
	for i, p := range pages {
		kind := p.truth.PageType
		if tallies[kind] == nil {
			tallies[kind] = &tally{}
		}
		if line := tallies[kind].add(p, read[i]); line != "" && kind == "article" {
			worst = append(worst, line)
		}
	}
	for _, kind := range []string{"article", "forum", "listing", "collection"} {
		if a := tallies[kind]; a != nil {
			a.log(t, part+" "+kind+", "+r.name)
		}
	}
	if len(pages) > 0 {
		t.Logf("%s, %s: %.0f pages a CPU-second", part, r.name, float64(len(pages))/spent.Seconds())
	}
	if part == "tuned" && r.name == "ours" {
		slices.Sort(worst)
		for _, line := range worst[:min(*evalWorst, len(worst))] {
			t.Log("  worst: " + line)
		}
	}
	if a := tallies["article"]; a != nil {
		return *a
	}
	return tally{}
}

// cpuTime gives the time that all cores spent for this process.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func oursAlone(t *testing.T, p evalPage) Document {
	doc, err := Read(p.html, Options{URL: p.truth.URL}, now)
	if err != nil {
		t.Errorf("%s: %v", p.id, err)
	}
	return doc
}

// trafilaturaAlone is what go-trafilatura gives by itself.
func trafilaturaAlone(p evalPage) Document {
	r, err := trafilatura.Extract(strings.NewReader(string(p.html)), trafilatura.Options{
		OriginalURL: address(p.truth.URL), EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Extensive,
	})
	if err != nil {
		return Document{}
	}
	d := Document{Title: r.Metadata.Title, Text: r.ContentText, Byline: strings.Split(r.Metadata.Author, "; ")}
	if !r.Metadata.Date.IsZero() {
		d.Published = r.Metadata.Date.Format(time.DateOnly)
	}
	return d
}

// readabilityAlone is what readeck's readability gives by itself.
func readabilityAlone(p evalPage) Document {
	from := address(p.truth.URL)
	if from == nil {
		from = &url.URL{}
	}
	a, err := readability.FromReader(strings.NewReader(string(p.html)), from)
	if err != nil || a.Node == nil {
		return Document{}
	}
	var text strings.Builder
	if a.RenderText(&text) != nil {
		return Document{}
	}
	d := Document{Title: a.Title(), Text: text.String(), Byline: []string{a.Byline()}}
	if at, err := a.PublishedTime(); err == nil {
		d.Published = at.Format(time.DateOnly)
	}
	return d
}
