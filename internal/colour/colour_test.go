package colour

import (
	"math"
	"testing"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{"#1F3A8A": "#1f3a8a", "#fff": "#ffffff", " #000 ": "#000000"} {
		if c, err := Parse(in); err != nil || c.String() != want {
			t.Errorf("%q: %v, %v", in, c, err)
		}
	}
	for _, bad := range []string{"", "#", "red", "1f3a8a", "#12345", "#1234567", "#ggg", "#+12345", "rgb(1,2,3)"} {
		if c, err := Parse(bad); err == nil {
			t.Errorf("%q was read as %v", bad, c)
		}
	}
}

// The pairs are those of the WCAG's own understanding document and of common
// checkers: #777 on white falls just short.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000", "#fff", 21}, {"#777777", "#ffffff", 4.48}, {"#767676", "#ffffff", 4.54}, {"#1f3a8a", "#1f3a8a", 1}} {
		if got := Contrast(must(c.a), must(c.b)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// Whatever an organisation chooses, the nearest colour can be read, and what
// could be read already stays.
func TestNearest(t *testing.T) {
	for r := 0; r < 256; r += 51 {
		for g := 0; g < 256; g += 51 {
			for b := 0; b < 256; b += 51 {
				c := Colour{float64(r) / 255, float64(g) / 255, float64(b) / 255}
				for _, grounds := range [][]Colour{LightGrounds, DarkGrounds} {
					n := Nearest(c, grounds)
					if !Readable(n, grounds) || Readable(c, grounds) && n.String() != c.String() {
						t.Errorf("%s on %v becomes %s", c, grounds, n)
					}
					if Contrast(n, On(n)) < Enough {
						t.Errorf("nothing can be read on %s", n)
					}
				}
			}
		}
	}
}
