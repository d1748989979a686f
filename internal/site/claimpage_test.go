package site

import (
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// claimed is an edition with an invented claim that a figure counts.
func claimed() *fake {
	f := newFake()
	f.figures = sampleFigures()
	f.articles[0].Claims = f.figures[0].Claims
	return f
}

func TestPageOfAClaim(t *testing.T) {
	f := claimed()
	v := f.get(t, "/claims/rdk_m_1")
	v.wants(t, 200, "<mark>As many as 50 thousand workers are believed to be abroad already</mark>, according to some experts, who gave no source for the figure.",
		"<b>at most 50,000</b> people", "this number or fewer; the least is not said", "believed · <q", "how many there were at a time", `<time datetime="2017">2017</time>`,
		"<b><bdi>some experts</bdi></b>", "reported by <bdi>Invented Wire</bdi>", "published here by <bdi>Example Monitor (invented)</bdi>",
		"A figure counts it", `<a href="/figures/rdk_f_1"><bdi>Invented workers in Russia</bdi></a>: counted`,
		`href="/a/rdk_a_wire/evidence"`, f.articles[0].Evidence.SHA256, `rel="canonical" href="https://monitor.example/claims/rdk_m_1"`,
		"“As many as 50 thousand workers are believed to be abroad already” · Two neighbours sign a labour accord while talks on the coast go on · Invented Wire · 21 November 2026 · Example Monitor (invented) · https://monitor.example/claims/rdk_m_1 · read on 23 November 2026")
	v.lacks(t, "Two neighbouring states signed") // another paragraph
	f.get(t, "/a/rdk_a_wire").wants(t, 200, `<a href="/claims/rdk_m_1">some experts: at most 50,000 · believed</a>`, `<a href="/claims/rdk_m_1">the claim: verify, cite</a>`)
	f.figures[0].Claims, f.figures[0].Beside = nil, f.figures[0].Claims
	f.get(t, "/claims/rdk_m_1").wants(t, 200, "No figure counts it", "shown beside it, not counted")
	f.figures = nil
	f.get(t, "/claims/rdk_m_1").wants(t, 200, "No figure counts it", "nobody decided a number from it")
	f.articles[0].Evidence = public.Evidence{At: testNow}
	f.get(t, "/claims/rdk_m_1").wants(t, 200, "the file itself is confidential")
	f.get(t, "/claims/rdk_m_1").lacks(t, "/evidence", "SHA-256")
	f.get(t, "/claims/rdk_m_never").wants(t, 404, "There is no such claim.")
}

// TestClaimThatAssertsNothing: a denial, a call and a prediction say so wherever
// they stand, with everybody through whom they came, and are in no chart.
func TestClaimThatAssertsNothing(t *testing.T) {
	f := claimed()
	c := &f.articles[0].Claims[0]
	c.Polarity, c.Mode, c.Basis, c.Kind, c.Via, c.Places, c.SaidOn = public.Denies, public.Quoted, "court_document", "office", []string{"the agency", "a spokesman"}, []string{"RU"}, "2017-03"
	v := f.get(t, "/claims/rdk_m_1")
	v.wants(t, 200, "<b>denies: that it is not so</b>", "word for word, in quotation marks", "a document of a court", "an office or officials",
		"passed on by <bdi>a spokesman</bdi></li>\n<li>passed on by <bdi>the agency</bdi></li>\n<li>reported by <bdi>Invented Wire</bdi>", `<a href="/territories/RU">Russia</a>`, "March 2017")
	f.get(t, "/a/rdk_a_wire").wants(t, 200, "some experts – denied: at most 50,000 · believed</a>", "<b>denies: that it is not so</b>", "passed on by <bdi>a spokesman</bdi>, passed on by")
	f.get(t, "/claims/rdk_m_1/claim.json").wants(t, 200, `"polarity": "denies"`, `"via": [`, `"basis": "court_document"`, `"hedge": "believed"`)
	f.figures[0].Claims[0] = *c
	page := f.get(t, "/territories/RU")
	page.wants(t, 200, "They deny it, question it, call for it or predict it")
	if rows := measured(f.figures[0]); slices.ContainsFunc(rows, func(m public.Claim) bool { return m.ID == c.ID }) {
		t.Errorf("a denial is drawn: %+v", rows)
	}

	c.Polarity, c.Min, c.Max, c.Unit, c.Bound, c.Measure = public.CallsFor, 0, 0, "", public.Exact, ""
	f.get(t, "/claims/rdk_m_1").wants(t, 200, "<b>calls for: that it should be so</b>")
	f.get(t, "/claims/rdk_m_1").lacks(t, "How many", "Bound", "Counted is", "exactly this number")
	f.get(t, "/a/rdk_a_wire").wants(t, 200, "some experts – called for · believed</a>")
	f.get(t, "/claims/rdk_m_never/claim.json").wants(t, 404, "There is no such claim.")
}

// A claim or an article that was withdrawn leaves nothing but that.
func TestWithdrawnClaimSaysNoMore(t *testing.T) {
	f := claimed()
	for _, id := range []string{"rdk_m_1", "rdk_a_wire"} {
		f.withdrawn = map[string]bool{id: true}
		if id == "rdk_m_1" {
			f.get(t, "/claims/rdk_m_1/claim.json").wants(t, 410, "What stood here was withdrawn.")
		}
		v := f.get(t, "/claims/rdk_m_1")
		v.wants(t, 410, "What stood here was withdrawn.")
		v.lacks(t, "SECRET", "50 thousand", "Invented Wire", "experts", "rdk_m_1\"")
	}
}

// The page of a claim never has more of a text than its article's page.
func TestClaimShowsNoMoreThanItsArticle(t *testing.T) {
	const words, text = "the words of the claim", "Kept back one. Before the words of the claim after. Kept back two."
	for _, c := range []struct {
		name    string
		article public.Article
		want    sentence
	}{
		{"full", public.Article{Licence: public.Full, Text: "Other.\n\n" + text}, sentence{"Kept back one. Before ", words, " after. Kept back two."}},
		{"an excerpt that has it", public.Article{Licence: public.Excerpt, Text: "Before the words of the claim…"}, sentence{"Before ", words, "…"}},
		{"an excerpt without it", public.Article{Licence: public.Excerpt, Text: "Before…"}, sentence{"", words, ""}},
		{"a reference", public.Article{Licence: public.Link, Text: text}, sentence{"", words, ""}},
		{"twice", public.Article{Licence: public.Full, Text: text + text}, sentence{"", words, ""}},
		{"long", public.Article{Licence: public.Full, Text: strings.Repeat("many ", 200) + words + strings.Repeat(" more", 200)},
			sentence{"… " + strings.Repeat("many ", 63), words, strings.Repeat(" more", 63) + "…"}},
	} {
		if got := inContext(c.article, public.Claim{Words: words}); got != c.want {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestClaimsInEveryLanguage walks the pages of claims in every language.
func TestClaimsInEveryLanguage(t *testing.T) {
	f := claimed()
	for _, l := range locale.Interface() {
		for _, path := range []string{"/claims/rdk_m_1", "/check", checkFor("workers")} {
			v := f.get(t, locale.Path(l, path))
			v.wants(t, 200, `<html lang="`+l+`"`, `href="`+locale.Path(l, "/check")+`"`)
			v.lacks(t, "{n}", "{outlet}", "{organisation}", "{day}", "{moment}", "ZgotmplZ", "%!")
		}
	}
}
