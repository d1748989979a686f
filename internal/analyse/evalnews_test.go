package analyse

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// newsItem is an invented article with what somebody who had not seen the rules
// files it under.
type newsItem struct {
	ID, Lang, Title, Date, Text            string
	About, Mentioned, Themes, Acts, Groups []string
}

func newsItems(t *testing.T, name string) (out []newsItem) {
	f, err := os.Open("testdata/news/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var n newsItem
		if err := json.Unmarshal(lines.Bytes(), &n); err != nil {
			t.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

// f1Of counts right, wrong and missed ids, all together and each by itself.
type f1Of struct {
	right, wrong, missed int
	by                   map[string]*[3]int
}

func (f *f1Of) add(got, want []string) (fault bool) {
	if f.by == nil {
		f.by = map[string]*[3]int{}
	}
	of := func(id string) *[3]int {
		if f.by[id] == nil {
			f.by[id] = &[3]int{}
		}
		return f.by[id]
	}
	for _, id := range got {
		if slices.Contains(want, id) {
			f.right++
			of(id)[0]++
		} else {
			f.wrong++
			of(id)[1]++
			fault = true
		}
	}
	for _, id := range want {
		if !slices.Contains(got, id) {
			f.missed++
			of(id)[2]++
			fault = true
		}
	}
	return fault
}

func f1(right, wrong, missed int) float64 {
	return float64(2*right) / float64(max(1, 2*right+wrong+missed))
}

func (f *f1Of) micro() float64 { return f1(f.right, f.wrong, f.missed) }

// macro is the mean of the F1 of all ids that are wanted somewhere.
func (f *f1Of) macro() float64 {
	sum, n := 0.0, 0
	for _, c := range f.by {
		if c[0]+c[2] > 0 {
			sum += f1(c[0], c[1], c[2])
			n++
		}
	}
	return sum / float64(max(1, n))
}

// TestEvalNews logs how well articles are filed under territories, themes, acts
// and groups, apart for the lines that may be read and those for measuring,
// whose number is divisible by 3.
func TestEvalNews(t *testing.T) {
	axes := []string{"about", "mentioned", "themes", "acts", "groups"}
	parts := map[string]map[string]*f1Of{"read": {}, "measured": {}}
	for _, axis := range axes {
		parts["read"][axis], parts["measured"][axis] = &f1Of{}, &f1Of{}
	}
	for _, n := range newsItems(t, "news.jsonl") {
		part := "read"
		if measuredLine(n.ID) {
			part = "measured"
		}
		r := Analyse(Input{ID: n.ID, Title: n.Title, Text: n.Text, Date: n.Date, Language: n.Lang})
		ids := func(list []Scored) (out []string) {
			for _, s := range list {
				out = append(out, s.ID)
			}
			return out
		}
		var mentioned []string
		for _, m := range r.Territories.Mentioned {
			mentioned = append(mentioned, m.ID)
		}
		got := map[string][]string{"about": ids(r.Territories.About), "mentioned": mentioned, "themes": ids(r.Themes), "acts": ids(r.Acts), "groups": ids(r.Groups)}
		want := map[string][]string{"about": n.About, "mentioned": n.Mentioned, "themes": n.Themes, "acts": n.Acts, "groups": n.Groups}
		for _, axis := range axes {
			if fault := parts[part][axis].add(got[axis], want[axis]); fault && part == "read" && os.Getenv("EVAL_ERRORS") == axis {
				t.Logf("%s %s: %s\n   got %v want %v\n%s", n.ID, n.Lang, n.Title, got[axis], want[axis], n.Text)
			}
		}
	}
	for _, part := range []string{"read", "measured"} {
		for _, axis := range axes {
			f := parts[part][axis]
			t.Logf("news, %-8s %-9s micro F1 %.3f, macro F1 %.3f (right %d, wrong %d, missed %d)", part, axis, f.micro(), f.macro(), f.right, f.wrong, f.missed)
		}
	}
	if got := parts["measured"]["about"].micro(); got < 0.7 {
		t.Errorf("territories about: micro F1 %.3f on the lines for measuring", got)
	}
}

// TestEvalOrdinaryNews logs how well ordinary news is filed under territories.
// All its lines are for measuring only.
func TestEvalOrdinaryNews(t *testing.T) {
	var about, mentioned f1Of
	for _, n := range newsItems(t, "news2.jsonl") {
		r := Analyse(Input{ID: n.ID, Title: n.Title, Text: n.Text, Date: n.Date, Language: n.Lang})
		var ids, all []string
		for _, s := range r.Territories.About {
			ids = append(ids, s.ID)
		}
		for _, m := range r.Territories.Mentioned {
			all = append(all, m.ID)
		}
		about.add(ids, n.About)
		mentioned.add(all, n.Mentioned)
	}
	for name, f := range map[string]*f1Of{"about": &about, "mentioned": &mentioned} {
		t.Logf("ordinary news, %-9s micro F1 %.3f, macro F1 %.3f (right %d, wrong %d, missed %d)", name, f.micro(), f.macro(), f.right, f.wrong, f.missed)
	}
	if about.micro() < 0.75 {
		t.Errorf("territories about: micro F1 %.3f", about.micro())
	}
}
