package story

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rightsdesk/internal/fault"
)

// fake is a demo that notes what it was asked to do.
type fake struct {
	state State
	did   []string
	err   error
	left  error // what an act saw of a browser that had left
}

func (f *fake) State(context.Context) (State, error) { return f.state, nil }
func (f *fake) Arrive(context.Context) error         { f.did = append(f.did, "arrive"); return f.err }
func (f *fake) Publish(ctx context.Context) error {
	f.did, f.left = append(f.did, "publish"), ctx.Err()
	return f.err
}
func (f *fake) Reset(context.Context) error { f.did = append(f.did, "reset"); return f.err }
func (f *fake) Enter(context.Context) (*http.Cookie, error) {
	return &http.Cookie{Name: "rightsdesk", Value: "token", Path: "/"}, f.err
}

func (f *fake) ask(method, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	New(f, time.Now, slog.New(slog.NewTextHandler(io.Discard, nil))).ServeHTTP(w, r)
	return w
}

var links = Links{Site: "http://127.0.0.1:1", Office: "http://127.0.0.1:2", News: "http://127.0.0.1:3", Inbox: "http://127.0.0.1:4", Name: "editor", Password: "secret-word"}

// stages are the states of a post's way, each with what the page says then and
// the forms that it offers besides reset and office.
var stages = map[string]struct {
	state State
	says  []string
	forms string
}{
	"starting": {State{Starting: true}, []string{"The desk is starting"}, ""},
	"before":   {State{}, []string{"In a moment a post arrives"}, "/arrive"},
	"captured": {State{Number: 1, SHA256: "ab12", Size: 1545, Leaf: 96}, []string{"ab12", "1,545 bytes", "leaf 96", "is being read"}, ""},
	"waiting": {waiting(State{}), []string{"Post 2 waits for you", "Sample Wire", "24 November 2026", "Mara Exemplar", "Powered By",
		`<mark class="claim first cue">As many as</mark>`, `<mark class="claim last place" title="North Korea">North Koreans</mark>`, "North Korea</mark> <small>41 %"}, "/publish /office"},
	"on its way": {waiting(State{Public: true, Title: "A <b>title</b>", By: "editor"}), []string{"on its way", "A &lt;b&gt;title", "by editor"}, ""},
	"there": {waiting(State{Public: true, Title: "T", MailAfter: 1250 * time.Millisecond, Inbox: Window{Lit: true, Lines: []Line{{Text: "The mail", Link: "http://127.0.0.1:4/mail/1", New: true}}}}),
		[]string{"in the mail box 1.2 s later", "The mail is here", `class="new"`}, "/arrive"},
	"published in the office": {waiting(State{Public: true, Unsent: true, Title: "T"}), []string{"No mail about it has gone out"}, "/publish"},
	"sent by the office":      {waiting(State{Public: true, Title: "T", Inbox: Window{Lit: true}}), []string{"in the mail box."}, "/arrive"},
	"refused":                 {waiting(State{Refused: true}), []string{"Decided in the office"}, "/arrive"},
}

func waiting(s State) State {
	s.Number, s.ID, s.SHA256, s.Read, s.Outlet, s.Published, s.Byline = 2, "rdk_a_1", "ab12", true, "Sample Wire", "2026-11-24", "Mara Exemplar"
	s.Waiting = !s.Public && !s.Refused
	s.Removed = []string{"HTML Snippets Powered By :"}
	s.About = []Territory{{Name: "North Korea", Score: .41}}
	s.Paragraphs = [][]Piece{{{Text: "As many as", Claim: true, First: true, Cue: true}, {Text: "North Koreans", Claim: true, Last: true, Place: "North Korea"}}}
	return s
}

// TestPage renders every state: it says what is so, offers what can be done and
// no more, and has one main heading.
func TestPage(t *testing.T) {
	for name, c := range stages {
		f := &fake{state: c.state}
		f.state.Links = links
		w := f.ask("GET", "/", "")
		body := w.Body.String()
		for _, want := range append(c.says, "secret-word") {
			if !strings.Contains(body, want) {
				t.Errorf("%s: the page does not say %q", name, want)
			}
		}
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		var forms []string
		headings := 0
		for n := range root.Descendants() {
			switch n.Data {
			case "h1":
				headings++
			case "form":
				forms = append(forms, value(n, "action"))
			}
		}
		want := strings.Join(strings.Fields("/office "+c.forms+" /reset"), " ")
		if got := strings.Join(forms, " "); got != want || headings != 1 {
			t.Errorf("%s: forms %s, want %s; %d main headings", name, got, want, headings)
		}
		if steps := f.ask("GET", "/steps", ""); steps.Code != 200 || !strings.Contains(body, strings.TrimSpace(steps.Body.String())) {
			t.Errorf("%s: the steps alone are not those of the page", name)
		}
	}
}

func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// TestScriptKnowsThePage holds that the script looks for parts that are there.
func TestScriptKnowsThePage(t *testing.T) {
	script, err := staticFiles.ReadFile("static/story.js")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(script), "const parts = [")
	list, _, _ = strings.Cut(list, "]")
	body := (&fake{state: State{Links: links}}).ask("GET", "/", "").Body.String()
	parts := strings.Split(strings.ReplaceAll(list, `"`, ""), ", ")
	for _, id := range append(parts, "steps", "told", "now") {
		if strings.Count(body, `id="`+id+`"`) != 1 {
			t.Errorf("the page has no part %q", id)
		}
	}
	if len(parts) != 9 {
		t.Errorf("the script knows %d parts", len(parts))
	}
}

func TestActs(t *testing.T) {
	for path, want := range map[string]string{"/arrive": "arrive", "/publish": "publish", "/reset": "reset"} {
		f := &fake{}
		if w := f.ask("POST", path, ""); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/" || len(f.did) != 1 || f.did[0] != want {
			t.Errorf("%s: %d, did %q", path, w.Code, f.did)
		}
		f.err = fault.New(fault.Conflict, "not now")
		if w := f.ask("POST", path, ""); w.Code != http.StatusSeeOther {
			t.Errorf("%s from an old page: %d", path, w.Code)
		}
		f.err = fault.New(fault.Unavailable, "the disk is full")
		if w := f.ask("POST", path, ""); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "disk is full") {
			t.Errorf("%s that fails: %d", path, w.Code)
		}
		if w := f.ask("GET", path, ""); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("GET %s: %d", path, w.Code)
		}
	}
}

// TestActsEnd holds that an act is done to its end when the browser leaves.
func TestActsEnd(t *testing.T) {
	f := &fake{}
	ctx, leave := context.WithCancel(t.Context())
	leave()
	r := httptest.NewRequestWithContext(ctx, "POST", "/publish", nil)
	New(f, time.Now, slog.New(slog.NewTextHandler(io.Discard, nil))).ServeHTTP(httptest.NewRecorder(), r)
	if len(f.did) != 1 || f.left != nil {
		t.Errorf("did %q, then %v", f.did, f.left)
	}
}

// TestOffice holds that the way into the office leads there and nowhere else,
// and that the policy lets the form go there.
func TestOffice(t *testing.T) {
	f := &fake{state: State{Links: links}}
	for body, want := range map[string]string{"": links.Office + "/", "article=rdk_a_1": links.Office + "/articles/rdk_a_1", "article=../../x": links.Office + "/articles/..%2F..%2Fx"} {
		w := f.ask("POST", "/office", body)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != want || !strings.HasPrefix(w.Header().Get("Set-Cookie"), "rightsdesk=token; Path=/") {
			t.Errorf("%q: %d %s %s", body, w.Code, w.Header().Get("Location"), w.Header().Get("Set-Cookie"))
		}
	}
	if policy := f.ask("GET", "/", "").Header().Get("Content-Security-Policy"); !strings.Contains(policy, "form-action 'self' "+links.Office+";") {
		t.Errorf("the policy is %s", policy)
	}
	r := httptest.NewRequest("POST", "/publish", nil)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	New(f, time.Now, slog.New(slog.NewTextHandler(io.Discard, nil))).ServeHTTP(w, r)
	if w.Code != http.StatusForbidden || len(f.did) != 0 {
		t.Errorf("another site's form: %d, did %q", w.Code, f.did)
	}
}
