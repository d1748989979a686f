package web

import (
	"bytes"
	"html/template"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func renderer(t *testing.T) *Renderer {
	t.Helper()
	r, err := NewRenderer(fstest.MapFS{
		"shared/layout.html": {Data: []byte(`<title>{{.Title}}</title>{{template "body" .}}`)},
		"shared/part.html":   {Data: []byte(`{{define "part"}}<i>{{loud .}}</i>{{end}}`)},
		"one.html":           {Data: []byte(`{{define "body"}}<p>{{.Title}}</p>{{template "part" "x"}}{{end}}`)},
		"two.html":           {Data: []byte(`{{define "body"}}{{.Missing}}{{end}}`)},
	}, template.FuncMap{"loud": strings.ToUpper})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

type titled struct{ Title string }

func TestRender(t *testing.T) {
	r := renderer(t)
	var b bytes.Buffer
	if err := r.Render(&b, "one.html", titled{"a<b"}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != "<title>a&lt;b</title><p>a&lt;b</p><i>X</i>" {
		t.Error(got)
	}
	if got := r.Pages(); !slices.Equal(got, []string{"one.html", "two.html"}) || r.Page("one.html") == nil || r.Page("layout.html") != nil {
		t.Errorf("%q", got)
	}
}

func TestAPageThatFailsSendsNothing(t *testing.T) {
	w := httptest.NewRecorder()
	for _, name := range []string{"two.html", "three.html"} {
		if err := renderer(t).Answer(w, httptest.NewRequest(http.MethodGet, "/", nil), 200, name, titled{"x"}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if w.Body.Len() > 0 || len(w.Header()) > 0 {
			t.Errorf("%s: sent %v %q", name, w.Header(), w.Body)
		}
	}
}

func TestBrokenTemplatesAreRefused(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"nothing shared": {"one.html": {Data: []byte("x")}},
		"broken page":    {"shared/layout.html": {Data: []byte("x")}, "one.html": {Data: []byte("{{if}}")}},
		"broken layout":  {"shared/layout.html": {Data: []byte("{{end}}")}},
	} {
		if _, err := NewRenderer(files, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func statics(t *testing.T, css string) *Static {
	t.Helper()
	s, err := NewStatic(fstest.MapFS{"style.css": {Data: []byte(css)}, "mark.svg": {Data: []byte("<svg/>")}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStaticNamesChangeWithTheirContent(t *testing.T) {
	a, err := statics(t, "a{}").Address("style.css")
	b, err2 := statics(t, "b{}").Address("style.css")
	if err != nil || err2 != nil || a == b || !strings.HasPrefix(a, "/static/style.") || !strings.HasSuffix(a, ".css") {
		t.Fatalf("%q %q %v %v", a, b, err, err2)
	}
	if _, err := statics(t, "").Address("none.css"); err == nil {
		t.Error("a file that is not there has an address")
	}
	if _, err := NewStatic(fstest.MapFS{"run.exe": {}}); err == nil {
		t.Error("a file of no known kind is served")
	}
}

func TestStaticServes(t *testing.T) {
	s := statics(t, "a{}")
	address, err := s.Address("style.css")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]struct{ cache, body string }{
		address:                     {"immutable", "a{}"},
		"/static/style.0123456.css": {"max-age=60", "a{}"}, // a page of another version
		"/static/style.css":         {"max-age=60", "a{}"},
		"/static/none.0123456.css":  {"", ""},
		"/static/":                  {"", ""},
		"/static/../web.go":         {"", ""},
	} {
		w := httptest.NewRecorder()
		found, err := s.Serve(w, httptest.NewRequest(http.MethodGet, path, nil))
		if err != nil || found != (want.body != "") || w.Body.String() != want.body || !strings.Contains(w.Header().Get("Cache-Control"), want.cache) {
			t.Errorf("%s: %v %v %q %v", path, found, err, w.Body, w.Header())
		}
	}
}
