package public

import "testing"

func TestOldPath(t *testing.T) {
	for in, want := range map[string]string{
		"https://old.example.org/2017/03/29/pastor-fined/": "/2017/03/29/pastor-fined",
		"/2017/03/29/pastor-fined?utm_source=x":            "/2017/03/29/pastor-fined",
		"http://old.example.org/?p=17":                     "/?p=17",
		"https://old.example.org?p=17":                     "/?p=17",
		"https://old.example.org/blog/?page_id=2&lang=fr":  "/blog?page_id=2",
		"/?p=17%20OR":                "",
		"/?p=":                       "",
		"https://old.example.org/":   "",
		"":                           "",
		"/%d0%be-%D0%BD%d0%b0%d1%81": "/о-нас",
		"/%ff":                       "",
		"://":                        "",
		"//2017//a//":                "/a", // what stands behind two slashes is a host
	} {
		if got := OldPath(in); got != want {
			t.Errorf("OldPath(%q) = %q, want %q", in, got, want)
		}
	}
	if PathHash("/a") == PathHash("/b") || len(PathHash("/a")) != 64 {
		t.Error("hashes of paths")
	}
}
