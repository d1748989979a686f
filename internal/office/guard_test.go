package office

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// fill puts an id where a route's pattern has a blank.
var fill = strings.NewReplacer("{id}", "rdk_a_aaaaaaaaaaaaaaaa", "{word}", "word", "{$}", "")

func TestAnonymousReachesNothing(t *testing.T) {
	b := newBench(t)
	b.person("rdk_u_editoreditoredit", "Erin", desk.RoleEditor)
	b.article("rdk_a_aaaaaaaaaaaaaaaa")
	o := &office{}
	for _, rt := range o.table() {
		if rt.who == anyone {
			continue
		}
		method, path, ok := strings.Cut(rt.pattern, " ")
		if !ok {
			method, path = "GET", "/no/such/page"
		}
		path = fill.Replace(path)
		var p page
		if method == "POST" {
			p = b.post(path, url.Values{"verb": {"publish"}})
		} else {
			p = b.get(path)
		}
		if p.status != 200 || !strings.HasPrefix(p.path, "/login") || !strings.Contains(p.raw, `name="password"`) {
			t.Errorf("%s: %d at %s", rt.pattern, p.status, p.path)
		}
		if strings.Contains(p.raw, "Invented") {
			t.Errorf("%s tells a stranger something", rt.pattern)
		}
	}
	if len(b.store.decisions) != 0 {
		t.Errorf("a stranger decided: %+v", b.store.decisions)
	}
}

func TestOtherOriginsAreRefused(t *testing.T) {
	b := editor(t)
	b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.store.paused = true
	o := &office{}
	for _, rt := range o.table() {
		path, ok := strings.CutPrefix(rt.pattern, "POST ")
		if !ok {
			continue
		}
		for _, h := range []http.Header{{"Sec-Fetch-Site": {"cross-site"}}, {"Origin": {"https://evil.example"}}, {"Sec-Fetch-Site": {"same-site"}}} {
			r, err := http.NewRequest("POST", b.url+fill.Replace(path), strings.NewReader("sure=yes&verb=refuse&reason=x&version=1&text=x"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header = h.Clone()
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			if p := b.do(r); p.status != 403 || !strings.Contains(p.raw, "another site") {
				t.Errorf("%s with %v: %d", path, h, p.status)
			}
		}
	}
	if len(b.store.decisions)+len(b.pasted) != 0 || !b.store.paused {
		t.Error("another origin did something")
	}
}

func TestEditorsAreNotAdministrators(t *testing.T) {
	b := editor(t)
	b.lacks(b.get("/"), `href="/people"`)
	b.want(b.get("/people"), 403, "", "Only an administrator")
	b.want(b.post("/people", url.Values{"name": {"Eve"}, "role": {"administrator"}}), 403, "")
	b.want(b.post("/people/rdk_u_editoreditoredit", url.Values{"do": {"role"}, "role": {"administrator"}}), 403, "")
	if len(b.store.accounts) != 1 || b.store.accounts["rdk_u_editoreditoredit"].Role != desk.RoleEditor {
		t.Errorf("accounts %+v", b.store.accounts)
	}
}

func TestDisabledAccountLosesItsSession(t *testing.T) {
	b := editor(t)
	a := b.store.accounts["rdk_u_editoreditoredit"]
	a.Disabled = true
	b.store.accounts[a.ID] = a
	b.want(b.get("/"), 200, "/login")
	b.want(b.post("/login", url.Values{"name": {"Erin"}, "password": {testPassword}}), 403, "", "do not go together")
	a.Disabled = false
	b.store.accounts[a.ID] = a
	b.want(b.get("/"), 200, "/login") // the old session stays ended
}

func TestLoginTellsNothingAndIsThrottled(t *testing.T) {
	b := newBench(t)
	b.person("rdk_u_editoreditoredit", "Erin", desk.RoleEditor)
	words := func(name string) string {
		p := b.post("/login", url.Values{"name": {name}, "password": {"not the right words"}})
		b.want(p, 403, "", "do not go together")
		return strings.ReplaceAll(p.raw, name, "NAME")
	}
	if words("Erin") != words("Nobody") {
		t.Error("a known and an unknown name get different pages")
	}
	for range 20 {
		b.post("/login", url.Values{"name": {"Erin"}, "password": {"not the right words"}})
	}
	b.want(b.post("/login", url.Values{"name": {"Erin"}, "password": {testPassword}}), 403, "", "too many tries")
	b.now = b.now.Add(time.Hour)
	b.login("Erin")
}

func TestLoginRenewsTheToken(t *testing.T) {
	b := newBench(t)
	b.person("rdk_u_editoreditoredit", "Erin", desk.RoleEditor)
	b.login("Erin")
	at, err := url.Parse(b.url)
	if err != nil {
		t.Fatal(err)
	}
	token := func() string { return b.browser.Jar.Cookies(at)[0].Value }
	first := token()
	b.login("Erin")
	if token() == first {
		t.Error("the session token stayed the same over a login")
	}
	b.post("/logout", nil)
	second := token()
	b.browser.Jar.SetCookies(at, []*http.Cookie{{Name: "rightsdesk", Value: first, Path: "/"}})
	b.want(b.get("/"), 200, "/login")
	if second == first {
		t.Error("the session token stayed the same over a logout")
	}
}

func TestLoginGoesToNoOtherSite(t *testing.T) {
	for next, want := range map[string]string{
		"/articles/x?y=1": "/articles/x?y=1", "": "/", "https://evil.example/": "/", "//evil.example": "/", `/\evil.example`: "/",
		"/\t/evil.example": "/", "javascript:alert(1)": "/", "articles": "/", "/%2f/evil": "/%2f/evil",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%q) = %q, want %q", next, got, want)
		}
	}
}

func TestHeadersOnEveryPage(t *testing.T) {
	b := editor(t)
	b.article("rdk_a_aaaaaaaaaaaaaaaa")
	for _, path := range []string{"/", "/login", "/articles/rdk_a_aaaaaaaaaaaaaaaa", "/no/such/page", "/people"} {
		h := b.get(path).header
		if !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || h.Get("X-Content-Type-Options") != "nosniff" ||
			h.Get("Referrer-Policy") == "" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
	address, err := static.Address("office.css")
	if err != nil {
		t.Fatal(err)
	}
	b.want(b.get("/"), 200, "", address)
	if h := b.get(address).header; h.Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(h.Get("Cache-Control"), "immutable") || h.Get("X-Robots-Tag") != "" {
		t.Errorf("style: headers %v", h)
	}
	b.want(b.get("/static/nothing.css"), 404, "")
	big := url.Values{"text": {strings.Repeat("x", maxBody+1)}}
	b.want(b.post("/paste", big), 413, "", "larger than 12 MB")
}

func TestPausedAfterRestore(t *testing.T) {
	b := editor(t)
	b.store.paused = true
	for _, path := range []string{"/", "/sources", "/issues"} {
		b.want(b.get(path), 200, "", "Publishing and sending are paused.")
	}
	b.want(b.post("/resume", nil), 422, "", "stay paused")
	b.want(b.post("/resume", url.Values{"sure": {"yes"}}), 200, "/", "go on.")
	b.lacks(b.get("/"), "are paused")
	checkDecision(t, b, desk.VerbChange, "paused")
}
