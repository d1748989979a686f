package speech

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// wanted is a quotation that a case names.
type wanted struct{ begin, end, speaker string }

// verdict counts what was found of what was wanted.
type verdict struct{ want, got, found, speaker, both int }

// cases reads an archive of texts and their quotations.
func cases(t testing.TB, name string) map[string][2]string {
	t.Helper()
	archive, err := txtar.ParseFile("../testdata/quotations/" + name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][2]string{}
	for _, f := range archive.Files {
		id, part, _ := strings.Cut(f.Name, " ")
		c := out[id]
		if part == "text" {
			c[0] = strings.TrimSuffix(string(f.Data), "\n")
		} else {
			c[1] = strings.TrimSuffix(string(f.Data), "\n")
		}
		out[id] = c
	}
	return out
}

func wants(list string) (out []wanted) {
	for line := range strings.SplitSeq(list, "\n") {
		words, who, ok := strings.Cut(line, " |")
		if !ok {
			continue
		}
		begin, end, _ := strings.Cut(words, " … ")
		if end == "" {
			end = begin
		}
		out = append(out, wanted{begin, end, strings.TrimSpace(who)})
	}
	return out
}

// trimmed leaves marks at the ends away.
func trimmed(s string) string {
	return strings.Trim(s, " \n\t.,;:!?…\"“”„‘’'«»()。，！？،؟")
}

// head gives the last word of a name.
func head(s string) string {
	s = strings.ToLower(trimmed(s))
	return s[strings.LastIndexByte(s, ' ')+1:]
}

func sameSpeaker(got, want string) bool {
	g, w := strings.ToLower(got), strings.ToLower(want)
	return g == w || w != "" && g != "" && (head(got) == head(want) || strings.Contains(g, w))
}

func judgeCase(t testing.TB, id string, c [2]string, loud bool) (v verdict) {
	language, _, _ := strings.Cut(id, "-")
	got := Find(c[0], language).Quotations
	list := wants(c[1])
	v.want, v.got = len(list), len(got)
	used := map[int]bool{}
	for _, w := range list {
		hit := -1
		for i, g := range got {
			text := trimmed(g.Text)
			if !used[i] && strings.HasPrefix(text, trimmed(w.begin)) && strings.HasSuffix(text, trimmed(w.end)) && (w.begin != w.end || text == trimmed(w.begin)) {
				hit = i
				break
			}
		}
		if hit < 0 {
			if loud {
				t.Logf("%s: missed %q (%s)", id, w.begin, w.speaker)
			}
			continue
		}
		used[hit] = true
		v.found++
		if sameSpeaker(got[hit].Speaker.Text, w.speaker) {
			v.speaker++
			v.both++
		} else if loud {
			t.Logf("%s: %q: speaker %q, want %q", id, w.begin, got[hit].Speaker.Text, w.speaker)
		}
	}
	if loud {
		for i, g := range got {
			if !used[i] {
				t.Logf("%s: unwanted %q (%s)", id, g.Text, g.Speaker.Text)
			}
		}
	}
	return v
}

func measure(t testing.TB, name string, loud bool) (v verdict) {
	for id, c := range cases(t, name) {
		one := judgeCase(t, id, c, loud)
		v.want, v.got, v.found, v.speaker, v.both = v.want+one.want, v.got+one.got, v.found+one.found, v.speaker+one.speaker, v.both+one.both
	}
	return v
}

// TestQuotations holds the cases that the rules were made with.
func TestQuotations(t *testing.T) {
	if v := measure(t, "made.txtar", true); v.found != v.want || v.speaker != v.want || v.got != v.want {
		t.Errorf("%+v", v)
	}
}

// TestEvalQuotations logs how many quotations are found and whose speaker is
// right, on the cases that the rules were made with and on those that they were
// not.
func TestEvalQuotations(t *testing.T) {
	for _, name := range []string{"made.txtar", "heldout.txtar"} {
		v := measure(t, name, name == "made.txtar" && os.Getenv("EVAL_ERRORS") != "")
		t.Logf("%s: %d wanted, %d got, %d found (recall %.3f, precision %.3f), speaker right %d (%.3f of the found, %.3f of all)",
			name, v.want, v.got, v.found, float64(v.found)/float64(v.want), float64(v.found)/float64(v.got), v.speaker, float64(v.speaker)/float64(v.found), float64(v.both)/float64(v.want))
		if v.found*10 < v.want*7 {
			t.Errorf("fewer than seven of ten found")
		}
	}
}
