package publish

import (
	"strings"
	"testing"
)

func TestPost(t *testing.T) {
	for _, c := range []struct{ markdown, page, text string }{
		{"# One\n\nTwo *three* & four.", "<h2>One</h2>\n<p>Two <em>three</em> &amp; four.</p>", "One\n\nTwo three & four."},
		{"- a\n- b\n\nc", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>", "a\nb\n\nc"},
		{"| a | b |\n|---|---|\n| 1 | 2 |", "<table>", "a b\n1 2"},
		{"", "", ""},
		{"a &lt;b&gt; \\\nc", "<p>a", "a <b>\nc"},
		{"line<br>break <script>alert(1)</script>", "<p>", "line"},
	} {
		page, text, err := Post(c.markdown)
		if err != nil || !strings.HasPrefix(page, c.page) || strings.Contains(page, "<script") {
			t.Errorf("%q gives %q, %v", c.markdown, page, err)
		}
		if !strings.HasPrefix(text, c.text) {
			t.Errorf("%q has the text %q, want %q", c.markdown, text, c.text)
		}
	}
}

func TestPostsAreSanitised(t *testing.T) {
	page, _, err := Post("[x](javascript:alert(1)) ![i](https://example.org/i.png) <img src=x onerror=alert(1)> <iframe src=x></iframe>")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"javascript", "<img", "onerror", "<iframe"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s in %s", bad, page)
		}
	}
}
