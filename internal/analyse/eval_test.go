package analyse

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"slices"
	"testing"

	"rightsdesk/internal/geo"
)

const violations = "../../../shared/corpora/violations/articles.jsonl"

// judged is an article of the corpus with the countries that a person gave it.
type judged struct {
	ID, Title, Text, Date string
	Gold                  struct{ Territories []string }
}

// corpus reads the half of the corpus on which weights were chosen, or the
// half that was kept for measuring; which article is in which says its id.
func corpus(tb testing.TB, tuned bool) []judged {
	f, err := os.Open(violations)
	if err != nil {
		tb.Skipf("the corpus is not here: %v", err)
	}
	defer f.Close()
	var out []judged
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a judged
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			tb.Fatal(err)
		}
		h := fnv.New32a()
		h.Write([]byte(a.ID))
		if len(a.Gold.Territories) > 0 && (h.Sum32()%2 == 0) == tuned {
			out = append(out, a)
		}
	}
	return out
}

// measure is what came out for some articles.
type measure struct {
	n, first, state, among, exact, right, wrong, missed int
}

func (m measure) f1() float64 {
	return 2 * float64(m.right) / float64(2*m.right+m.wrong+m.missed)
}

func share(n, of int) float64 { return float64(n) / float64(of) }

// state gives the state that answers for a territory: the corpus counts Hong
// Kong as China.
func state(id string) string {
	t, _ := geo.Find(id)
	if len(t.AdministeredBy) > 0 {
		return t.AdministeredBy[0]
	}
	if t.ISO == "" && len(t.ClaimedBy) > 0 {
		return t.ClaimedBy[0]
	}
	return id
}

func evaluate(articles []judged, each func(a judged, r Result, right bool)) measure {
	var m measure
	for _, a := range articles {
		r := Analyse(Input{ID: a.ID, Title: a.Title, Text: a.Text, Date: a.Date, Language: "en"})
		about := r.Territories.About
		m.n++
		right := false
		if len(about) > 0 {
			right = slices.Contains(a.Gold.Territories, state(about[0].ID))
			if slices.Contains(a.Gold.Territories, about[0].ID) {
				m.first++
			}
		}
		if right {
			m.state++
		}
		left := slices.Clone(a.Gold.Territories)
		for _, t := range about {
			if i := slices.Index(left, t.ID); i >= 0 {
				left = slices.Delete(left, i, i+1)
				m.right++
			} else {
				m.wrong++
			}
		}
		m.missed += len(left)
		if len(left) < len(a.Gold.Territories) {
			m.among++
		}
		if len(left) == 0 && len(about) == len(a.Gold.Territories) {
			m.exact++
		}
		if each != nil {
			each(a, r, right)
		}
	}
	return m
}

// TestEval logs how often the country of the attack is found: as the first
// territory, as its state, alone, and F1 of all that an article is said to be
// about. It fails only when the rules have broken down.
func TestEval(t *testing.T) {
	for _, part := range []struct {
		name  string
		tuned bool
	}{{"tuned on", true}, {"measured on", false}} {
		m := evaluate(corpus(t, part.tuned), func(a judged, r Result, right bool) {
			if !right && part.tuned && os.Getenv("EVAL_ERRORS") != "" {
				t.Logf("%s %v, about %v, mentioned %v: %s", a.ID, a.Gold.Territories, r.Territories.About, r.Territories.Mentioned, a.Title)
			}
		})
		t.Logf("%-11s: %d articles, first %.3f, first or its state %.3f, among them %.3f, exactly %.3f, F1 of about %.3f",
			part.name, m.n, share(m.first, m.n), share(m.state, m.n), share(m.among, m.n), share(m.exact, m.n), m.f1())
		if share(m.state, m.n) < 0.6 {
			t.Errorf("fewer than 60 of 100 right")
		}
	}
}
