package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func plain(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// sample is invented.
func sample() Rows {
	return Rows{
		ID: "f1", Title: "Invented workers", Desc: "Four claims.", Number: plain, Decided: Row{Name: "This figure", Value: "20 – 50", Kind: Range, Low: 20, High: 50},
		Rows: []Row{
			{When: "2015", Name: "exact", Value: "40", Kind: Exact, Low: 40, High: 40},
			{Name: "2016 about", Value: "about 30", Kind: About, Low: 30, High: 30, Hedged: true},
			{Name: "2017 most", Value: "at most 100", Kind: AtMost, High: 100, Hedged: true},
			{Name: "2018 least", Value: "at least 10", Kind: AtLeast, Low: 10},
			{Name: "2019 range", Value: "60 – 80", Kind: Range, Low: 60, High: 80, Hedged: true},
		},
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
	}
}

func TestEachKindHasAShapeOfItsOwn(t *testing.T) {
	svg := string(sample().SVG())
	wellFormed(t, svg)
	for what, piece := range map[string]string{
		"an exact number":            `<circle class="exact" fill="currentColor" cx="39.00%"`,
		"about, hedged":              `<circle class="open hedged" stroke-dasharray="3 3" cx="30.00%"`,
		"at most, open downwards":    `<line class="line loose hedged" stroke-dasharray="2 5" x1="3.00%" x2="93.00%"`,
		"at least, open upwards":     `<line class="line loose" stroke-dasharray="2 5" x1="12.00%" x2="100.00%"`,
		"a range, hedged":            `<rect class="bar hedged" stroke-dasharray="4 3" fill-opacity=".2" fill="currentColor" x="57.00%" y="201" width="18.00%"`,
		"the bracket that closes":    `<svg x="93.00%" y="117" overflow="visible"><path class="end hedged" stroke-dasharray="3 3" d="M-6 -8h6v16h-6"/>`,
		"the bracket that opens":     `<svg x="12.00%" y="161" overflow="visible"><path class="end" d="M6 -8h-6v16h6"/>`,
		"what was decided":           `<rect class="bar decided" fill-opacity=".2" fill="currentColor" x="21.00%"`,
		"its edge through all rows":  `<line class="edge" stroke-dasharray="0 20 2 4 2 4 2 4 2 4" x1="21.00%"`,
		"title":                      `<title id="f1-title">Invented workers</title>`,
		"description":                `<desc id="f1-desc">Four claims.</desc>`,
		"when and who":               "text-anchor=\"start\">\u20682015\u2069 \u2068exact\u2069<",
		"the end of the scale":       ">\u2068100\u2069</text>",
		"its middle":                 ">\u206850\u2069</text>",
		"it is an image with a name": `role="img" aria-labelledby="f1-title" aria-describedby="f1-desc"`,
	} {
		if !strings.Contains(svg, piece) {
			t.Errorf("%s: no %s in\n%s", what, piece, strings.ReplaceAll(svg, "><", ">\n<"))
		}
	}
}

// Without any colour and without a style sheet, each kind of number is still
// another shape, and one with a hedge is another than one without.
func TestNoKindIsToldByColour(t *testing.T) {
	hues := regexp.MustCompile(`#[0-9a-f]{3}|rgb|hsl|var\(|(fill|stroke)="(?:[^cn"][^"]*)"`)
	if svg := string(sample().SVG()); hues.MatchString(svg) {
		t.Errorf("a colour: %s", hues.FindString(svg))
	}
	look := regexp.MustCompile(` (class|x|y|cx|cy|x1|x2|y1|y2|width)="[^"]*"|>[^<]*</text>`)
	seen := map[string]string{}
	for kind, r := range map[string]Row{
		"exact": {Kind: Exact, Low: 50, High: 50}, "about": {Kind: About, Low: 50, High: 50}, "range": {Kind: Range, Low: 20, High: 50},
		"at most": {Kind: AtMost, High: 50}, "at least": {Kind: AtLeast, Low: 20},
	} {
		for _, hedged := range []bool{false, true} {
			d := drawing{top: 100}
			r.Hedged = hedged
			d.row(r, 0, "")
			shape := look.ReplaceAllString(d.b.String(), "")
			name := fmt.Sprintf("%s, hedged %v", kind, hedged)
			if same, drawn := seen[shape]; drawn {
				t.Errorf("%s looks like %s: %s", name, same, shape)
			}
			seen[shape] = name
		}
	}
}

var place = regexp.MustCompile(`(?:cx|x1|x2| x)="([0-9.]+)%"`)

// From the right everything stands where it would in a mirror.
func TestFromTheRight(t *testing.T) {
	c := sample()
	left := place.FindAllStringSubmatch(string(c.SVG()), -1)
	c.RTL = true
	svg := string(c.SVG())
	wellFormed(t, svg)
	right := place.FindAllStringSubmatch(svg, -1)
	if len(left) != len(right) || len(left) < 30 || !strings.Contains(svg, `direction="rtl"`) || !strings.Contains(svg, `d="M-6 -8h6v16h-6"`) {
		t.Fatalf("%d and %d places in\n%s", len(left), len(right), svg)
	}
	for i := range left {
		l, _ := strconv.ParseFloat(left[i][1], 64)
		r, _ := strconv.ParseFloat(right[i][1], 64)
		// A bar's x is its left edge: its mirror is looked at below.
		if l+r != 100 && !strings.HasPrefix(left[i][0], " x") {
			t.Errorf("%s and %s are no mirror", left[i][0], right[i][0])
		}
	}
	if !strings.Contains(svg, `x="25.00%" y="201" width="18.00%"`) { // 100 - 57 - 18
		t.Errorf("the bar is not mirrored:\n%s", svg)
	}
}

func TestTheScaleIsRound(t *testing.T) {
	for top, want := range map[float64]float64{147: 100, 50000: 20000, 100: 50, 64: 50, 12.5: 5, 12.6: 10, 3: 2, 1: 0.5, 200000: 100000} {
		if got := roundStep(top / 2.5); got != want {
			t.Errorf("up to %v in steps of %v, want %v", top, got, want)
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	if svg := (Rows{Number: plain}).SVG(); svg != "" {
		t.Error(svg)
	}
	if svg := (Rows{Number: plain, Rows: []Row{{Name: "nothing"}}}).SVG(); svg != "" {
		t.Error(svg)
	}
}

func TestTextsAreEscapedAndFit(t *testing.T) {
	c := sample()
	c.Rows[0].Name, c.Title, c.ID = `<script>"&`+strings.Repeat("長", 90), `<b>`, `"x`
	svg := string(c.SVG())
	wellFormed(t, svg)
	if strings.Contains(svg, "<script>") || strings.Contains(svg, "<b>") || !strings.Contains(svg, "長…") || strings.Contains(svg, strings.Repeat("長", 20)) {
		t.Error(svg)
	}
}

// FuzzRows holds that every chart is well-formed and that nothing stands
// outside of it.
func FuzzRows(f *testing.F) {
	f.Add("name", 1.0, 2.0, 1, true, false)
	f.Add("<", 0.0, 1e12, 3, false, true)
	f.Fuzz(func(t *testing.T, name string, low, high float64, kind int, hedged, rtl bool) {
		if !(low >= 0 && high >= low && high < 1e15) || !wellEncoded(name) {
			t.Skip() // a claim has no such number
		}
		c := sample()
		c.RTL = rtl
		c.Rows = append(c.Rows, Row{Name: name, Value: name, Kind: Kind(uint(kind) % 5), Low: low, High: high, Hedged: hedged})
		svg := string(c.SVG())
		wellFormed(t, svg)
		for _, m := range place.FindAllStringSubmatch(svg, -1) {
			if v, err := strconv.ParseFloat(m[1], 64); err != nil || v < 0 || v > 100 {
				t.Errorf("%s stands outside", m[0])
			}
		}
	})
}

// wellEncoded reports whether XML may hold a text.
func wellEncoded(s string) bool {
	for _, r := range s {
		if r < 0x20 || r == 0xfffd || r >= 0xfffe {
			return false
		}
	}
	return true
}
