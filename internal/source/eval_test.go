package source

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The corpus: files with an expectation in a comment, in the Python of the
// feedparser project. The share of its sound files that can be read, and of the
// values that agree among those that our contract has, is measured here.
const corpus = "../../../shared/corpora/feeds"

var (
	expectation = regexp.MustCompile(`(?m)^\s*Expect:\s*(.+?)\s*$`)
	header      = regexp.MustCompile(`(?mi)^\s*Header:\s*(Content-(?:Type|Location|Language)):\s*(.+?)\s*$`)
	equals      = regexp.MustCompile(`^(?:not bozo and )?(.+?)\s*==\s*(.+)$`)
	selfClosed  = regexp.MustCompile(`\s*/>`)
	tuple       = regexp.MustCompile(`^\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)`)
)

func TestEvalFeeds(t *testing.T) {
	if _, err := os.Stat(corpus); err != nil {
		t.Skipf("the corpus is not here: %v", err)
	}
	var sound, read, values, agreed int
	var bytes int64
	var took time.Duration
	var bad []string
	err := filepath.WalkDir(corpus, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		ascii, _, _ := decoded(data, "")
		m := expectation.FindSubmatch(ascii)
		begin := time.Now()
		opt := optionsOf(ascii)
		opt.URL = "http://127.0.0.1:8097/" + filepath.Base(path)
		f, err := ReadFeed(data, opt)
		took, bytes = took+time.Since(begin), bytes+int64(len(data))
		name, _ := filepath.Rel(corpus, path)
		if m == nil {
			return nil
		}
		isSound := strings.HasPrefix(string(m[1]), "not bozo")
		if isSound {
			sound++
		}
		if err != nil && !isSound {
			return nil
		}
		if err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", name, err))
			return nil
		}
		if isSound {
			read++
		}
		if got, want, known := compared(f, string(m[1])); known {
			values++
			if agree(got, want) {
				agreed++
			} else {
				bad = append(bad, fmt.Sprintf("%s: %s: got %q", name, m[1], got))
			}
		}
		return nil
	})
	if err != nil || sound == 0 || values == 0 {
		t.Fatal(sound, values, err)
	}
	for _, b := range bad {
		t.Log(b)
	}
	t.Logf("%d of %d sound feeds read (%.1f %%); %d of %d values agree (%.1f %%); %.1f MB/s in files of %d bytes on average",
		read, sound, share(read, sound), agreed, values, share(agreed, values), float64(bytes)/1e6/took.Seconds(), bytes/int64(sound))
	if share(read, sound) < 98.5 || share(agreed, values) < 97 {
		t.Error("under 98.5 % of the files or 97 % of the values")
	}
}

func share(part, whole int) float64 { return 100 * float64(part) / float64(whole) }

func optionsOf(data []byte) FeedOptions {
	var o FeedOptions
	for _, m := range header.FindAllSubmatch(data, -1) {
		switch v := string(m[2]); strings.ToLower(string(m[1])) {
		case "content-type":
			o.ContentType = v
		case "content-location":
			o.ContentLocation = v
		case "content-language":
			o.ContentLanguage = v
		}
	}
	return o
}

// compared gives the value that the contract has for an expectation.
func compared(f Feed, expect string) (got, want string, known bool) {
	m := equals.FindStringSubmatch(expect)
	if m == nil {
		return "", "", false
	}
	path := strings.NewReplacer("['", ".", "']", "", "[", ".", "]", "", "_detail.value", "").Replace(m[1])
	want, ok := literal(m[2])
	if !ok {
		return "", "", false
	}
	e := Entry{}
	if len(f.Entries) > 0 {
		e = f.Entries[0]
	}
	got, known = lookUp(f, e, path)
	return got, want, known
}

func lookUp(f Feed, e Entry, path string) (string, bool) {
	at := func(list []string, i string) string {
		if n, err := strconv.Atoi(i); err == nil && n < len(list) {
			return list[n]
		}
		return ""
	}
	parts := strings.Split(path, ".")
	switch {
	case strings.HasPrefix(path, "entries.0.tags.") && len(parts) == 5 && (parts[4] == "term" || parts[4] == "label"):
		return at(e.Categories, parts[3]), true
	case strings.HasPrefix(path, "feed.tags.") && len(parts) == 4 && parts[3] == "term":
		return at(f.Categories, parts[2]), true
	case strings.HasPrefix(path, "entries.0.enclosures.") && len(parts) == 5 && len(e.Enclosures) > 0:
		v, known := map[string]string{"href": e.Enclosures[0].URL, "url": e.Enclosures[0].URL, "type": e.Enclosures[0].Type, "length": e.Enclosures[0].Length}[parts[4]]
		return v, known && parts[3] == "0"
	}
	v, known := map[string]string{
		"encoding": f.Encoding, "feed.title": f.Title, "feed.link": f.Link, "feed.id": f.ID, "feed.description": f.Description, "feed.tagline": f.Description,
		"feed.subtitle": f.Description, "feed.info": f.Description, "feed.language": f.Language, "feed.author_detail.name": f.Author,
		"feed.author_detail.email": f.AuthorEmail, "feed.copyright": f.Copyright, "feed.rights": f.Copyright, "feed.generator": f.Generator,
		"feed.image.href": f.Image, "feed.published_parsed": f.Published, "feed.updated_parsed": f.Updated, "feed.modified_parsed": f.Updated,
		"entries.0.title": e.Title, "entries.0.link": e.Link, "entries.0.id": e.ID, "entries.0.guid": e.ID, "entries.0.author_detail.name": e.Author,
		"entries.0.author_detail.email": e.AuthorEmail, "entries.0.summary": first(e.Summary, e.Content), "entries.0.description": first(e.Summary, e.Content),
		"entries.0.content.0.value": e.Content, "entries.0.published_parsed": e.Published, "entries.0.updated_parsed": e.Updated,
	}[path]
	return v, known
}

// literal reads a Python string or the beginning of a time tuple.
func literal(s string) (string, bool) {
	if m := tuple.FindStringSubmatch(s); m != nil {
		var n [6]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", n[0], n[1], n[2], n[3], n[4], n[5]), true
	}
	s = strings.TrimPrefix(s, "u")
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '\'' && s[0] != '"' {
		return "", false
	}
	if strings.HasPrefix(s, `"""`) {
		return "", false
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "' + '", ""), `\x`, `\u00`)
	if i := strings.Index(s, string(s[0])+" and "); i > 0 {
		s = s[:i+1]
	}
	inner := strings.ReplaceAll(s[1:len(s)-1], `\'`, "'")
	inner = strings.ReplaceAll(strings.ReplaceAll(inner, `\"`, `"`), `"`, `\"`)
	out, err := strconv.Unquote(`"` + inner + `"`)
	return out, err == nil
}

// agree compares as readers would: markup by what it is once it is safe, text
// without regard to blanks and to how a character is written.
func agree(got, want string) bool {
	form := func(s string) string {
		return oneLine(html.UnescapeString(html.UnescapeString(selfClosed.ReplaceAllString(settle(s), ">"))))
	}
	return strings.TrimSpace(got) == strings.TrimSpace(want) || form(got) == form(want) || got == plain(want) ||
		strings.TrimSuffix(got, "/") == strings.TrimSuffix(want, "/")
}
