package extract

import (
	"strings"
	"testing"
)

// TestCalls holds going through a text once against counting each word by
// itself. No call word overlaps with itself, so both agree.
func TestCalls(t *testing.T) {
	for _, text := range []string{
		"", "a", "subscribe", "sign up to our newsletter, follow us and donate", "подпишитесь на рассылку", "点击订阅", "read mor", "nothing is asked for here",
		strings.Join(callWords, " "),
	} {
		want := 0.0
		for _, w := range callWords {
			want += float64(strings.Count(text, w))
		}
		if got := callCount(text); got != want {
			t.Errorf("%q has %v calls, want %v", text, got, want)
		}
	}
}

// TestAboveHeadline: short lines above a headline are no part of the article; a
// paragraph there is.
func TestAboveHeadline(t *testing.T) {
	body := strings.Repeat("<p>The court in the invented harbour town of Saltmere heard the case behind closed doors, a lawyer said on Monday, and nobody was told why.</p>", 6)
	lead := strings.Repeat("The gate was closed at noon, and officers took eleven workers to two stations where nobody was let in. ", 4)
	for _, c := range []struct {
		above string
		kept  bool
	}{{"More of our series on the harbour", false}, {lead, true}} {
		page := "<html><head><title>Court closes its doors</title></head><body><article><p>" + c.above + "</p><h1>Court closes its doors</h1>" + body + "</article></body></html>"
		doc, err := Read([]byte(page), Options{}, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(doc.Text, strings.TrimSpace(c.above)); got != c.kept {
			t.Errorf("%.30q is kept: %v, want %v", c.above, got, c.kept)
		}
		if strings.Contains(doc.Text, "Court closes its doors") || !strings.Contains(doc.Text, "heard the case") {
			t.Errorf("the text is %q", doc.Text)
		}
	}
}
