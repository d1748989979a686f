package site

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// The drawing of a figure's claims, in units of its view box.
const (
	barWidth  = 460
	barLabel  = 190 // where the scale begins
	barHeight = 26
	barMost   = 12 // claims that are drawn; all of them stand in the list
)

// bars draws the claims behind a figure as ranges on one scale, and under them
// the figure itself: a dot for a number, a bracket for a bound, an arrow where
// nothing is said. The list beside it has the same in words.
func bars(language string, f public.Figure) template.HTML {
	claims := f.Claims[:min(barMost, len(f.Claims))]
	top := f.Max
	for _, c := range claims {
		top = max(top, c.Min, c.Max)
	}
	if top == 0 || len(claims) == 0 {
		return ""
	}
	x := func(v float64) float64 { return barLabel + v/top*(barWidth-barLabel-14) }
	var b strings.Builder
	height := (len(claims)+1)*barHeight + 26
	fmt.Fprintf(&b, `<svg class="bars" direction="ltr" viewBox="0 0 %d %d" role="img" aria-label="%s">`, barWidth, height,
		template.HTMLEscapeString(locale.T(language, "The claims on one scale, from 0 to {n}", "n", locale.Decimal(language, top))))
	for _, share := range []float64{0, 0.5, 1} {
		fmt.Fprintf(&b, `<line class="axis" x1="%.1f" x2="%.1f" y1="4" y2="%d"/><text class="small" x="%.1f" y="%d" text-anchor="%s">%s</text>`,
			x(share*top), x(share*top), height-20, x(share*top), height-6, []string{"start", "middle", "end"}[int(share*2)], locale.Decimal(language, share*top))
	}
	for i, c := range claims {
		y := float64(i*barHeight + 16)
		who := c.Claimant
		if who == "" {
			who = c.Outlet
		}
		label := narrow(who, labelColumns)
		if when := yearOf(c); when != "" {
			label += " (" + when + ")"
		}
		fmt.Fprintf(&b, `<text x="0" y="%.1f">%s</text>`, y+4, template.HTMLEscapeString(label))
		drawRange(&b, x, y, c.Bound, c.Min, c.Max, "")
	}
	y := float64(len(claims)*barHeight + 16)
	fmt.Fprintf(&b, `<text x="0" y="%.1f" font-weight="700">%s</text>`, y+4, template.HTMLEscapeString(locale.T(language, "This figure")))
	drawRange(&b, x, y, public.Range, f.Min, f.Max, " decided")
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

// labelColumns is how wide a label may be, in letters of the Latin script.
const labelColumns = 17

// narrow shortens a label to so many columns; a wide letter takes two.
func narrow(s string, columns int) string {
	used := 0
	for i, r := range s {
		used++
		if r > 0x2e80 {
			used++
		}
		if used > columns {
			return strings.TrimSpace(s[:i]) + "…"
		}
	}
	return s
}

func drawRange(b *strings.Builder, x func(float64) float64, y float64, bound public.Bound, low, high float64, class string) {
	at := x(max(low, high))
	switch {
	case slices.Contains([]public.Bound{public.AtMost, public.LessThan}, bound):
		fmt.Fprintf(b, `<line class="line%s" stroke-dasharray="3 4" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, class, at-34, at, y, y)
		bracket(b, at, y, -5, class)
	case slices.Contains([]public.Bound{public.AtLeast, public.MoreThan}, bound) || bound == public.Range && high == 0:
		fmt.Fprintf(b, `<line class="line%s" stroke-dasharray="3 4" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, class, at, at+12, y, y)
		bracket(b, at, y, 5, class)
	case low != high && low > 0:
		fmt.Fprintf(b, `<line class="line%s" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, class, x(low), x(high), y, y)
		bracket(b, x(low), y, 5, class)
		bracket(b, x(high), y, -5, class)
	default:
		fmt.Fprintf(b, `<circle class="open%s" cx="%.1f" cy="%.1f" r="5"/>`, class, at, y)
	}
}

// bracket draws one bracket at x that opens to the side of tick.
func bracket(b *strings.Builder, x, y, tick float64, class string) {
	fmt.Fprintf(b, `<path class="end%s" d="M%.1f %.1fh%.1fv16h%.1f"/>`, class, x+tick, y-8, -tick, tick)
}

// yearOf gives the year that a claim speaks of.
func yearOf(c public.Claim) string {
	when := c.AsOf
	if when == "" {
		when = c.Published
	}
	if len(when) < 4 {
		return ""
	}
	return when[:4]
}
