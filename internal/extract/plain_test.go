package extract

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestPosts reads the posts of testdata; how their cases are written stands in
// datelines.txtar.
func TestPosts(t *testing.T) {
	for _, name := range []string{"rows", "datelines", "ends", "entries", "languages", "outlets"} {
		files := postsOf(t, name)
		opt := Options{Outlets: strings.Split(files["outlets"], "\n")}
		for _, f := range slices.Sorted(maps.Keys(files)) {
			if c, is := strings.CutSuffix(f, ".in"); is {
				t.Run(name+"/"+c, func(t *testing.T) { checkPost(t, files[f], files[c+".want"], opt) })
			}
		}
	}
}

// postsOf gives the files of an archive of testdata, with the body filled in.
func postsOf(t testing.TB, name string) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
	}
	for f := range files {
		files[f] = strings.ReplaceAll(files[f], "{body}", files["body"])
	}
	return files
}

func checkPost(t *testing.T, in, want string, opt Options) {
	doc, err := Read([]byte(in), opt, now)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{
		"title": doc.Title, "standfirst": doc.Standfirst, "byline": strings.Join(doc.Byline, "; "), "outlet": doc.Outlet,
		"published": doc.Published, "place": doc.Dateline.Place, "link": doc.Dateline.Link,
	}
	if f := doc.Dateline; (f.Rule != "") != (f.Confidence > 0) {
		t.Errorf("the form %q has the confidence %v", f.Rule, f.Confidence)
	}
	var entries []string
	for _, e := range doc.Entries {
		entries = append(entries, e.Title+" | "+e.Outlet+" | "+e.Published)
	}
	seen := map[string]bool{}
	for line := range strings.SplitSeq(want, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		seen[key] = true
		if key == "entry" {
			if len(entries) == 0 || entries[0] != value {
				t.Errorf("the next entries are %q, want %q", entries, value)
			}
			entries = entries[min(1, len(entries)):]
			continue
		}
		checkKey(t, doc, got, key, value)
	}
	if len(entries) > 0 {
		t.Errorf("more entries than wanted: %q", entries)
	}
	for key, value := range got {
		if !seen[key] && value != "" {
			t.Errorf("%s is %q, should be empty (rule %q)", key, value, doc.Dateline.Rule)
		}
	}
	nothingLost(t, in, doc)
}

func checkKey(t *testing.T, doc Document, fields map[string]string, key, want string) {
	t.Helper()
	body := strings.Split(doc.Text, "\n\n")
	switch key {
	case "begins":
		if !strings.HasPrefix(doc.Text, want) {
			t.Errorf("text begins %.70q, not %q", doc.Text, want)
		}
	case "ends":
		if !strings.HasSuffix(doc.Text, want) {
			t.Errorf("text ends %q, not %q", body[len(body)-1], want)
		}
	case "paragraphs":
		if n := string(rune('0' + len(body))); n != want {
			t.Errorf("%s paragraphs, want %s:\n%s", n, want, doc.Text)
		}
	case "language":
		if doc.Language != want {
			t.Errorf("language %q, want %q", doc.Language, want)
		}
	case "removed":
		kind, text, _ := strings.Cut(want, ": ")
		if !slices.ContainsFunc(doc.Removed, func(r Removed) bool { return r.Kind == kind && strings.Contains(r.Text, text) }) {
			t.Errorf("%q is not in removed: %q", want, doc.Removed)
		}
	default:
		got, is := fields[key]
		if !is {
			t.Fatalf("the case has the unknown key %q", key)
		}
		if got != want {
			t.Errorf("%s is %q, want %q (rule %q)", key, got, want, doc.Dateline.Rule)
		}
	}
}

// nothingLost is the law of plain text: every character of the input but white
// space and marks of direction is in the output, as often as it was, and so is
// every word.
func nothingLost(t *testing.T, in string, doc Document) {
	t.Helper()
	all := []string{doc.Title, doc.Standfirst, doc.Dateline.Raw, doc.Text}
	for _, r := range doc.Removed {
		all = append(all, r.Text)
	}
	in, out := withoutBidi(in), withoutBidi(strings.Join(all, " "))
	words, letters := map[string]int{}, map[rune]int{}
	for _, w := range wordsOf(out) {
		words[w]++
	}
	for _, r := range out {
		letters[r]++
	}
	for _, w := range wordsOf(in) {
		if words[w]--; words[w] == -1 {
			t.Errorf("the word %q is lost", w)
		}
	}
	for _, r := range in {
		if letters[r]--; letters[r] == -1 && !unicode.IsSpace(r) {
			t.Errorf("the character %q is lost", r)
		}
	}
}

func validUTF8(t *testing.T, doc Document) {
	t.Helper()
	all := []string{doc.Title, doc.Standfirst, doc.Text, doc.HTML, doc.Dateline.Raw, strings.Join(doc.Byline, " ")}
	for _, r := range doc.Removed {
		all = append(all, r.Text)
	}
	for _, s := range all {
		if !utf8.ValidString(s) {
			t.Errorf("not UTF-8: %q", s)
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

func TestPlaceIsNoOutlet(t *testing.T) {
	for s, isOne := range map[string]bool{"NEW YORK": true, "Geneva": true, "GENEVA": true, "HRWF": false, "RFA": false, "Moscow Times": false, "BBC NEWS": false} {
		if isPlace(s, Options{}) != isOne {
			t.Errorf("isPlace(%q) = %v", s, !isOne)
		}
	}
	if isPlace("GENEVA", Options{Outlets: []string{"Geneva"}}) {
		t.Error("an outlet that the desk knows is taken for a place")
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"29.03.2017": "2017-03-29", "5/4/19": "2019-04-05", "31.12.99": "1999-12-31", "2017-03-29": "2017-03-29", "09-MAR-05": "2005-03-09",
		"9 March 2018": "2018-03-09", "Oct. 22, 2018": "2018-10-22", "1er août 2019": "2019-08-01", "29 марта 2017 г.": "2017-03-29",
		"29 مارس 2017": "2017-03-29", "٢٩ مارس ٢٠١٧": "2017-03-29", "2017年3月29日": "2017-03-29", "2017년 3월 29일": "2017-03-29", "3 mai 2020": "2020-05-03",
		"29 de marzo de 2017": "2017-03-29", "Wednesday, March 29th, 2017": "2017-03-29", "29. 03. 2017": "2017-03-29", "2017. 3. 29.": "2017-03-29",
		"3/29/2017": "2017-03-29", "15. Dezember 2020": "2020-12-15", "29 كانون الثاني 2017": "2017-01-29", "29 آذار/مارس 2017": "2017-03-29",
		"2017-03-29T10:15:00+02:00": "2017-03-29", "29 March 2017, 10:15": "2017-03-29", "２０１７年３月２９日": "2017-03-29", "2nd of May 2012": "2012-05-02",
	} {
		if got, ok := wholeDate(in, now); !ok || got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"", "31.02.2017", "12 apples 2017", "1.1.2035", "99.99.9999", "29.03", "March 2017", "2017", "29.03.2017 and more", "1.2.3.4"} {
		if got, ok := wholeDate(in, now); ok {
			t.Errorf("%q is the date %q", in, got)
		}
	}
}

// TestCutAnywhere reads what is left of every post when its beginning or its end
// is missing: nothing of the rest is lost.
func TestCutAnywhere(t *testing.T) {
	for _, name := range []string{"rows", "datelines", "ends", "entries", "languages"} {
		for f, in := range postsOf(t, name) {
			if !strings.HasSuffix(f, ".in") {
				continue
			}
			for at := 1; at < len(in); at += 37 {
				for _, part := range []string{strings.ToValidUTF8(in[:at], ""), strings.ToValidUTF8(in[at:], "")} {
					doc, err := Read([]byte(part), Options{Outlets: []string{"Harbour Weekly"}}, now)
					if err == nil {
						nothingLost(t, part, doc)
					}
				}
			}
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, name := range []string{"rows", "datelines", "ends", "entries", "outlets"} {
		files := postsOf(f, name)
		for _, key := range slices.Sorted(maps.Keys(files)) {
			if strings.HasSuffix(key, ".in") {
				f.Add(files[key])
			}
		}
	}
	f.Add("By Ada Invented\n\nHarbour News (29.03.2017) – – The court heard the case.\n\nClick here for our free newsletter!\n\nSnippets powered by:")
	f.Add("Title\n\n28.06.21 – x\n\n(09-MAR-05)\n\nA Newsletter | Kenya b [xyz-ihs snippet=\"x\"]")
	f.Add("（王）\n\n港口日报（2017年3月29日）—— 一名律师\n\nPress contact: +1 234 567 890")
	f.Fuzz(func(t *testing.T, in string) {
		if isHTML(in, "") || Check([]byte(in)) != nil {
			t.Skip()
		}
		doc, err := Read([]byte(in), Options{Outlets: []string{"Harbour News"}}, now)
		if err != nil {
			t.Fatal(err)
		}
		text, err := decode([]byte(in), "")
		if err != nil {
			t.Fatal(err)
		}
		nothingLost(t, text, doc)
		validUTF8(t, doc)
	})
}
