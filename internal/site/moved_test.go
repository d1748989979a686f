package site

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// TestOldAddresses: where articles were found on the site that was here before,
// readers are led to them, and are told no more than that of what is gone.
func TestOldAddresses(t *testing.T) {
	f := newFake()
	f.moved = map[string]string{
		"/2017/03/pastor-fined": "rdk_a_wire", "/?p=17": "rdk_a_wire", "/blog?p=17": "rdk_a_wire", "/о-нас": "rdk_a_wire",
		"/cases/old": "rdk_a_wire", "/2017/03/pastor-secret": "rdk_a_gone", "/?p=18": "rdk_a_gone",
	}
	for path, want := range map[string]int{
		"/2017/03/pastor-fined/": 301, "/2017/03/pastor-fined?utm_source=x": 301, "/?p=17": 301, "/blog/?p=17": 301, "/%d0%be-%D0%BD%d0%b0%d1%81/": 301,
		"/cases/old": 301, "/2017/03/pastor-secret/": 410, "/?p=18": 410, "/?p=19": 200, "/": 200, "/2017/03/": 404, "/about": 200,
	} {
		v := f.get(t, path)
		if v.status != want {
			t.Errorf("%s: %d, want %d", path, v.status, want)
		}
		switch want {
		case 301:
			if v.header.Get("Location") != "/a/rdk_a_wire" || v.header.Get("Cache-Control") != "public, max-age=60" {
				t.Errorf("%s: %v", path, v.header)
			}
		case 410:
			v.wants(t, 410, "What stood here was withdrawn.")
			v.lacks(t, "SECRET", "pastor", "rdk_a_gone")
		}
	}
	if v := do(New(f.parts()), httptest.NewRequest(http.MethodHead, "/2017/03/pastor-fined/", nil)); v.status != 301 || v.body != "" {
		t.Errorf("HEAD: %d %q", v.status, v.body)
	}
	if v := f.post(t, "/2017/03/pastor-fined/", url.Values{}); v.status == 301 {
		t.Error("a form was led on")
	}
	f.fails = errors.New("disk on fire")
	f.get(t, "/2017/03/pastor-fined/").wants(t, 500)
}
