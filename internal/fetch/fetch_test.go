package fetch

import (
	"bytes"
	"compress/gzip"
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
	mux.HandleFunc("/pingpong", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/ping", http.StatusFound) })
	mux.HandleFunc("/ping", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/pingpong", http.StatusFound) })
	mux.HandleFunc("/forever", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/forever?"+r.URL.RawQuery+"x", http.StatusFound)
	})
	mux.HandleFunc("/nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) })
	mux.HandleFunc("/metadata", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 64<<10)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/hollow", func(w http.ResponseWriter, r *http.Request) { // gzip that unpacks to nothing, without end
		var member bytes.Buffer
		if err := gzip.NewWriter(&member).Close(); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Encoding", "gzip")
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat(member.Bytes(), 1000)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/announced", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "99999999999") })
	mux.HandleFunc("/nogzip", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		io.WriteString(w, "plain text all the same")
	})
	mux.HandleFunc("/brotli", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		io.WriteString(w, "?")
	})
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/unchanged", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	mux.HandleFunc("/login", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) })
	url := server(t, mux.ServeHTTP)
	patient := client(t, func(o *Options) { o.Timeout = time.Minute })
	hasty := client(t, func(o *Options) { o.Timeout = 300 * time.Millisecond })
	host := strings.TrimPrefix(url, "http://")
	for path, c2 := range map[string]struct {
		kind  fault.Kind
		words string
	}{
		"/circle": {fault.Invalid, "circle"}, "/inside": {fault.Forbidden, "private network"}, "/file": {fault.Invalid, "no web address"},
		"/drip": {fault.Unavailable, "in time"}, "/bomb": {fault.Invalid, "more than 1 MB"}, "/headers": {fault.Unavailable, "failed"},
		"/short": {fault.Unavailable, "failed"}, "/gone": {fault.Gone, "gone"}, "/nothing": {fault.NotFound, "404"},
		"/pingpong": {fault.Invalid, "circle"}, "/forever": {fault.Invalid, "circle"}, "/nowhere": {fault.Unavailable, "where to"}, "/metadata": {fault.Forbidden, "private network"},
		"/endless": {fault.Invalid, "more than 1 MB"}, "/hollow": {fault.Invalid, "more than 1 MB"}, "/announced": {fault.Invalid, "more than 1 MB"},
		"/nogzip": {fault.Unavailable, "unpacked"}, "/brotli": {fault.Unavailable, "nobody asked"}, "/silent": {fault.Unavailable, "in time"},
		"/unchanged": {fault.Unavailable, "304"}, "/broken": {fault.Unavailable, "500"}, "/login": {fault.Forbidden, "log-in"},
	} {
		c := patient
		if path == "/drip" || path == "/silent" {
			c = hasty
		}
		_, err := c.Get(t.Context(), Request{URL: url + path})
		if words := fault.Words(err); !fault.Is(err, c2.kind) || !strings.Contains(words, c2.words) || c2.kind != fault.Forbidden && path != "/file" && !strings.Contains(words, host) {
			t.Errorf("%s: %v (%v)", path, err, fault.Of(err))
		}
	}
}

func TestPrivateAddresses(t *testing.T) {
	check := guard(false)
	for _, address := range []string{
		"127.0.0.1:80", "[::1]:80", "10.1.2.3:443", "172.16.0.1:80", "192.168.1.1:80", "169.254.169.254:80", "100.64.0.1:80", "198.18.0.1:80",
		"240.0.0.1:80", "0.0.0.0:80", "[fe80::1]:80", "[fc00::1]:80", "[2001::1]:80", "[ff02::1]:80", "[::]:80", "192.0.0.8:80", "192.88.99.1:80", "224.0.0.1:80", "203.0.113.5:80", "198.19.255.255:443", "[::ffff:127.0.0.1]:80", "[64:ff9b::7f00:1]:80", "[64:ff9b:1::1]:80", "[2002:7f00:1::]:80",
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
	for _, address := range []string{"93.184.216.34:443", "8.8.8.8:80", "[2606:2800:220:1::1]:443"} {
		network := "tcp4"
		if strings.HasPrefix(address, "[") {
			network = "tcp6"
		}
		if err := check(network, address, nil); err != nil {
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
