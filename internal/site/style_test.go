package site

import (
	"regexp"
	"strings"
	"testing"

	"rightsdesk/internal/colour"
	"rightsdesk/internal/web"
)

var hexColour = regexp.MustCompile(`--([a-z]+): #([0-9a-f]{3,6})\b`)

// schemes gives the named colours of the light and the dark scheme.
func schemes(css string) []map[string]string {
	var out []map[string]string
	for _, block := range strings.Split(css, ":root {")[1:3] {
		block, _, _ = strings.Cut(block, "}")
		found := map[string]string{}
		for _, m := range hexColour.FindAllStringSubmatch(block, -1) {
			found[m[1]] = m[2]
		}
		out = append(out, found)
	}
	return out
}

func TestContrastOfBothSchemes(t *testing.T) {
	css := newFake().get(t, must(static.Address("style.css"))).body
	both := schemes(css)
	if len(both) != 2 || len(both[0]) < 10 || len(both[1]) != len(both[0]) {
		t.Fatalf("%v", both)
	}
	for i, c := range both {
		for _, pair := range [][2]string{{"ink", "paper"}, {"ink", "box"}, {"soft", "paper"}, {"soft", "box"}, {"accent", "paper"}, {"accent", "box"}, {"on", "accent"}, {"ink", "mark"}, {"bad", "badbox"}, {"signal", "paper"}, {"signal", "box"}} {
			a, aerr := colour.Parse("#" + c[pair[0]])
			b, berr := colour.Parse("#" + c[pair[1]])
			if ratio := colour.Contrast(a, b); aerr != nil || berr != nil || ratio < colour.Enough {
				t.Errorf("scheme %d: %s on %s has a contrast of %.2f", i, pair[0], pair[1], ratio)
			}
		}
	}
}

// An organisation's colour is checked against these grounds.
func TestGroundsAreThoseOfThePage(t *testing.T) {
	both := schemes(newFake().get(t, must(static.Address("style.css"))).body)
	for i, grounds := range [][]colour.Colour{colour.LightGrounds, colour.DarkGrounds} {
		if paper, box := "#"+both[i]["paper"], "#"+both[i]["box"]; grounds[0].String() != paper || grounds[1].String() != box {
			t.Errorf("%v, but the style sheet has %s and %s", grounds, paper, box)
		}
	}
}

// Text may run in either direction, and nothing is fetched from elsewhere.
func TestStyleIsLogicalAndItsOwn(t *testing.T) {
	v := newFake().get(t, must(static.Address("style.css")))
	v.lacks(t, " left", " right", "margin-top", "margin-bottom", "padding-top", "padding-bottom", "url(", "@import", "http")
	if v.header.Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(v.header.Get("Cache-Control"), "immutable") {
		t.Errorf("%v", v.header)
	}
	for _, need := range []string{"prefers-color-scheme: dark", "@media print", ":focus-visible", "[dir=rtl]", ":lang(ko)"} {
		v.wants(t, 200, need)
	}
	page := newFake().get(t, "/").body
	if !strings.Contains(page, `href="`+web.StaticPath+"style.") {
		t.Error("the page does not use its style sheet")
	}
}
