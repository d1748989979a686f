package extract

import (
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	evalOutside = flag.String("outside", "", `measure title, author and date on the "tuned", "measured" or "all" pages that come with the libraries`)
	evalWrong   = flag.Bool("wrong", false, "name what is wrong on the tuned ones")
)

// outsidePage is a page that comes with the tests of a library that is built on,
// with what was marked in it.
type outsidePage struct {
	set, part, path string
	truth           marked
}

// TestEvalOutside measures title, author and date on pages that come with the
// libraries, in the module cache; they are not part of the project. The marks
// of go-trafilatura and go-htmldate are people's, those of readability are what
// it gave once. The half of them that a hash calls tuned was looked at while
// rules were made, the other half is only measured.
func TestEvalOutside(t *testing.T) {
	if *evalOutside == "" {
		t.Skip("only with -outside")
	}
	tallies := map[string]*headTally{}
	for _, p := range outsidePages(t) {
		page, err := os.ReadFile(p.path)
		if err != nil || *evalOutside != "all" && *evalOutside != p.part {
			continue // some that are marked do not come with the module
		}
		doc, err := Read(page, Options{URL: p.truth.URL}, now)
		if err != nil {
			continue
		}
		name := p.set + " " + p.part
		if tallies[name] == nil {
			tallies[name] = &headTally{}
		}
		wrong := tallies[name].add(p.truth, doc)
		if p.part == "tuned" && *evalWrong {
			t.Logf("%s: %s", filepath.Base(p.path), strings.Join(wrong, "; "))
		}
	}
	for name, a := range tallies {
		t.Logf("%-22s %4d titles, %4d authors, %4d dates: %v", name, a.titled, a.authored, a.dated, a)
	}
}

// outsidePages gives the marked pages of the three libraries.
func outsidePages(t *testing.T) []outsidePage {
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	root := strings.TrimSpace(string(cache))
	pages := slices.Concat(
		comparedPages(t, "trafilatura", filepath.Join(root, "github.com/markusmobius/go-trafilatura@v1.12.2")),
		comparedPages(t, "htmldate", filepath.Join(root, "github.com/markusmobius/go-htmldate@v1.10.1")),
		readablePages(t, filepath.Join(root, "codeberg.org/readeck/go-readability/v2@v2.1.3/test-pages")))
	if len(pages) == 0 {
		t.Skip("the module cache has no marked pages")
	}
	for i := range pages {
		h := fnv.New32a()
		h.Write([]byte(pages[i].truth.URL))
		pages[i].part = []string{"tuned", "measured"}[h.Sum32()>>7&1]
	}
	return pages
}

// comparedPages reads the entries of scripts/comparison, which are Go literals.
func comparedPages(t *testing.T, set, root string) []outsidePage {
	sources, err := filepath.Glob(filepath.Join(root, "scripts/comparison/data*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []outsidePage
	for _, source := range sources {
		file, err := parser.ParseFile(gotoken.NewFileSet(), source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			address := ""
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				address, n = literal(pair.Key), pair.Value
			}
			fields := fieldsOf(n)
			p := outsidePage{set: set, truth: marked{
				URL: first([]string{address, fields["URL"]}), Title: fields["Title"], Author: fields["Authors"], Date: strings.ReplaceAll(fields["Date"], "nan", ""),
			}}
			if p.truth.URL == "" || fields["File"] == "" {
				return true
			}
			for _, folder := range []string{"comparison", "mediacloud", "mock"} {
				if path := filepath.Join(root, "test-files", folder, fields["File"]); p.path == "" {
					if _, err := os.Stat(path); err == nil {
						p.path = path
					}
				}
			}
			pages = append(pages, p)
			return false
		})
	}
	return pages
}

// fieldsOf gives the fields of a literal that are texts or lists of texts.
func fieldsOf(n ast.Node) map[string]string {
	fields := map[string]string{}
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return fields
	}
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name, ok := pair.Key.(*ast.Ident)
		if !ok {
			continue
		}
		fields[name.Name] = literal(pair.Value)
		if list, ok := pair.Value.(*ast.CompositeLit); ok {
			var texts []string
			for _, e := range list.Elts {
				texts = append(texts, literal(e))
			}
			fields[name.Name] = strings.Join(texts, "; ")
		}
	}
	return fields
}

// literal gives the text of a literal, "" for anything else.
func literal(n ast.Node) string {
	lit, ok := n.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

// readablePages reads readability's pages.
func readablePages(t *testing.T, root string) []outsidePage {
	paths, err := filepath.Glob(filepath.Join(root, "*/expected-metadata.json"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []outsidePage
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var m struct{ Title, Byline, PublishedTime string }
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, outsidePage{set: "readability", path: filepath.Join(filepath.Dir(path), "source.html"), truth: marked{
			URL: "http://fakehost/" + filepath.Base(filepath.Dir(path)), Title: m.Title, Author: m.Byline, Date: m.PublishedTime[:min(10, len(m.PublishedTime))],
		}})
	}
	return pages
}
