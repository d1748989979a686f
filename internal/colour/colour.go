// Package colour reads colours and tells which of them people can read.
//
// Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3).
package colour

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Paper is what the site's text stands on, light and dark, and Box the ground of
// its boxes. internal/site/static/style.css has the same; a test looks.
var (
	LightGrounds = []Colour{must("#fbfaf7"), must("#f2f0e9")}
	DarkGrounds  = []Colour{must("#111318"), must("#1a1d24")}
)

// Enough is the least contrast of text, WCAG 2.2 level AA.
const Enough = 4.5

// Colour is an sRGB colour, each part from 0 to 1.
type Colour struct{ R, G, B float64 }

func must(s string) Colour {
	c, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return c
}

// Parse reads "#rgb" or "#rrggbb".
func Parse(s string) (Colour, error) {
	hex, found := strings.CutPrefix(strings.TrimSpace(s), "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 24)
	if !found || len(hex) != 6 || err != nil {
		return Colour{}, fmt.Errorf("%q is not a colour like #1f3a8a", s)
	}
	return Colour{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}, nil
}

// String gives "#rrggbb".
func (c Colour) String() string {
	part := func(v float64) int { return int(math.Round(min(max(v, 0), 1) * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c.R), part(c.G), part(c.B))
}

// Luminance gives the relative luminance, 0 for black to 1 for white.
func (c Colour) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Contrast gives the contrast of two colours, 1 to 21.
func Contrast(a, b Colour) float64 {
	x, y := a.Luminance(), b.Luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Readable reports whether text of the colour can be read on every ground.
func Readable(c Colour, grounds []Colour) bool {
	for _, g := range grounds {
		if Contrast(c, g) < Enough {
			return false
		}
	}
	return true
}

// Nearest gives the colour nearest to c, of its own hue, that can be read on
// every ground: c itself, or c made darker or lighter by the least step of
// eight bits that will do.
func Nearest(c Colour, grounds []Colour) Colour {
	toward := Colour{}
	if len(grounds) > 0 && grounds[0].Luminance() < 0.18 {
		toward = Colour{1, 1, 1}
	}
	for step := range 256 {
		part := float64(step) / 255
		mixed := Colour{c.R + (toward.R-c.R)*part, c.G + (toward.G-c.G)*part, c.B + (toward.B-c.B)*part}
		if rounded := must(mixed.String()); Readable(rounded, grounds) {
			return rounded
		}
	}
	return toward
}

// On gives black or white, whichever can be read better on c.
func On(c Colour) Colour {
	if white := (Colour{1, 1, 1}); Contrast(c, white) >= Contrast(c, Colour{}) {
		return white
	}
	return Colour{}
}
