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

// errorWords finds the sentences of errors in the code, and what a rule says is
// missing.
var errorWords = regexp.MustCompile(`(?:fault\.(?:New|Wrap)\(fault\.\w+, (?:err, )?|Errors\["\w+"\] = |note\("\w+", |\treturn |return \w+, |const \w+ = |need\(.*, |append\(missing, |\t\{.*, )("(?:[^"\\]|\\.)*")`)

// TestSentencesOfErrorsAreListed: what an error says can be said in the
// reader's language.
func TestSentencesOfErrorsAreListed(t *testing.T) {
	var found []string
	for _, pattern := range []string{"*.go", "../desk/*.go", "../store/desk/*.go", "../account/password.go", "../app/officerole.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				found = append(found, sentencesOf(t, file)...)
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

func sentencesOf(t *testing.T, file string) (found []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range errorWords.FindAllStringSubmatch(strings.ReplaceAll(string(b), "\"+\n\t\t\"", ""), -1) {
		s, err := strconv.Unquote(m[1])
		if err != nil {
			t.Fatal(m[1], err)
		}
		rule := strings.HasPrefix(m[0], "need(") || strings.HasPrefix(m[0], "append(missing") || strings.HasPrefix(m[0], "\t{")
		if strings.HasSuffix(s, ".") || strings.HasPrefix(m[0], "fault.") && s != "%s" || rule && strings.Contains(strings.TrimSpace(s), " ") && strings.HasPrefix(file, "../desk") {
			found = append(found, s)
		}
	}
	return found
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
	if got := fr.words(desk.CheckPublish(desk.Article{Title: "x", Territories: []string{"KP"}, Licence: "full", Text: "x", Sensitivity: desk.Open})); got != "Pas encore publié. Il manque à cet article\u00a0: un média." {
		t.Errorf("%q", got)
	}
	if got := fr.stage(desk.StagePublished) + " " + fr.age(testNow, testNow.Add(-50*60*60e9)); got != "publié il y a 2\u00a0jours" && got != "publié il y a 2 jours" {
		t.Errorf("%q", got)
	}
}
