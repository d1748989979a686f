package analyse

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rightsdesk/internal/extract"
)

const seed = "../../../shared/seed/000_829cb840ef8056bc.txt"

func ids[T any](list []T, id func(T) string) string {
	var out []string
	for _, x := range list {
		out = append(out, id(x))
	}
	return strings.Join(out, " ")
}

func aboutIDs(r Result) string {
	return ids(r.Territories.About, func(s Scored) string { return s.ID })
}
func mentionedIDs(r Result) string {
	return ids(r.Territories.Mentioned, func(c Counted) string { return c.ID })
}

func TestSeed(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := extract.Read(data, extract.Options{}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	r := Analyse(Input{Title: doc.Title, Text: doc.Text, Date: doc.Published, Language: doc.Language})
	if got := aboutIDs(r); got != "KP RU" && got != "RU KP" {
		t.Errorf("about %v", r.Territories.About)
	}
	for _, want := range []string{"CN", "US", "KP", "RU"} {
		if !strings.Contains(mentionedIDs(r), want) {
			t.Errorf("%s is not in %v", want, r.Territories.Mentioned)
		}
	}
}

// TestJSON holds the contract: every list is there, none is null.
func TestJSON(t *testing.T) {
	b, err := json.Marshal(Analyse(Input{ID: "x", Text: "Nothing."}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"id":"x","language":"","territories":{"about":[],"mentioned":[]},"themes":[],"acts":[],"rights":[],"groups":[],"communities":[],"people":[],"organisations":[],"quotations":[],"claims":[]}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("North Korea and Russia", "en")
	f.Add("朝鲜和俄罗斯", "zh")
	for _, set := range []string{"quantities.jsonl", "quantities2.jsonl"} {
		for _, w := range blind[wantedQuantity](f, set) {
			f.Add(w.Text, w.Lang)
		}
	}
	f.Add("러시아에서 북한", "ko")
	f.Add("Северная Корея, Немцов", "ru")
	f.Add("وللولايات المتحدة والأردنيون", "ar")
	f.Add("中俄关系，許多哈萨克斯坦人", "zh")
	f.Add("l’Iran; Washington,\u00a0D.C. St.\nPetersburg", "fr")
	f.Add("U.S. US\u200f İran Nor\u0301th Korea", "")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		runes := []rune(text)
		r := Analyse(Input{Text: text, Language: lang})
		for _, m := range r.Territories.Mentioned {
			spans := r.Spans(m.ID)
			if len(spans) != m.Count {
				t.Errorf("%s: %d spans, count %d", m.ID, len(spans), m.Count)
			}
			for _, s := range spans {
				if s.Begin < 0 || s.End > len(runes) || s.Begin >= s.End || string(runes[s.Begin:s.End]) != s.Words {
					t.Errorf("%s: span %+v of %d letters", m.ID, s, len(runes))
				}
			}
		}
	})
}

// TestLongTexts holds that hostile texts of a megabyte cost no more than
// others of that length: a cost that grew with the square would never end.
func TestLongTexts(t *testing.T) {
	for _, unit := range []string{"Jordan ", "Michael Jordan ", "North ", "Korea    ", "x", "中", "한", "و", "Washington, ", "St. ", "\u0301", "\n", "\xff"} {
		text := strings.Repeat(unit, 1_000_000/len(unit))
		r := Analyse(Input{Text: text, Language: "en"})
		for _, m := range r.Territories.Mentioned {
			if len(r.Spans(m.ID)) != m.Count {
				t.Errorf("%q: %d spans, count %d", unit, len(r.Spans(m.ID)), m.Count)
			}
		}
	}
}
