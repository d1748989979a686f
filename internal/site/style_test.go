package site

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rightsdesk/internal/web"
)

var colour = regexp.MustCompile(`--([a-z]+): #([0-9a-f]{3,6})\b`)

// schemes gives the named colours of the light and the dark scheme.
func schemes(css string) []map[string]string {
	var out []map[string]string
	for _, block := range strings.Split(css, ":root {")[1:3] {
		block, _, _ = strings.Cut(block, "}")
		found := map[string]string{}
		for _, m := range colour.FindAllStringSubmatch(block, -1) {
			found[m[1]] = m[2]
		}
		out = append(out, found)
	}
	return out
}

// luminance of a colour, as WCAG 2.2 defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 24)
	if err != nil {
		t.Fatalf("colour %q: %v", hex, err)
	}
	part := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func TestContrastOfBothSchemes(t *testing.T) {
	css := newFake().get(t, must(static.Address("style.css"))).body
	both := schemes(css)
	if len(both) != 2 || len(both[0]) < 10 || len(both[1]) != len(both[0]) {
		t.Fatalf("%v", both)
	}
	for i, c := range both {
		for _, pair := range [][2]string{{"ink", "paper"}, {"ink", "box"}, {"soft", "paper"}, {"soft", "box"}, {"accent", "paper"}, {"accent", "box"}, {"on", "accent"}, {"ink", "mark"}, {"bad", "badbox"}} {
			a, b := luminance(t, c[pair[0]]), luminance(t, c[pair[1]])
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("scheme %d: %s on %s has a contrast of %.2f", i, pair[0], pair[1], ratio)
			}
		}
	}
}

// Text may run in either direction, and nothing is fetched from elsewhere.
func TestStyleIsLogicalAndItsOwn(t *testing.T) {
	v := newFake().get(t, must(static.Address("style.css")))
	v.lacks(t, "left", "right", "margin-top", "margin-bottom", "padding-top", "padding-bottom", "url(", "@import", "http")
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
