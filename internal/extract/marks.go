package extract

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/geo"
)

// isDash reports whether a mark is one of the dashes that stand for another.
func isDash(r rune) bool {
	switch r {
	case '-', '–', '—', '―', '‒', '−', '－', '⸺', '﹣', '‐', '‑':
		return true
	}
	return false
}

// behindDash gives what stands behind one or more dashes, and the link that may
// stand between two.
func behindDash(s string) (body, link string, ok bool) {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	if !isDash(r) {
		return "", "", false
	}
	body = trimDashes(rest)
	word, after, _ := strings.Cut(body, " ")
	if !isLink(word) {
		return body, "", true
	}
	if after = strings.TrimSpace(after); after == "" {
		return "", trimLink(word), true
	}
	if r, _ := utf8.DecodeRuneInString(after); isDash(r) {
		return trimDashes(after), trimLink(word), true
	}
	return body, "", true
}

func trimDashes(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return isDash(r) || unicode.IsSpace(r) })
}

// isLink reports whether a word is an address of the web.
func isLink(s string) bool {
	s = strings.TrimLeft(s, "<(")
	for _, begin := range []string{"https://", "http://", "www.", "bit.ly/", "t.co/", "ow.ly/", "tinyurl.com/"} {
		if strings.HasPrefix(s, begin) && len(s) > len(begin) {
			return true
		}
	}
	return false
}

func trimLink(s string) string { return strings.TrimRight(strings.TrimLeft(s, "<("), ">).,;") }

// endsSentence reports whether text ends with the mark of a sentence, in
// brackets and quotation marks too.
func endsSentence(p string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, " \"”’»)）」』'“"))
	return strings.ContainsRune(".!?。！？؟…۔।", r)
}

// beginsSentence reports whether text begins as sentences do: with a capital, a
// digit, or a letter of a script without capitals.
func beginsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘«(„'「『[…. "))
	return unicode.IsDigit(r) || upperStart(string(r))
}

// upperStart reports whether text begins with a capital or a letter of a script
// without capitals.
func upperStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘«("))
	return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// small are words that names are written with in lower case.
const small = " a an and at de del della der des di do dos du e el en et for in la las le les los of on or par por the to und van von y и в на о по с за ve "

// isName reports whether text is written like the name of an outlet, a place or
// an organisation: not long, no sentence, nearly all words with a capital. One
// or two words may be written in any way ("openDemocracy", "24.kg").
func isName(s string) bool {
	s = unquoted(s)
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 12 || utf8.RuneCountInString(s) > 90 || strings.ContainsAny(s, ";。！？\"“”«»") {
		return false
	}
	lower := 0
	for i, w := range words {
		last, _ := utf8.DecodeLastRuneInString(w)
		if i+1 < len(words) && (last == '.' && utf8.RuneCountInString(w) > 5 || strings.ContainsRune("!?", last) && len(words) > 4) {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !isSmall(w) && !strings.Contains(w, ".") {
			lower++
		}
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	begin, _ := utf8.DecodeRuneInString(s)
	return len(words) <= 2 || !unicode.IsLower(begin) && (lower*3 <= len(words) || len(words) <= 4)
}

func isSmall(word string) bool { return strings.Contains(small, " "+strings.ToLower(word)+" ") }

// unquoted takes the quotation marks off a text that stands in them whole.
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	for _, pair := range []string{"«»", "“”", "\"\"", "„“", "「」", "《》", "『』"} {
		q := []rune(pair)
		if rest, ok := strings.CutPrefix(s, string(q[0])); ok {
			if in, ok := strings.CutSuffix(rest, string(q[1])); ok {
				return in
			}
		}
	}
	return s
}

// isAcronym reports whether text is a short name in capitals.
func isAcronym(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 12 && isCapitals(s) && !strings.Contains(s, " ")
}

func isCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// wireCities are cities from which news agencies report and which are no
// capitals, in lower case.
const wireCities = "geneva|the hague|hong kong|istanbul|jerusalem|lagos|almaty|karachi|lahore|peshawar|mumbai|shanghai|barcelona|são paulo|rio de janeiro|munich|frankfurt" +
	"|milan|johannesburg|cape town|toronto|vancouver|sydney|melbourne|los angeles|chicago|san francisco|boston|dubai|aleppo|mosul|erbil|gaza|gaza city|goma|bukavu" +
	"|mandalay|ho chi minh city|st. petersburg|saint petersburg|kazan|grozny|makhachkala|simferopol|sevastopol|donetsk|kharkiv|odesa|odessa|lviv|osh|khujand|urumqi|lhasa|chengdu|guangzhou" +
	"|genève|la haye|istanbul|женева|санкт-петербург|стамбул|казань|симферополь|جنيف|إسطنبول|日内瓦|上海|香港|伊斯坦布尔|제네바|상하이|홍콩"

// places are the cities and territories that geo knows, and the cities above,
// in lower case.
var places = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for city := range strings.SplitSeq(wireCities, "|") {
		known[city] = true
	}
	for _, f := range geo.Forms() {
		if f.Kind == geo.City || f.Kind == geo.Name {
			known[strings.ToLower(f.Text)] = true
		}
	}
	return known
})

// isKnownPlace reports whether geo or the list above knows a place.
func isKnownPlace(s string) bool { return places()[strings.ToLower(s)] }

// isTerritory reports whether a name is that of a territory, and not of a city.
func isTerritory(s string) bool {
	_, known := geo.Named(s)
	return known
}

// isPlace reports whether a name means a place and no outlet: one that geo
// knows, or one in capitals that is too long for an outlet's short name.
func isPlace(s string, opt Options) bool {
	if opt.knows(s) {
		return false
	}
	if isKnownPlace(s) {
		return true
	}
	return !namesOrganisation(s) && isCapitals(s) && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" -'’.", r) }) &&
		!strings.HasSuffix(s, "NEWS") && (strings.Contains(s, " ") && len(s) < 30 || utf8.RuneCountInString(s) > 5)
}

// knows reports whether the desk knows an outlet of that name.
func (o Options) knows(name string) bool {
	return slices.ContainsFunc(o.Outlets, func(known string) bool { return strings.EqualFold(known, name) })
}

// withoutBidi takes out the marks that turn the direction of a line.
func withoutBidi(s string) string {
	if !strings.ContainsAny(s, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}
