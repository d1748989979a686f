package analyse

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// headline is a line of testdata/headlines.
type headline struct {
	ID, Lang, Text string
	Want, May      []string
}

// measuring reports whether a line is for measuring only.
func (h headline) measuring() bool {
	n, err := strconv.Atoi(h.ID[1:])
	return err == nil && n%3 == 0
}

func headlines(t *testing.T) (out []headline) {
	f, err := os.Open("testdata/headlines/headlines.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var h headline
		if err := json.Unmarshal(lines.Bytes(), &h); err != nil {
			t.Fatal(err)
		}
		out = append(out, h)
	}
	return out
}

// blindID writes an id as the headlines do.
func blindID(id string) string {
	if id == "XK" {
		return "kosovo"
	}
	return strings.TrimPrefix(id, "x-")
}

// TestEvalHeadlines logs how well the territories of headlines in twelve
// languages are found, on the lines that may be read and on those that are for
// measuring only, and fails when the rules have broken down.
func TestEvalHeadlines(t *testing.T) {
	read, measured := hits{}, hits{}
	by := map[string]*hits{}
	for _, h := range headlines(t) {
		total := &read
		if h.measuring() {
			total = &measured
		}
		if by[h.Lang] == nil {
			by[h.Lang] = &hits{}
		}
		r := Analyse(Input{ID: h.ID, Title: h.Text, Language: h.Lang})
		found := map[string]bool{}
		for _, s := range r.Territories.About {
			found[blindID(s.ID)] = true
		}
		bad := false
		for id := range found {
			if is := slices.Contains(h.Want, id); is || !slices.Contains(h.May, id) {
				total.count(true, is)
				by[h.Lang].count(true, is)
				bad = bad || !is
			}
		}
		for _, id := range h.Want {
			if !found[id] {
				total.count(false, true)
				by[h.Lang].count(false, true)
				bad = true
			}
		}
		if bad && !h.measuring() && os.Getenv("EVAL_ERRORS") != "" {
			t.Logf("%s %s want %v may %v got %v mentioned %v: %s", h.ID, h.Lang, h.Want, h.May, r.Territories.About, r.Territories.Mentioned, h.Text)
		}
	}
	t.Logf("headlines, territory F1: lines that may be read %.3f %+v, for measuring only %.3f %+v", read.f1(), read, measured.f1(), measured)
	for _, l := range strings.Fields("en fr es ru ar zh ko fa tr de pt vi") {
		t.Logf("    %s F1 %.3f %+v", l, by[l].f1(), *by[l])
	}
	if read.f1() < 0.9 || measured.f1() < 0.85 {
		t.Errorf("territories are found no more")
	}
}
