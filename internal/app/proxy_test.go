package app

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
)

// TestSourceThroughAProxy polls and collects from a host that only a proxy can
// reach, then stops the proxy: the source's health says so in words, and
// nothing is asked past it.
func TestSourceThroughAProxy(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.URL.String())
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/feed":
			io.WriteString(w, "<rss><channel><item><link>/page</link></item></channel></rss>")
		default:
			io.WriteString(w, "<!doctype html><title>Invented</title><p>An invented text.")
		}
	}))
	t.Cleanup(proxy.Close)
	e := testEnv(t, "")
	cfg, err := config.Read("", nil, []string{"data=" + e.Config.Data, "fetch.spacing=0s", "fetch.proxies=far=" + proxy.URL})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	e.Config, e.Now = cfg, func() time.Time { return now }
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	id := desk.NewID(e.Random, "rdk", desk.KindSource)
	src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: "http://news.example.org/feed", Outlet: "Invented", Licence: desk.LicenceExcerpt, Proxy: "far", NextTry: now, CreatedAt: now}
	if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: now}); err != nil {
		t.Fatal(err)
	}
	poll := func() desk.Source {
		t.Helper()
		if _, err := d.Poll(t.Context()); err != nil {
			t.Fatal(err)
		}
		s, err := rooms.Desk.Source(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		now = s.NextTry.Add(time.Second)
		return s
	}
	if s := poll(); s.Health != desk.HealthGood {
		t.Fatalf("%s: %s", s.Health, s.LastError)
	}
	if _, err := d.Collect(t.Context()); err != nil {
		t.Fatal(err)
	}
	if want := []string{"http://news.example.org/robots.txt", "http://news.example.org/feed", "http://news.example.org/page"}; !slices.Equal(asked, want) {
		t.Errorf("asked for %q", asked)
	}
	if leaves, err := rooms.Desk.Leaves(t.Context(), 0, 10); err != nil || len(leaves) != 1 {
		t.Errorf("%d captures, %v", len(leaves), err)
	}
	proxy.Close()
	poll()
	address, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	if s := poll(); s.Health != desk.HealthFailing || !s.Alarming() || !strings.Contains(s.LastError, "The proxy far ("+address.Host+") does not answer") {
		t.Errorf("%s: %s", s.Health, s.LastError)
	}
}
