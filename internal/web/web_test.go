package web

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

var begun = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func get(t *testing.T, h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// shell wraps a mux in a shell that logs to out and answers errors barely.
func shell(out io.Writer, mux http.Handler) http.Handler {
	log := slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return Shell{
		Log: log, Now: func() time.Time { return begun }, MaxBody: 64, Open: []string{"POST /leave/{word}"},
		Fail: func(w http.ResponseWriter, r *http.Request, err error) {
			log.Error("failed", "error", err)
			Bare(w, Status(err), fault.Words(err))
		},
	}.Wrap(mux)
}

func page(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		Public(w)
		if err := Send(w, r, http.StatusOK, "text/html; charset=utf-8", []byte(body)); err != nil {
			panic(err)
		}
	}
}

func TestEntityTag(t *testing.T) {
	h := shell(io.Discard, page("hello"))
	first := get(t, h, "/")
	tag := first.Header().Get("ETag")
	if first.Code != 200 || first.Body.String() != "hello" || !strings.HasPrefix(tag, `W/"`) {
		t.Fatalf("%d %q %q", first.Code, first.Body, tag)
	}
	for _, header := range []string{tag, strings.TrimPrefix(tag, "W/"), `"other", ` + tag, "*"} {
		if again := get(t, h, "/", "If-None-Match", header); again.Code != 304 || again.Body.Len() != 0 || again.Header().Get("ETag") != tag {
			t.Errorf("If-None-Match %s: %d %q", header, again.Code, again.Body)
		}
	}
	if other := get(t, h, "/", "If-None-Match", `W/"other"`); other.Code != 200 {
		t.Errorf("another tag: %d", other.Code)
	}
	if changed := get(t, shell(io.Discard, page("hallo")), "/"); changed.Header().Get("ETag") == tag {
		t.Error("another body has the same tag")
	}
}

func TestOnlyGoodAnswersToGetHaveTags(t *testing.T) {
	w := httptest.NewRecorder()
	if err := Send(w, httptest.NewRequest(http.MethodPost, "/", nil), 200, "text/plain", []byte("x")); err != nil || w.Header().Get("ETag") != "" {
		t.Errorf("POST: %v %v", err, w.Header())
	}
	w = httptest.NewRecorder()
	if err := Send(w, httptest.NewRequest(http.MethodGet, "/", nil), 404, "text/plain", []byte("x")); err != nil || w.Header().Get("ETag") != "" {
		t.Errorf("404: %v %v", err, w.Header())
	}
}

func TestHeaders(t *testing.T) {
	h := get(t, shell(io.Discard, page("x")), "/").Header()
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "max-age=60",
	} {
		if !strings.Contains(h.Get(name), want) {
			t.Errorf("%s: %q", name, h.Get(name))
		}
	}
	if strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
		t.Error("the policy lets unsafe things in")
	}
}

func TestCompression(t *testing.T) {
	body := strings.Repeat("one sentence like another. ", 400)
	plain := get(t, shell(io.Discard, page(body)), "/")
	packed := get(t, shell(io.Discard, page(body)), "/", "Accept-Encoding", "gzip, zstd, br")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() > len(body)/10 {
		t.Fatalf("%v, %d bytes", packed.Header(), packed.Body.Len())
	}
	if packed.Header().Get("ETag") != plain.Header().Get("ETag") || !strings.Contains(packed.Header().Get("Vary"), "Accept-Encoding") {
		t.Errorf("%v", packed.Header())
	}
	r, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(r); err != nil || string(b) != body {
		t.Errorf("%v, %d bytes", err, len(b))
	}
}

func TestStatusOfEveryKind(t *testing.T) {
	for kind := fault.Internal; kind <= fault.Unavailable; kind++ {
		if Status(fault.New(kind, "x")) < 400 {
			t.Errorf("%v has no status", kind)
		}
	}
	for want, err := range map[int]error{
		404: fmt.Errorf("open: %w", fault.New(fault.NotFound, "x")), 410: fault.New(fault.Gone, "x"), 422: fault.New(fault.Invalid, "x"),
		500: errors.New("x"), 503: fault.New(fault.Unavailable, "x"), 429: fmt.Errorf("send: %w", Busy),
		413: fault.Wrap(fault.Invalid, &http.MaxBytesError{Limit: 1}, "x"),
	} {
		if got := Status(err); got != want {
			t.Errorf("%v: %d, want %d", err, got, want)
		}
	}
}

func TestUnready(t *testing.T) {
	w := httptest.NewRecorder()
	Unready(w, "Come <b>later</b>.")
	if w.Code != 503 || !strings.Contains(w.Body.String(), "Come &lt;b&gt;later&lt;/b&gt;.") || w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("Content-Security-Policy") == "" {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
}
