package office

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/account"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

var testNow = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

const (
	testPassword = "five invented words here now"
	captureSHA   = "3b1f0c7e5a92d4468e01b7c9f2a35d6804e1c8b7a9f6d2e35c4b1a0987f6e5d4"
)

// bench is an office on a server with one browser.
type bench struct {
	*testing.T
	store    *fake
	bytes    map[string][]byte
	pasted   []string
	now      time.Time
	url      string
	browser  *http.Client
	log      *strings.Builder
	composed []string
}

// randomness is the same for every test, and safe for many goroutines.
type randomness struct {
	mu sync.Mutex
	r  *rand.ChaCha8
}

func (r *randomness) Read(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.r.Read(b)
}

// sessionFake keeps sessions in memory.
type sessionFake struct{ m sync.Map }

func (s *sessionFake) DeleteCtx(_ context.Context, t string) error { s.m.Delete(t); return nil }
func (s *sessionFake) FindCtx(_ context.Context, t string) ([]byte, bool, error) {
	v, ok := s.m.Load(t)
	if !ok {
		return nil, false, nil
	}
	return v.([]byte), true, nil
}
func (s *sessionFake) CommitCtx(_ context.Context, t string, b []byte, _ time.Time) error {
	s.m.Store(t, b)
	return nil
}
func (s *sessionFake) Delete(t string) error               { return s.DeleteCtx(context.Background(), t) }
func (s *sessionFake) Find(t string) ([]byte, bool, error) { return s.FindCtx(context.Background(), t) }
func (s *sessionFake) Commit(t string, b []byte, e time.Time) error {
	return s.CommitCtx(context.Background(), t, b, e)
}

// Content makes the bench's bytes the evidence.
func (b *bench) Content(c desk.Capture) ([]byte, error) {
	sha := c.SHA256
	if v, ok := b.bytes[sha]; ok {
		return v, nil
	}
	return nil, errMissing
}

func (b *bench) parts() Parts {
	return Parts{
		Store: b.store, Sessions: &sessionFake{}, Evidence: b,
		Package: func(c desk.Capture, title string) ([]byte, error) {
			return []byte("package of " + c.ID + ": " + title), nil
		},
		Paste: func(_ context.Context, text []byte, address, account string) (string, error) {
			b.pasted = append(b.pasted, account+": "+address+" "+string(text))
			return "rdk_a_2222222222222222", nil
		},
		Compose: func(_ context.Context, i subscription.Issue, territories []string, language string) (Mail, error) {
			b.composed = append(territories, language)
			if territories[0] == "FR" {
				return Mail{}, fault.New(fault.Invalid, "Nothing in it is for that reader.")
			}
			return Mail{Subject: i.Title, Text: "Text of the mail", HTML: "<!doctype html><p style=\"color:#333\">HTML of the mail</p>"}, nil
		},
		Write: b.store.write,
		Look:  b.store.look, Proxies: []string{"office", "tor"},
		Totals:   func(context.Context) (public.Totals, error) { return public.Totals{Territories: 15, Cases: 1234}, nil },
		Settings: public.Settings{Organisation: "Invented Desk", SiteURL: "https://news.example.org"},
		Random:   &randomness{r: rand.NewChaCha8([32]byte{7})}, Now: func() time.Time { return b.now },
		Organisation: "rdk", OfficeURL: "http://office.example.org",
		Log: slog.New(slog.NewTextHandler(b.log, nil)),
	}
}

func newBench(t *testing.T, change ...func(*Parts)) *bench {
	b := &bench{T: t, store: newFake(), now: testNow, bytes: map[string][]byte{}, log: &strings.Builder{}}
	parts := b.parts()
	for _, c := range change {
		c(&parts)
	}
	server := httptest.NewServer(New(parts))
	t.Cleanup(server.Close)
	b.url = server.URL
	b.browser = newBrowser(t)
	return b
}

func newBrowser(t *testing.T) *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

// page is an answer after redirects.
type page struct {
	status int
	path   string
	body   string // HTML unescaped, to look for words
	raw    string
	header http.Header
}

func (b *bench) do(r *http.Request) page {
	b.Helper()
	resp, err := b.browser.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		b.Fatal(err)
	}
	return page{resp.StatusCode, resp.Request.URL.RequestURI(), html.UnescapeString(string(raw)), string(raw), resp.Header}
}

func (b *bench) get(path string) page {
	b.Helper()
	r, err := http.NewRequest("GET", b.url+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	return b.do(r)
}

func (b *bench) post(path string, form url.Values) page {
	b.Helper()
	r, err := http.NewRequest("POST", b.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

// want checks an answer's status, where it ended and what it says.
func (b *bench) want(p page, status int, path string, words ...string) {
	b.Helper()
	if p.status != status || path != "" && p.path != path {
		b.Fatalf("answer %d at %s, want %d at %s\n%s", p.status, p.path, status, path, p.raw)
	}
	for _, w := range words {
		if !strings.Contains(p.body, w) {
			b.Fatalf("page %s does not say %q:\n%s", p.path, w, p.raw)
		}
	}
}

func (b *bench) lacks(p page, words ...string) {
	b.Helper()
	for _, w := range words {
		if strings.Contains(p.body, w) {
			b.Fatalf("page %s says %q:\n%s", p.path, w, p.raw)
		}
	}
}

// person adds an account with the test password.
func (b *bench) person(id, name string, role desk.Role) desk.Account {
	b.Helper()
	hash, err := testHash()
	if err != nil {
		b.Fatal(err)
	}
	a := desk.Account{ID: id, Name: name, Role: role, CreatedAt: testNow}
	b.store.accounts[id], b.store.passwords[id] = a, hash
	return a
}

var testHash = sync.OnceValues(func() (string, error) {
	return account.HashPassword(rand.NewChaCha8([32]byte{1}), testPassword)
})

func (b *bench) login(name string) {
	b.Helper()
	b.want(b.post("/login", url.Values{"name": {name}, "password": {testPassword}}), 200, "/", "Welcome back, "+name)
}

// editor is a bench with somebody logged in.
func editor(t *testing.T, change ...func(*Parts)) *bench {
	b := newBench(t, change...)
	b.person("rdk_u_editoreditoredit", "Erin", desk.RoleEditor)
	b.login("Erin")
	return b
}

// article adds an invented article that was read but has no title.
func (b *bench) article(id string) desk.Article {
	a := desk.Article{
		ID: id, CaptureID: "k" + id, Stage: desk.StageWaiting, Outlet: "Invented Courier", Published: "2026-11-18",
		Byline: []string{"Ana Invented"}, Language: "en", Text: "Russia and North Korea signed.\n\nNorth Korean workers follow.",
		Removed: []desk.Removed{{Kind: "footer", Text: "Subscribe to our letters"}}, Licence: desk.LicenceExcerpt,
		Sensitivity: desk.Restricted, Version: 1, CreatedAt: testNow.Add(-3 * time.Hour), Confidence: .9, Reader: "plain 1",
	}
	b.store.articles[id] = a
	b.store.order = append(b.store.order, id)
	b.store.captures[a.CaptureID] = desk.Capture{
		ID: a.CaptureID, SHA256: captureSHA, Size: 63, MediaType: "text/plain", How: desk.HowHandedIn, FileName: "courier.txt", At: a.CreatedAt,
	}
	b.bytes[captureSHA] = []byte("Invented Courier (18.11.2026) – <script>alert(1)</script> words")
	b.store.findings[id] = []desk.Finding{
		{Kind: desk.FindingAbout, Value: "KP", Score: .91, Count: 2, Spans: []desk.Span{{Begin: 11, End: 22, Words: "North Korea"}, {Begin: 32, End: 44, Words: "North Korean"}}},
		{Kind: desk.FindingAbout, Value: "RU", Score: .74, Count: 1, Spans: []desk.Span{{Begin: 0, End: 6, Words: "Russia"}}},
		{Kind: desk.FindingMentioned, Value: "CN", Count: 1},
	}
	return a
}

// form is what the browser would send of the page of an article.
func form(a desk.Article, verb desk.Verb, changes url.Values) url.Values {
	f := formOf(a)
	out := url.Values{
		"verb": {string(verb)}, "version": {fmt.Sprint(a.Version)}, "title": {f.Title}, "standfirst": {f.Standfirst},
		"byline": {f.BylineLines}, "outlet": {f.Outlet}, "published": {f.Published}, "address": {f.Address},
		"language": {f.Language}, "text": {strings.ReplaceAll(f.Text, "\n", "\r\n")}, "licence": {string(f.Licence)}, "territory": f.Territories,
	}
	for k, v := range changes {
		out[k] = v
	}
	return out
}

var errBroken = errors.New("disk on fire at /secret/path")
