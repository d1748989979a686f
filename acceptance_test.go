package rightsdesk

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestAcceptance holds docs/acceptance.md: every line names a test that is
// there, or a make target that is there.
func TestAcceptance(t *testing.T) {
	doc, err := os.ReadFile("docs/acceptance.md")
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	walk(t, func(path string) {
		if !strings.HasSuffix(path, "_test.go") {
			return
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range function.FindAllStringSubmatch(string(b), -1) {
			tests[m[1]] = true
		}
	})
	named := regexp.MustCompile("`(Test\\w+|make \\w+)`")
	rows := 0
	for line := range strings.Lines(string(doc)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 3 || strings.HasPrefix(strings.TrimSpace(cells[0]), "-") || strings.TrimSpace(cells[0]) == "issue" {
			continue
		}
		rows++
		found := named.FindAllStringSubmatch(cells[2], -1)
		if len(found) == 0 {
			t.Errorf("nothing shows this line: %s", line)
		}
		for _, m := range found {
			target, isMake := strings.CutPrefix(m[1], "make ")
			if isMake && !strings.Contains(string(makefile), "\n"+target+":") || !isMake && !tests[m[1]] {
				t.Errorf("%q is not there, which is to show: %s", m[1], line)
			}
		}
	}
	if rows < 20 {
		t.Errorf("only %d lines were found", rows)
	}
}
