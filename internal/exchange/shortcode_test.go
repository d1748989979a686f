package exchange

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBody(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          WXRBody
	}{
		{"nothing", "", WXRBody{}},
		{"a snippet", `One.` + "\n\n" + `[xyz-ihs snippet="Appeal-box"]` + "\n\nTwo.", WXRBody{HTML: "<p>One.</p>\n<p>Two.</p>", Snippets: []string{"Appeal-box"}}},
		{"a snippet in typographic quotes, twice", "[xyz-ihs snippet=“Box  1”] [xyz-ihs snippet='Box 1']", WXRBody{Snippets: []string{"Box 1"}}},
		{"a caption", "Before\n[caption id=\"a\" width=\"3\"]<img src=\"a.jpg\" /> A [b]square[/b] in Minsk[/caption]\nAfter",
			WXRBody{HTML: "<p>Before</p>\n<figure><img src=\"a.jpg\" /><figcaption>A square in Minsk</figcaption></figure>\n<p>After</p>", Unknown: []string{"b"}, Removed: []string{"[b]", "[/b]"}}},
		{"a caption in an attribute", `[caption caption="A &lt;square&gt;"]<a href="x"><img src="a.jpg"></a>[/caption]`,
			WXRBody{HTML: "<figure><a href=\"x\"><img src=\"a.jpg\"></a><figcaption>A &lt;square&gt;</figcaption></figure>"}},
		{"a gallery", `[gallery ids="12,13" size="large"]`, WXRBody{HTML: `<p><a href="/?attachment_id=12">[12]</a> <a href="/?attachment_id=13">[13]</a></p>`}},
		{"a gallery of all", "A[gallery]", WXRBody{HTML: "<p>A</p>"}},
		{"embedded", "[embed width=\"3\"]https://video.example.org/a?b=1&amp;c=2[/embed]", WXRBody{HTML: `<p><a href="https://video.example.org/a?b=1&amp;c=2">https://video.example.org/a?b=1&amp;c=2</a></p>`}},
		{"embedded, but no address", "[embed]javascript:alert(1)[/embed]", WXRBody{}},
		{"an address alone", "See:\n\nhttps://video.example.org/a\n\nhttps://b.example.org in a line", WXRBody{HTML: "<p>See:</p>\n" +
			`<p><a href="https://video.example.org/a">https://video.example.org/a</a></p>` + "\n<p>https://b.example.org in a line</p>"}},
		{"a film", `[video mp4="https://a.example.org/a.mp4"][/video]`, WXRBody{HTML: `<p><a href="https://a.example.org/a.mp4">https://a.example.org/a.mp4</a></p>`}},
		{"unknown", `[contact-form-7 id="3"] [su_box]kept[/su_box] [tabs]kept too[/tabs]`, WXRBody{HTML: "<p>kept kept too</p>",
			Unknown: []string{"contact-form-7", "su_box", "tabs"}, Removed: []string{`[contact-form-7 id="3"]`, "[su_box]", "[/su_box]", "[tabs]", "[/tabs]"}}},
		{"words in brackets", "He said [sic] that [the court] and [1] [...] [Ed.]", WXRBody{HTML: "<p>He said [sic] that [the court] and [1] [...] [Ed.]</p>"}},
		{"only shown", `Write [[gallery ids="1"]]`, WXRBody{HTML: `<p>Write [gallery ids="1"]</p>`}},
		{"blocks", "<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:block {\"ref\":12} /-->", WXRBody{
			HTML:    "<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:block {\"ref\":12} /-->",
			Unknown: []string{"wp:block"}, Removed: []string{`<!-- wp:block {"ref":12} /-->`}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, (WXRPost{Content: c.content}).Body()); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestManyShortcodes holds the time for a hostile text within bounds: it would
// not end if each opening form looked through all that follows.
func TestManyShortcodes(t *testing.T) {
	p := WXRPost{Content: strings.Repeat("[caption]", 100_000) + strings.Repeat("[/caption]", 100_000)}
	if got := p.Body(); strings.Contains(got.HTML, "[") && len(got.HTML) > 40*len(p.Content) {
		t.Errorf("%d bytes", len(got.HTML))
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"lines", "One\ntwo\n\nThree", "<p>One<br>\ntwo</p>\n<p>Three</p>"},
		{"many blank lines", "\n\n One \n \n\n\u00a0\nTwo\n\n", "<p>One</p>\n<p>Two</p>"},
		{"marks across paragraphs", "<b>One\n\nTwo</b>", "<p><b>One</p>\n<p>Two</b></p>"},
		{"paragraphs that are there", "<p>One</p>\n\n<p>Two\nlines</p>", "<p>One</p>\n<p>Two\nlines</p>"},
		{"headings and lists", "Zero\n<h2>One</h2>\nTwo\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<p>Zero</p>\n<h2>One</h2>\n<p>Two</p>\n<ul>\n<li>\na</li>\n\n<li>\nb</li>\n\n</ul>"},
		{"a quotation", "<blockquote>One\n\nTwo</blockquote>", "<blockquote>\n<p>One</p>\n<p>Two</p>\n</blockquote>"},
		{"text as it stands", "<pre>a\n\n b</pre>", "<pre>a\n\n b</pre>"},
		{"a comment", "A<!--more-->\n\nB", "<p>A<!--more--></p>\n<p>B</p>"},
		{"an element that never ends", "<div>One\n\nTwo", "<div>\n<p>One</p>\n<p>Two</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, paragraphs(c.text)); d != "" {
				t.Error(d)
			}
		})
	}
}
