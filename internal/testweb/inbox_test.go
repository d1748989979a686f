package testweb

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func inboxWith(raw ...string) *Relay {
	r := &Relay{news: make(chan struct{})}
	for _, text := range raw {
		r.taken++
		r.keep(readMail(r.taken, "desk@example.org", "a@example.org", []byte(strings.ReplaceAll(text, "\n", "\r\n")), noon))
	}
	return r
}

func call(t *testing.T, r *Relay, method, path string) (int, string, http.Header) {
	t.Helper()
	w := httptest.NewRecorder()
	r.InboxHandler().ServeHTTP(w, httptest.NewRequest(method, path, nil))
	return w.Code, w.Body.String(), w.Header()
}

const evil = "From: x@example.org\nSubject: <script>alert(1)</script>\nContent-Type: text/html; charset=utf-8\n\n<html><head></head><body><a href=\"http://127.0.0.1/a\">link</a>\"><script>alert(2)</script><img src=\"http://elsewhere.example/pixel\"></body></html>\n"

func TestInboxList(t *testing.T) {
	if _, body, _ := call(t, inboxWith(), "GET", "/"); !strings.Contains(body, "No mail has come in yet") {
		t.Error("an empty inbox does not say so")
	}
	code, body, h := call(t, inboxWith("Subject: first\n\nx\n", evil), "GET", "/")
	if code != 200 || strings.Index(body, ">first<") < strings.Index(body, "alert(1)") {
		t.Errorf("%d, or not newest first:\n%s", code, body)
	}
	if strings.Contains(body, "<script") || !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") {
		t.Error("a mail's subject can run a script")
	}
	if strings.Count(body, "<style>") != 1 || strings.Contains(body, "http") {
		t.Error("the page has more than its one style block, or loads something")
	}
}

func TestInboxShowsAMailInItsCage(t *testing.T) {
	code, body, _ := call(t, inboxWith(evil), "GET", "/mail/1")
	page, err := html.Parse(strings.NewReader(body))
	if code != 200 || err != nil {
		t.Fatal(code, err)
	}
	var frames int
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img":
			t.Errorf("<%s> outside of the frame", n.Data)
		case "iframe":
			frames++
			a := map[string]string{}
			for _, at := range n.Attr {
				a[at.Key] = at.Val
			}
			if a["sandbox"] != "allow-popups allow-popups-to-escape-sandbox" || !strings.Contains(a["srcdoc"], `<base target="_blank">`) || !strings.Contains(a["srcdoc"], "link</a>") {
				t.Errorf("frame: %v", a)
			}
		}
	}
	if frames != 1 {
		t.Errorf("%d frames", frames)
	}
}

func TestInboxText(t *testing.T) {
	r := inboxWith("Subject: s\nContent-Type: text/plain; charset=utf-8\n\nSee http://127.0.0.1/a?b=1&c=2 and http://127.0.0.1/a <b>\n")
	_, body, _ := call(t, r, "GET", "/mail/1")
	want := `See <a href="http://127.0.0.1/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">http://127.0.0.1/a?b=1&amp;c=2</a> and <a href="http://127.0.0.1/a" target="_blank" rel="noopener noreferrer">http://127.0.0.1/a</a> &lt;b&gt;`
	if !strings.Contains(body, want) {
		t.Errorf("no links in\n%s", body)
	}
	if _, source, h := call(t, r, "GET", "/mail/1/source"); !strings.HasPrefix(source, "Subject: s\r\n") || h.Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Errorf("source %q as %s", source, h.Get("Content-Type"))
	}
	for _, path := range []string{"/mail/2", "/mail/x", "/mail/2/source"} {
		if code, body, _ := call(t, r, "GET", path); code != 404 || !strings.Contains(body, "There is no such mail") {
			t.Errorf("%s: %d", path, code)
		}
	}
}

func TestOneClick(t *testing.T) {
	var got string
	answer := http.StatusOK
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		b, _ := io.ReadAll(req.Body)
		got = req.Method + " " + req.URL.Path + " " + string(b)
		w.WriteHeader(answer)
	}))
	defer site.Close()
	r := inboxWith("List-Unsubscribe: <"+site.URL+"/leave/w>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nx\n",
		"List-Unsubscribe: <https://example.org/leave/w>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nx\n", "Subject: none\n\nx\n")
	if _, body, _ := call(t, r, "POST", "/mail/1/leave"); got != "POST /leave/w List-Unsubscribe=One-Click" || !strings.Contains(body, "this reader has left") {
		t.Errorf("%s\n%s", got, body)
	}
	answer = http.StatusForbidden
	if _, body, _ := call(t, r, "POST", "/mail/1/leave"); !strings.Contains(body, "it answered 403") {
		t.Error("a refusal is not told")
	}
	for _, path := range []string{"/mail/2/leave", "/mail/3/leave"} {
		if _, body, _ := call(t, r, "POST", path); !strings.Contains(body, "not on this machine") {
			t.Errorf("%s asked somebody else", path)
		}
	}
	if code, _, _ := call(t, r, "GET", "/mail/1/leave"); code != http.StatusMethodNotAllowed {
		t.Errorf("GET leaves: %d", code)
	}
}
