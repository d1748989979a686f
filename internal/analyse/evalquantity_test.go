package analyse

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/public"
)

// measuredLine reports whether a line of the blind sets is for measuring only:
// its number is divisible by 3. Nobody looks at those lines.
func measuredLine(id string) bool {
	n, err := strconv.Atoi(id[1:])
	return err != nil || n%3 == 0
}

// blind reads a blind set, a line into each value.
func blind[T any](t testing.TB, name string) []T {
	t.Helper()
	f, err := os.Open("testdata/blind/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var x T
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		out = append(out, x)
	}
	return out
}

// wantedQuantity is a line of quantities.jsonl; nil members are not judged.
type wantedQuantity struct {
	ID, Lang, Text string
	Want           struct {
		Min, Max, Best *float64
		Bound          public.Bound
		Hedge          public.Hedge
		Unit           string
		Counted        string
		Measure        public.Measure
		NumberText     string `json:"number_text"`
	}
}

// place gives the code points at which words stand in a text as whole words.
func place(text, words string) (begin, end int) {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1, -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		word := func(r rune) bool { return r < 0x2e80 && lexiconOf().letters.classOf(r) == spaced }
		if first, _ := utf8.DecodeRuneInString(words); (!word(before) || !word(first)) && !word(after) || i == 0 && !word(after) {
			begin = utf8.RuneCountInString(text[:i])
			return begin, begin + utf8.RuneCountInString(words)
		}
		from = i + len(words)
	}
}

// fields are the members of a quantity that are judged, in their order.
var fields = []string{"found", "number", "bound", "hedge", "unit", "counted", "measure"}

// judge gives which members of a line are right.
func (w wantedQuantity) judge() map[string]bool {
	begin, end := place(w.Text, w.Want.NumberText)
	list := Analyse(Input{ID: w.ID, Text: w.Text, Language: w.Lang}).Claims
	i := slices.IndexFunc(list, func(c Claim) bool {
		n := c.Quantity.NumberSpan
		return n.Begin <= begin && end <= n.End
	})
	if i < 0 {
		return map[string]bool{}
	}
	c, q := list[i], list[i].Quantity
	return map[string]bool{
		"found": true, "number": w.numbers(q), "bound": c.Bound == w.Want.Bound, "hedge": c.Hedge == w.Want.Hedge,
		"unit": w.Want.Unit == "" || q.Unit == w.Want.Unit, "counted": w.Want.Counted == "" || contains(q.Counted, w.Want.Counted),
		"measure": w.Want.Measure == "" || q.Measure == w.Want.Measure,
	}
}

// contains reports whether an answer keeps the noun phrase and goes on for no
// more than six words.
func contains(answer, want string) bool {
	return strings.Contains(answer, want) && len(strings.Fields(answer)) <= len(strings.Fields(want))+6
}

// numbers holds least, most and best: those that are wanted are there within
// 0.1, and those that the bound does not give are absent.
func (w wantedQuantity) numbers(q Quantity) bool {
	same := func(got, want *float64) bool { return want == nil || got != nil && math.Abs(*got-*want) <= 0.1 }
	absent := func(got *float64, may ...public.Bound) bool { return got == nil || slices.Contains(may, w.Want.Bound) }
	return same(q.Min, w.Want.Min) && same(q.Max, w.Want.Max) && same(q.Best, w.Want.Best) &&
		absent(q.Min, public.Exact, public.AtLeast, public.MoreThan, public.Range) &&
		absent(q.Max, public.Exact, public.AtMost, public.LessThan, public.Range) && absent(q.Best, public.Exact, public.About)
}

// TestEvalQuantities logs how many quantities of the blind sets have all their
// members right, and each member by itself, apart for the lines that may be read
// and those that are for measuring, and by language. The second set is made of
// constructions in which a wrong number is easily read.
func TestEvalQuantities(t *testing.T) {
	for _, set := range []string{"quantities", "quantities2"} {
		counts := countQuantities(t, set)
		for _, part := range sortedKeys(counts) {
			c := counts[part]
			line := fmt.Sprintf("%s, %-11s: %3d lines, all right %.3f", set, part, c["n"], share(c["all"], c["n"]))
			for _, f := range fields {
				line += fmt.Sprintf(", %s %.3f", f, share(c[f], c["n"]))
			}
			t.Log(line)
		}
		if got := share(counts["measured"]["all"], counts["measured"]["n"]); got < leastQuantities {
			t.Errorf("%s: %.3f of the measured quantities are all right, fewer than %.2f", set, got, leastQuantities)
		}
	}
}

// countQuantities counts lines and right members for each part of a set.
func countQuantities(t *testing.T, set string) map[string]map[string]int {
	counts := map[string]map[string]int{}
	add := func(part, member string) {
		if counts[part] == nil {
			counts[part] = map[string]int{}
		}
		counts[part][member]++
	}
	for _, w := range blind[wantedQuantity](t, set+".jsonl") {
		part := "read"
		if measuredLine(w.ID) {
			part = "measured"
		}
		got, all := w.judge(), true
		for _, f := range fields {
			all = all && got[f]
		}
		for _, p := range []string{part, part + " " + w.Lang} {
			add(p, "n")
			for _, f := range fields {
				if got[f] {
					add(p, f)
				}
			}
			if all {
				add(p, "all")
			}
		}
		if !all && part == "read" && os.Getenv("EVAL_ERRORS") != "" {
			t.Logf("%s %v %s\n%s", w.ID, got, w.Text, inJSON(Analyse(Input{Text: w.Text, Language: w.Lang}).Claims))
		}
	}
	return counts
}

// leastQuantities is the share of right lines below which the rules have broken down.
const leastQuantities = 0.1

func inJSON(list []Claim) string {
	var out []string
	for _, c := range list {
		b, err := json.Marshal(c)
		if err != nil {
			return err.Error()
		}
		out = append(out, "   "+string(b))
	}
	return strings.Join(out, "\n")
}

func sortedKeys[T any](m map[string]T) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
