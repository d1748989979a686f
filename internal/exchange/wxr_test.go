package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rightsdesk/internal/fault"
)

var update = flag.Bool("update", false, "write what is read now into testdata, to be looked at before it is committed")

// TestWXRCases reads each testdata/wxr/*.txtar: "export" is the file, "want"
// its site and posts.
func TestWXRCases(t *testing.T) {
	files, err := filepath.Glob("testdata/wxr/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describeWXR(t, bytes.NewReader(a.Files[0].Data))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(string(a.Files[1].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

func describeWXR(t *testing.T, r io.Reader) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	var site *WXRSite
	for p, err := range ReadWXR(r) {
		if err != nil {
			fmt.Fprintln(&b, "error:", fault.Words(err))
			break
		}
		show := []any{p}
		if p.Site != site {
			site = p.Site
			show = []any{site, p}
		}
		body := p.Body()
		for _, x := range show {
			if q, is := x.(WXRPost); is {
				q.Site, q.Raw, q.Content = nil, nil, ""
				x = q
			}
			if err := e.Encode(x); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprintf(&b, "%s\nsnippets %q, unknown %q, removed %q\n\n", body.HTML, body.Snippets, body.Unknown, body.Removed)
	}
	return empty.ReplaceAllString(b.String(), "")
}

// empty is a line of a field that has nothing to say.
var empty = regexp.MustCompile(`(?m)^ "\w+": (""|null|false|0|"0001-01-01T00:00:00Z"),?\n`)

func TestWXRIsToldFromOthers(t *testing.T) {
	for _, text := range []string{"", "word", "<rss><channel><item><title>A feed</title></item></channel></rss>", "%PDF-1.4", strings.Repeat("x", 1<<16)} {
		n := 0
		for _, err := range ReadWXR(strings.NewReader(text)) {
			n++
			if !fault.Is(err, fault.Invalid) {
				t.Errorf("%.20q: %v", text, err)
			}
		}
		if n != 1 {
			t.Errorf("%.20q gave %d times", text, n)
		}
	}
	broken := errors.New("the disk is broken")
	for _, err := range ReadWXR(io.MultiReader(strings.NewReader(wxrHead), iotest.ErrReader(broken))) {
		if !errors.Is(err, broken) {
			t.Error(err)
		}
	}
}

const wxrHead = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"><channel><title>Invented Rights</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example.org</wp:base_blog_url>
`

const wxrShort = "<?xml encoding='utf-8'?><rss><channel><wp:wxr_version>"

func wxrOne(id int, content string) string {
	return fmt.Sprintf("<item><title>Post %d</title><content:encoded><![CDATA[%s]]></content:encoded><wp:post_id>%d</wp:post_id>"+
		"<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date>2017-03-29 10:00:00</wp:post_date></item>\n", id, content, id)
}

func TestWXREncodings(t *testing.T) {
	text := strings.Replace(wxrHead, "UTF-8", "ENC", 1) + wxrOne(1, "Été à Genève") + "</channel></rss>"
	latin, err := charmap.Windows1252.NewEncoder().String(strings.Replace(text, "ENC", "windows-1252", 1))
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(text, "ENC", "utf-16", 1))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"utf-8": strings.Replace(text, "ENC", "UTF-8", 1), "utf-8 with a mark": "\ufeff" + strings.Replace(text, "ENC", "UTF-8", 1),
		"windows-1252": latin, "utf-16": wide, "unknown": strings.Replace(text, "ENC", "x-none", 1),
	} {
		n := 0
		for p, err := range ReadWXR(strings.NewReader(data)) {
			n++
			if err != nil || p.Content != "Été à Genève" || len(p.Faults) > 0 {
				t.Errorf("%s: %q %q %v", name, p.Content, p.Faults, err)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d posts", name, n)
		}
	}
}

// posts gives an export of n posts, one of them large, without holding it.
type posts struct {
	n, at int
	rest  []byte
	large int
}

func (p *posts) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		switch {
		case p.at == 0:
			p.rest = []byte(wxrHead)
		case p.at == p.large:
			p.rest = []byte(wxrOne(p.at, strings.Repeat("long ", MaxWXRPost/5+1)))
		case p.at <= p.n:
			p.rest = []byte(wxrOne(p.at, strings.Repeat("word ", 2000)))
		default:
			return 0, io.EOF
		}
		p.at++
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// TestWXRMemory reads 200 MB in the memory of a few posts, and passes over one
// that is too large.
func TestWXRMemory(t *testing.T) {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n, top := 0, uint64(0)
	for p, err := range ReadWXR(&posts{n: 18_000}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if n%2000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			top = max(top, now.HeapAlloc-min(before.HeapAlloc, now.HeapAlloc))
		}
		if p.ID != fmt.Sprint(n) || len(p.Raw) < 10_000 {
			t.Fatalf("post %d has id %q and %d bytes", n, p.ID, len(p.Raw))
		}
	}
	if n != 18_000 || top > 8<<20 {
		t.Errorf("%d posts, %d kB held", n, top>>10)
	}
	n = 0
	for p, err := range ReadWXR(&posts{n: 3, large: 2}) {
		if n++; err != nil || (p.Raw == nil) != (n == 2) || (len(p.Faults) == 1) != (n == 2) {
			t.Errorf("post %d: %d bytes, %q, %v", n, len(p.Raw), p.Faults, err)
		}
	}
	if n != 3 {
		t.Errorf("%d posts around a large one", n)
	}
}

// FuzzWXR: whatever comes in, posts are read alike from one read or from many,
// each is what its own bytes say, and nothing unreadable comes out.
func FuzzWXR(f *testing.F) {
	for _, content := range []string{"One\n\ntwo <b>three</b>", `[gallery ids="1"] [a-b] [[c d="e"]] [sic]`, "[embed]https://a.example.org[/embed]"} {
		f.Add([]byte(wxrShort + wxrOne(1, content)))
	}
	f.Add([]byte(wxrShort + "<item><title>&eacute;<br></title><link>/%d0</link><category domain=x nicename='%d0'>&amp;amp;</category></item><item><!--"))
	f.Add([]byte(wxrShort + wxrOne(1, "[caption]x[/caption] [xyz-ihs snippet=\"A\"]") + wxrOne(2, "a]]><![CDATA[") + "<item><wp:comment><wp:comment></item>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var list []WXRPost
		for p, err := range ReadWXR(bytes.NewReader(data)) {
			if err != nil {
				p.Title = err.Error()
			}
			list = append(list, p)
		}
		i := 0
		for p, err := range ReadWXR(iotest.OneByteReader(bytes.NewReader(data))) {
			if err != nil {
				p.Title = err.Error()
			}
			if i >= len(list) || p.Title != list[i].Title || !bytes.Equal(p.Raw, list[i].Raw) {
				t.Fatalf("post %d reads otherwise byte by byte: %q", i, p.Raw)
			}
			i++
		}
		if i != len(list) {
			t.Fatalf("%d posts byte by byte, %d at once", i, len(list))
		}
		for _, p := range list {
			checkWXR(t, p)
		}
	})
}

func checkWXR(t *testing.T, p WXRPost) {
	if p.Site == nil { // an error
		return
	}
	again := ReadWXRItem(p.Raw)
	again.of(p.Site)
	again.Comments = p.Comments
	if d := cmp.Diff(again, p); d != "" {
		t.Fatalf("a post is not what its bytes say: %s", d)
	}
	body := p.Body()
	for _, s := range append([]string{p.ID, p.Title, p.Link, p.Author, p.Name, p.Excerpt, p.Content, body.HTML}, body.Snippets...) {
		if !utf8.ValidString(s) {
			t.Fatalf("%q is no text", s)
		}
	}
	if len(body.HTML) > 40*len(p.Content)+100 {
		t.Fatalf("%d bytes became %d", len(p.Content), len(body.HTML))
	}
	for _, name := range body.Snippets {
		if name == "" {
			t.Fatal("a snippet without a name")
		}
	}
	once := paragraphs(p.Content)
	if n := len(strings.Fields(plainText(p.Content))); !strings.Contains(p.Content, "<") && len(strings.Fields(plainText(once))) != n {
		t.Fatalf("paragraphs lose or make words: %q became %q", p.Content, once)
	}
}
