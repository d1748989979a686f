// Package rightsdesk holds the house rules as tests; the program is cmd/rightsdesk.
package rightsdesk

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// order is the import order: a package imports only packages that stand before
// it. A name stands for its sub-packages too, in their own order below it.
var order = []string{
	"fault", "edtf", "names", "geo", "taxonomy", "locale", "search", "alike", "key", "colour", "config", "desk", "public", "subscription",
	"source", "mailbox", "maildir", "pdf", "fetch", "evidence", "extract", "analyse", "publish", "exchange", "account", "mail", "chart",
	"newsletter", "web",
	"store", "store/desk", "store/edition", "store/publisher", "store/intake", "store/readers", "store/storetest",
	"pipeline", "work", "site", "api", "mirror", "office", "testweb", "story", "sample", "app", "demorun", "bench", "shots",
}

// never lists what a package may not reach, even through others.
var never = map[string][]string{
	"site":       {"desk", "store"},
	"api":        {"desk", "store"},
	"chart":      {"desk", "store"},
	"newsletter": {"desk", "store"},
	"mirror":     {"desk", "store"},
	"work":       {""}, // nothing of ours
}

// pure are the packages that do no I/O: they may not import these themselves.
var (
	pure = []string{"extract", "analyse", "analyse/speech", "publish", "search", "desk", "public", "subscription", "edtf", "names", "mailbox", "alike"}
	io_  = []string{"os", "net", "net/http", "database/sql", "os/exec", "syscall"}
)

const maxLines = 500

type pkg struct {
	ImportPath string
	Doc        string
	Imports    []string
	Deps       []string
	GoFiles    []string
}

func packages(t *testing.T) map[string]pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Doc,Imports,Deps,GoFiles", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	all := map[string]pkg{}
	for d := json.NewDecoder(out); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return all
}

// place gives a package's rank in order, -1 for none, and its short name.
func place(path string) (int, string) {
	short, ok := strings.CutPrefix(path, "rightsdesk/internal/")
	if !ok {
		return -1, ""
	}
	for name := short; name != "."; name = filepath.Dir(name) {
		if i := slices.Index(order, name); i >= 0 {
			return i, short
		}
	}
	return -1, short
}

func TestImportsPointOneWay(t *testing.T) {
	for path, p := range packages(t) {
		rank, short := place(path)
		if short == "" {
			continue
		}
		if rank < 0 {
			t.Errorf("%s has no place in the order of rules_test.go; give it one with a reason in docs/", path)
		}
		for _, dep := range p.Imports {
			r, s := place(dep)
			if s == "" {
				continue
			}
			if r > rank {
				t.Errorf("%s imports %s, which stands after it", short, s)
			}
		}
		for _, dep := range p.Deps {
			_, s := place(dep)
			if s == "" {
				continue
			}
			for _, no := range never[short] {
				if no == "" || s == no || strings.HasPrefix(s, no+"/") {
					t.Errorf("%s reaches %s", short, s)
				}
			}
		}
		if slices.Contains(pure, short) {
			for _, dep := range p.Imports {
				if slices.Contains(io_, dep) {
					t.Errorf("%s does no I/O but imports %s", short, dep)
				}
			}
		}
	}
}

func TestPackageComments(t *testing.T) {
	for path, p := range packages(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package comment", path)
		}
	}
}

// data are the files that may be long: lists of facts.
var data = regexp.MustCompile(`(^|/)(testdata|data)/|_data\.go$`)

func TestFileSizes(t *testing.T) {
	walk(t, func(path string) {
		if !strings.HasSuffix(path, ".go") || data.MatchString(path) {
			return
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), "\n"); n > maxLines {
			t.Errorf("%s has %d lines, over %d: ask whether two nouns live in it", path, n, maxLines)
		}
		if _, err := parser.ParseFile(token.NewFileSet(), path, b, parser.ParseComments); err != nil {
			t.Error(err)
		}
	})
}

// TestDirectModules holds go.mod against docs/dependencies.md: every direct
// module has a line with its reason there, and no line outlives its module.
func TestDirectModules(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Indirect .Main)}}{{.Path}}{{end}}", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	direct := strings.Fields(string(out))
	doc, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|")
	var listed []string
	for _, m := range row.FindAllStringSubmatch(string(doc), -1) {
		listed = append(listed, m[1])
		if len(strings.TrimSpace(m[2])) < 20 {
			t.Errorf("docs/dependencies.md gives no reason for %s", m[1])
		}
	}
	for _, m := range direct {
		if !slices.Contains(listed, m) {
			t.Errorf("%s is a direct module without a reason in docs/dependencies.md", m)
		}
	}
	for _, m := range listed {
		if !slices.Contains(direct, m) {
			t.Errorf("docs/dependencies.md lists %s, which is no direct module", m)
		}
	}
}

func walk(t *testing.T, visit func(path string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules" || d.Name() == "build"):
			return filepath.SkipDir
		case !d.IsDir():
			visit(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
