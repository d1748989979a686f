package extract

import (
	"compress/gzip"
	"encoding/json"
	"flag"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/markusmobius/go-trafilatura"
)

// pagesDir holds pages whose content people marked; they are not part of the project.
const pagesDir = "../../../shared/corpora/pages"

var (
	evalPages = flag.Int("pages", 60, "how many pages the evaluation reads; 0 for all")
	evalWorst = flag.Float64("worst", 0, "log the pages whose F1 is below this")
)

// marked is what a person marked in a page.
type marked struct {
	Title    string `json:"title"`
	Author   string `json:"author"`
	Date     string `json:"publish_date"`
	Content  string `json:"main_content"`
	PageType string `json:"page_type"`
	URL      string `json:"url"`
}

// tally adds up what a reader gets right. Titles, dates and authors are counted
// where the page has one.
type tally struct {
	pages, titles, titled, dates, dated, authors, authored, exact int
	f1                                                            float64
}

// TestEvalPages compares what is read out of real pages with what people marked,
// beside go-trafilatura alone. Half of the pages, chosen by a hash of their
// number, was looked at while the rules were written; the other half was not.
func TestEvalPages(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(pagesDir, "truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the corpus of marked pages is not here")
	}
	ours, theirs := map[string]*tally{"seen": {}, "unseen": {}}, map[string]*tally{"seen": {}, "unseen": {}}
	for i, file := range files {
		if *evalPages > 0 && i%max(1, len(files)/(*evalPages)) != 0 {
			continue
		}
		want, page := readMarked(t, file)
		if want.PageType != "article" {
			continue
		}
		half := halfOf(file)
		doc, err := Read(page, Options{URL: want.URL}, now)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		f1 := ours[half].add(want, doc)
		if f1 < *evalWorst && half == "seen" {
			t.Logf("%s: F1 %.3f, ours %d words, marked %d", filepath.Base(file), f1, len(wordsOf(doc.Text)), len(wordsOf(want.Content)))
		}
		theirs[half].add(want, alone(page, want.URL))
	}
	for _, half := range []string{"seen", "unseen"} {
		ours[half].log(t, half+", ours")
		theirs[half].log(t, half+", trafilatura alone")
		if o, th := ours[half], theirs[half]; o.f1 < th.f1-0.01*float64(o.pages) {
			t.Errorf("%s: our F1 is worse than that of the library we build on", half)
		}
	}
}

func halfOf(file string) string {
	h := fnv.New32a()
	h.Write([]byte(filepath.Base(file)))
	return []string{"seen", "unseen"}[h.Sum32()>>7&1]
}

func readMarked(t *testing.T, file string) (marked, []byte) {
	t.Helper()
	var m marked
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	name := strings.TrimSuffix(filepath.Base(file), ".json") + ".html.gz"
	f, err := os.Open(filepath.Join(pagesDir, "html", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return m, page
}

// alone is what go-trafilatura gives by itself.
func alone(page []byte, address string) Document {
	u, err := url.Parse(address)
	if err != nil {
		u = nil
	}
	r, err := trafilatura.Extract(strings.NewReader(string(page)), trafilatura.Options{OriginalURL: u, EnableFallback: true, ExcludeComments: true})
	if err != nil {
		return Document{}
	}
	d := Document{Title: r.Metadata.Title, Text: r.ContentText, Byline: strings.Split(r.Metadata.Author, "; ")}
	if !r.Metadata.Date.IsZero() {
		d.Published = r.Metadata.Date.Format("2006-01-02")
	}
	return d
}

func (a *tally) add(want marked, got Document) float64 {
	f1 := bagF1(wordsOf(strings.ToLower(want.Content)), wordsOf(strings.ToLower(got.Text)))
	a.pages++
	a.f1 += f1
	if f1 > 0.995 {
		a.exact++
	}
	if want.Title != "" {
		a.titled++
		a.titles += right(squeezed(want.Title) == squeezed(got.Title))
	}
	if want.Date != "" {
		a.dated++
		a.dates += right(want.Date == got.Published)
	}
	if want.Author != "" {
		a.authored++
		a.authors += right(squeezed(want.Author) == squeezed(strings.Join(got.Byline, " ")))
	}
	return f1
}

func right(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// squeezed keeps the letters and digits only, in lower case.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.ReplaceAll(s, " and ", " "))
}

func bagF1(want, got []string) float64 {
	have := map[string]int{}
	for _, w := range got {
		have[w]++
	}
	same := 0
	for _, w := range want {
		if have[w] > 0 {
			have[w]--
			same++
		}
	}
	if len(want)+len(got) == 0 {
		return 1
	}
	return 2 * float64(same) / float64(len(want)+len(got))
}

func (a *tally) log(t *testing.T, name string) {
	share := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	t.Logf("%-28s %3d pages  F1 %.3f  exact %.2f  titles %.3f  dates %.3f  authors %.3f", name, a.pages, a.f1/float64(max(a.pages, 1)),
		share(a.exact, a.pages), share(a.titles, a.titled), share(a.dates, a.dated), share(a.authors, a.authored))
}
