package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

func TestHome(t *testing.T) {
	v := newFake().get(t, "/")
	v.wants(t, 200, "<title>Example Monitor (invented)</title>", "<bdi>Invented Wire</bdi></b> <span><time datetime=\"2026-11-21\">21 November 2026</time>",
		`<form class="search" role="search" action="/search">`, `<a href="/territories/RU">Russia</a> <span>8<`, `action="/subscribe"`,
		"editors marked as being about a territory", "As of 23 November 2026", `<div class="said" lang="ar" dir="rtl">`)
	if n := strings.Count(v.body, `<article class="entry"`); n != homeArticles+1 {
		t.Errorf("%d articles", n)
	}
}

func TestHomeOfAnEmptyEdition(t *testing.T) {
	f := newFake()
	f.articles = nil
	v := f.get(t, "/")
	v.wants(t, 200, "Nothing has been published yet.")
	v.lacks(t, "Counted are")
	f.get(t, "/territories").wants(t, 200, "Without articles so far", "Afghanistan")
	f.get(t, "/search").wants(t, 200, "Nothing found")
	f.get(t, "/feed.xml").wants(t, 200, "<channel>")
}

// The first view of the home page, with its style sheet, is small enough for a
// bad line.
func TestFirstViewIsLight(t *testing.T) {
	f := newFake()
	for range 300 {
		f.articles = append(f.articles, f.articles[5])
	}
	sum := 0
	for _, name := range []string{"style.css", "mark.svg"} {
		address, err := static.Address(name)
		if err != nil {
			t.Fatal(err)
		}
		body := len(f.get(t, address).body)
		if sum += body; name == "style.css" && body > 20_000 {
			t.Errorf("the style sheet has %d bytes", body)
		}
	}
	if sum += len(f.get(t, "/").body); sum > 60_000 {
		t.Errorf("the first view has %d bytes", sum)
	}
	t.Logf("first view: %d bytes before compression", sum)
}

func TestBusiestTerritoriesComeFirstToTheHomePage(t *testing.T) {
	lines := []countLine{{"A", "A", 1}, {"B", "B", 5}, {"C", "C", 1}, {"D", "D", 9}}
	got := busiest(english, lines, 2)
	if len(got) != 2 || got[0].ID != "B" || got[1].ID != "D" || lines[0].ID != "A" {
		t.Errorf("%v of %v", got, lines)
	}
}

func TestTerritories(t *testing.T) {
	v := newFake().get(t, "/territories")
	v.wants(t, 200, "11 countries and territories have articles here.", `<a href="/territories/CI">Côte d’Ivoire</a>`, "<h2>C</h2>",
		"As of 23 November 2026", `<a href="/territories/BI">Burundi</a>`)
	if strings.Count(v.body, `href="/territories/RU"`) != 1 {
		t.Error("Russia is not listed once")
	}
}

func TestTerritory(t *testing.T) {
	f := newFake()
	v := f.get(t, "/territories/RU")
	v.wants(t, 200, "<h1>Russia</h1>", "All news: 8 articles", `href="/territories/RU/feed.xml"`, `name="territory" value="RU"`, `href="/territories/RU/cases"`)
	if n := strings.Count(v.body, `href="/a/`); n != territoryArticles {
		t.Errorf("%d articles", n)
	}
	v.lacks(t, "noindex", `class="pager"`)
	f.get(t, "/territories/RU/news").wants(t, 200, "8 articles, newest first", "editors marked as being about Russia")
	f.get(t, "/territories/BI").wants(t, 200, "No articles yet", "Nothing about Burundi", "noindex")
	f.get(t, "/territories/x-tibet").wants(t, 200, "<h1>Tibet</h1>", "All news: 1 article<")
	f.get(t, "/territories/XX").wants(t, 404, "no such country")
	f.get(t, "/territories/RU/news?page=2").wants(t, 404, "no page 2")
	f.get(t, "/territories/RU/news?page=-1").wants(t, 422, "not the number of a page")
	if v := f.get(t, "/territories/ru"); v.status != 301 || v.header.Get("Location") != "/territories/RU" {
		t.Errorf("%d %q", v.status, v.header.Get("Location"))
	}
}

func TestTerritoryHasPages(t *testing.T) {
	f := newFake()
	for i := range 50 {
		a := f.articles[0]
		a.ID = fmt.Sprintf("rdk_a_p%d", i)
		f.articles = append(f.articles, a)
	}
	f.get(t, "/territories/KP/news").wants(t, 200, `<a href="/territories/KP/news?page=2" rel="next">`)
	f.get(t, "/territories/KP/news?page=2").wants(t, 200, `<a href="/territories/KP/news" rel="prev">`, `href="/territories/KP/news?page=3"`, "noindex")
	last := f.get(t, "/territories/KP/news?page=3")
	last.wants(t, 200, `href="/territories/KP/news?page=2"`)
	last.lacks(t, `rel="next"`)
}

func TestArchive(t *testing.T) {
	f := newFake()
	f.get(t, "/newsletter").wants(t, 200, `<a href="/newsletter/rdk_i_1">Invented week</a>`, "21 November 2026")
	issue := f.get(t, "/newsletter/rdk_i_1")
	issue.wants(t, 200, "<h1>Invented week</h1>", `href="/a/rdk_a_wire"`, `href="/a/rdk_a_arabic"`)
	issue.lacks(t, "rdk_a_gone")
	f.get(t, "/newsletter/none").wants(t, 404, "There is no such issue")
	f.get(t, "/newsletter?page=2").wants(t, 404, "no page 2")
	f.issues[0].Articles = []string{"rdk_a_gone"}
	f.get(t, "/newsletter/rdk_i_1").wants(t, 200, "Nothing of this issue is public any more.")
	for range public.PageSize {
		f.issues = append(f.issues, f.issues[0])
	}
	f.get(t, "/newsletter").wants(t, 200, `href="/newsletter?page=2"`)
	f.get(t, "/newsletter?page=2").wants(t, 200, `<a href="/newsletter" rel="prev">`)
	f.issues = nil
	f.get(t, "/newsletter").wants(t, 200, "No issue has been sent yet.")
}

func TestSmallPages(t *testing.T) {
	f := newFake()
	f.get(t, "/about").wants(t, 200, "no cookies", "<h2>Evidence</h2>", "How we count")
	if v := f.get(t, "/robots.txt"); v.status != 200 || !strings.Contains(v.body, "Disallow: /preferences") || !strings.HasPrefix(v.header.Get("Content-Type"), "text/plain") {
		t.Errorf("%v", v)
	}
	if v := f.get(t, "/healthz"); v.status != 200 || v.body != "ok\n" || v.header.Get("Cache-Control") != "no-store" {
		t.Errorf("%v", v)
	}
	f.get(t, "/nothing").wants(t, 404, "no page at this address")
	f.get(t, "/static/none.css").wants(t, 404, "no page at this address")
	f.get(t, "/territories/").wants(t, 404)
	f.post(t, "/about", nil).wants(t, 404)
}

func TestFaultsOfOurs(t *testing.T) {
	f := newFake()
	f.fails = errors.New("disk on fire at /srv/secret")
	for _, path := range []string{"/", "/territories", "/territories/RU", "/a/rdk_a_wire", "/search", "/feed.xml", "/newsletter"} {
		v := f.get(t, path)
		v.wants(t, 500, "A fault of ours", "wrong on our side")
		v.lacks(t, "secret")
		if v.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: a fault may be kept", path)
		}
	}
	f.fails = fault.New(fault.Unavailable, "The archive is being moved.")
	if v := f.get(t, "/"); v.status != 503 || v.header.Get("Retry-After") == "" || !strings.Contains(v.body, "being moved") {
		t.Errorf("%d %v", v.status, v.header)
	}
	f.down = fault.New(fault.Unavailable, "The edition cannot be read.")
	for _, path := range []string{"/", "/healthz", "/nothing"} {
		if v := f.get(t, path); v.status != 503 && path != "/nothing" || strings.Contains(v.body, "<nav") || v.header.Get("Content-Security-Policy") != web.Policy {
			t.Errorf("%s: %d %s", path, v.status, v.body)
		}
	}
}

func TestAReaderWhoGoesAwayIsNoFault(t *testing.T) {
	f := newFake()
	f.fails = fmt.Errorf("query: %w", context.Canceled)
	p := f.parts()
	var out bytes.Buffer
	p.Log = slog.New(slog.NewTextHandler(&out, nil))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	do(New(p), httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil))
	if out.Len() > 0 {
		t.Errorf("logged %s", &out)
	}
	do(New(p), httptest.NewRequest(http.MethodGet, "/", nil))
	if !strings.Contains(out.String(), "context canceled") {
		t.Error("a query that we cancelled is not logged")
	}
}

func TestHeadersOfPages(t *testing.T) {
	f := newFake()
	for _, path := range []string{"/", "/a/rdk_a_wire", "/feed.xml", "/nothing", "/leave/" + leaveWord, "/robots.txt"} {
		h := f.get(t, path).header
		if h.Get("Content-Security-Policy") != web.Policy || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" || h.Get("Set-Cookie") != "" {
			t.Errorf("%s: %v", path, h)
		}
	}
	first := f.get(t, "/a/rdk_a_wire")
	r := httptest.NewRequest(http.MethodGet, "/a/rdk_a_wire", nil)
	r.Header.Set("If-None-Match", first.header.Get("ETag"))
	if again := do(New(f.parts()), r); again.status != 304 || again.body != "" {
		t.Errorf("%d, %d bytes", again.status, len(again.body))
	}
	if v := do(New(f.parts()), httptest.NewRequest(http.MethodHead, "/a/rdk_a_wire", nil)); v.status != 200 {
		t.Errorf("HEAD: %d", v.status)
	}
}

// TestOverTheWire asks a real server, as a browser with gzip does.
func TestOverTheWire(t *testing.T) {
	srv := httptest.NewUnstartedServer(nil)
	srv.Config = web.NewServer("", New(newFake().parts()))
	srv.Start()
	defer srv.Close()
	req, err := http.NewRequest(http.MethodGet, srv.URL+"/search?"+url.Values{"q": {"invented"}}.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", "gzip")
	resp, err := srv.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 || resp.Header.Get("Content-Encoding") != "gzip" {
		t.Fatalf("%s %v", resp.Status, resp.Header)
	}
	z, err := gzip.NewReader(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(z); err != nil || !strings.HasSuffix(string(b), "</html>\n") {
		t.Errorf("%v, %d bytes", err, len(b))
	}
}

// TestLanguages walks every page in every language: the address alone chooses
// it, and each page leads to itself in the others.
func TestLanguages(t *testing.T) {
	f := newFake()
	f.cases, f.figures, f.articles[0].Claims = sampleCases(), sampleFigures(), sampleFigures()[0].Claims
	for _, l := range locale.Interface() {
		for _, path := range []string{"/", "/territories", "/territories/RU", "/territories/RU/news", "/territories/RU/cases", "/territories/RU/profile", "/territories/RU/data",
			"/cases", "/cases/rdk_c_1", "/a/rdk_a_wire", "/figures", "/figures/rdk_f_1", "/search?q=invented", "/subscribe", "/preferences", "/newsletter", "/about", "/corrections"} {
			v := f.get(t, locale.Path(l, path))
			v.wants(t, 200, fmt.Sprintf(`<html lang="%s" dir="%s">`, l, locale.Dir(l)))
			v.lacks(t, "{n}", "{day}", "{territory}", "ZgotmplZ", "%!")
			for _, other := range locale.Interface() {
				v.wants(t, 200, `href="`+strings.ReplaceAll(locale.Path(other, path), "&", "&amp;")+`" lang="`+other+`"`)
			}
			if l != english && strings.Contains(v.body, `href="/newsletter">`) {
				t.Errorf("%s leads back to English", locale.Path(l, path))
			}
		}
	}
	if v := f.get(t, "/fr"); v.status != 301 || v.header.Get("Location") != "/fr/" {
		t.Errorf("%d %q", v.status, v.header.Get("Location"))
	}
	f.get(t, "/frog").wants(t, 404, `<html lang="en"`)
	f.get(t, "/fr/fr/").wants(t, 404)
}

func TestCases(t *testing.T) {
	f := newFake()
	f.cases, f.withdrawn["rdk_c_gone"] = sampleCases(), true
	f.get(t, "/cases").wants(t, 200, "2 documented cases", `<a href="/cases/rdk_c_1"><bdi>Ivan Invented</bdi></a> <span class="invented">invented</span>`, `<bdi lang="ru">Иван Вымышленный</bdi>`)
	v := f.get(t, "/cases/rdk_c_1")
	v.wants(t, 200, "<h1><bdi>Ivan Invented</bdi>", "is part of a sample and is invented", "says court record (invented)", "since 3 March 2025", "noindex", "says his lawyer (invented)",
		"About you or your family?", "https://monitor.example/cases/rdk_c_1")
	v.lacks(t, "SECRET")
	f.get(t, "/cases?status=imprisoned&territory=RU").wants(t, 200, "1 documented case", "<details open>")
	f.get(t, "/cases?status=happy").wants(t, 422, "happy is not a status")
	f.get(t, "/cases?territory=Atlantis").wants(t, 422, "Atlantis is not in the list")
	f.get(t, "/cases?q=nobody").wants(t, 200, "No case found")
	gone := f.get(t, "/cases/rdk_c_gone")
	gone.wants(t, 410, "What stood here was withdrawn.")
	gone.lacks(t, "SECRET", "rdk_c_gone")
	f.get(t, "/cases/rdk_c_never").wants(t, 404, "There is no such case")
	f.get(t, "/territories/RU").wants(t, 200, "<b>1</b> known", "<b>40</b> more believed", "are not counted")
	f.get(t, searchFor("q", "Ivan")).wants(t, 200, "1 documented case", `href="/cases/rdk_c_1"`)
	f.cases = nil
	f.get(t, "/cases").wants(t, 200, "No case found", "No case has been published yet.")
	f.get(t, "/territories/RU/cases").wants(t, 200, "No cases yet")
}

func TestFiguresKeepHedgeBoundAndDate(t *testing.T) {
	f := newFake()
	f.figures = sampleFigures()
	f.get(t, "/territories/RU").wants(t, 200, "Invented workers in Russia", `<bdi>20,000 – 50,000</bdi>`, "As of 2017.", "1 claim behind this figure", "at most 50,000", "believed", "some experts", `<svg class="chart"`, "\u20682017\u2069 \u2068some experts\u2069", "line loose hedged", "The chart as a table", `<a href="/claims/rdk_m_1">at most 50,000</a>`)
	f.articles[0].Claims = f.figures[0].Claims
	f.get(t, "/a/rdk_a_wire").wants(t, 200, `<mark class="claim">As many as 50 thousand workers are believed to be abroad already</mark>`, "some experts: at most 50,000 · believed", `id="lit"`, "Show the 1 claim in the text")
	f.articles[0].Claims[0].Words = "words that do not stand there"
	v := f.get(t, "/a/rdk_a_wire")
	v.wants(t, 200, "words that do not stand there")
	v.lacks(t, "<mark", `id="lit"`)
}

func TestTheOrganisationsOwnLook(t *testing.T) {
	f := newFake()
	f.get(t, "/").lacks(t, "/brand/")
	f.get(t, "/brand/logo").wants(t, 404)
	f.get(t, "/brand/colours.css").wants(t, 404)
	f.settings.Colour, f.settings.Logo, f.settings.LogoType, f.settings.Notice = "#0a5c36", []byte("<svg/>"), "image/svg+xml", "Only a test (invented)."
	f.get(t, "/").wants(t, 200, `href="/brand/colours.css?`, `src="/brand/logo?`, "Only a test (invented).")
	f.get(t, "/brand/colours.css").wants(t, 200, "--accent: #0a5c36; --on: #ffffff", "prefers-color-scheme: dark")
	if v := f.get(t, "/brand/logo"); v.header.Get("Content-Type") != "image/svg+xml" || !strings.Contains(v.header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%v", v.header)
	}
}

func TestProfileAndCorrections(t *testing.T) {
	f := newFake()
	a := f.articles[0]
	a.Territories, a.Post, a.Title = []string{"RU"}, public.Profile, "Invented profile"
	f.profile = &a
	f.get(t, "/territories/RU/profile").wants(t, 200, "Invented profile", `href="/a/rdk_a_wire"`)
	f.get(t, "/territories/KP/profile").wants(t, 200, "There is no profile of North Korea yet.", "noindex")
	f.get(t, "/corrections").wants(t, 200, "Nothing has been corrected yet.")
	f.corrected = []public.Correction{{ID: "rdk_c_1", Case: true, Title: "Ivan Invented", Note: "The date of the sentence.", At: testNow}}
	f.get(t, "/corrections").wants(t, 200, `href="/cases/rdk_c_1"`, "The date of the sentence.")
}
