// Package chart draws charts as SVG from plain numbers. It knows no record: who
// calls it says in words what is drawn.
//
// A drawing is as wide as its place, with text of one size at every width: what
// stands across is given in percents. It is told apart by shape and not by
// colour, also where no style sheet reaches it; it says in <title> and <desc>
// what it shows, and runs from the right on pages that do.
package chart

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"
)

// Kind is how a number bounds what it counts.
type Kind int

// The kinds, with how each is drawn.
const (
	Exact   Kind = iota // a full mark
	About               // an open mark
	Range               // a bar between two brackets
	AtMost              // a bracket with an open, broken line before it
	AtLeast             // a bracket with an open, broken line after it
)

// Row is one number with who says it.
type Row struct {
	When   string  // at the row's beginning; may be empty
	Name   string  // after it; cut to fit
	Value  string  // the number in words, at its end
	Kind   Kind    //
	Low    float64 // 0: not known
	High   float64 // 0: not known; of one number the same as Low
	Hedged bool    // drawn with a broken outline
}

// Rows is a chart of numbers on one scale from zero, one under the other in
// their order, and what was decided of them as a bracket behind them all.
type Rows struct {
	ID      string // of the page, for the names of the parts; letters, digits and "-"
	Title   string
	Desc    string
	Rows    []Row
	Decided Row                  // Low 0: open downwards, High 0: open upwards
	Number  func(float64) string // writes a number of the scale
	RTL     bool                 // the page runs from right to left
}

// Sizes in pixels. What runs down the chart leaves out each row's text: its
// dashes take 44 together.
const (
	rowHeight = 44
	textBase  = 14 // of a row's text
	barBase   = 29 // of what is drawn
	footer    = 24 // with the scale
)

// Least and most of the scale's place, in percents.
const (
	begin = 3.0
	end   = 93.0
)

// columns is how wide the texts of a row may be together, in letters of the
// Latin script, so that they fit the narrowest screen.
const (
	columns = 37
	minName = 12 // of these a row's name has at least
)

// SVG draws the chart, nothing where there is nothing to draw. What it writes
// is escaped.
func (c Rows) SVG() template.HTML {
	top := c.top()
	if top == 0 || len(c.Rows) == 0 {
		return ""
	}
	d := drawing{rtl: c.RTL, top: top}
	height := (len(c.Rows)+1)*rowHeight + footer
	d.open(c, height)
	d.scale(c.Number, height)
	d.band(c.Decided, height)
	for i, r := range c.Rows {
		d.row(r, i*rowHeight, "")
	}
	d.row(c.Decided, len(c.Rows)*rowHeight, " decided")
	d.b.WriteString(`</svg>`)
	return template.HTML(d.b.String())
}

// top is the largest number that is drawn.
func (c Rows) top() float64 {
	top := max(c.Decided.Low, c.Decided.High)
	for _, r := range c.Rows {
		top = max(top, r.Low, r.High)
	}
	return top
}

// drawing collects the SVG.
type drawing struct {
	b   strings.Builder
	rtl bool
	top float64
}

// x gives where a number stands, in percents from the left.
func (d *drawing) x(v float64) float64 { return d.side(begin + v/d.top*(end-begin)) }

// side turns a place round where the page runs from the right.
func (d *drawing) side(percent float64) float64 {
	if d.rtl {
		return 100 - percent
	}
	return percent
}

// on gives pixels towards larger numbers.
func (d *drawing) on(pixels int) int {
	if d.rtl {
		return -pixels
	}
	return pixels
}

func (d *drawing) open(c Rows, height int) {
	dir := "ltr"
	if c.RTL {
		dir = "rtl"
	}
	fmt.Fprintf(&d.b, `<svg class="chart" width="100%%" height="%d" direction="%s" fill="none" stroke="currentColor" stroke-width="2" role="img" aria-labelledby="%s-title" aria-describedby="%s-desc"><title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`,
		height, dir, escape(c.ID), escape(c.ID), escape(c.ID), escape(c.Title), escape(c.ID), escape(c.Desc))
}

// scale draws zero and one or two round numbers.
func (d *drawing) scale(number func(float64) string, height int) {
	d.text(d.side(0), height-5, "start", "small", number(0))
	d.axis(0, height)
	step := roundStep(d.top / 2.5)
	for v := step; v <= d.top; v += step {
		d.text(d.x(v), height-5, "middle", "small", number(v))
		d.axis(v, height)
	}
}

func (d *drawing) axis(v float64, height int) {
	fmt.Fprintf(&d.b, `<line class="axis" stroke-opacity=".3" stroke-dasharray="0 20 24 0" x1="%.2f%%" x2="%.2f%%" y1="0" y2="%d"/>`, d.x(v), d.x(v), height-footer)
}

// roundStep gives the smallest of 1, 2 and 5 times a power of ten that is no
// less than v.
func roundStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= v {
			return times * power
		}
	}
	return 10 * power
}

// band draws the edges of what was decided through all rows.
func (d *drawing) band(decided Row, height int) {
	for _, v := range []float64{decided.Low, decided.High} {
		if v > 0 {
			fmt.Fprintf(&d.b, `<line class="edge" stroke-dasharray="0 20 2 4 2 4 2 4 2 4" x1="%.2f%%" x2="%.2f%%" y1="0" y2="%d"/>`, d.x(v), d.x(v), height-footer)
		}
	}
}

// row draws a row at a height.
func (d *drawing) row(r Row, y int, class string) {
	value := narrow(r.Value, columns-minName)
	room := columns - width(value) - width(r.When)
	d.text(d.side(0), y+textBase, "start", strings.TrimSpace("name"+class), strings.TrimSpace(r.When), narrow(r.Name, room))
	d.text(d.side(100), y+textBase, "end", strings.TrimSpace("value"+class), value)
	at := y + barBase
	if r.Hedged {
		class += " hedged"
	}
	switch low, high := d.x(r.Low), d.x(r.High); r.Kind {
	case AtMost:
		d.line(d.x(0), high, at, " loose"+class)
		d.bracket(high, at, -6, class)
	case AtLeast:
		d.line(low, d.side(100), at, " loose"+class)
		d.bracket(low, at, 6, class)
	case Range:
		d.bar(low, high, at, class)
		d.bracket(low, at, 6, class)
		d.bracket(high, at, -6, class)
	case About:
		d.mark(high, at, "open"+class)
	default:
		d.mark(high, at, "exact"+class)
	}
}

func (d *drawing) line(from, to float64, y int, class string) {
	fmt.Fprintf(&d.b, `<line class="line%s" stroke-dasharray="2 5" x1="%.2f%%" x2="%.2f%%" y1="%d" y2="%d"/>`, class, from, to, y, y)
}

// bar draws a range; a hedged one has a broken outline.
func (d *drawing) bar(from, to float64, y int, class string) {
	dash := ""
	if strings.Contains(class, "hedged") {
		dash = ` stroke-dasharray="4 3"`
	}
	fmt.Fprintf(&d.b, `<rect class="bar%s"%s fill-opacity=".2" fill="currentColor" x="%.2f%%" y="%d" width="%.2f%%" height="8"/>`, class, dash, min(from, to), y-4, max(from, to)-min(from, to))
}

// bracket draws one bracket that opens to the side of tick, in pixels towards
// larger numbers.
func (d *drawing) bracket(x float64, y, tick int, class string) {
	dash := ""
	if strings.Contains(class, "hedged") {
		dash = ` stroke-dasharray="3 3"`
	}
	fmt.Fprintf(&d.b, `<svg x="%.2f%%" y="%d" overflow="visible"><path class="end%s"%s d="M%d -8h%dv16h%d"/></svg>`, x, y, class, dash, d.on(tick), -d.on(tick), d.on(tick))
}

// mark draws one number: full where it is exact, open where it is about.
func (d *drawing) mark(x float64, y int, class string) {
	look := ""
	if strings.HasPrefix(class, "exact") {
		look = ` fill="currentColor"`
	}
	if strings.Contains(class, "hedged") {
		look += ` stroke-dasharray="3 3"`
	}
	fmt.Fprintf(&d.b, `<circle class="%s"%s cx="%.2f%%" cy="%d" r="6"/>`, class, look, x, y)
}

// text writes texts after each other, each in its own direction as <bdi> would
// have it.
func (d *drawing) text(x float64, y int, anchor, class string, texts ...string) {
	fmt.Fprintf(&d.b, `<text class="%s" fill="currentColor" stroke="none" x="%.2f%%" y="%d" text-anchor="%s">`, class, x, y, anchor)
	for i, t := range slices.DeleteFunc(texts, func(t string) bool { return t == "" }) {
		if i > 0 {
			d.b.WriteByte(' ')
		}
		d.b.WriteString("\u2068" + escape(t) + "\u2069")
	}
	d.b.WriteString(`</text>`)
}

func escape(s string) string { return template.HTMLEscapeString(s) }

// width counts the columns of a text; a wide letter takes two.
func width(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

func columnsOf(r rune) int {
	if r > 0x2e80 {
		return 2
	}
	return 1
}

// narrow shortens a text to so many columns.
func narrow(s string, most int) string {
	used := 0
	for i, r := range s {
		if used += columnsOf(r); used > most {
			return strings.TrimSpace(s[:i]) + "…"
		}
	}
	return s
}
