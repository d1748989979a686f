package extract

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestRunningLinesPutIn puts a page's running line, with its number or without,
// into the middle of two sentences of each post: the text is as it was.
func TestRunningLinesPutIn(t *testing.T) {
	for name, line := range map[string]string{
		"between empty lines": "\n\nReports of the Quay Guild %\n\n", "a line": "\nQuay Guild Yearbook 2020\n", "with its number": "\n%\n\nQuay Guild | Low Coast\n\n",
		"inside a line": " Quay Guild Yearbook | Low Coast ",
	} {
		right, all := 0, 0
		for _, file := range []string{"datelines.jsonl", "datelines2.jsonl"} {
			for _, p := range setOf(t, file) {
				alone := p.read(t, "", p.Outlets)
				put := putIn(p.Text, alone.Text, line)
				if put == "" {
					continue
				}
				all++
				doc, err := Read([]byte(put), Options{Outlets: p.Outlets}, now)
				if err != nil {
					t.Fatal(err)
				}
				nothingLost(t, put, doc)
				if doc.Text == alone.Text && doc.Title == alone.Title && doc.Outlet == alone.Outlet {
					right++
				} else {
					t.Logf("%s: %s is read otherwise: %q", name, p.ID, doc.Text)
				}
			}
		}
		if all < 50 || right*20 < all*19 {
			t.Errorf("%s: %d of %d are right", name, right, all)
		} else {
			t.Logf("%s: %d of %d are right", name, right, all)
		}
	}
}

// putIn puts a line into the middle of the first and the last paragraph of a
// text that stands in a post, where the sentence goes on in lower case, with
// rising numbers for its %. It is empty where there is no such place.
func putIn(post, text, line string) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range []string{paragraphs[0], paragraphs[len(paragraphs)-1]} {
		at := middle(p)
		if at == 0 || !strings.Contains(post, p) || i == 1 && len(paragraphs) == 1 {
			return ""
		}
		number := string(rune('4' + i))
		post = strings.Replace(post, p, p[:at]+strings.ReplaceAll(line, "%", number)+p[at+1:], 1)
	}
	return post
}

// middle gives a blank in the middle of a sentence before a word in lower case,
// with enough before it; 0 where there is none.
func middle(p string) int {
	for at := len(p) / 3; at < len(p); at++ {
		if p[at] != ' ' || at < 24 {
			continue
		}
		before, after := p[:at], p[at+1:]
		r, _ := utf8.DecodeRuneInString(after)
		if unicode.IsLower(r) && !endsSentence(before) && !endsSentence(strings.Fields(after)[0]) && !strings.HasSuffix(before, ":") {
			return at
		}
	}
	return 0
}
