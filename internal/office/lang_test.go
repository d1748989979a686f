package office

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// errorWords finds the sentences of errors in the code.
var errorWords = regexp.MustCompile(`(?:fault\.(?:New|Wrap)\(fault\.\w+, (?:err, )?|Errors\["\w+"\] = |note\("\w+", |\treturn |return \w+, |const \w+ = )("(?:[^"\\]|\\.)*")`)

// TestSentencesOfErrorsAreListed: what an error says whole can be said in the
// reader's language.
func TestSentencesOfErrorsAreListed(t *testing.T) {
	var found []string
	code, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(code, "../desk/decision.go", "../desk/undo.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range errorWords.FindAllStringSubmatch(strings.ReplaceAll(string(b), "\"+\n\t\t\"", ""), -1) {
			s, err := strconv.Unquote(m[1])
			if err != nil {
				t.Fatal(m[1], err)
			}
			if strings.HasSuffix(s, ".") && !strings.Contains(s, "%") {
				found = append(found, s)
			}
		}
	}
	slices.Sort(found)
	found = slices.Compact(found)
	for _, s := range found {
		if !slices.Contains(sentences, s) {
			t.Errorf("not listed in sentences.go: %q", s)
		}
	}
	for _, s := range sentences {
		if !slices.Contains(found, s) {
			t.Errorf("no error says any more: %q", s)
		}
	}
}

func TestWordsInFrench(t *testing.T) {
	fr := tongue("fr")
	if got := fr.size(1536); got != "1,5\u00a0ko" {
		t.Errorf("%q", got)
	}
	if got := fr.did(desk.VerbPublish, "<Ana>"); got != "<strong>&lt;Ana&gt;</strong> a publié" {
		t.Errorf("%q", got)
	}
	if got := fr.say("Please give it a title."); got != "Donnez-lui un titre." {
		t.Errorf("%q", got)
	}
	if got := fr.stage(desk.StagePublished) + " " + fr.age(testNow, testNow.Add(-50*60*60e9)); got != "publié il y a 2\u00a0jours" && got != "publié il y a 2 jours" {
		t.Errorf("%q", got)
	}
}
