package site

import (
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/public"
)

func searchFor(values ...string) string {
	v := url.Values{}
	for i := 0; i < len(values); i += 2 {
		v.Set(values[i], values[i+1])
	}
	return "/search?" + v.Encode()
}

func TestSearchAsksForWhatTheFormSays(t *testing.T) {
	f := newFake()
	f.get(t, searchFor("q", ` "labour accord" coast `, "territory", "KP", "year", "2026", "language", "en", "page", "3"))
	want := public.Query{Text: `"labour accord" coast`, Territory: "KP", Year: 2026, Language: "en", Page: 3}
	if len(f.asked) != 1 || f.asked[0] != want {
		t.Errorf("asked %+v", f.asked)
	}
}

func TestSearchMarksWhatWasFound(t *testing.T) {
	v := newFake().get(t, searchFor("q", "stamp"))
	v.wants(t, 200, "1 article<", "a paper without a <mark>stamp</mark>…", `value="stamp"`, "noindex")
	v.lacks(t, `class="pager"`)
}

func TestSearchKeepsItsFormOnEveryPage(t *testing.T) {
	f := newFake()
	v := f.get(t, searchFor("q", "hearing", "language", "en"))
	v.wants(t, 200, "40 articles, newest first", `href="/search?language=en&amp;page=2&amp;q=hearing"`, `<option value="en" selected>English</option>`, "<details open>")
	f.get(t, searchFor("q", "hearing", "language", "en", "page", "2")).wants(t, 200, `href="/search?language=en&amp;q=hearing" rel="prev"`)
	f.get(t, searchFor("q", "hearing", "page", "9")).wants(t, 200, "There is no page 9")
}

func TestSearchThatFindsVeryMuch(t *testing.T) {
	f := newFake()
	f.total = public.CountLimit
	f.get(t, searchFor("q", "hearing")).wants(t, 200, "At least 1,000 articles, newest first", `rel="next"`)
	f.get(t, searchFor("q", "hearing", "page", "2")).wants(t, 200, `rel="next"`)
}

func TestSearchThatFindsNothingHelps(t *testing.T) {
	f := newFake()
	v := f.get(t, searchFor("q", "nobody wrote this", "territory", "BI"))
	v.wants(t, 200, "Nothing found", "nothing about what happened", `href="/search?q=nobody&#43;wrote&#43;this"`, "fewer words", `<option value="BI" selected>Burundi</option>`)
	f.get(t, searchFor("q", "nobody")).lacks(t, "in every territory, year and language")
}

func TestMistakesInASearchAreSaid(t *testing.T) {
	for problem, path := range map[string]string{
		"is not a year":                         searchFor("q", "x", "year", "20x7"),
		"not in the list of countries and terr": searchFor("q", "x", "territory", "Atlantis"),
		"not in the list of languages":          searchFor("q", "x", "language", "tlh"),
		"too long":                              searchFor("q", strings.Repeat("é", maxQuery+1)),
		"not the number of a page":              searchFor("q", "x", "page", "two"),
	} {
		f := newFake()
		v := f.get(t, path)
		v.wants(t, 422, problem, `<p class="problem" id="problem" role="alert">`)
		v.lacks(t, "Nothing found")
		if len(f.asked) > 0 {
			t.Errorf("%s: searched for %+v", problem, f.asked)
		}
	}
	f := newFake()
	f.get(t, searchFor("territory", "russie")).wants(t, 200, `<option value="RU" selected>Russia</option>`)
}

func TestAttacksInASearchComeBackAsText(t *testing.T) {
	for _, field := range []string{"q", "territory", "year", "language", "page"} {
		v := newFake().get(t, searchFor(field, attack))
		v.lacks(t, "<script", "<img", `href="javascript:`)
		if v.status != 200 && v.status != 422 {
			t.Errorf("%s: %d", field, v.status)
		}
	}
	// Bytes that are no text, and a query that cannot be read.
	for _, path := range []string{"/search?q=%ff%fe%00", "/search?q=%zz", "/search?q=a;b"} {
		if v := newFake().get(t, path); v.status != 200 {
			t.Errorf("%s: %d", path, v.status)
		}
	}
}
