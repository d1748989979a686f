package extract

import (
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// Where a page's date stands, the surest first. What go-htmldate finds is surer
// than most of what pages declare: they declare the dates of other articles too,
// or the day when a page was made anew.
const (
	pageDate   = iota // JSON-LD of the page around the article
	foundDate         // what go-htmldate found in the page's address, elements and text
	metaDate          // a meta element for the day of publication
	timeDate          // a time element that is marked so
	linkedDate        // JSON-LD of the article
	weakDate          // a meta element for a date of any kind
)

// dateRules are their names.
var dateRules = [...]string{"json-ld-page", "htmldate", "meta", "time", "json-ld", "meta-date"}

// dateSureness is how often each was right, or said the same as what was, on the
// pages of docs/reading.md; there were few of the first, the fourth and the last.
var dateSureness = map[string]float64{"json-ld-page": 0.9, "htmldate": 0.7, "meta": 0.94, "time": 0.7, "json-ld": 0.72, "meta-date": 0.7}

// date keeps a date that a page declares, as it stands there.
func (p *page) date(s string, rule int) { p.published[rule] = keep(p.published[rule], s) }

// publishedDate gives the day of the first rule that has one, never one after
// now, and the name of the rule: where go-htmldate found a day that the page
// declares too, the name of the declaration.
func (p page) publishedDate(now time.Time) (day, rule string) {
	for i, s := range p.published {
		declared, ok := dayIn(s, now)
		switch {
		case !ok:
		case day == "":
			day, rule = declared, dateRules[i]
		case day == declared && rule == dateRules[foundDate]:
			rule = dateRules[i]
		}
	}
	return day, rule
}

// dayIn reads a declared date, with or without a time behind it.
func dayIn(s string, now time.Time) (string, bool) {
	if s = strings.TrimSpace(s); len(s) > 10 && len(s) < 40 && s[4] == '-' {
		s = s[:10]
	}
	return wholeDate(s, now)
}

// findDate lets go-htmldate look for a date unless a surer rule has one.
func (p *page) findDate(root *html.Node, now time.Time) {
	if _, ok := dayIn(p.published[pageDate], now); ok {
		return
	}
	found, err := htmldate.FromDocument(root, htmldate.Options{UseOriginalDate: true, URL: p.address, MaxDate: now})
	if err == nil && !found.IsZero() {
		p.date(found.Format(time.DateOnly), foundDate)
	}
}
