package office

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const quoted = `("(?:[^"\\]|\\.)*")`

var (
	inTemplates = regexp.MustCompile(`[ ({]t ` + quoted)
	plural      = regexp.MustCompile(`(?:\btn |\.n\()` + quoted + `,? ` + quoted)
	inCode      = regexp.MustCompile(`\.t\(` + quoted)
	inPlace     = regexp.MustCompile(`\.in\((\w+), ` + quoted)
	errorWords  = regexp.MustCompile(`(?:fault\.(?:New|Wrap)\(fault\.\w+, (?:err, )?|Errors\["\w+"\] = |note\("\w+", |\treturn |return \w+, |const \w+ = )` + quoted)
)

// spoken gives every message that the office says: from its templates and its
// code, and the sentences of errors that have nothing to fill in.
func spoken(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	add := func(s, place string) {
		text, err := strconv.Unquote(s)
		if err != nil {
			t.Fatal(s, err)
		}
		out[place+text] = true
	}
	read := func(file string, take func(source string)) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		take(string(b))
	}
	if err := fs.WalkDir(templateFiles, "templates", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		read(path, func(s string) {
			for _, m := range inTemplates.FindAllStringSubmatch(s, -1) {
				add(m[1], "")
			}
			for _, m := range plural.FindAllStringSubmatch(s, -1) {
				add(m[1], "")
			}
		})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	code, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(code, "../desk/decision.go", "../desk/undo.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		read(file, func(s string) {
			s = strings.ReplaceAll(s, "\"+\n\t\t\"", "")
			for _, m := range append(inCode.FindAllStringSubmatch(s, -1), plural.FindAllStringSubmatch(s, -1)...) {
				add(m[1], "")
			}
			for _, m := range inPlace.FindAllStringSubmatch(s, -1) {
				add(m[2], "by somebody|")
			}
			for _, m := range errorWords.FindAllStringSubmatch(s, -1) {
				if strings.HasSuffix(m[1], `."`) && !strings.Contains(m[1], "%") {
					add(m[1], "")
				}
			}
		})
	}
	return out
}

// TestFrenchIsWholeAndNotStale: every message has its French, and no French is
// left of a message that is gone.
func TestFrenchIsWholeAndNotStale(t *testing.T) {
	all := spoken(t)
	if len(all) < 300 {
		t.Fatalf("only %d messages were found", len(all))
	}
	for m := range all {
		if _, known := messages["fr"][m]; !known {
			t.Errorf("no French for %q", m)
		}
	}
	for m, fr := range messages["fr"] {
		if !all[m] {
			t.Errorf("nobody says %q any more", m)
		}
		if strings.Count(m, "%") != strings.Count(fr.one, "%") || fr.many != "" && strings.Count(m, "%") != strings.Count(fr.many, "%") {
			t.Errorf("%q has other blanks than %q", fr.one, m)
		}
	}
}

func TestNumbersInFrench(t *testing.T) {
	for n, want := range []string{"0 abonné la reçoit.", "1 abonné la reçoit.", "2 abonnés la reçoivent."} {
		if got := tongue("fr").n("%d reader gets it.", "%d readers get it.", n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := tongue("fr").size(1536); got != "1,5\u00a0ko" {
		t.Errorf("%q", got)
	}
	if got := tongue("en").n("%d reader gets it.", "%d readers get it.", 0); got != "0 readers get it." {
		t.Errorf("%q", got)
	}
	if tongue("fr").in(bySomebody, "published") != "a publié" || tongue("fr").t("published") != "publié" {
		t.Error("the verb and the stage are the same")
	}
}
