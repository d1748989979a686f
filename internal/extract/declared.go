package extract

import (
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// Where a page's date stands, the surest first. JSON-LD of articles is less sure
// than what go-htmldate finds: it often speaks of other articles, or of the day
// when a page was made anew.
const (
	metaDate   = iota // a meta element for the day of publication
	pageDate          // JSON-LD of the page around the article
	timeDate          // a time element that is marked so
	foundDate         // what go-htmldate found in the page's address, elements and text
	linkedDate        // JSON-LD of the article
	weakDate          // a meta element for a date of any kind
)

// dateRules are their names.
var dateRules = [...]string{"meta", "json-ld-page", "time", "htmldate", "json-ld", "meta-date"}

// date keeps a date that a page declares, as it stands there.
func (p *page) date(s string, rule int) { p.published[rule] = keep(p.published[rule], s) }

// publishedDate gives the day of the first rule that has one, never one after
// now, and the name of the rule.
func (p page) publishedDate(now time.Time) (day, rule string) {
	return p.dateOf(len(dateRules), now)
}

// dateOf asks the first n rules.
func (p page) dateOf(n int, now time.Time) (day, rule string) {
	for i, s := range p.published[:n] {
		if s = strings.TrimSpace(s); len(s) > 10 && len(s) < 40 && s[4] == '-' {
			s = s[:10]
		}
		if day, ok := wholeDate(s, now); ok {
			return day, dateRules[i]
		}
	}
	return "", ""
}

// findDate looks for a date in a page for which no surer rule has one.
func (p *page) findDate(root *html.Node, now time.Time) {
	if day, _ := p.dateOf(foundDate, now); day != "" {
		return
	}
	found, err := htmldate.FromDocument(root, htmldate.Options{UseOriginalDate: true, URL: p.address, MaxDate: now})
	if err == nil && !found.IsZero() {
		p.date(found.Format(time.DateOnly), foundDate)
	}
}
