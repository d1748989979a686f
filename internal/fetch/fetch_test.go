package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

func client(t *testing.T, change func(*Options)) *Client {
	t.Helper()
	opt := Options{UserAgent: "rightsdesk/test", AllowLoopback: true, Now: time.Now, Timeout: 2 * time.Second, MaxBytes: 1 << 20}
	if change != nil {
		change(&opt)
	}
	return New(opt)
}

func server(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func TestGet(t *testing.T) {
	var agent atomic.Value
	url := server(t, func(w http.ResponseWriter, r *http.Request) {
		agent.Store(r.UserAgent())
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
			return
		}
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "hello")
	})
	c := client(t, nil)
	r, err := c.Get(t.Context(), Request{URL: url + "/old"})
	if err != nil || string(r.Body) != "hello" || r.FinalURL != url+"/new" || r.ETag != `"1"` || r.MediaType != "text/html; charset=utf-8" || agent.Load() != "rightsdesk/test" {
		t.Errorf("%+v, %v, %v", r, err, agent.Load())
	}
	if r, err = c.Get(t.Context(), Request{URL: url + "/new", ETag: `"1"`}); err != nil || r.Status != http.StatusNotModified || len(r.Body) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestBadServers(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, "."); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			time.Sleep(50 * time.Millisecond)
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(make([]byte, 64<<20))
		z.Close()
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(b.Bytes())
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, r *http.Request) {
		for i := range 2000 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("x", 1000))
		}
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "less")
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	url := server(t, mux.ServeHTTP)
	c := client(t, func(o *Options) { o.Timeout = 700 * time.Millisecond })
	for path, c2 := range map[string]struct {
		kind  fault.Kind
		words string
	}{
		"/circle": {fault.Invalid, "circle"}, "/inside": {fault.Forbidden, "private network"}, "/file": {fault.Invalid, "no web address"},
		"/drip": {fault.Unavailable, "in time"}, "/bomb": {fault.Invalid, "more than 1 MB"}, "/headers": {fault.Unavailable, "failed"},
		"/short": {fault.Unavailable, "failed"}, "/gone": {fault.Gone, "gone"}, "/nothing": {fault.NotFound, "404"}, "/busy": {fault.Unavailable, "less often"},
	} {
		r, err := c.Get(t.Context(), Request{URL: url + path})
		if !fault.Is(err, c2.kind) || !strings.Contains(fault.Words(err), c2.words) {
			t.Errorf("%s: %v (%v)", path, err, fault.Of(err))
		}
		if path == "/busy" && (r == nil || r.RetryAfter.Before(time.Now().Add(100*time.Second))) {
			t.Errorf("Retry-After: %+v", r)
		}
	}
}

func TestPrivateAddresses(t *testing.T) {
	check := guard(false)
	for _, address := range []string{
		"127.0.0.1:80", "[::1]:80", "10.1.2.3:443", "172.16.0.1:80", "192.168.1.1:80", "169.254.169.254:80", "100.64.0.1:80", "198.18.0.1:80",
		"240.0.0.1:80", "0.0.0.0:80", "[fe80::1]:80", "[fc00::1]:80", "[::ffff:127.0.0.1]:80", "[64:ff9b::7f00:1]:80", "[64:ff9b:1::1]:80", "[2002:7f00:1::]:80",
		"93.184.216.34:22", "255.255.255.255:80",
	} {
		network := "tcp4"
		if strings.HasPrefix(address, "[") {
			network = "tcp6"
		}
		if err := check(network, address, nil); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s may be asked: %v", address, err)
		}
	}
	for _, address := range []string{"93.184.216.34:443", "8.8.8.8:80"} {
		if err := check("tcp4", address, nil); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := guard(true)("tcp4", "127.0.0.1:4000", nil); err != nil {
		t.Errorf("loopback for tests: %v", err)
	}
	// A name that resolves to loopback is caught when the connection is made.
	url := server(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "inside") })
	c := client(t, func(o *Options) { o.AllowLoopback = false })
	if _, err := c.Get(t.Context(), Request{URL: strings.Replace(url, "127.0.0.1", "localhost", 1)}); !fault.Is(err, fault.Forbidden) {
		t.Errorf("localhost: %v", err)
	}
}

func TestAddresses(t *testing.T) {
	c := client(t, nil)
	for _, u := range []string{"", "ftp://example.org/", "https://", "javascript:alert(1)", "https://user:pw@example.org/", "://"} {
		if _, err := c.Get(t.Context(), Request{URL: u}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", u, err)
		}
	}
}

func TestRobots(t *testing.T) {
	var asked atomic.Int64
	url := server(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			asked.Add(1)
			io.WriteString(w, "User-agent: *\nDisallow: /private\n")
		}
	})
	c := client(t, func(o *Options) { o.Robots = true })
	if _, err := c.Get(t.Context(), Request{URL: url + "/open"}); err != nil {
		t.Error(err)
	}
	if _, err := c.Get(t.Context(), Request{URL: url + "/private/x"}); !fault.Is(err, fault.Forbidden) {
		t.Error(err)
	}
	if asked.Load() != 1 {
		t.Errorf("robots.txt was asked for %d times", asked.Load())
	}
}

func TestSpacing(t *testing.T) {
	now := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	s := spacing{next: map[string]time.Time{}}
	clock := func() time.Time { return now }
	if err := s.wait(t.Context(), "a", time.Hour, clock); err != nil {
		t.Fatal(err)
	}
	if err := s.wait(t.Context(), "b", time.Hour, clock); err != nil {
		t.Fatal("another host must not wait:", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.wait(ctx, "a", time.Hour, clock); !errors.Is(err, context.Canceled) {
		t.Errorf("the second request did not wait: %v", err)
	}
	now = now.Add(3 * time.Hour)
	if err := s.wait(t.Context(), "a", time.Hour, clock); err != nil {
		t.Fatal(err)
	}
}
