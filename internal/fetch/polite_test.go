package fetch

import (
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"rightsdesk/internal/fault"
)

// clock is a time that a test moves by hand.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time      { return time.Unix(c.at.Load(), 0).UTC() }
func (c *clock) add(d time.Duration) { c.at.Add(int64(d / time.Second)) }

func TestRobots(t *testing.T) {
	var asked atomic.Int64
	var status atomic.Int64
	url := server(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			asked.Add(1)
			if s := status.Load(); s != 0 {
				w.WriteHeader(int(s))
				return
			}
			io.WriteString(w, "User-agent: *\nDisallow: /\n\nUser-agent: Rightsdesk\nDisallow: /private\nDisallow: /*?print=\n")
		case "/leads":
			http.Redirect(w, r, "/private/y", http.StatusFound)
		}
	})
	now := &clock{}
	now.add(400 * 24 * time.Hour)
	c := client(t, func(o *Options) { o.Robots, o.Now = true, now.now })
	for path, allowed := range map[string]bool{"/open": true, "/private/x": false, "/open?print=1": false, "/leads": false} {
		if _, err := c.Get(t.Context(), Request{URL: url + path}); fault.Is(err, fault.Forbidden) == allowed || allowed && err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if asked.Load() != 1 {
		t.Errorf("robots.txt was asked for %d times", asked.Load())
	}
	// A day later it is asked for again; while it cannot be read the old one holds.
	now.add(25 * time.Hour)
	status.Store(http.StatusServiceUnavailable)
	if _, err := c.Get(t.Context(), Request{URL: url + "/private/x"}); !fault.Is(err, fault.Forbidden) || asked.Load() != 2 {
		t.Errorf("%v, asked %d times", err, asked.Load())
	}
	now.add(60 * 24 * time.Hour)
	if _, err := c.Get(t.Context(), Request{URL: url + "/open"}); !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Words(err), "robots.txt") {
		t.Errorf("a host that does not say what it allows: %v", err)
	}
	status.Store(http.StatusNotFound)
	if _, err := c.Get(t.Context(), Request{URL: url + "/private/x"}); err != nil {
		t.Errorf("a host without rules: %v", err)
	}
}

func TestRobotsThatIsNone(t *testing.T) {
	for name, answer := range map[string]string{
		"a web page": "<!DOCTYPE html><p>User-agent: *\nDisallow: /</p>", "too long": "User-agent: *\n" + strings.Repeat("Allow: /x\n", maxRobots) + "Disallow: /",
	} {
		url := server(t, func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, answer) })
		c := client(t, func(o *Options) { o.Robots, o.MaxBytes = true, 16<<20 })
		if _, err := c.Get(t.Context(), Request{URL: url + "/a"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRetryAfter: a host that asks to be left alone is, for other addresses of
// it too, and the answer says until when.
func TestRetryAfter(t *testing.T) {
	var asked atomic.Int64
	now := &clock{}
	now.add(400 * 24 * time.Hour)
	url := server(t, func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) > 1 {
			return
		}
		w.Header().Set("Retry-After", now.now().Add(2*time.Hour).Format(http.TimeFormat))
		w.WriteHeader(http.StatusTooManyRequests)
	})
	c := client(t, func(o *Options) { o.Now = now.now })
	want := now.now().Add(2 * time.Hour)
	for range 2 {
		r, err := c.Get(t.Context(), Request{URL: url})
		if !fault.Is(err, fault.Unavailable) || r == nil || !r.RetryAfter.Equal(want) || asked.Load() != 1 {
			t.Errorf("%+v, %v, asked %d times", r, err, asked.Load())
		}
	}
	now.add(3 * time.Hour)
	if _, err := c.Get(t.Context(), Request{URL: url}); err != nil {
		t.Error(err)
	}
}

func TestRetryAfterForms(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]time.Duration{
		"": 0, "120": 2 * time.Minute, " 5 ": 5 * time.Second, "-5": 0, "soon": 0, "99999999999999": longestRetry, "99999999999999999999999": 0,
		"Mon, 23 Nov 2026 13:00:00 GMT": time.Hour, "Mon, 23 Nov 2020 13:00:00 GMT": 0, "Mon, 23 Nov 2099 13:00:00 GMT": longestRetry,
	} {
		got := retryAfter(in, now)
		if want == 0 && !got.IsZero() || want != 0 && !got.Equal(now.Add(want)) {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// TestSpacing runs on synctest's clock: ten requests to one host begin five
// seconds apart, and another host does not wait for them.
func TestSpacing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := spacing{next: map[string]time.Time{}}
		begin := time.Now()
		until := begin.Add(time.Minute)
		for i := range 10 {
			if _, err := s.wait(t.Context(), "a", 5*time.Second, until, time.Now); err != nil || time.Since(begin) != time.Duration(i)*5*time.Second {
				t.Fatalf("request %d after %v: %v", i, time.Since(begin), err)
			}
		}
		at := time.Now()
		if _, err := s.wait(t.Context(), "b", 5*time.Second, until, time.Now); err != nil || !time.Now().Equal(at) {
			t.Error("another host waits:", err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := s.wait(ctx, "a", 5*time.Second, until, time.Now); !errors.Is(err, context.Canceled) {
			t.Errorf("a stop is waited through: %v", err)
		}
		s.rest("a", time.Now().Add(time.Hour))
		if retry, err := s.wait(t.Context(), "a", 5*time.Second, until, time.Now); !fault.Is(err, fault.Unavailable) || !retry.Equal(time.Now().Add(time.Hour)) {
			t.Errorf("%v, %v", retry, err)
		}
	})
}

// TestComeLater: who cannot be served soon is told when to come, each after the
// one before, and a host that is free makes nobody come later.
func TestComeLater(t *testing.T) {
	s := spacing{next: map[string]time.Time{}}
	at := time.Unix(1e9, 0)
	if came := s.later("a", at, 5*time.Second); !came.IsZero() {
		t.Errorf("a free host says %v", came)
	}
	s.take("a", at, 5*time.Second, at.Add(time.Hour))
	for i := range 3 {
		if came, want := s.later("a", at, 5*time.Second), at.Add(time.Duration(i+1)*5*time.Second); !came.Equal(want) {
			t.Errorf("caller %d is told %v, want %v", i, came, want)
		}
	}
	if came := s.later("b", at, 5*time.Second); !came.IsZero() {
		t.Errorf("another host says %v", came)
	}
	if came := s.later("a", at.Add(4*time.Second), 5*time.Second); !came.IsZero() {
		t.Errorf("a turn in a second is not waited for: %v", came)
	}
}

func TestSpacingForgets(t *testing.T) {
	s := spacing{next: map[string]time.Time{}}
	at := time.Unix(1e9, 0)
	for i := range manyHosts + 10 {
		s.take(fmt.Sprint(i), at.Add(time.Duration(i)*time.Hour), time.Minute, at.Add(1e6*time.Hour))
	}
	if len(s.next) > manyHosts/2 {
		t.Errorf("%d hosts are remembered", len(s.next))
	}
}

func TestPackedBodies(t *testing.T) {
	url := server(t, func(w http.ResponseWriter, r *http.Request) {
		kind := strings.TrimPrefix(r.URL.Path, "/")
		w.Header().Set("Content-Encoding", kind)
		var z io.WriteCloser
		switch kind {
		case "gzip":
			z = gzip.NewWriter(w)
		case "deflate":
			z = zlib.NewWriter(w)
		default:
			io.WriteString(w, "hello")
			return
		}
		io.WriteString(z, "hello")
		z.Close()
	})
	c := client(t, nil)
	for _, kind := range []string{"gzip", "deflate", "identity"} {
		if r, err := c.Get(t.Context(), Request{URL: url + "/" + kind}); err != nil || string(r.Body) != "hello" {
			t.Errorf("%s: %+v, %v", kind, r, err)
		}
	}
	empty := server(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "gzip") })
	if r, err := c.Get(t.Context(), Request{URL: empty}); err != nil || len(r.Body) != 0 {
		t.Errorf("empty: %+v, %v", r, err)
	}
}

// TestStop: a fetch that is broken off says nothing bad about the host.
func TestStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	url := server(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := client(t, nil).Get(ctx, Request{URL: url}); !errors.Is(err, context.Canceled) || fault.Of(err) != fault.Internal {
		t.Error(err)
	}
}
