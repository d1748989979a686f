package office

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// reasonFiles are where reasons come from.
var reasonFiles = []string{
	"../fetch/*.go", "../source/*.go", "../extract/*.go", "../desk/health.go", "../pipeline/capture.go", "../pipeline/look.go", "../pipeline/within.go",
	"../evidence/browser.go", "../evidence/bucket.go", "../evidence/bucketfault.go", "../evidence/evidence.go", "../evidence/put.go",
}

// TestReasonsAreListed: whatever is said of a source or a capture can be said
// in the reader's language.
func TestReasonsAreListed(t *testing.T) {
	var found []string
	for _, pattern := range reasonFiles {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				found = append(found, reasonsOf(t, file)...)
			}
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	for _, s := range found {
		if !slices.Contains(reasons, s) {
			t.Errorf("not listed in reasons.go: %q", s)
		}
	}
	for _, s := range reasons {
		if !slices.Contains(found, s) {
			t.Errorf("nobody says any more: %q", s)
		}
	}
}

// reasonsOf gives the words of a file's faults, and of the health that it judges.
func reasonsOf(t *testing.T, file string) (found []string) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok && fmt.Sprint(s.X) == "fault" && (s.Sel.Name == "New" || s.Sel.Name == "Wrap") {
				found = append(found, firstText(n.Args)...)
			}
		case *ast.AssignStmt:
			if strings.HasSuffix(file, "health.go") {
				for _, right := range n.Rhs {
					if call, ok := right.(*ast.CallExpr); ok {
						found = append(found, firstText(call.Args)...)
					}
				}
				found = append(found, firstText(n.Rhs)...)
			}
		}
		return true
	})
	return found
}

// firstText gives the first text that is a sentence among expressions.
func firstText(list []ast.Expr) []string {
	for _, x := range list {
		if l, ok := x.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil && strings.Contains(s, " ") {
				return []string{s}
			}
		}
	}
	return nil
}

// TestReasonsInFrench fills every reason with values, as it is stored, and
// holds that French has the same values and no English: whatever the values
// are, even words of other reasons.
func TestReasonsInFrench(t *testing.T) {
	fr := tongue("fr")
	for _, value := range []string{"news.example.org", "127.0.0.1:8080", "a (b). It is %s", "приклад \"x\"", "There is no host x"} {
		for _, reason := range reasons {
			var args []any
			var values []string
			for _, v := range verb.FindAllString(reason, -1) {
				var arg any = value
				if strings.HasSuffix(v, "d") {
					arg = 404
				}
				args, values = append(args, arg), append(values, fmt.Sprintf(v, arg))
			}
			stored := fmt.Sprintf(reason, args...)
			want := filled(fr.say(reason), values)
			if got := fr.say(stored); got != want || got == stored {
				t.Errorf("%q\nis said as  %q\nand not as %q", stored, got, want)
			}
			if got := tongue("en").say(stored); got != stored {
				t.Errorf("%q in English is %q", stored, got)
			}
		}
	}
}

func TestSayKeepsWhatItDoesNotKnow(t *testing.T) {
	for _, s := range []string{"", "Words of somebody else.", "news.example.org has", "a\nb"} {
		if got := tongue("fr").say(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// TestHealthInFrench takes reasons as they come about: from what is stored and
// from a live error.
func TestHealthInFrench(t *testing.T) {
	fr, day := tongue("fr"), time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	frozen := desk.Source{Health: desk.HealthGood, LastFresh: day, Pace: time.Hour}.After(desk.Poll{At: day.AddDate(0, 3, 0), Unchanged: true}, 0)
	if got := fr.say(frozen.LastError); !strings.HasPrefix(got, "Rien de nouveau n’est venu depuis le 2026-03-04, bien plus longtemps") {
		t.Errorf("%s: %q", frozen.Health, got)
	}
	moved := desk.Source{Health: desk.HealthGood}.After(desk.Poll{At: day, MovedTo: "https://new.example.org/feed", Entries: []desk.Entry{{}}}, 0)
	if got := fr.say(moved.LastError); !strings.Contains(got, "https://new.example.org/feed. Elle y est suivie") {
		t.Errorf("%s: %q", moved.Health, got)
	}
	err := fault.New(fault.Forbidden, "The robots.txt of %s does not allow programs to read this. Ask the outlet, or hand the text in by hand.", "news.example.org")
	if live, stored := fr.words(err), fr.say(fault.Words(err)); live != stored || !strings.HasPrefix(live, "Le robots.txt de news.example.org ne permet pas") {
		t.Errorf("%q, %q", live, stored)
	}
}
