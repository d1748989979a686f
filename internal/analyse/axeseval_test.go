package analyse

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// violent is an article of the corpus with the kinds of violation in it.
type violent struct {
	ID, Title, Text, Date string
	Gold                  struct{ Violations []string }
}

func violentArticles(tb testing.TB, in func(Part) bool) (out []violent) {
	f, err := os.Open(violations)
	if err != nil {
		tb.Skipf("the corpus is not here: %v", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a violent
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			tb.Fatal(err)
		}
		if in(PartOf(a.ID)) {
			out = append(out, a)
		}
	}
	return out
}

// hits counts what was found, found wrongly and missed.
type hits struct{ right, wrong, missed int }

func (h *hits) count(found, is bool) {
	switch {
	case found && is:
		h.right++
	case found:
		h.wrong++
	case is:
		h.missed++
	}
}

func (h hits) f1() float64 { return 2 * float64(h.right) / float64(max(1, 2*h.right+h.wrong+h.missed)) }

// TestEvalKinds logs how well the kinds of violation are found, as the acts
// that were found say through the table of kinds, and fails when the rules or
// the model have broken down.
func TestEvalKinds(t *testing.T) {
	for _, part := range []struct {
		name string
		in   func(Part) bool
	}{{"learned from", func(p Part) bool { return p != PartMeasure }}, {"measured on", func(p Part) bool { return p == PartMeasure }}} {
		all, named := hits{}, hits{}
		by := map[string]*hits{}
		articles := violentArticles(t, part.in)
		for _, a := range articles {
			r := Analyse(Input{ID: a.ID, Title: a.Title, Text: a.Text, Date: a.Date, Language: "en"})
			for _, k := range Kinds() {
				found := slices.ContainsFunc(r.Acts, func(s Scored) bool { return slices.Contains(k.Acts, s.ID) })
				is := slices.Contains(a.Gold.Violations, k.Name)
				if by[k.Name] == nil {
					by[k.Name] = &hits{}
				}
				by[k.Name].count(found, is)
				all.count(found, is)
				if k.Name != "other" {
					named.count(found, is)
				}
			}
		}
		t.Logf("kinds of violation, %-12s: %d articles, micro F1 %.3f, without \"other\" %.3f", part.name, len(articles), all.f1(), named.f1())
		for _, k := range Kinds() {
			t.Logf("    %-24s F1 %.3f %+v", k.Name, by[k.Name].f1(), *by[k.Name])
		}
		if all.f1() < 0.5 {
			t.Errorf("the kinds of violation are found no more: %+v", all)
		}
	}
}
