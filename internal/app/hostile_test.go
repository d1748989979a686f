package app

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/work"
)

// hostile are sources that do what bad servers do, with the health that they
// must end in and words of its reason.
var hostile = []struct {
	path   string
	health desk.Health
	words  string
	serve  func(w http.ResponseWriter, r *http.Request)
}{
	{"/drip", desk.HealthFailing, "in time", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, " "); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	}},
	{"/silent", desk.HealthFailing, "in time", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }},
	{"/bomb", desk.HealthFailing, "more than 1 MB", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		if _, err := z.Write(make([]byte, 64<<20)); err != nil {
			return // the reader has seen enough
		}
		z.Close()
	}},
	{"/headers", desk.HealthFailing, "failed", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 2000 {
			w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("x", 1000))
		}
	}},
	{"/short", desk.HealthFailing, "broke off", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "<rss>")
	}},
	{"/page", desk.HealthFailing, "web page, not a feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		io.WriteString(w, "<!doctype html><title>Welcome</title>")
	}},
	{"/nothing", desk.HealthFailing, "nothing at all", func(http.ResponseWriter, *http.Request) {}},
	{"/empty", desk.HealthEmpty, "no entry", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "<rss><channel><title>Empty</title></channel></rss>")
	}},
	{"/inside", desk.HealthBlocked, "private network", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
	}},
	{"/circle", desk.HealthFailing, "in a circle", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/circle", http.StatusMovedPermanently)
	}},
	{"/unasked", desk.HealthFailing, "nobody asked", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }},
	{"/often", desk.HealthBlocked, "less often", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", time.Now().Add(3*time.Hour).UTC().Format(http.TimeFormat))
		w.WriteHeader(http.StatusTooManyRequests)
	}},
	{"/gone", desk.HealthEnded, "gone for good", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }},
	{"/moved", desk.HealthMoved, "moved for good", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/good", http.StatusMovedPermanently)
	}},
	{"/frozen", desk.HealthFrozen, "Nothing new has come since 2019-03-02", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "<rss><channel><item><link>https://example.org/old</link><pubDate>2019-03-02</pubDate></item></channel></rss>")
	}},
	{"/good", desk.HealthGood, "", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<rss><channel><item><link>http://%s/article</link></item></channel></rss>", r.Host)
	}},
}

// TestHostileServers polls bad servers, every one at a host of its own, beside
// a good one: each ends within its limits with a health reason, and the good
// one's entry is captured.
func TestHostileServers(t *testing.T) {
	e := testEnv(t, "")
	rooms, err := OpenRooms(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := rooms.Close(); err != nil {
			t.Error(err)
		}
	})
	const limit = 3 * time.Second
	d := NewPipeline(e, rooms)
	d.Fetch = fetch.New(fetch.Options{UserAgent: "rightsdesk test", AllowLoopback: true, MaxBytes: 1 << 20, Timeout: limit, HeaderTimeout: limit, Now: e.Now})
	sources := map[string]string{}
	for _, h := range hostile {
		mux := http.NewServeMux()
		mux.HandleFunc("/article", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<p>An invented article.</p>") })
		mux.HandleFunc(h.path, h.serve)
		if h.path == "/moved" {
			mux.HandleFunc("/good", hostile[len(hostile)-1].serve)
		}
		server := httptest.NewServer(mux)
		t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
		id := desk.NewID(e.Random, "rdk", desk.KindSource)
		sources[h.path] = id
		src := desk.Source{ID: id, Kind: desk.SourceFeed, Address: server.URL + h.path, Outlet: "Invented " + h.path, Licence: desk.LicenceExcerpt, NextTry: e.Now(), CreatedAt: e.Now()}
		if err := rooms.Desk.AddSource(t.Context(), src, desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: e.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	var all sync.WaitGroup
	all.Go(func() { work.Run(ctx, e.Log, Fetching(d, 8)...) })
	t.Cleanup(func() { stop(); all.Wait() })

	state := func(path string) desk.Source {
		s, err := rooms.Desk.Source(t.Context(), sources[path])
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	captured := func() bool {
		list, err := rooms.Desk.SourceEntries(t.Context(), sources["/good"], 5)
		if err != nil {
			t.Fatal(err)
		}
		return len(list) == 1 && list[0].State == desk.EntryCaptured
	}
	wait(t, "the good source's entry is captured", captured)
	for _, h := range hostile {
		wait(t, h.path+" has been polled", func() bool { return !state(h.path).LastPolled.IsZero() })
		if s := state(h.path); s.Health != h.health || (h.words == "") != (s.LastError == "") || !strings.Contains(s.LastError, h.words) {
			t.Errorf("%s: %s (%s), want %s (%s)", h.path, s.Health, s.LastError, h.health, h.words)
		}
	}
	if s := state("/often"); s.NextTry.Before(time.Now().Add(2 * time.Hour)) {
		t.Errorf("it asked to be left alone for three hours and is asked again at %v", s.NextTry)
	}
}

// wait looks again and again until something holds, for a minute at most.
func wait(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}
