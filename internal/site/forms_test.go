package site

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

func TestSubscribeForm(t *testing.T) {
	f := newFake()
	v := f.get(t, "/subscribe?territory=RU&territory=CI")
	v.wants(t, 200, `value="some" checked`, `value="RU" checked`, `value="CI" checked`, `<option value="en" selected>English</option>`)
	if strings.Count(v.body, " checked") != 3 {
		t.Error("more is chosen than was asked for")
	}
	f.get(t, "/subscribe").wants(t, 200, `value="all" checked`)
}

func TestSubscribe(t *testing.T) {
	for name, c := range map[string]struct {
		form url.Values
		want []string
	}{
		"everything":       {url.Values{"scope": {"all"}}, []string{"*"}},
		"everything still": {url.Values{"scope": {"all"}, "territory": {"RU"}}, []string{"*"}},
		"territories":      {url.Values{"scope": {"some"}, "territory": {"RU", "CI", "RU"}, "language": {"en"}}, []string{"CI", "RU"}},
		"no scope":         {url.Values{"territory": {"x-tibet"}}, []string{"x-tibet"}},
	} {
		f := newFake()
		c.form.Set("address", " reader@invented.example ")
		v := f.post(t, "/subscribe", c.form)
		v.wants(t, 200, "<h1>Look into your mailbox</h1>")
		v.lacks(t, "reader@invented.example")
		want := public.Message{Kind: public.Subscribe, At: testNow, Address: "reader@invented.example", Territories: c.want, Language: "en"}
		if len(f.sent) != 1 || !reflect.DeepEqual(f.sent[0], want) {
			t.Errorf("%s: sent %+v", name, f.sent)
		}
		if v.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", name, v.header)
		}
	}
}

func TestMistakesAreNamedInTheReadersLanguage(t *testing.T) {
	for path, want := range map[string]string{
		"/fr/subscribe": "Ceci n’est pas une adresse électronique.", "/ru/subscribe": "Это не адрес электронной почты.", "/ar/subscribe": "هذا ليس عنوان بريد إلكتروني.",
	} {
		newFake().post(t, path, url.Values{"scope": {"all"}, "address": {"reader"}}).wants(t, 422, `role="alert"`, want)
	}
}

func TestMistakesInSubscribing(t *testing.T) {
	good := func() url.Values { return url.Values{"scope": {"all"}, "address": {"reader@invented.example"}} }
	for problem, change := range map[string]func(v url.Values){
		"is not a mail address":      func(v url.Values) { v.Set("address", "reader") },
		"it is too long or":          func(v url.Values) { v.Set("address", "a@b.example\r\nBcc: c@d.example") },
		"at least one country":       func(v url.Values) { v.Set("scope", "some") },
		"no territory XX in":         func(v url.Values) { v.Set("scope", "some"); v.Set("territory", "XX") },
		"no territory * in":          func(v url.Values) { v.Set("scope", "some"); v["territory"] = []string{"*", "RU"} },
		"no mails in the language":   func(v url.Values) { v.Set("language", "tlh") },
		"&lt;script&gt;alert(&#39;x": func(v url.Values) { v.Set("address", attack) },
	} {
		f, form := newFake(), good()
		change(form)
		v := f.post(t, "/subscribe", form)
		v.wants(t, 422, `role="alert"`, problem, "<h1>Newsletter by mail</h1>")
		v.lacks(t, "<script", "<img")
		if len(f.sent) > 0 || v.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: sent %+v, %v", problem, f.sent, v.header)
		}
	}
	f := newFake()
	form := url.Values{"scope": {"some"}, "address": {"reader@invented"}, "territory": {"RU"}}
	f.post(t, "/subscribe", form).wants(t, 422, `value="reader@invented"`, `value="RU" checked`, `value="some" checked`)
}

func TestTheAnswerIsTheSameForEveryAddress(t *testing.T) {
	f := newFake()
	first := f.post(t, "/subscribe", url.Values{"scope": {"all"}, "address": {"known@invented.example"}})
	second := f.post(t, "/subscribe", url.Values{"scope": {"all"}, "address": {"unknown@invented.example"}})
	third := f.post(t, "/preferences", url.Values{"address": {"known@invented.example"}})
	if first.body != second.body || first.body != third.body {
		t.Error("the answers differ")
	}
}

func TestAskForPreferences(t *testing.T) {
	f := newFake()
	f.get(t, "/preferences").wants(t, 200, `action="/preferences"`, "24 hours")
	f.post(t, "/preferences", url.Values{"address": {"reader@invented.example"}}).wants(t, 200, "Look into your mailbox")
	if want := (public.Message{Kind: public.Preferences, At: testNow, Address: "reader@invented.example"}); len(f.sent) != 1 || !reflect.DeepEqual(f.sent[0], want) {
		t.Errorf("sent %+v", f.sent)
	}
	f.post(t, "/preferences", url.Values{"address": {"reader"}}).wants(t, 422, "is not a mail address", `value="reader"`)
}

func TestAGetSendsNothing(t *testing.T) {
	f := newFake()
	for path, want := range map[string]string{
		"/confirm/" + confirmWord:         "Yes, subscribe me",
		"/leave/" + leaveWord:             "you get no more issues",
		"/preferences/" + preferencesWord: "Egypt, Russia",
		"/preferences":                    "Mail me the link",
		"/subscribe?address=a@b.example":  "Subscribe",
	} {
		v := f.get(t, path)
		v.wants(t, 200, want)
		h := v.header
		if strings.Contains(path, "AAA") && (h.Get("Cache-Control") != "no-store" || !strings.Contains(h.Get("X-Robots-Tag"), "noindex")) {
			t.Errorf("%s: %v", path, h)
		}
	}
	if len(f.sent) > 0 {
		t.Errorf("sent %+v", f.sent)
	}
}

func TestConfirm(t *testing.T) {
	f := newFake()
	f.get(t, "/confirm/"+confirmWord).wants(t, 200, "about: Egypt, Russia.", "mails: English", `action="/confirm/`+confirmWord+`"`)
	f.post(t, "/confirm/"+confirmWord, nil).wants(t, 200, "You are subscribed")
	if want := (public.Message{Kind: public.Confirm, At: testNow, Capability: confirmWord}); len(f.sent) != 1 || !reflect.DeepEqual(f.sent[0], want) {
		t.Errorf("sent %+v", f.sent)
	}
	p := f.prefs[subscription.Hash(confirmWord)]
	p.Territories = []string{public.Everything}
	f.prefs[subscription.Hash(confirmWord)] = p
	f.get(t, "/confirm/"+confirmWord).wants(t, 200, "about: everything.")
}

// A capability opens one thing, until its time, and all that it does not open
// look alike.
func TestWhatACapabilityDoesNotOpen(t *testing.T) {
	f := newFake()
	bodies := map[string]bool{}
	for _, path := range []string{
		"/confirm/" + unknownWord, "/confirm/" + leaveWord, "/confirm/" + preferencesWord, "/confirm/x", "/confirm/" + strings.Repeat("A", 40),
		"/preferences/" + unknownWord, "/preferences/" + endedWord, "/preferences/" + confirmWord, "/preferences/" + leaveWord, "/preferences/x", "/leave/x",
	} {
		get := f.get(t, path)
		get.wants(t, 404, "This link is not known here")
		bodies[get.body] = true
		f.post(t, path, url.Values{"scope": {"all"}}).wants(t, 404, "This link is not known here")
	}
	if len(bodies) != 1 || len(f.sent) > 0 {
		t.Errorf("%d answers, sent %+v", len(bodies), f.sent)
	}
}

func TestChangePreferences(t *testing.T) {
	f := newFake()
	path := "/preferences/" + preferencesWord
	f.get(t, path).wants(t, 200, `value="EG" checked`, `value="RU" checked`, `value="some" checked`, "until 23 November 2026, 23:18 UTC")
	f.post(t, path, url.Values{"scope": {"some"}, "territory": {"FR"}, "language": {"en"}}).wants(t, 200, "Your subscription is changed")
	if want := (public.Message{Kind: public.Change, At: testNow, Capability: preferencesWord, Territories: []string{"FR"}, Language: "en"}); len(f.sent) != 1 || !reflect.DeepEqual(f.sent[0], want) {
		t.Errorf("sent %+v", f.sent)
	}
	f.post(t, path, url.Values{"scope": {"some"}}).wants(t, 422, "at least one country", "You get the newsletter about: Egypt, Russia", `value="some" checked`)
	if len(f.sent) != 1 {
		t.Errorf("sent %+v", f.sent)
	}
}

func TestLeaveWithOneClick(t *testing.T) {
	f := newFake()
	want := public.Message{Kind: public.Leave, At: testNow, Capability: leaveWord}
	for name, r := range map[string]*http.Request{
		"the button":     formPost("/leave/"+leaveWord, nil),
		"RFC 8058":       formPost("/leave/"+leaveWord, url.Values{"List-Unsubscribe": {"One-Click"}}),
		"multipart form": multipart("/leave/" + leaveWord),
		"a web mail":     crossSite(formPost("/leave/"+leaveWord, url.Values{"List-Unsubscribe": {"One-Click"}})),
	} {
		f.sent = nil
		do(New(f.parts()), r).wants(t, 200, "You have left")
		if len(f.sent) != 1 || !reflect.DeepEqual(f.sent[0], want) {
			t.Errorf("%s: sent %+v", name, f.sent)
		}
	}
}

func multipart(path string) *http.Request {
	r := formPost(path, nil)
	r.Body = http.NoBody
	r.Header.Set("Content-Type", "multipart/form-data; boundary=invented")
	return r
}

func crossSite(r *http.Request) *http.Request {
	r.Header.Set("Origin", "https://mail.example")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	return r
}

// Leaving works when the readers' room knows nothing, or is away: the desk
// decides about the word.
func TestLeaveWithoutTheReaders(t *testing.T) {
	f := newFake()
	f.post(t, "/leave/"+unknownWord, nil).wants(t, 200, "You have left")
	p := f.parts()
	p.Readers = awayReaders{f}
	do(New(p), formPost("/leave/"+leaveWord, nil)).wants(t, 200, "You have left")
	if len(f.sent) != 2 {
		t.Errorf("sent %+v", f.sent)
	}
	do(New(p), formPost("/confirm/"+confirmWord, nil)).wants(t, 500, "wrong on our side")
}

func TestFormsAreLimited(t *testing.T) {
	f := newFake()
	h := New(f.parts())
	many := func(path string, form url.Values) (refused int) {
		for range 100 {
			v := do(h, formPost(path, form))
			if v.status == 429 && v.header.Get("Retry-After") != "" && strings.Contains(v.body, "Too many forms") {
				refused++
			} else if v.status != 200 {
				t.Fatalf("%s: %d", path, v.status)
			}
		}
		return refused
	}
	if n := many("/subscribe", url.Values{"scope": {"all"}, "address": {"reader@invented.example"}}); n != 100-formBurst {
		t.Errorf("%d of 100 forms were refused", n)
	}
	if n := many("/leave/"+unknownWord, nil); n != 100 {
		t.Errorf("%d of 100 unknown words were refused", n)
	}
	// A mail provider sends many at once for its users, from one address.
	if n := many("/leave/"+leaveWord, nil); n != 0 {
		t.Errorf("%d of 100 wishes to leave were refused", n)
	}
}

func TestFormsFromElsewhereAndTooLarge(t *testing.T) {
	f := newFake()
	form := url.Values{"scope": {"all"}, "address": {"reader@invented.example"}}
	do(New(f.parts()), crossSite(formPost("/subscribe", form))).wants(t, 403, "sent from another site")
	form.Set("rest", strings.Repeat("x", maxBody))
	f.post(t, "/subscribe", form).wants(t, 413, "too large")
	f.post(t, "/preferences", form).wants(t, 413, "too large")
	if len(f.sent) > 0 {
		t.Errorf("sent %+v", f.sent)
	}
	all := url.Values{"scope": {"some"}, "address": {"reader@invented.example"}}
	for _, l := range everyTerritory(english) {
		all.Add("territory", l.ID)
	}
	f.post(t, "/subscribe", all).wants(t, 200, "Look into your mailbox")
	if len(f.sent) != 1 || len(f.sent[0].Territories) != len(everyTerritory(english)) {
		t.Error("not every territory can be chosen at once")
	}
}

func TestAnIntakeThatCannotTakeIsSaid(t *testing.T) {
	f := newFake()
	f.fails = fault.Wrap(fault.Unavailable, errors.New("disk full at /srv"), "Your message cannot be kept at the moment. Please try again later")
	v := f.post(t, "/subscribe", url.Values{"scope": {"all"}, "address": {"reader@invented.example"}})
	v.wants(t, 503, "cannot be kept")
	v.lacks(t, "/srv", "reader@")
	f.post(t, "/leave/"+leaveWord, nil).wants(t, 503, "cannot be kept")
}

// FuzzForms: whatever a form says, what is sent is right and the page is whole.
func FuzzForms(f *testing.F) {
	f.Add("reader@invented.example", "all", "RU", "en")
	f.Add("a@b", "some", "XX", "")
	f.Fuzz(func(t *testing.T, address, scope, territory, language string) {
		fake := newFake()
		v := fake.post(t, "/subscribe", url.Values{"address": {address}, "scope": {scope}, "territory": {territory}, "language": {language}})
		if v.status != 200 && v.status != 422 || !strings.HasSuffix(v.body, "</html>\n") {
			t.Fatalf("%d %s", v.status, v.body)
		}
		if (len(fake.sent) == 1) != (v.status == 200) {
			t.Fatalf("%d, sent %+v", v.status, fake.sent)
		}
		for _, m := range fake.sent {
			if err := m.Check(); err != nil {
				t.Fatal(fmt.Errorf("%+v: %w", m, err))
			}
		}
	})
}
