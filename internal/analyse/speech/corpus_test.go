package speech

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// wholeSentence is a sentence between curly marks, as no title of a work ends.
var wholeSentence = regexp.MustCompile(`“([A-Z][^“”\n"]{20,}[.,!?])”`)

// TestEvalNewsQuotations logs how many whole sentences between curly marks are
// found in real news, and for how many a speaker is given. Who is right about
// it nobody has written down: that was counted by hand on samples.
func TestEvalNewsQuotations(t *testing.T) {
	f, err := os.Open("../../../../shared/corpora/violations/articles.jsonl")
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	defer f.Close()
	sentences, found, quotations, named := 0, 0, 0, 0
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		all := strings.Builder{}
		for _, q := range Find(a.Text, "en").Quotations {
			quotations++
			if q.Speaker.Text != "" {
				named++
			}
			all.WriteString(q.Text + "\n")
		}
		for _, m := range wholeSentence.FindAllStringSubmatch(a.Text, -1) {
			sentences++
			if strings.Contains(all.String(), strings.TrimRight(m[1], ",")) {
				found++
			}
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d whole sentences found; %d quotations, %d with a speaker", found, sentences, quotations, named)
	if found*10 < sentences*9 {
		t.Errorf("fewer than nine of ten found")
	}
}
