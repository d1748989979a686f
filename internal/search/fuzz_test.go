package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func seeds(f *testing.F) {
	f.Helper()
	for _, text := range texts {
		f.Add(text)
	}
	for _, text := range []string{"", "\x00\xff", "ﷺ", "ﬁﬀ ŉ ǆ ẞß İı", "e\u0301\u0301", "ｶﾞ ガ", "ကျော်", "각", "א\u05b8", "½ № ㍿ ₨", "ﬁ\xef\xaco\xf3ŉ", "a\u00adb", "می\u200cشود", "０１٢๓"} {
		f.Add(text)
	}
}

// FuzzFold: folding what is folded changes nothing, and gives words only.
func FuzzFold(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if twice := Fold(once); twice != once {
			t.Errorf("%q folds to %q, that to %q", text, once, twice)
		}
		if !utf8.ValidString(once) || strings.Contains(once, "  ") || strings.TrimSpace(once) != once {
			t.Errorf("%q folds to %q", text, once)
		}
	})
}

// FuzzDocument: whatever the text, both forms are within bounds, their terms
// have only letters that both engines leave alone, and a query that is the text
// in quotes finds it.
func FuzzDocument(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "fr", "ru", "es", "sv", "nb", "hu", "zh", text} {
			d := NewDocument(language, []Tag{TerritoryTag(text), YearTag(2017)}, text, "other field", text)
			checkTerms(t, d.FTS5())
			for _, term := range d.terms {
				if len(term) > maxTerm {
					t.Fatalf("term %q has %d bytes", term, len(term))
				}
			}
		}
		if utf8.RuneCountInString(text) > maxQuery-2 {
			return
		}
		d := NewDocument("en", nil, text)
		phrase := strings.Map(func(r rune) rune {
			if plainQuote(r) == '"' {
				return ' '
			}
			return r
		}, text)
		if q := Parse(`"` + phrase + `"`); !d.has(q) {
			t.Errorf("%q is not found by itself: %v in %q", text, q.FTS5(), d.FTS5())
		}
	})
}

// checkTerms looks at each letter of what goes to an engine.
func checkTerms(t *testing.T, text string) {
	t.Helper()
	for _, r := range text {
		lower := 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == ' '
		if r < utf8.RuneSelf && !lower {
			t.Fatalf("%q has %q in it", text, r)
		}
	}
	if !utf8.ValidString(text) {
		t.Fatalf("%q is no UTF-8", text)
	}
}

// FuzzParse: every query can be written for both engines, with balanced quotes
// and brackets and nothing of the input outside of them.
func FuzzParse(f *testing.F) {
	seeds(f)
	for _, text := range []string{`"`, `a"b"c`, `l'homme Korea's O'Brien`, `a OR b NEAR/2 (c*)`, `'\'' & | ! <->`, strings.Repeat("字", 500)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text)
		if q.Empty() != (q.FTS5() == "") || q.Empty() != (q.TSQuery() == "") || len(q.parts) > maxParts {
			t.Errorf("%q: %q, %q", text, q.FTS5(), q.TSQuery())
		}
		outside(t, q.FTS5(TerritoryTag(text)), '"', "()* ANDOR")
		outside(t, q.TSQuery(TerritoryTag(text)), '\'', "()&|<->:* ")
	})
}

// outside fails when a query has other than allowed letters outside of quotes.
func outside(t *testing.T, query string, mark rune, allowed string) {
	t.Helper()
	quoted, depth := false, 0
	for _, r := range query {
		switch {
		case r == mark:
			quoted = !quoted
		case quoted && strings.ContainsRune(`"'\`, r):
			t.Fatalf("%q has %q inside of quotes", query, r)
		case !quoted && !strings.ContainsRune(allowed, r):
			t.Fatalf("%q has %q outside of quotes", query, r)
		case !quoted && r == '(':
			depth++
		case !quoted && r == ')':
			depth--
		}
	}
	if quoted || depth != 0 {
		t.Fatalf("%q is not balanced", query)
	}
}

// FuzzHighlight: the pieces joined are a part of the text of about the width,
// and where the text has the query something is marked.
func FuzzHighlight(f *testing.F) {
	for lang, text := range texts {
		f.Add(text, lang, strings.Fields(text)[0], 20)
		f.Add(text, lang, string([]rune(text)[7:9]), 5)
	}
	f.Fuzz(func(t *testing.T, text, language, query string, width int) {
		width %= 1000
		q := Parse(query)
		var joined strings.Builder
		marked := false
		for _, p := range Highlight(text, language, q, width) {
			if p.Text == "" {
				t.Errorf("an empty piece of %q for %q", text, query)
			}
			marked = marked || p.Mark
			joined.WriteString(p.Text)
		}
		if !strings.Contains(text, joined.String()) {
			t.Errorf("%q is no part of %q", joined.String(), text)
		}
		if n := utf8.RuneCountInString(joined.String()); n > max(width, 0) {
			t.Errorf("%d letters, width %d", n, width)
		}
		if d := NewDocument(language, nil, text); width > 0 && !q.Empty() && d.has(q) && !marked {
			t.Errorf("nothing of %q is marked for %q", text, query)
		}
	})
}
