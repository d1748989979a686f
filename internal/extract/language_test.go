package extract

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestEvalLanguages tells the language of five sentences at a time, with no
// declaration, and of each sentence alone.
func TestEvalLanguages(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/sentences.txtar")
	if err != nil || len(archive.Files) < 28 {
		t.Fatal(len(archive.Files), err)
	}
	var five, single, fiveRight, singleRight int
	for _, f := range archive.Files {
		lines := strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		for i, line := range lines {
			rest := strings.Join(append(append([]string{}, lines[i+1:]...), lines[:i]...), " ")
			five++
			if got := Language(rest, ""); got == f.Name {
				fiveRight++
			} else {
				t.Logf("five sentences without the %d. of %s are taken for %q", i+1, f.Name, got)
			}
			single++
			if got := Language(line, ""); got == f.Name {
				singleRight++
			} else {
				t.Logf("one sentence of %s is taken for %q: %s", f.Name, got, line)
			}
		}
	}
	t.Logf("%d languages: %d of %d texts of five sentences (%.3f), %d of %d single sentences (%.3f)", len(archive.Files),
		fiveRight, five, float64(fiveRight)/float64(five), singleRight, single, float64(singleRight)/float64(single))
	if fiveRight*100 < five*99 {
		t.Error("fewer than 99 of 100 texts of five sentences")
	}
}

func TestLikeLanguagesAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"این گزارش درباره زندانیان است":                 "fa",
		"یہ رپورٹ قیدیوں کے بارے میں ہے":                "ur",
		"هذا التقرير عن السجناء":                        "ar",
		"Ripoti hii ni kuhusu wafungwa wa mji huo":      "sw",
		"Laporan ini tentang para tahanan di kota itu":  "id",
		"يه د بنديانو په اړه يو راپور دی چې نن خپور شو": "ps",
	} {
		if got := Language(text, ""); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
