package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store/edition"
)

// vocabulary has words to make invented texts of, by language.
var vocabulary = map[string][]string{
	"en": strings.Fields("state workers sent home prison court judge arrested border officials said worker's O'Hara state-run released churches priest 400 2017"),
	"fr": strings.Fields("l'État prisonniers détenus arrêtés libéré église prêtre d'un juge tribunal frontière œuvre déclaré travailleurs"),
	"ru": strings.Fields("рабочие рабочих власти суд судья арестован священник граница ещё заявил церкви освобождён"),
	"ar": strings.Fields("السُّلطات العمال المدينة محكمة قاضٍ أفرج عن الكنيسة إلى حدود قال ٢٠١٧"),
	"zh": strings.Fields("工人 法院 边境 当局 释放 教堂 牧师 被捕 北京 中国"),
	"ko": strings.Fields("노동자들이 법원은 국경 당국이 석방 교회 목사 체포 북한의 북 러시아"),
	"th": strings.Fields("คนงาน ศาล ชายแดน เจ้าหน้าที่ ปล่อยตัว โบสถ์ จับกุม"),
}

var languages = []string{"en", "fr", "ru", "ar", "zh", "ko", "th"}

// library makes n invented articles, always the same.
func library(n int) []public.Article {
	r := rand.New(rand.NewPCG(1, 2))
	var out []public.Article
	for i := range n {
		lang := languages[r.IntN(len(languages))]
		words := vocabulary[lang]
		between := " "
		if lang == "zh" || lang == "th" {
			between = ""
		}
		var text []string
		for range 3 + r.IntN(12) {
			text = append(text, words[r.IntN(len(words))])
		}
		a := report(i, 1, strings.Join(text, between))
		a.Language, a.Published = lang, fmt.Sprintf("201%d-%02d-%02d", r.IntN(3), r.IntN(3)+1, r.IntN(3)+1)
		a.Territories = []string{[]string{"KP", "RU", "CN", "XK-N"}[r.IntN(4)]}
		a.Terms = [][]string{nil, {"theme:children"}, {"act:arrest", "theme:children"}}[i%3]
		out = append(out, a)
	}
	return out
}

// asked are queries with the same answer on every engine.
func asked(list []public.Article) []public.Query {
	r := rand.New(rand.NewPCG(3, 4))
	out := []public.Query{{}, {Page: 2}, {Page: 999}, {Year: 2011}, {Territory: "XK-N"}, {Territory: "xk"}, {Language: "zh", Year: 2012, Territory: "KP"}, {Text: `"`}, {Text: "北"}, {Text: "Zora"},
		{Term: "theme:children"}, {Term: "theme:children", Page: 3}, {Term: "act:arrest", Territory: "RU"}, {Term: "act:arrest", Text: "Zora"}, {Term: "theme:nothing"}, {Term: "theme:children' OR '1'='1"}}
	for _, lang := range languages {
		for _, w := range vocabulary[lang] {
			out = append(out, public.Query{Text: w}, public.Query{Text: `"` + w + `"`}, public.Query{Text: w, Territory: "RU"})
		}
	}
	for range 60 {
		words := strings.Fields(list[r.IntN(len(list))].Text)
		from := r.IntN(len(words))
		phrase := strings.Join(words[from:min(len(words), from+2)], " ")
		out = append(out, public.Query{Text: `"` + phrase + `"`}, public.Query{Text: phrase, Year: 2010 + r.IntN(3)})
	}
	return out
}

func TestEditionSearchAlike(t *testing.T) {
	list := library(400)
	answers := map[string][]public.Result{}
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, list...)
		for _, i := range []int{7, 70, 300} { // changes and withdrawals leave nothing behind
			changed := list[i]
			changed.Version, changed.Text = 2, "entirely other"
			put(t, p, changed)
			withdraw(t, p, list[i+1].ID, 2)
		}
		for _, q := range asked(list) {
			r, err := e.Search(t.Context(), q)
			if err != nil {
				t.Fatalf("%+v: %v", q, err)
			}
			answers[string(rooms.Engine)] = append(answers[string(rooms.Engine)], r)
		}
	})
	if len(answers) < 2 {
		t.Skip("only one engine is here")
	}
	hits := 0
	for i, q := range asked(list) {
		a, b := answers["sqlite"][i], answers["postgres"][i]
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("%+v: %s", q, diff)
		}
		hits += len(a.Hits)
	}
	if hits < 1000 {
		t.Errorf("only %d hits were compared", hits)
	}
}

func TestEditionFindsByWords(t *testing.T) {
	texts := map[string]string{
		"en": "State-run media said that 400 workers went home.", "fr": "L'ambassadeur dit qu'ils étaient arrêtés.",
		"ru": "Российские власти сообщили, что рабочие уехали ещё в марте.", "ar": "قالت السُّلطات إنّ العُمّال غادروا المدينة.",
		"zh": "当局表示四百名工人被送回国。", "ko": "당국은 노동자 사백명이 귀국했다고 밝혔다.", "th": "คนงานสี่ร้อยคนเดินทางกลับประเทศ",
	}
	// A query of each language, in another form than the text's.
	queries := map[string][]string{
		"en": {"worker", "STATE", `"went home"`, "state-run", "medias"},
		"fr": {"arreter", "ambassadeurs", "l'ambassadeur", `"étaient arrêtés"`}, "ru": {"российский", "рабочий", "еще", `"уехали ещё"`},
		"ar": {"السلطات", "العمّال", "المدينه"}, "zh": {"工人", "国", "四百名工人", "当"}, "ko": {"노동", "동자", "다", "귀국"}, "th": {"คนงาน", "ประเทศ"},
	}
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		for i, lang := range languages {
			a := report(i, 1, texts[lang])
			a.Language, a.ID, a.Title, a.Standfirst = lang, lang, "", ""
			put(t, p, a)
		}
		for lang, list := range queries {
			for _, text := range list {
				if got := found(t, e, public.Query{Text: text}); !cmp.Equal(got, []string{lang}) {
					t.Errorf("%s finds %v, want %s", text, got, lang)
				}
			}
		}
	})
}

func TestEditionSearchByTerm(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		for i, terms := range [][]string{{"theme:children"}, nil, {"act:arrest", "theme:children"}, {"theme:children"}} {
			a := report(i, 1, "Workers went home.")
			a.ID, a.Terms = string(rune('a'+i)), terms
			put(t, p, a)
		}
		withdraw(t, p, "d", 2)
		for q, want := range map[public.Query][]string{
			{Term: "theme:children"}: {"c", "a"}, {Term: "theme:children", Text: "workers"}: {"c", "a"}, {Term: "act:arrest"}: {"c"},
			{Term: "act:arrest", Text: "nobody"}: nil, {Term: "theme:nothing"}: nil, {Term: "children"}: nil,
		} {
			if got := found(t, e, q); !cmp.Equal(got, want) {
				t.Errorf("%+v finds %v, want %v", q, got, want)
			}
		}
	})
}

func TestEditionSearchPages(t *testing.T) {
	const n = public.CountLimit + 2*public.PageSize + 5
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		var list []public.Article
		for i := range n {
			a := report(i, 1, "common")
			a.Published = time.Date(2015, 1, 1+i*37%500, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			list = append(list, a)
		}
		list[5].Published, list[6].Published, list[7].Published = "2016", "2016-01", ""
		put(t, p, list...)
		for _, q := range []public.Query{{}, {Text: "common"}, {Territory: "KP"}} {
			pages(t, e, q, n)
		}
		if r, err := e.Search(t.Context(), public.Query{Text: "common", Page: 1 << 40}); err != nil || len(r.Hits) > 0 {
			t.Errorf("a page far behind: %d hits, %v", len(r.Hits), err)
		}
		if got := found(t, e, public.Query{}); got[0] != list[7].ID { // without a date: the day it became public
			t.Errorf("first is %s", got[0])
		}
	})
}

// pages reads all pages of a query: n articles, newest first, each once.
func pages(t *testing.T, e *edition.Store, q public.Query, n int) {
	t.Helper()
	seen := map[string]bool{}
	before := "9999"
	for q.Page = 1; ; q.Page++ {
		r, err := e.Search(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			if h.Published > before {
				t.Fatalf("%s (%s) stands after %s", h.ID, h.Published, before)
			}
			if seen[h.ID] = true; h.Published != "" {
				before = h.Published
			}
		}
		if len(r.Hits) == 0 {
			break
		}
		if r.Total != public.CountLimit {
			t.Fatalf("page %d: total %d", q.Page, r.Total)
		}
	}
	if len(seen) != n {
		t.Errorf("%+v: %d of %d articles on the pages", q, len(seen), n)
	}
}

func TestEditionHighlights(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 1, strings.Repeat("Before it. ", 60)+"Then the workers left.\n\n"+strings.Repeat("After it. ", 60)))
		link := report(2, 1, "")
		link.Licence, link.Standfirst = public.Link, "A worker speaks."
		put(t, p, link)
		r, err := e.Search(t.Context(), public.Query{Text: "worker"})
		if err != nil || len(r.Hits) != 2 {
			t.Fatal(r, err)
		}
		if got := r.Hits[0].Snippet; !cmp.Equal(got, []public.Piece{{Text: "A "}, {Text: "worker", Mark: true}, {Text: " speaks."}}) {
			t.Errorf("%+v", got)
		}
		got := r.Hits[1].Snippet
		if len(got) != 5 || got[0].Text != "… " || got[2] != (public.Piece{Text: "workers", Mark: true}) || got[4].Text != " …" {
			t.Errorf("%+v", got)
		}
		if r, err = e.Search(t.Context(), public.Query{}); err != nil || r.Hits[0].Snippet != nil {
			t.Errorf("nothing was asked for, but %+v, %v", r.Hits[0].Snippet, err)
		}
	})
}

// TestEditionLongTexts: texts beyond the limits of PostgreSQL's index are stored
// on both engines, and what is beyond is found on neither.
func TestEditionLongTexts(t *testing.T) {
	var different strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&different, "%s%06d%s ", strings.Repeat("q", 20), i, strings.Repeat("ж", 40))
	}
	words := func(i int) string {
		return fmt.Sprintf("%s%06d%s", strings.Repeat("q", 20), i, strings.Repeat("ж", 40))
	}
	same := strings.Repeat("word ", 300) + "target " + strings.Repeat("word other ", 9000) + "end"
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 1, different.String()), report(2, 1, same), report(3, 1, strings.Repeat("語", 100_000)))
		for text, want := range map[string][]string{
			words(0) + " " + words(1): {"rdk_a_0001"}, `"` + words(4000) + " " + words(4001) + `"`: {"rdk_a_0001"}, words(29_999): nil,
			`"word word"`: {"rdk_a_0002"}, `"target word"`: nil, "end": nil, `"語語語"`: {"rdk_a_0003"},
		} {
			if got := found(t, e, public.Query{Text: text}); !cmp.Equal(got, want) {
				t.Errorf("%.30s finds %v, want %v", text, got, want)
			}
		}
		withdraw(t, p, "rdk_a_0001", 2)
		if got := found(t, e, public.Query{Text: words(0)}); got != nil {
			t.Errorf("after the withdrawal: %v", got)
		}
	})
}

// TestEditionSearchTakesAnything: no input is an error, on either engine.
func TestEditionSearchTakesAnything(t *testing.T) {
	nasty := []string{`"`, `""`, `'`, `\`, `\'`, `a" OR "b`, `NEAR(a b)`, `a AND NOT b`, `* `, `a*`, `^a`, `{x}:y`, `terms:a`, `-a`, `(`, `a:*b`, `a & b | !c`, `a <-> b`,
		"a\x00b", "\xff\xfe", "x'; DROP TABLE articles; --", "$1", "?", "%", "§tru", "≈enworker", "·", strings.Repeat("語", 5000), strings.Repeat("a.", 5000), strings.Repeat(`"a `, 500)}
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 1, "Some text."))
		check := func(q public.Query) error {
			_, err := e.Search(t.Context(), q)
			return err
		}
		for _, s := range nasty {
			for _, q := range []public.Query{{Text: s}, {Territory: s}, {Language: s}, {Text: "some", Territory: s, Language: s, Year: -1}} {
				if err := check(q); err != nil {
					t.Errorf("%.60q: %v", s, err)
				}
			}
		}
		rapid.Check(t, func(r *rapid.T) {
			q := public.Query{Text: rapid.String().Draw(r, "text"), Territory: rapid.String().Draw(r, "territory"), Page: rapid.Int().Draw(r, "page")}
			if err := check(q); err != nil {
				r.Fatalf("%+v: %v", q, err)
			}
		})
		for _, s := range nasty { // as an article too
			a := report(2, 1, s)
			a.ID, a.Territories, a.Language, a.Title = "rdk_a_"+fmt.Sprintf("%x", s[:1]), []string{s}, s, s
			if utf8.ValidString(s) && !strings.Contains(s, "\x00") {
				put(t, p, a)
			}
		}
	})
}
