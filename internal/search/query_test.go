package search

import (
	"strings"
	"testing"
)

// terms only, without stems, so that the cases can be read.
func (q Query) plain() string {
	for i := range q.parts {
		q.parts[i].stems = nil
	}
	return q.FTS5()
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{`" ' * ( ) : - ^`, ""},
		{"Workers home", `("workers") AND ("home")`},
		{`"went home" 2017`, `("went home") AND ("2017")`},
		{`„nach Hause“ «домой» 「北京」`, `("nach hause") AND ("домои") AND ("北京")`},
		{`he said "open`, `("he") AND ("said") AND ("open")`},
		{"state-run media", `("state run") AND ("media")`},
		{"Kim,Lee/Park", `("kim") AND ("lee") AND ("park")`},
		{"Korea's l’été qu'il O'Brien d' 's", `("korea") AND ("ete") AND ("il") AND ("o brien") AND ("d") AND ("s")`},
		{"northland.example", `("northland example")`},
		{"北京市", `("北京 京市")`},
		{"北", `("北" *)`},
		{"노동자 북", `("노동 동자") AND ("북" *)`},
		{`"노동자 북"`, `("노동 동자 자 북" *)`},
		{"G7東京", `("g7 東京")`},
		{"a OR b NEAR(c, 2) NOT d*", `("a") AND ("or") AND ("b") AND ("near") AND ("c") AND ("2") AND ("not") AND ("d")`},
		{strings.Repeat("a ", 30), strings.TrimSuffix(strings.Repeat(`("a") AND `, 16), " AND ")},
	} {
		if got := Parse(c.text).plain(); got != c.want {
			t.Errorf("%q is read as\n%s, want\n%s", c.text, got, c.want)
		}
	}
}

func TestQueryForms(t *testing.T) {
	q := Parse(`workers "went home" 北`)
	fts := `"§tru" AND ("workers" OR "≈enworker" OR "≈frworker" OR "≈esworkers" OR "≈svworker" OR "≈nowork" OR "≈huworkers") AND ("went home") AND ("北" *)`
	if got := q.FTS5(TerritoryTag("RU")); got != fts {
		t.Errorf("FTS5:\n%s, want\n%s", got, fts)
	}
	ts := `'§tru' & ('workers' | '≈enworker' | '≈frworker' | '≈esworkers' | '≈svworker' | '≈nowork' | '≈huworkers') & ('went' <-> 'home') & ('北':*)`
	if got := q.TSQuery(TerritoryTag("RU")); got != ts {
		t.Errorf("tsquery:\n%s, want\n%s", got, ts)
	}
	if q := Parse("!?"); !q.Empty() || q.FTS5() != "" || q.TSQuery() != "" || q.FTS5(YearTag(2017)) != `"§y2017"` {
		t.Error("a query of marks")
	}
}

// TestStemsStayInTheirLanguage: a stem of one language finds no text of another.
func TestStemsStayInTheirLanguage(t *testing.T) {
	en, fr := NewDocument("en", nil, "He paid the fines."), NewDocument("fr", nil, "Les prisons sont ouvertes.")
	if q := Parse("fined"); !en.has(q) || fr.has(q) {
		t.Error("an English word by its stem")
	}
	if q := Parse("ouvert"); en.has(q) || !fr.has(q) {
		t.Error("a French word by its stem")
	}
	if q := Parse(`"fine"`); en.has(q) {
		t.Error("in quotes a word matches as it stands")
	}
}

func TestHighlight(t *testing.T) {
	show := func(text, lang, query string, width int) string {
		var b strings.Builder
		for _, p := range Highlight(text, lang, Parse(query), width) {
			if p.Mark {
				b.WriteString("[" + p.Text + "]")
			} else {
				b.WriteString(p.Text)
			}
		}
		return b.String()
	}
	for _, c := range []struct {
		lang, text, query string
		width             int
		want              string
	}{
		{"en", "The workers went home.", "worker home", 100, "The [workers] went [home]."},
		{"en", "The workers went home.", `"worker"`, 100, "The workers went home."},
		{"en", "The workers went home.", `"went home" workers`, 100, "The [workers] [went home]."},
		{"fr", "L’été, ils étaient ARRÊTÉS.", "arrete l'ete", 100, "L’[été], ils étaient [ARRÊTÉS]."},
		{"en", "Ça, c'est e\u0301te\u0301.", "ete", 100, "Ça, c'est [e\u0301te\u0301]."},
		{"zh", "当局表示四百名工人被送回国。", "四百名工人", 100, "当局表示[四百名工人]被送回国。"},
		{"zh", "当局表示四百名工人被送回国。", "国", 100, "当局表示四百名工人被送回[国]。"},
		{"zh", "中国人在中国", "中国 国人", 100, "[中国人]在[中国]"},
		{"ko", "노동자들이 북한에", "노동 북", 100, "[노동]자들이 [북]한에"},
		{"ja", "ｶﾞｿﾘﾝの値段", "ガソリン", 100, "[ｶﾞｿﾘﾝ]の値段"},
		{"ar", "قالت السُّلطات", "السلطات", 100, "قالت [السُّلطات]"},
		{"en", "One two three four five six seven eight nine ten", "seven", 20, "six [seven] eight"},
		{"en", "One two three four five six seven", "missing", 12, "One two thre"},
		{"en", "One two three four five six seven", "missing", 16, "One two three"},
		{"en", "word", "", 0, ""},
		{"en", "a very long phrase", `"very long phrase"`, 9, "a [very lo]"},
		{"en", "", "x", 10, ""},
	} {
		if got := show(c.text, c.lang, c.query, c.width); got != c.want {
			t.Errorf("%q for %q: %q, want %q", c.text, c.query, got, c.want)
		}
	}
}

func BenchmarkHighlight(b *testing.B) {
	text, q := strings.Repeat(texts["en"]+"\n\n", 20)+"the last words", Parse(`"the last" workers`)
	for b.Loop() {
		Highlight(text, "en", q, 240)
	}
}

func BenchmarkNewDocument(b *testing.B) {
	for _, lang := range []string{"en", "ru", "zh"} {
		text := strings.Repeat(texts[lang]+"\n\n", 10)
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewDocument(lang, nil, text)
			}
		})
	}
}
