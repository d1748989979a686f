package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"  Hello,\tWORLD! ", "hello world"},
		{"Ångström ÅNGSTRÖM A\u030angstro\u0308m", "angstrom angstrom angstrom"},
		{"Straße Æsir Łódź Đorđe ISTANBUL İstanbul", "strasse aesir lodz dorde istanbul istanbul"},
		{"Ещё Ёлка Йод", "еще елка иод"},
		{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
		{"إِلَى آمَنَة مُوسَى رحـــمة", "الي امنه موسي رحمه"},
		{"یکی می\u200cشود", "يكي مي شود"},
		{"٢٠١٧ ۲۰۱۷ २०१७ ２０１７", "2017 2017 2017 2017"},
		{"שָׁלוֹם", "שלום"},
		{"Hà Nội, Việt Nam", "ha noi viet nam"},
		{"ｶﾞｿﾘﾝ", "ガソリン"},
		{"キム・ジョンウン 二〇一七", "キム ジョンウン 二〇一七"},
		{"2017年3月", "2017 年 3 月"},
		{"soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"},
		{"ကျော်", "ကျော်"},
		{"मज़दूर", "मज़दूर"},
		{"x² ½ № ﬁn", "x2 1 2 no fin"},
		{"O'Hara O’Hara Oʼzbek", "o hara o hara o zbek"},
		{"a\xffb \x00", "a b"},
		{"ﷺ", "صلي الله عليه وسلم"},
	} {
		if got := Fold(c.text); got != c.want {
			t.Errorf("%q folds to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"北京市", "北京 京市 市"},
		{"在 京", "在 京"},
		{"노동자 3명", "노동 동자 자 3 명"},
		{"Tokyo東京2020", "tokyo 東京 京 2020"},
		{"กี่", "กี ี่ ่"},
		{strings.Repeat("x", 70), strings.Repeat("x", 64)},
		{strings.Repeat("é", 70) + "ж" + strings.Repeat("ж", 40), strings.Repeat("e", 64)},
		{strings.Repeat("字", 70), strings.Repeat("字字 ", 69) + "字"},
	} {
		var got []string
		for term := range terms(c.text) {
			got = append(got, term.text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPlaces: each term's place in the text is its own letters.
func TestPlaces(t *testing.T) {
	for lang, text := range texts {
		for term := range terms(text) {
			part := text[term.begin:term.end]
			if got := strings.ReplaceAll(Fold(part), " ", ""); !strings.HasPrefix(got, term.text) {
				t.Errorf("%s: the term %q stands at %q", lang, term.text, part)
			}
			if term.head < term.begin || term.head > term.end {
				t.Errorf("%s: head of %q", lang, term.text)
			}
		}
	}
}

func TestStems(t *testing.T) {
	for _, c := range []struct{ language, a, b string }{
		{"en", "workers", "worker"}, {"en-GB", "imprisoned", "imprisonment"}, {"fr", "arrêtés", "arreter"}, {"fr", "églises", "EGLISE"},
		{"ru", "рабочими", "рабочих"}, {"ru", "её", "ее"}, {"es", "prisiones", "prisión"}, {"sv", "fångarna", "fångar"},
		{"nb", "fengslene", "fengsler"}, {"no", "kirkene", "kirker"}, {"hu", "munkások", "munkás"},
	} {
		s, known := stemmerOf(c.language)
		if !known {
			t.Fatalf("no stemmer for %s", c.language)
		}
		a, b := s.stems(c.a, Fold(c.a)), s.stems(c.b, Fold(c.b))
		if !slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) }) {
			t.Errorf("%s: %s has %v, %s has %v", c.language, c.a, a, c.b, b)
		}
	}
	en, _ := stemmerOf("en")
	if got := en.stems("рабочий", "рабочии"); got != nil {
		t.Errorf("English stems of a Russian word: %v", got)
	}
	for _, none := range []string{"", "zh", "de", "x"} {
		if _, known := stemmerOf(none); known {
			t.Errorf("there is a stemmer for %q", none)
		}
	}
}

func TestDocument(t *testing.T) {
	d := NewDocument("en-GB", []Tag{TerritoryTag("XK-N"), YearTag(2017)}, "Two workers", "", "went")
	if diff := cmp.Diff("two workers · · went · ≈entwo ≈enwent ≈enworker · §txk¤2dn §y2017", d.FTS5()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("'two':1 'workers':2 'went':5 '≈entwo' '≈enwent' '≈enworker' '§txk¤2dn' '§y2017'", d.TSVector()); diff != "" {
		t.Error(diff)
	}
	if d.has(Parse(`"workers went"`)) || !d.has(Parse("worker went"), TerritoryTag("XK-N")) || d.has(Parse("worker"), TerritoryTag("XK")) {
		t.Error("a phrase crosses fields, or a tag is not exact")
	}
	if got := LanguageTags("zh-Hant"); !slices.Equal(got, []Tag{"§lzh", "§lzh¤2dhant"}) || len(LanguageTags("en")) != 1 {
		t.Errorf("%v", got)
	}
	if got := (Document{terms: []string{`a'b\c`}}).TSVector(); got != `'a''b\\c':1` {
		t.Errorf("quoted: %s", got)
	}
}

// TestDocumentBounds: documents stay below the limits of PostgreSQL.
func TestDocumentBounds(t *testing.T) {
	var long strings.Builder
	for i := range 40_000 {
		long.WriteString(strings.Repeat(string(rune('a'+i%26)), 50) + Fold(string(rune(0x4e00+i%20000))) + " ")
	}
	for name, text := range map[string]string{"many": long.String(), "same": strings.Repeat("word ", 40_000), "runs": strings.Repeat("字", 40_000)} {
		d := NewDocument("en", nil, text, text)
		if len(d.terms) > maxTerms || len(d.FTS5()) > 1<<21 {
			t.Errorf("%s: %d terms, %d bytes", name, len(d.terms), len(d.FTS5()))
		}
		seen := map[string]int{}
		for _, term := range d.terms {
			if seen[term]++; term != boundary && seen[term] > maxPositions {
				t.Fatalf("%s: %q has more than %d places", name, term, maxPositions)
			}
		}
	}
}
