package exchange

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/fault"
)

func TestReadOPML(t *testing.T) {
	harbour := Outline{Title: "The Harbour Times", Feed: "https://harbour.example.org/rss", Site: "https://harbour.example.org/", Category: "Asia/North"}
	for name, c := range map[string]struct {
		doc  string
		want []Outline
	}{
		"folders": {`<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body><outline text="Asia"><outline text="North">
			<outline type="rss" text="The Harbour  Times" xmlUrl="https://harbour.example.org/rss" htmlUrl="https://harbour.example.org/"/></outline></outline>
			<outline text="again" xmlUrl="https://harbour.example.org/rss"/></body></opml>`, []Outline{harbour}},
		"other names, an entity, an ampersand": {`<OPML><body><Outline TITLE="Caf&eacute; & more" XMLURL="http://a.example.org/f?x=1&y=2" htmlurl="javascript:x"></Outline>`,
			[]Outline{{Title: "Café & more", Feed: "http://a.example.org/f?x=1&y=2"}}},
		"breaks off": {`<opml><body><outline text="One" xmlUrl="https://one.example.org/"/><outline text="Two" xmlUrl="https://tw`, []Outline{{Title: "One", Feed: "https://one.example.org/"}}},
		"latin 1":    {"<?xml version='1.0' encoding='iso-8859-1'?><opml><body><outline text='Caf\xe9' xmlUrl='https://one.example.org/'/></body></opml>", []Outline{{Title: "Café", Feed: "https://one.example.org/"}}},
	} {
		got, err := ReadOPML(strings.NewReader(c.doc))
		if d := cmp.Diff(c.want, got); err != nil || d != "" {
			t.Errorf("%s: %v\n%s", name, err, d)
		}
	}
	for _, doc := range []string{"", "<html>", "<opml><body><outline text='x' xmlUrl='file:///etc/passwd'/></body></opml>"} {
		if _, err := ReadOPML(strings.NewReader(doc)); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "no feed in it") {
			t.Errorf("%q: %v", doc, err)
		}
	}
}

// FuzzOPML holds that what was read and is written is read as the same feeds.
func FuzzOPML(f *testing.F) {
	f.Add([]byte(`<opml><body><outline text="A"><outline text="B" xmlUrl="https://b.example.org/?a=1&amp;b=2" htmlUrl="https://b.example.org/"/></outline></body></opml>`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		list, err := ReadOPML(bytes.NewReader(doc))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := WriteOPML(&b, "x", list); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML(&b)
		if err != nil {
			t.Fatal(err)
		}
		feeds := func(list []Outline) map[string]string {
			out := map[string]string{}
			for _, o := range list {
				if !utf8.ValidString(o.Feed + o.Title) {
					t.Errorf("%q", o)
				}
				out[o.Feed] = o.Title
			}
			return out
		}
		if d := cmp.Diff(feeds(list), feeds(again)); d != "" {
			t.Error(d)
		}
	})
}
