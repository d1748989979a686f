package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rightsdesk/internal/store"
	"rightsdesk/internal/testweb"
)

// hosts serves an invented outlet for each kind of source, every one at a host
// of its own, and gives the address that an editor would type of each.
func hosts(t *testing.T, news *testweb.News, blocked *atomic.Bool) map[string]string {
	stories := news.Handler()
	out := map[string]string{}
	host := func(name, typed string, pages func(mux *http.ServeMux)) {
		mux := http.NewServeMux()
		pages(mux)
		mux.Handle("GET /{outlet}/{slug}", stories)
		s := httptest.NewServer(mux)
		t.Cleanup(s.Close)
		out[name] = s.URL + typed
	}
	html := func(format string, args ...any) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, format, args...)
		}
	}
	host("Named Feed Herald", "/", func(mux *http.ServeMux) {
		mux.HandleFunc("GET /{$}", html(`<!doctype html><html lang="en"><head><title>Herald</title><link rel="alternate" type="application/rss+xml" href="/harbour-times/rss.xml"></head><body>Welcome.</body></html>`))
		mux.Handle("GET "+testweb.Feeds[testweb.OutletRSS], stories)
	})
	host("Atom Herald", testweb.Feeds[testweb.OutletAtom], func(mux *http.ServeMux) {
		mux.HandleFunc("GET "+testweb.Feeds[testweb.OutletAtom], func(w http.ResponseWriter, r *http.Request) {
			if blocked.Load() {
				http.Error(w, "no", http.StatusForbidden)
				return
			}
			stories.ServeHTTP(w, r)
		})
	})
	host("Robots Herald", "/about", func(mux *http.ServeMux) {
		mux.HandleFunc("GET /about", html(`<!doctype html><title>About</title><p>We are invented.</p>`))
		mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintln(w, "Sitemap: /delta-observer/sitemap.xml")
		})
		mux.Handle("GET "+testweb.Feeds[testweb.OutletSitemap], stories)
	})
	host("List Herald", "/news", func(mux *http.ServeMux) {
		var b strings.Builder
		for _, s := range news.Stories(testweb.OutletRSS) {
			fmt.Fprintf(&b, `<li class="item"><h3><a href="/harbour-times/%s">%s</a></h3><time datetime="%s">then</time></li>`, s.Slug, s.Title, s.Published.Format(time.RFC3339))
		}
		mux.HandleFunc("GET /news", html(`<!doctype html><html lang="en"><title>List Herald</title><ul>%s</ul></html>`, b.String()))
	})
	host("JSON Herald", "/feed.json", func(mux *http.ServeMux) {
		mux.HandleFunc("GET /feed.json", func(w http.ResponseWriter, r *http.Request) {
			var items []map[string]string
			for _, s := range news.Stories(testweb.OutletAtom) {
				items = append(items, map[string]string{"id": s.Slug, "url": "http://" + r.Host + "/steppe-courier/" + s.Slug, "title": s.Title, "date_published": s.Published.Format(time.RFC3339)})
			}
			w.Header().Set("Content-Type", "application/feed+json")
			if err := json.NewEncoder(w).Encode(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": "JSON Herald", "items": items}); err != nil {
				t.Error(err)
			}
		})
	})
	return out
}

// TestFiveSourcesInOneStep adds five kinds of source as a new user would: an
// address typed, a look at what it gives, the outlet's name, "Add". All that
// they announce is captured. Then one of them refuses us: within two polls the
// office says so in words, on every page.
func TestFiveSourcesInOneStep(t *testing.T) {
	d := install(t, store.SQLite)
	news := testweb.NewNews(time.Now())
	var blocked atomic.Bool
	addresses := hosts(t, news, &blocked)
	d.start("run")
	d.enter()
	kinds := map[string]string{"Named Feed Herald": "feed", "Atom Herald": "feed", "Robots Herald": "sitemap", "List Herald": "page", "JSON Herald": "feed"}
	for outlet, address := range addresses {
		p := d.submit(d.get(d.office+"/sources"), "address", url.Values{"address": {address}})
		if p.status != http.StatusOK || !strings.Contains(p.text, "What it gives") {
			t.Fatalf("looking at %s: %d\n%s", address, p.status, p.text)
		}
		p = d.submit(p, "licence", url.Values{"outlet": {outlet}})
		if p.status != http.StatusOK || !strings.Contains(p.text, "Added.") {
			t.Fatalf("adding %s as %s: %d\n%s", address, kinds[outlet], p.status, p.text)
		}
	}
	// Two of the outlets carry what two others do, so that the queue shows three outlets' stories.
	stories := len(news.Stories(testweb.OutletRSS)) + len(news.Stories(testweb.OutletAtom)) + len(news.Stories(testweb.OutletSitemap))
	d.until("all that was announced waits", func() bool {
		q := d.get(d.office + "/").text // a line a story; a copy that waits stands in its line
		return strings.Count(q, `<li id="i-rdk_a_`) == stories && strings.Count(q, "1 copy") == len(addresses)*len(news.Stories(testweb.OutletRSS))-stories
	})

	blocked.Store(true)
	for _, source := range d.get(d.office + "/sources").links("/sources/rdk_s_") {
		if p := d.get(source); strings.Contains(p.text, "Atom Herald") {
			d.submit(p, "do=poll", nil)
			d.until("it is said that it is blocked", func() bool { return strings.Contains(d.get(source).text, "blocked: 1 try in a row") })
			d.submit(d.get(source), "do=poll", nil)
			d.until("editors are told on every page", func() bool { return strings.Contains(d.get(d.office+"/posts").text, `class="alarms"`) })
			if p := d.get(d.office + "/sources"); !strings.Contains(p.text, "1 source needs a look") || !strings.Contains(p.text, "refuses to show this to us (403)") {
				t.Errorf("the office does not say what is wrong:\n%s", p.text)
			}
			return
		}
	}
	t.Error("Atom Herald is not in the list")
}
