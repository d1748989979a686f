package extract

import (
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// Where a page's date stands.
const (
	linkedDate   = iota // JSON-LD of the article
	pageDate            // JSON-LD of the page around the article
	metaDate            // a meta element for the day of publication
	timeDate            // a time element that is marked as the day of publication
	labelDate           // a text behind a label such as "Published"
	originalDate        // a sentence that says when it was first published
	weakDate            // a meta element for a date of any kind
	printedDate         // a text that is a date, or has one
	plainDate           // any other time element
	addressDate         // the page's address
	foundDate           // what go-htmldate found
	changedDate         // JSON-LD or a meta element for the day of a change
	updatedDate         // a time element or a text behind a label such as "Updated"
)

// dateRules are their names. Of several places that name the day that is taken,
// the first gives the rule its name.
var dateRules = [...]string{"json-ld", "json-ld-page", "meta", "time", "label", "original", "meta-date", "printed", "time-plain", "address", "htmldate", "changed", "updated"}

// dating is a day that a page names.
type dating struct {
	day   string
	place int
	at    int // letters of the page's text before it
	aside bool

	order dayOrder
	exact bool // as a machine reads it, in an attribute
}

// dayOrder is how sure it is that a day that is written in numbers has the day in
// front of the month, as it was read.
type dayOrder int

const (
	certain  dayOrder = iota
	either            // 11.03.2017
	american          // 11/03/2017: with the month in front on American pages
)

// date keeps a date that a page declares, as it stands there.
func (p *page) date(s string, place int) {
	if day, ok := dayIn(s, p.now); ok {
		p.day(day, place, false)
	}
}

func (p *page) day(day string, place int, aside bool) {
	p.keepDay(dating{day: day, place: place, aside: aside})
}

// mostDays is how many days of a page are kept.
const mostDays = 200

func (p *page) keepDay(d dating) {
	if d.at = p.letters; len(p.dated) < mostDays {
		p.dated = append(p.dated, d)
	}
}

// dayIn reads a declared date, with or without a time behind it.
func dayIn(s string, now time.Time) (string, bool) {
	if s = strings.TrimSpace(s); len(s) > 10 && len(s) < 40 && s[4] == '-' {
		s = s[:10]
	}
	return wholeDate(s, now)
}

// findDate lets go-htmldate look for a date.
func (p *page) findDate(root *html.Node, now time.Time) {
	found, err := htmldate.FromDocument(root, htmldate.Options{UseOriginalDate: true, URL: p.address, MaxDate: now})
	if err == nil && !found.IsZero() {
		p.date(found.Format(time.DateOnly), foundDate)
	}
}
