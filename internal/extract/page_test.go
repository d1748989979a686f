package extract

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestPagesOfOurs reads the invented pages of testdata/pages. The keys of their
// wants are those of the contract; "has" and "hasnot" look into the text,
// "markup" and "nomarkup" into the HTML, "confident" says on which side of a
// half the confidence is.
func TestPagesOfOurs(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(paths) < 5 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = strings.TrimSpace(string(f.Data))
			}
			doc, err := Read([]byte(files["page.html"]), Options{URL: files["address"]}, now)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(files["want"], "\n") {
				key, want, _ := strings.Cut(line, ": ")
				checkPage(t, doc, key, want)
			}
			harmless(t, doc.HTML)
			validUTF8(t, doc)
		})
	}
}

func checkPage(t *testing.T, doc Document, key, want string) {
	t.Helper()
	fields := map[string]string{
		"title": doc.Title, "byline": strings.Join(doc.Byline, "; "), "sitename": doc.SiteName, "outlet": doc.Outlet, "published": doc.Published,
		"language": doc.Language, "image": doc.Image, "canonical_url": doc.CanonicalURL,
	}
	kind, text, _ := strings.Cut(want, ": ")
	right, known := false, true
	switch key {
	case "begins":
		right = strings.HasPrefix(doc.Text, want)
	case "ends":
		right = strings.HasSuffix(doc.Text, want)
	case "has", "hasnot":
		right = strings.Contains(doc.Text, want) == (key == "has")
	case "markup", "nomarkup":
		right = strings.Contains(doc.HTML, want) == (key == "markup")
	case "confident":
		right = (doc.Confidence > 0.5) == (want == "yes")
	case "removed":
		right = slices.ContainsFunc(doc.Removed, func(r Removed) bool { return r.Kind == kind && strings.Contains(r.Text, text) })
	default:
		_, known = fields[key]
		right = fields[key] == want
	}
	if !known {
		t.Fatalf("the case has the unknown key %q", key)
	}
	if !right {
		t.Errorf("%s: want %q in %+v", key, want, doc)
	}
}

var allowedTags = regexp.MustCompile(`</?(?:p|h2|h3|h4|ul|ol|li|blockquote|table|caption|thead|tbody|tr|th|td|em|strong|br)/?>|<a href="https?://[^"<>]*" rel="nofollow">|</a>`)

// harmless says that only the allowed tags are left in HTML.
func harmless(t *testing.T, markup string) {
	t.Helper()
	if rest := allowedTags.ReplaceAllString(markup, ""); strings.ContainsAny(rest, "<>") {
		t.Errorf("not harmless: %q", rest)
	}
}

// TestFlatPage reads pages that are nested too deep or have too many elements:
// their words are kept, with little confidence.
func TestFlatPage(t *testing.T) {
	for name, in := range map[string]string{
		"deep":  "<html><title>Deep</title><body>" + strings.Repeat("<div>", 3000) + "<p>deep words here</p>" + strings.Repeat("</div>", 3000) + "</body></html>",
		"large": "<html><title>Large</title><body>" + strings.Repeat("<p>x</p>", maxNodes/2+1) + "<p>deep words here</p></body></html>",
	} {
		doc, err := Read([]byte(in), Options{}, now)
		if err != nil || !strings.Contains(doc.Text, "deep words here") || !strings.EqualFold(doc.Title, name) || doc.Confidence > 0.3 {
			t.Errorf("%s: title %q, confidence %v, %v", name, doc.Title, doc.Confidence, err)
		}
	}
}

func TestTitleOfPage(t *testing.T) {
	for _, c := range []struct {
		p    page
		want string
	}{
		{page{titleTag: "Court fines three | Tidewatch", siteName: "Tidewatch"}, "Court fines three"},
		{page{titleTag: "Tidewatch - Court fines three", host: "tidewatch.example"}, "Court fines three"},
		{page{titleTag: "Court fines three in the harbour town – Tide News"}, "Court fines three in the harbour town"},
		{page{titleTag: "Three fined - why the court was closed to all"}, "Three fined - why the court was closed to all"},
		{page{titleTag: "Fines", ogTitle: "Three fined for praying", headings: []string{"Tidewatch", "Three people fined for praying"}, siteName: "Tidewatch"}, "Three people fined for praying"},
		{page{titleTag: "Three fined for praying", headings: []string{"Latest", "Three fined for praying", "School on a boat"}}, "Three fined for praying"},
		{page{titleTag: "Tidewatch", siteName: "Tidewatch"}, ""},
	} {
		if got := c.p.title(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	for in, want := range map[string]string{
		"By Ada Invented, Chief Editor":            "Ada Invented",
		"Ada Invented and Jo Made-Up":              "Ada Invented; Jo Made-Up",
		"Ada Invented, Jo Made-Up and Lee Unreal":  "Ada Invented; Jo Made-Up; Lee Unreal",
		"Tide News Agency":                         "",
		"https://example.org/ada":                  "",
		"by admin":                                 "",
		"Written by Ada van der Invented | Courts": "Ada van der Invented",
		"Автор: Анна Вымышленная":                  "Анна Вымышленная",
		"홍길동 기자":                                   "홍길동",
		"记者 王虚构":                                   "王虚构",
		"بقلم أحمد المتخيل":                        "أحمد المتخيل",
	} {
		if got := strings.Join(peopleIn(in), "; "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add("<html><title>T | S</title><body><article><h1>T</h1><p>By A B</p><p>Out (1.2.2019) – word <b>x</b>y <a href='//h/x'>z</a></p><ul><li>1<li>2</ul></article>")
	f.Add("<html><script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"A B\"}]}</script><table><tr><td><p>x</table>")
	f.Fuzz(func(t *testing.T, in string) {
		doc, err := Read([]byte("<html>"+in), Options{URL: "https://example.org/a"}, now)
		if err != nil {
			t.Skip()
		}
		harmless(t, doc.HTML)
		validUTF8(t, doc)
	})
}
