package speech

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// newsLine is a passage of testdata/quotations/news2.jsonl with what somebody
// who had not seen the rules found in it.
type newsLine struct {
	ID, Lang, Text string
	Quotations     []struct{ Text, Speaker string }
	Not            []string
}

// TestEvalNewsPassages logs how many direct quotations of the passages are
// found, how many of those have their speaker, and what was reported that is no
// quotation; apart for the passages that may be read and those that are for
// measuring only, whose number is divisible by 3.
func TestEvalNewsPassages(t *testing.T) {
	f, err := os.Open("../testdata/quotations/news2.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type count struct{ want, found, both, got, not int }
	counts := map[string]*count{}
	at := func(part string) *count {
		if counts[part] == nil {
			counts[part] = &count{}
		}
		return counts[part]
	}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var n newsLine
		if err := json.Unmarshal(lines.Bytes(), &n); err != nil {
			t.Fatal(err)
		}
		number, err := strconv.Atoi(n.ID[1:])
		if err != nil {
			t.Fatal(err)
		}
		part := "read"
		if number%3 == 0 {
			part = "measured"
		}
		one := count{want: len(n.Quotations)}
		list := Find(n.Text, n.Lang).Quotations
		for _, q := range n.Quotations {
			i := slices.IndexFunc(list, func(x Quotation) bool { return plain(x.Text) == plain(q.Text) })
			if i < 0 {
				continue
			}
			one.found++
			if sameNewsSpeaker(list[i].Speaker.Text, q.Speaker) {
				one.both++
			}
			list = slices.Delete(list, i, i+1)
			one.got++
		}
		for _, x := range list {
			if !slices.ContainsFunc(n.Quotations, func(q struct{ Text, Speaker string }) bool {
				return strings.Contains(q.Text, strings.Trim(plain(x.Text), " "))
			}) {
				one.got++
			}
			if slices.ContainsFunc(n.Not, func(s string) bool { return plain(s) == plain(x.Text) }) {
				one.not++
			}
		}
		for _, p := range []string{part, part + " " + n.Lang} {
			c := at(p)
			c.want, c.found, c.both, c.got, c.not = c.want+one.want, c.found+one.found, c.both+one.both, c.got+one.got, c.not+one.not
		}
		if part == "read" && os.Getenv("EVAL_ERRORS") != "" && (one.both < one.want || one.got > one.want) {
			t.Logf("%s %s\n  want %q not %q", n.ID, n.Text, n.Quotations, n.Not)
			for _, x := range Find(n.Text, n.Lang).Quotations {
				t.Logf("  got %q by %q", x.Text, x.Speaker.Text)
			}
		}
	}
	for _, part := range slices.Sorted(maps.Keys(counts)) {
		c := counts[part]
		share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
		t.Logf("%-11s %3d quotations: found %.3f, speaker of those %.3f, both %.3f; precision %.3f, no quotations %d",
			part, c.want, share(c.found, c.want), share(c.both, c.found), share(c.both, c.want), share(c.found, c.got), c.not)
		if part == "measured" && share(c.both, c.want) < 0.8 {
			t.Errorf("%s: both %.3f", part, share(c.both, c.want))
		}
	}
}

// plain takes the marks and blanks off both ends, as the comma before "she said".
func plain(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
}

// sameNewsSpeaker compares names without articles, case and endings: all words of an
// answer belong to the wanted name, its last or, of a description, its first
// among them.
func sameNewsSpeaker(got, want string) bool {
	a, b := nameWords(got), nameWords(want)
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	has := func(list []string, w string) bool {
		return slices.ContainsFunc(list, func(x string) bool { return stem(x) == stem(w) })
	}
	if !has(a, b[0]) && !has(a, b[len(b)-1]) {
		return false
	}
	inside := 0
	for _, w := range a {
		if has(b, w) {
			inside++
		}
	}
	first, _ := utf8.DecodeRuneInString(want)
	if description := unicode.IsLower(first); description {
		return has(a, b[0])
	}
	return inside == len(a) && has(a, b[len(b)-1]) || inside == len(b)
}

func nameWords(s string) (out []string) {
	s = strings.NewReplacer("l'", "", "l’", "", "L'", "", "L’", "").Replace(s) // French articles
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		if !slices.Contains([]string{"the", "a", "an", "le", "la", "les", "el", "los", "las", "un", "une", "una", "der", "die", "das", "ein", "eine", "des", "dem", "den", "l", "d"}, w) {
			out = append(out, strings.TrimPrefix(w, "ال"))
		}
	}
	return out
}

// stem leaves the first letters of long words: case endings come behind them.
func stem(w string) string {
	letters := []rune(w)
	if len(letters) > 4 {
		return string(letters[:len(letters)-2])
	}
	return w
}
