package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// How far from the headline a byline stands, and how far one name is from the
// next, in bytes of the page's text.
const (
	bylineAbove = 500
	bylineBelow = 1300
	bylineWidth = 250
)

// credited is who one place names.
type credited struct {
	people []string
	other  string // who is no person
}

// credits gives the people that a page names as its authors, and who is credited
// that is no person: those of the first place that names any. Of the places in
// the page, all that are near the headline come before those elsewhere.
func (p page) credits() (people []string, other string) {
	near := []credited{p.declared()}
	for place := markedAuthor; place < asideAuthor; place++ {
		near = append(near, p.credited(p.nearTitle(place)))
	}
	var far []credited
	for place := markedAuthor; place < datedAuthor; place++ {
		far = append(far, p.credited(p.farFromTitle(place)))
	}
	far = append(far, p.credited(p.farFromTitle(asideAuthor)), p.found(), credited{other: p.site()})
	for i, c := range slices.Concat(near, far) {
		if i >= len(near) && other != "" {
			break
		}
		if other == "" && len(people) == 0 {
			other = c.other
		}
		if len(people) == 0 {
			people = c.people
		}
	}
	if len(people) > 0 && (isUserName(other) || slices.Contains(people, other)) {
		other = ""
	}
	return people, other
}

// declared gives the authors of JSON-LD and of meta elements: those of which one
// is printed too where they have nobody in common, else the longer list.
func (p page) declared() credited {
	linked, meta := p.credited(p.all(linkedAuthor)), p.credited(p.all(metaAuthor))
	printed := func(c credited) bool {
		return slices.ContainsFunc(p.named, func(a naming) bool {
			return a.place > metaAuthor && a.place != foundAuthor && slices.ContainsFunc(peopleIn(a.text), func(s string) bool { return names(c.people, s) })
		})
	}
	other := first([]string{linked.other, meta.other})
	switch shared := slices.ContainsFunc(meta.people, func(s string) bool { return names(linked.people, s) }); {
	case len(linked.people) == 0, shared && len(meta.people) > len(linked.people), !shared && printed(meta) && !printed(linked):
		return credited{meta.people, other}
	}
	return credited{linked.people, other}
}

func names(people []string, name string) bool {
	return slices.ContainsFunc(people, func(s string) bool { return lettersOnly(s) == lettersOnly(name) })
}

// found gives what go-trafilatura found; it often takes single words, or one of
// several authors of other articles.
func (p page) found() credited {
	c := p.credited(p.all(foundAuthor))
	c.people = slices.DeleteFunc(c.people, func(s string) bool { return !personLike(s) || p.isSite(s) || p.oneOfMany(s) })
	return credited{people: c.people}
}

// oneOfMany reports whether a name is one of several that are marked as authors.
func (p page) oneOfMany(name string) bool {
	list := p.all(markedAuthor)
	among := func(a naming) bool { return lettersOnly(a.text) == lettersOnly(name) }
	return slices.ContainsFunc(list, among) && slices.ContainsFunc(list, func(a naming) bool { return !among(a) })
}

// all gives the namings of one place.
func (p page) all(place int) (list []naming) {
	for _, a := range p.named {
		if a.place == place {
			list = append(list, a)
		}
	}
	return list
}

// nearTitle gives the namings of one place that stand near the headline,
// together with the first of them.
func (p page) nearTitle(place int) (list []naming) {
	for _, a := range p.all(place) {
		near := p.top < 0 && a.at < bylineBelow || p.top >= 0 && a.at >= p.top-bylineAbove && a.at <= p.top+bylineBelow
		if place == datedAuthor {
			near = p.top >= 0 && a.at >= p.top-bylineAbove/3 && a.at <= p.top+bylineBelow/2
		}
		if near && (len(list) == 0 || a.at-list[len(list)-1].at <= bylineWidth) {
			list = append(list, a)
		}
	}
	return list
}

// farFromTitle gives the namings of one place anywhere, if all name one: several
// are those who comment, or the authors of other articles.
func (p page) farFromTitle(place int) []naming {
	list := p.all(place)
	for _, a := range list {
		if lettersOnly(a.text) != lettersOnly(list[0].text) || place == classedAuthor && isUserName(a.text) {
			return nil
		}
	}
	return list
}

// credited reads namings: people, or else the first that is no person.
func (p page) credited(list []naming) (c credited) {
	title := lettersOnly(p.chosen)
	for _, a := range list {
		if a.place == datedAuthor && strings.Contains(title, lettersOnly(a.text)) {
			continue
		}
		var names []string
		outlet := p.isOutlet(a.text) || a.body && p.isSite(a.text)
		if !a.body && !outlet {
			names = slices.DeleteFunc(peopleIn(turned(a)), p.isOutlet)
		}
		for _, name := range names {
			c.people = appendNew(c.people, name)
		}
		if c.other == "" && len(names) == 0 && !outlet {
			c.other = creditIn(a)
		}
	}
	return c
}

// isOutlet reports whether a name is the site's, and not a person's who gave it
// to the site.
func (p page) isOutlet(name string) bool {
	if host := lettersOnly(p.host); host != "" && strings.HasPrefix(lettersOnly(name), host) {
		return true
	}
	return p.isSite(name) && (!personLike(name) || !isPersonName(name) || startsWith(strings.ToLower(name), "el ", "la ", "le ", "il "))
}

// site gives the site's name where the page says that it is the author.
func (p page) site() string {
	for _, a := range p.named {
		if a.place <= classedAuthor && !a.body && p.isOutlet(a.text) && (strings.Contains(a.text, " ") || !strings.Contains(a.text, ".")) {
			return creditIn(a)
		}
	}
	return ""
}

// turned gives the naming of a meta element with the given name in front:
// "Invented, Ana".
func turned(a naming) string {
	family, given, comma := strings.Cut(a.text, ", ")
	if n := len(strings.Fields(given)); a.place == metaAuthor && comma && len(strings.Fields(family)) == 1 && n >= 1 && n <= 2 && !strings.Contains(given, ",") && isPersonName(given) && isPersonName(family) {
		return given + " " + family
	}
	return a.text
}

// peopleIn gives the people in a declaration, which may have a cue and a date
// around them.
func peopleIn(s string) []string {
	s = oneLine(html.UnescapeString(s))
	s = uncued(s)
	if name, agency, yes := strings.Cut(s, "/"); yes && personLike(name) && !personLike(agency) {
		s = name
	}
	var out []string
	for _, name := range people(s) {
		if isPersonName(name) {
			out = append(out, name)
		}
	}
	return out
}

// appendNew appends a name unless one in the list contains it or is contained
// in it; the longer one stays.
func appendNew(list []string, name string) []string {
	for i, have := range list {
		a, b := lettersOnly(have), lettersOnly(name)
		if strings.Contains(a, b) {
			return list
		}
		if strings.Contains(b, a) {
			list[i] = name
			return list
		}
	}
	return append(list, name)
}
