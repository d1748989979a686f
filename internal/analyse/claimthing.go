package analyse

import (
	"slices"
	"strings"

	"rightsdesk/internal/geo"
)

// maxThing is how many tokens the words for what is counted have at most.
const maxThing = 7

// thing finds the noun phrase that begins at a token in a language that says it
// behind its number: adjectives, the noun, and what belongs to it. Its unit is
// empty where no noun is known to stand there.
func (c *claimer) thing(i int) noun {
	switch c.language {
	case "en":
		return c.thingEnglish(i)
	case "fr", "es":
		return c.thingLatin(i)
	case "ru":
		return c.thingRussian(i)
	case "ar":
		return c.thingArabic(i)
	case "zh":
		return c.thingChinese(i)
	}
	return noun{}
}

// thingEnglish takes the words up to the last of the plurals that stand
// together: "Roma children", "civil society groups".
func (c *claimer) thingEnglish(i int) noun {
	head := 0
	out := noun{begin: i}
	for k := i; k < min(len(c.tokens), i+maxThing); k++ {
		t := &c.tokens[k]
		if t.kind == markToken && (t.text == "-" || t.text == "'" || t.text == "’") && !t.blank && k > i {
			continue
		}
		if p, ok := c.nouns.at(c.tokens, k); ok && !c.owns(p.end) {
			if out.unit == "people" && p.value != "people" && p.end == k+1 && !strings.HasSuffix(t.text, "s") {
				break
			}
			out.end, out.unit, head = p.end, p.value, k
			k = p.end - 1
			continue
		}
		if t.kind != wordToken || c.function[t.text] {
			break
		}
		if unit := c.pluralUnit(k); unit != "" && !c.owns(k+1) {
			if head > 0 && k == out.end && c.verbal[t.text] {
				break
			}
			out.end, out.unit, head = k+1, unit, k
			continue
		}
		if out.unit != "" {
			break
		}
	}
	if out.unit == "" {
		return noun{}
	}
	return c.pair(out)
}

// pair takes a second noun of the same kind: "men and women".
func (c *claimer) pair(n noun) noun {
	if n.end+1 >= len(c.tokens) || !c.ands[c.tokens[n.end].text] {
		return n
	}
	if p, ok := c.nouns.at(c.tokens, n.end+1); ok && p.value == n.unit {
		n.end = p.end
	}
	return n
}

// owns reports whether an apostrophe makes the word before it an owner:
// "workers' wages".
func (c *claimer) owns(i int) bool {
	return i < len(c.tokens) && (c.tokens[i].text == "'" || c.tokens[i].text == "’") && !c.tokens[i].blank
}

// pluralUnit gives the unit of a word that looks like a plural: people for
// persons, the word itself for things, empty for what is none.
func (c *claimer) pluralUnit(i int) string {
	k := &c.tokens[i]
	w := k.text
	switch {
	case c.persons[w]:
		return "people"
	case c.units[w] || c.never[w]:
		return ""
	case k.upper && englishPeoples[w]:
		return "people"
	case strings.HasSuffix(w, "men") && len(w) > 4, strings.HasSuffix(w, "people"), strings.HasSuffix(w, "folk"):
		return "people"
	case !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") && !k.upper || len(w) < 4 || strings.ContainsAny(w, "'’"):
		return c.demonymUnit(i)
	case k.upper && i > 0 && !c.capitals(i):
		return "people" // believers and peoples: "Mennonites"
	case c.things[w]:
		return w
	}
	for _, ending := range []string{"ers", "ors", "ists", "ians", "ants", "ents", "ees", "mates", "nauts", "crats", "aires", "cians", "eers", "ites"} {
		if strings.HasSuffix(w, ending) && len(w) > len(ending)+2 {
			return "people"
		}
	}
	return w
}

// demonymUnit knows peoples by the territories of the text: "50 Japanese were".
func (c *claimer) demonymUnit(i int) string {
	k := &c.tokens[i]
	known := slices.ContainsFunc(c.peoples, func(m mention) bool {
		return m.entry.kind == geo.Demonym && m.span.Begin == k.runeBegin && m.span.End == k.runeEnd
	})
	if !known || !slices.ContainsFunc(c.demonyms, func(e string) bool { return strings.HasSuffix(k.text, e) }) {
		return ""
	}
	if i+1 < len(c.tokens) && c.tokens[i+1].kind == wordToken && !c.function[c.tokens[i+1].text] {
		return "" // "Japanese church"
	}
	return "people"
}

// capitals reports whether the word before and the word behind are written with
// capitals too, so that a name of something else is likely: "United Nations Homes".
func (c *claimer) capitals(i int) bool {
	return i+1 < len(c.tokens) && c.tokens[i+1].kind == wordToken && c.tokens[i+1].upper
}

// thingLatin takes a noun and the words in the plural that go with it: French
// and Spanish adjectives stand behind and agree.
func (c *claimer) thingLatin(i int) noun {
	out := noun{begin: i}
	for k := i; k < min(len(c.tokens), i+maxThing); k++ {
		t := &c.tokens[k]
		if t.kind == markToken && t.text == "-" && !t.blank && k > i && k+1 < len(c.tokens) && !c.tokens[k+1].blank {
			continue
		}
		if p, ok := c.nouns.at(c.tokens, k); ok {
			if out.unit == "" {
				out.unit = p.value
			}
			out.end = p.end
			k = p.end - 1
			continue
		}
		if t.kind != wordToken || c.function[t.text] || c.never[t.text] && out.unit == "" {
			break
		}
		if k+2 < len(c.tokens) && c.tokens[k+1].text == "-" && !c.tokens[k+1].blank && c.tokens[k+2].kind == wordToken && !c.tokens[k+2].blank {
			k += 2 // "nord-coréens"
			t = &c.tokens[k]
		}
		plural := strings.HasSuffix(t.text, "s") || strings.HasSuffix(t.text, "x")
		switch {
		case c.persons[t.text] && out.unit == "":
			out.unit, out.end = "people", k+1
		case plural && out.unit == "" && c.adjectives[t.text]:
		case plural && out.unit == "":
			out.unit, out.end = c.latinUnit(t), k+1
		case plural:
			out.end = k + 1
		default:
			return c.known(out)
		}
	}
	return c.known(out)
}

func (c *claimer) known(n noun) noun {
	if n.unit == "" || n.end <= n.begin {
		return noun{}
	}
	return n
}

// latinUnit tells persons from things by the endings of trades, faiths and peoples.
func (c *claimer) latinUnit(t *token) string {
	if t.upper {
		return "people"
	}
	for _, ending := range c.personEndings {
		if strings.HasSuffix(t.text, ending) && len(t.text) > len(ending)+2 && !c.things[t.text] {
			return "people"
		}
	}
	return t.text
}

// thingRussian takes adjectives and a noun in the genitive: "крымских татар".
func (c *claimer) thingRussian(i int) noun {
	out := noun{begin: i}
	for k := i; k < min(len(c.tokens), i+4); k++ {
		t := &c.tokens[k]
		if p, ok := c.nouns.at(c.tokens, k); ok {
			out.end, out.unit = p.end, p.value
			return out
		}
		if t.kind == markToken && t.text == "-" && !t.blank && k > i {
			continue
		}
		if t.kind != wordToken || c.function[t.text] || c.units[t.text] || len(t.text) < 5 || c.verbLike(t.text) {
			break
		}
		switch {
		case c.persons[t.text]:
			return noun{begin: i, end: k + 1, unit: "people"}
		case c.adjectival(t.text):
			out.end = k + 1 // "рабочих" alone is a noun
		default:
			return noun{begin: i, end: k + 1, unit: c.slavicUnit(t.text)}
		}
	}
	if out.end > i && c.persons[c.tokens[out.end-1].text] {
		out.unit = "people"
	}
	return c.known(out)
}

func (c *claimer) adjectival(w string) bool {
	return slices.ContainsFunc(c.endings, func(e string) bool { return strings.HasSuffix(w, e) && len(w) > len(e)+3 })
}

func (c *claimer) verbLike(w string) bool {
	for _, e := range []string{"ли", "ло", "лся", "лась", "лись", "лось", "ет", "ют", "ит", "ат", "ят", "ут", "ется", "ются", "ится", "ны", "но", "ать", "ить", "еть"} {
		if strings.HasSuffix(w, e) && !c.persons[w] {
			return true
		}
	}
	return false
}

// slavicUnit knows persons by the endings of trades, faiths and peoples.
func (c *claimer) slavicUnit(w string) string {
	for _, e := range c.personEndings {
		if strings.HasSuffix(w, e) && !c.things[w] {
			return "people"
		}
	}
	return w
}

// thingArabic takes the one word behind the number, the article of a phrase
// with "من" left out.
func (c *claimer) thingArabic(i int) noun {
	if i >= len(c.tokens) {
		return noun{}
	}
	if p, ok := c.nouns.at(c.tokens, i); ok {
		return noun{begin: i, end: p.end, unit: p.value}
	}
	t := &c.tokens[i]
	if t.kind != wordToken || c.refused[t.text] || c.function[t.text] || c.units[t.text] || t.runeEnd-t.runeBegin < 3 || strings.HasPrefix(t.text, "وال") {
		return noun{}
	}
	unit := t.text
	if slices.ContainsFunc(c.peoples, func(m mention) bool { return m.entry.kind == geo.Demonym && m.span.Begin == t.runeBegin }) {
		unit = "people"
	}
	plain := strings.TrimPrefix(unit, "ال")
	if c.persons[plain] || c.persons[strings.TrimSuffix(plain, "ا")] {
		unit = "people"
	}
	for _, e := range []string{"ين", "ون", "يا"} { // sound plurals and relations
		if strings.HasSuffix(plain, e) && !c.things[plain] && len(plain) > 8 {
			unit = "people"
		}
	}
	return noun{begin: i, end: i + 1, unit: unit}
}

// thingChinese takes the letters behind the classifier up to a known noun, or
// to a letter that cannot belong to one.
func (c *claimer) thingChinese(i int) noun {
	if n, ok := c.caseChinese(i); ok {
		return n
	}
	classed := i > 0 && strings.Contains("名位", c.tokens[i-1].text)
	out := noun{begin: i, end: i}
	for k := i; k < min(len(c.tokens), i+10); k++ {
		if p, ok := c.nouns.at(c.tokens, k); ok {
			out.end, out.unit = p.end, p.value
			k = p.end - 1
			continue
		}
		t := &c.tokens[k]
		if t.kind != letterToken || t.blank || c.function[t.text] || c.refused[t.text] || out.unit != "" {
			break
		}
		if _, verb := c.says.at(c.tokens, k); verb {
			break
		}
		if !classed || k < i+4 {
			out.end = max(out.end, k)
		}
		if classed {
			out.end = k + 1
		}
	}
	if out.unit == "" && classed && out.end > out.begin {
		out.end, out.unit = min(out.end, out.begin+4), "people"
	}
	return c.known(out)
}
