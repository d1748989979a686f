package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isTimeElement reports whether an element holds a time that a machine reads.
func isTimeElement(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Time:
		return true
	case n.DataAtom == atom.Meta, n.DataAtom == atom.Ins, n.DataAtom == atom.Del:
		return false
	case n.DataAtom == atom.Abbr:
		return attr(n, "title") != "" && hasClass(attr(n, "class"), []string{"publish", "updated", "date"})
	}
	return attr(n, "datetime") != "" || strings.HasPrefix(attr(n, "itemprop"), "date") || hasClass(attr(n, "property"), createdProperties)
}

// createdProperties are those of RDFa for the day of publication.
var createdProperties = []string{"dc:date", "dc:created", "dcterms:created", "datepublished"}

// timeElement reads a time element: its day as a machine reads it, or as it is
// printed.
func (p *page) timeElement(n *html.Node, aside bool) {
	kind := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "id"))
	place := plainDate
	switch {
	case strings.Contains(kind, "modif"), strings.Contains(kind, "updat"), isChange(p.lastText):
		place = updatedDate
	case strings.Contains(kind, "publi"), has(n, "pubdate"), hasClass(attr(n, "property"), createdProperties), isPublication(p.lastText):
		place = timeDate
	}
	for _, name := range []string{"datetime", "content", "title"} {
		if day, ok := dayIn(attr(n, name), p.now); ok {
			p.keepDay(dating{day: day, place: place, aside: aside, exact: true})
			return
		}
	}
	if day, ok := dateLine(inner(n), p.now); ok {
		p.day(day, place, aside)
	}
}

// dateText is how many letters a text has at most in which a date is looked for.
const dateText = 100

// dateIn reads a text that has a date.
func (p *page) dateIn(s string, aside bool) {
	if s = oneLine(s); !strings.ContainsFunc(s, unicode.IsDigit) {
		return
	}
	if utf8.RuneCountInString(s) > dateText {
		p.originalIn(s, aside)
		return
	}
	before := p.lastText
	for at := 0; at < len(s); {
		if day, n := scanDate(s[at:], p.now); n > 0 {
			place := printedDate
			switch label := strings.ToLower(s[:at]); {
			case isChange(label), strings.TrimSpace(label) == "" && isChange(before):
				place = updatedDate
			case isPublication(label), strings.TrimSpace(label) == "" && isPublication(before):
				place = labelDate
			}
			p.keepDay(dating{day: day, place: place, aside: aside, order: orderOf(s[at : at+n])})
			before, s, at = "", s[at+n:], 0
			continue
		}
		at += nextWord(s[at:])
	}
}

// orderOf says in which order day and month may stand in a day as it is written.
func orderOf(s string) dayOrder {
	if at := strings.IndexFunc(s, func(r rune) bool { return digit(r) >= 0 }); at > 0 && isDayName(strings.ToLower(strings.Trim(s[:at], " ,.،"))) {
		s = s[at:] // the day of the week says nothing of the order
	}
	year, _, _ := strings.Cut(strings.Map(func(r rune) rune {
		if digit(r) < 0 {
			return ' '
		}
		return r
	}, s), " ")
	switch {
	case strings.ContainsFunc(s, unicode.IsLetter), len(year) > 2:
		return certain
	case strings.Contains(s, "/"):
		return american
	}
	return either
}

// originals stand before the day of publication in a sentence.
var originals = []string{"originally published on ", "originally published ", "originally published: ", "first published on ", "first published ", "first published: ", "originally posted on ", "was published on "}

// originalIn reads a sentence that names the day of publication: "This article
// was originally published on …".
func (p *page) originalIn(s string, aside bool) {
	lower := strings.ToLower(s)
	for _, w := range originals {
		if at := strings.Index(lower, w); at >= 0 && len(lower) == len(s) {
			if day, n := scanDate(s[at+len(w):], p.now); n > 0 {
				p.day(day, originalDate, aside)
				return
			}
		}
	}
}

// nextWord gives where the next word or number begins.
func nextWord(s string) int {
	inside := true
	for i, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if !inside && letter {
			return i
		}
		inside = inside && letter
	}
	return len(s)
}

var (
	changeWords      = []string{"updated", "modified", "revised", "reviewed", "edited", "changed", "aktualisiert", "geändert", "stand:", "mis à jour", "mise à jour", "modifié", "actualizado", "atualizado", "aggiornat", "обновлен", "изменен", "güncelle", "تحديث", "更新", "수정"}
	publicationWords = []string{"publi", "posted", "created", "veröffentlicht", "erstellt", "erschienen", "gepostet", "geplaatst", "gepubliceerd", "опублик", "дата", "نشر", "تاريخ", "发布", "發布", "发表", "입력", "등록", "yayın", "diterbitkan", "datum", "date:", "fecha", "written on"}
)

// isChange reports whether a label is that of the day when a page was changed.
func isChange(label string) bool { return labelHas(label, changeWords) }

// isPublication reports whether a label is that of the day of publication.
func isPublication(label string) bool { return labelHas(label, publicationWords) }

func labelHas(label string, words []string) bool {
	if len(label) > 60 {
		return false
	}
	label = strings.ToLower(label)
	for _, w := range words {
		if strings.Contains(label, w) {
			return true
		}
	}
	return false
}

// addressDay finds a day in an address: /2017/03/29/, /2017-03-29-.
var addressDay = regexp.MustCompile(`(?:^|[/_.-])((?:19|20)\d\d)[/_.-]?([01]\d)[/_.-]?([0-3]\d)(?:[/_.-]|$)`)
