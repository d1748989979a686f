package rightsdesk

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rightsdesk/internal/config"
)

// shell finds the blocks of a document that begin with ```sh: commands that
// anybody may run. Blocks of another kind are for an administrator's machine.
var shell = regexp.MustCompile("(?ms)^```sh\n(.*?)^```")

// TestDocumentedCommands runs every command of the documents' shell blocks, in
// the order of each document, in a folder of its own. Lines with make name a
// target that must be there; commands that run until they are stopped are only
// looked up.
func TestDocumentedCommands(t *testing.T) {
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(t.TempDir(), "rightsdesk")
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/rightsdesk").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ran := 0
	for _, doc := range append(docs, "README.md", "CONTRIBUTING.md") {
		b, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		for _, block := range shell.FindAllStringSubmatch(string(b), -1) {
			for line := range strings.Lines(block[1]) {
				ran += documented(t, doc, strings.TrimSpace(line), bin, dir)
			}
		}
	}
	if ran < 5 {
		t.Errorf("only %d commands were run", ran)
	}
}

// lasting are the commands that run until somebody stops them.
var lasting = regexp.MustCompile(`^(\./bin/)?rightsdesk (demo|run|serve|office|work)\b`)

func documented(t *testing.T, doc, line, bin, dir string) int {
	t.Helper()
	line, _, _ = strings.Cut(line, " # ")
	switch {
	case line == "" || strings.HasPrefix(line, "#"):
		return 0
	case strings.HasPrefix(line, "make"):
		makefile, err := os.ReadFile("Makefile")
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range strings.Fields(line)[1:] {
			if !strings.Contains(word, "=") && !strings.Contains(string(makefile), "\n"+word+":") {
				t.Errorf("%s: %q: there is no such target", doc, line)
			}
		}
		return 1
	case lasting.MatchString(line):
		return 1
	}
	cmd := exec.Command("bash", "-euc", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(bin)+":"+os.Getenv("PATH"), "DIR="+dir, "RIGHTSDESK_DATA="+filepath.Join(dir, "data"))
	out, err := cmd.CombinedOutput()
	if err != nil && !strings.Contains(line, "doctor") { // the doctor of a desk that does not run finds something
		t.Errorf("%s: %q: %v\n%s", doc, line, err, out)
	}
	return 1
}

// TestEveryOptionIsDocumented holds docs/operations.md against the options.
func TestEveryOptionIsDocumented(t *testing.T) {
	doc, err := os.ReadFile("docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range config.Options() {
		if !strings.Contains(string(doc), "| `"+o.Key+"` | ") || !strings.Contains(string(doc), o.Help) {
			t.Errorf("docs/operations.md does not tell %s", o.Key)
		}
	}
}
