package web

import (
	"bytes"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestPanicBecomesAnErrorOfOurs(t *testing.T) {
	var out bytes.Buffer
	h := shell(&out, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("the secret") }))
	w := get(t, h, "/")
	if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), "wrong on our side") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(out.String(), "the secret") || !strings.Contains(out.String(), "shell_test.go") {
		t.Errorf("the log has no cause and place: %s", &out)
	}
}

func TestPanicAfterTheFirstByteBreaksTheConnection(t *testing.T) {
	h := shell(io.Discard, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if _, err := io.WriteString(w, "half a page"); err != nil {
			t.Error(err)
		}
		panic("late")
	}))
	defer func() {
		if p := recover(); p != http.ErrAbortHandler {
			t.Errorf("recovered %v", p)
		}
	}()
	get(t, h, "/")
}

func TestLogKnowsNobody(t *testing.T) {
	var out bytes.Buffer
	mux := http.NewServeMux()
	mux.HandleFunc("GET /preferences/{word}", page("hello"))
	r := httptest.NewRequest(http.MethodGet, "/preferences/CAPABILITYWORD?q=QUERY", nil)
	r.RemoteAddr = "203.0.113.77:1234"
	r.Header.Set("X-Forwarded-For", "198.51.100.9")
	r.Header.Set("User-Agent", "AGENT")
	shell(&out, mux).ServeHTTP(httptest.NewRecorder(), r)
	line := out.String()
	for _, no := range []string{"CAPABILITYWORD", "QUERY", "203.0.113", "198.51.100", "AGENT"} {
		if strings.Contains(line, no) {
			t.Errorf("the log has %s: %s", no, line)
		}
	}
	for _, want := range []string{`pattern="GET /preferences/{word}"`, "status=200", "bytes=5", "method=GET"} {
		if !strings.Contains(line, want) {
			t.Errorf("the log lacks %s: %s", want, line)
		}
	}
}

func TestLogShowsWhatFailed(t *testing.T) {
	var out bytes.Buffer
	r := httptest.NewRequest("WHO-IS-THERE", "/", nil)
	shell(&out, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { Unready(w, "x") })).ServeHTTP(httptest.NewRecorder(), r)
	if line := out.String(); !strings.Contains(line, "level=WARN") || !strings.Contains(line, "status=503") || strings.Contains(line, "WHO-IS") {
		t.Error(line)
	}
}

func post(h http.Handler, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFormsFromOtherOrigins(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /subscribe", page("done"))
	mux.HandleFunc("POST /leave/{word}", page("left"))
	h := shell(io.Discard, mux)
	for name, c := range map[string]struct {
		path    string
		headers []string
		want    int
	}{
		"own form":                    {"/subscribe", []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://example.com"}, 200},
		"own form without Sec-Fetch":  {"/subscribe", []string{"Origin", "http://example.com"}, 200},
		"foreign form":                {"/subscribe", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 403},
		"foreign form, old browser":   {"/subscribe", []string{"Origin", "https://evil.example"}, 403},
		"one click of a provider":     {"/leave/abc", nil, 200},
		"one click inside a web mail": {"/leave/abc", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://mail.example"}, 200},
	} {
		if w := post(h, c.path, "a=b", c.headers...); w.Code != c.want {
			t.Errorf("%s: %d, want %d", name, w.Code, c.want)
		}
	}
}

func TestBodyLimit(t *testing.T) {
	h := shell(io.Discard, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := r.ParseForm()
		w.WriteHeader(map[bool]int{true: 200, false: Status(err)}[err == nil])
	}))
	if w := post(h, "/", "a="+strings.Repeat("x", 62)); w.Code != 200 {
		t.Errorf("64 bytes: %d", w.Code)
	}
	if w := post(h, "/", "a="+strings.Repeat("x", 63)); w.Code != 413 {
		t.Errorf("65 bytes: %d", w.Code)
	}
}

func TestServerLogsNoAddresses(t *testing.T) {
	var out bytes.Buffer
	old, oldFlags := slog.Default(), log.Flags()
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	t.Cleanup(func() { slog.SetDefault(old); log.SetFlags(oldFlags) })
	srv := NewServer(":0", http.NotFoundHandler())
	for _, who := range []string{"203.0.113.7:51234", "[2001:db8::7]:443", "[fe80::1%eth0]:8080"} {
		srv.ErrorLog.Printf("http: TLS handshake error from %s: EOF", who)
	}
	if got := out.String(); strings.Count(got, "error from a client: EOF") != 3 || strings.Contains(got, "203.0") || strings.Contains(got, "db8") || strings.Contains(got, "fe80") {
		t.Error(got)
	}
	if srv.ReadHeaderTimeout == 0 || srv.ReadTimeout == 0 || srv.WriteTimeout == 0 || srv.IdleTimeout == 0 || srv.MaxHeaderBytes == 0 {
		t.Errorf("a limit is missing: %+v", srv)
	}
}
