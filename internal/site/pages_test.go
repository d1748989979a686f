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
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

func TestHome(t *testing.T) {
	v := newFake().get(t, "/")
	v.wants(t, 200, "<title>Example Monitor (invented)</title>", "<bdi>Invented Wire</bdi></b> · <time datetime=\"2026-11-21\">21 November 2026</time>",
		`<form class="search" role="search" action="/search">`, `<a href="/territories/RU">Russia</a> <span>8<`, `action="/subscribe"`,
		"editors marked as being about a territory", "As of 23 November 2026", `<article class="teaser" lang="ar" dir="rtl">`)
	if n := strings.Count(v.body, `<article class="teaser"`); n != homeArticles {
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
		if sum += body; name == "style.css" && body > 12_000 {
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
	got := busiest(lines, 2)
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
	v.wants(t, 200, "<h1>Russia</h1>", "8 articles, newest first", `href="/territories/RU/feed.xml"`, `href="/subscribe?territory=RU"`, "editors marked as being about Russia")
	v.lacks(t, "noindex", `class="pager"`)
	f.get(t, "/territories/BI").wants(t, 200, "No articles yet", "Nothing about Burundi", "noindex")
	f.get(t, "/territories/x-tibet").wants(t, 200, "<h1>Tibet</h1>", "1 article, newest first")
	f.get(t, "/territories/XX").wants(t, 404, "no such country")
	f.get(t, "/territories/RU?page=2").wants(t, 404, "no page 2")
	f.get(t, "/territories/RU?page=-1").wants(t, 422, "not the number of a page")
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
	f.get(t, "/territories/KP").wants(t, 200, `<a rel="next" href="/territories/KP?page=2">Older</a>`)
	f.get(t, "/territories/KP?page=2").wants(t, 200, `<a rel="prev" href="/territories/KP">Newer</a>`, `href="/territories/KP?page=3"`, "noindex")
	last := f.get(t, "/territories/KP?page=3")
	last.wants(t, 200, `href="/territories/KP?page=2"`)
	last.lacks(t, `rel="next"`)
}

func TestArchive(t *testing.T) {
	f := newFake()
	f.get(t, "/newsletter").wants(t, 200, `<a href="/newsletter/rdk_i_1">Invented week</a>`, "21 November 2026")
	issue := f.get(t, "/newsletter/rdk_i_1")
	issue.wants(t, 200, "<h1>Invented week</h1>", `href="/a/rdk_a_wire"`, `href="/a/rdk_a_arabic"`)
	issue.lacks(t, "rdk_a_gone")
	f.get(t, "/newsletter/none").wants(t, 404, "There is no issue")
	f.get(t, "/newsletter?page=2").wants(t, 404, "no page 2")
	f.issues[0].Articles = []string{"rdk_a_gone"}
	f.get(t, "/newsletter/rdk_i_1").wants(t, 200, "Nothing of this issue is public any more.")
	for range public.PageSize {
		f.issues = append(f.issues, f.issues[0])
	}
	f.get(t, "/newsletter").wants(t, 200, `href="/newsletter?page=2"`)
	f.get(t, "/newsletter?page=2").wants(t, 200, `<a rel="prev" href="/newsletter">`)
	f.issues = nil
	f.get(t, "/newsletter").wants(t, 200, "No issue has been sent yet.")
}

func TestSmallPages(t *testing.T) {
	f := newFake()
	f.get(t, "/about").wants(t, 200, "no cookies", "<h2>Evidence</h2>")
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
