package analyse

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"slices"
	"testing"
)

const violations = "../../../shared/corpora/violations/articles.jsonl"

// TestEvalCountry measures, on a public corpus of attacks on defenders (MIT,
// HRDsAttack), how often the country of the attack is the first territory that
// an article is about, and how often it is among them. The weights were not
// tuned on it; the halves are divided by hash for when they will be.
func TestEvalCountry(t *testing.T) {
	f, err := os.Open(violations)
	if err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	defer f.Close()
	var all, first, among [2]int
	s := bufio.NewScanner(f)
	s.Buffer(nil, 8<<20)
	for s.Scan() {
		var a struct {
			ID, Title, Text string
			Gold            struct{ Territories []string }
		}
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Gold.Territories) == 0 {
			continue
		}
		gold := a.Gold.Territories
		h := fnv.New32()
		h.Write([]byte(a.ID))
		half := int(h.Sum32() % 2)
		all[half]++
		about := Analyse(Input{Title: a.Title, Text: a.Text, Language: "en"}).Territories.About
		if len(about) > 0 && slices.Contains(gold, about[0].ID) {
			first[half]++
		}
		if slices.ContainsFunc(about, func(s Scored) bool { return slices.Contains(gold, s.ID) }) {
			among[half]++
		}
	}
	for half, name := range []string{"half A", "half B"} {
		t.Logf("%s: country of the attack first in %d of %d (%.3f), among those about %.3f", name, first[half], all[half],
			float64(first[half])/float64(all[half]), float64(among[half])/float64(all[half]))
	}
	if total := all[0] + all[1]; total < 300 || first[0]+first[1] < total*6/10 {
		t.Errorf("%d of %d", first[0]+first[1], total)
	}
}
