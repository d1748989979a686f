package extract

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// piecesPage is a page that go-trafilatura is compared on. It is read where Go
// keeps that module, for training only.
type piecesPage struct {
	name    string
	from    *url.URL
	html    []byte
	with    []string // pieces of its article
	without []string // pieces of what is not its article
}

// piecesPages are the real pages in many languages that go-trafilatura is
// compared on, with the pieces that people marked. Without them, none.
func piecesPages(t *testing.T) (out []piecesPage) {
	where, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/markusmobius/go-trafilatura").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := strings.TrimSpace(string(where))
	file, err := parser.ParseFile(gotoken.NewFileSet(), filepath.Join(dir, "scripts", "comparison", "data.go"), nil, 0)
	if err != nil {
		t.Log("go-trafilatura's pages are not here:", err)
		return nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		entry, isEntry := n.(*ast.KeyValueExpr)
		if !isEntry {
			return true
		}
		if of, isPage := entry.Value.(*ast.CompositeLit); isPage {
			p := piecesOf(entry.Key, of)
			if p.html, err = os.ReadFile(filepath.Join(dir, "test-files", "comparison", p.name)); err == nil { // some are listed and not there
				out = append(out, p)
			}
		}
		return false
	})
	return out
}

// piecesOf reads one entry of the list of pages.
func piecesOf(key ast.Expr, of *ast.CompositeLit) piecesPage {
	p := piecesPage{from: address(literal(key))}
	for _, e := range of.Elts {
		field, isField := e.(*ast.KeyValueExpr)
		if !isField {
			continue
		}
		name, _ := field.Key.(*ast.Ident)
		switch name.String() {
		case "File":
			p.name = literal(field.Value)
		case "With":
			p.with = literals(field.Value)
		case "Without", "Comments":
			p.without = append(p.without, literals(field.Value)...)
		}
	}
	return p
}

// literals gives the strings in a list of literals.
func literals(e ast.Expr) (out []string) {
	list, _ := e.(*ast.CompositeLit)
	for i := 0; list != nil && i < len(list.Elts); i++ {
		out = append(out, literal(list.Elts[i]))
	}
	return out
}

// A short piece in a long part says little: "share" may well stand in an article.
const (
	shortPiece = 20  // letters
	longPart   = 200 // bytes
)

// oftenFound is in how many parts a piece of an article may stand at most.
const oftenFound = 2

// pieces labels the parts that hold a piece which a person marked.
func (p *trainPage) pieces(s *sheet, from piecesPage) {
	found := func(piece string) (in []int) {
		piece = oneLine(piece)
		for i := range s.facts {
			text := s.facts[i].text
			if strings.Contains(text, piece) && (utf8.RuneCountInString(piece) >= shortPiece || len(text) <= longPart) {
				in = append(in, i)
			}
		}
		return in
	}
	var yes, no []int
	for _, piece := range from.with {
		if in := found(piece); len(in) <= oftenFound {
			yes = append(yes, in...)
		}
	}
	for _, piece := range from.without {
		no = append(no, found(piece)...)
	}
	for i, e := range p.examples {
		if isYes, isNo := slices.Contains(yes, i), slices.Contains(no, i); isYes != isNo {
			e.label, e.marked, e.weight = float64(right(isYes)), float64(right(isYes)), e.trust()
		}
	}
}
