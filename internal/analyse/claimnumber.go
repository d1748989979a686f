package analyse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// digit gives the value of a decimal digit of any script.
func digit(r rune) float64 {
	switch {
	case r >= '0' && r <= '9':
		return float64(r - '0')
	case r >= 0x660 && r <= 0x669:
		return float64(r - 0x660)
	case r >= 0x6f0 && r <= 0x6f9:
		return float64(r - 0x6f0)
	case r >= 0xff10 && r <= 0xff19:
		return float64(r - 0xff10)
	}
	return -1
}

// maxDigits is the length from which digits are a telephone number or a key.
const maxDigits = 10

// number reads digits with their separators. It gives where they end and their
// value, negative when they are no plain number.
func (z *tokenizer) number(i int) (end int, value float64) {
	value, n, end := z.digits(i)
	if n > maxDigits || i > 0 && z.text[i-1] == '#' || strings.HasSuffix(z.text[:i], "№") {
		value = -1
	}
	groups := 0
	for {
		r, size := utf8.DecodeRuneInString(z.text[end:])
		more, m, to := z.digits(end + size)
		if m == 0 {
			break
		}
		grouped := n <= 3 && m == 3 && value > 0
		switch {
		case z.tongue.groups(r) && grouped:
			value, groups = value*1000+more, groups+1
		case (r == ' ' || r == '\'' || r == '’') && grouped && z.tongue.spaceGroups && (groups > 0 || z.bare(i)):
			value, groups = value*1000+more, groups+1
		case (r == z.tongue.decimal || r == ',' && z.tongue.language == "ar") && groups == 0 && m <= 2 && !z.another(to):
			for range m {
				more /= 10
			}
			value, n = value+more, maxDigits
		case r == ' ' || unicode.IsSpace(r):
			return end, value
		case r == '-' || r == '–' || r == '—' || r == '~' || r == '～' || r == '〜':
			if z.another(to) || n == 4 && m == 2 && value >= 1900 {
				return to, -1
			}
			return end, value
		case strings.ContainsRune(".,:/", r):
			value = -1
		default:
			return end, value
		}
		end = to
	}
	if to, scale := z.suffix(end); scale > 0 && value > 0 {
		return to, value * scale
	}
	return end, z.bounded(i, end, value)
}

// suffix reads the letters that multiply a number: "50k", "1.5m", "2bn". A lone m
// before a measure of length stays a metre.
func (z *tokenizer) suffix(at int) (end int, scale float64) {
	if z.tongue.language != "en" || at >= len(z.text) {
		return at, 0
	}
	end = at
	for end < len(z.text) && (z.lower[end] >= 'a' && z.lower[end] <= 'z' || z.lower[end] >= '0' && z.lower[end] <= '9') {
		end++
	}
	scale = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9}[z.lower[at:end]]
	if z.lower[at:end] == "m" {
		next, _, _ := strings.Cut(strings.TrimLeft(z.lower[end:min(len(z.lower), end+24)], " -"), " ")
		if !strings.HasSuffix(strings.TrimRight(next, ".,;:"), "s") && next != "people" && next != "children" && next != "men" && next != "women" {
			return at, 0
		}
	}
	return end, scale
}

// another reports whether a further part of a date or address follows.
func (z *tokenizer) another(at int) bool {
	if at+1 >= len(z.text) || !strings.ContainsRune("-./:", rune(z.text[at])) {
		return false
	}
	return z.text[at+1] >= '0' && z.text[at+1] <= '9'
}

// bare reports whether no month stands before a number, so that "May 5 300
// people" are not five thousand.
func (z *tokenizer) bare(at int) bool {
	before := strings.TrimRight(z.text[max(0, at-40):at], " ")
	word := before[strings.LastIndexAny(before, " \n\t(")+1:]
	_, month := z.tongue.months[foldWord(word)]
	return !month
}

// bounded makes a number with letters joined to it no number, but "5만" and
// "50тыс" are numbers.
func (z *tokenizer) bounded(begin, end int, value float64) float64 {
	before, _ := utf8.DecodeLastRuneInString(z.text[:begin])
	after, _ := utf8.DecodeRuneInString(z.text[end:])
	if begin > 0 && (z.letters.classOf(before) == spaced || before == '_') || z.letters.classOf(after) == spaced || after == '°' || after == '_' {
		return -1
	}
	if before == '-' && begin > 1 && z.letters.classOf(rune(z.text[begin-2])) == spaced && !unicode.Is(unicode.Nd, rune(z.text[begin-2])) {
		return -1
	}
	return value
}

func (z *tokenizer) digits(i int) (value float64, n, end int) {
	for i < len(z.text) {
		r, size := utf8.DecodeRuneInString(z.text[i:])
		d := digit(r)
		if d < 0 {
			break
		}
		value, n, i = value*10+d, n+1, i+size
	}
	return value, n, i
}

// amount is a number or a range in the tokens of a sentence.
type amount struct {
	begin, end int
	low, high  float64
	base       float64 // of a single number: without its last scale
	vague      bool    // "hundreds": at least two of them
	about      bool    // "une centaine"
	digits     bool    // written in digits alone
	share      bool    // in percent: "half", "one in five"
	of         span2   // what a share is of, where its own words say so: "un Rom sur dix"
}

// amount reads a number or range that begins at a token. Where it is none, end
// says how far need not be looked at again.
func (c *claimer) amount(i int) (amount, bool) {
	if !c.numeric(i) {
		return amount{end: i + 1}, false
	}
	if a, ok := c.partOfScale(i); ok {
		return a, true
	}
	if a, ok := c.shareAt(i); ok {
		return a, true
	}
	a, ok := c.single(i)
	if !ok && a.low > 0 && a.low < 2 && a.end > i {
		if b, joined := c.ranged(a); joined && b.end > a.end && !c.otherNumber(b) { // "one to two million"
			return b, true
		}
		if c.measurable(a) { // one year
			return a, true
		}
	}
	if !ok {
		return amount{end: i + 1}, false
	}
	a, ok = c.ranged(a)
	if !ok || c.otherNumber(a) {
		return amount{end: a.end}, false
	}
	return a, true
}

// scaleOf reads a scale without a number behind a word that joins two: "до миллиона".
func (c *claimer) scaleOf(i int) (amount, bool) {
	k := &c.tokens[i]
	s := c.tongue.scales[k.text]
	return amount{begin: i, end: i + 1, low: s, high: s, base: 1}, s >= 1e6 && k.kind == wordToken
}

// opened reports whether "between" stands before a number, so that "and" stands
// behind it and not in it.
func (c *claimer) opened(begin int) bool {
	return begin > 0 && c.tongue.between[c.tokens[begin-1].text]
}

// numeric reports whether a number may begin at a token.
func (c *claimer) numeric(i int) bool {
	k := &c.tokens[i]
	return k.kind == numberToken || k.kind != markToken && k.starts&startsNumber != 0
}

// measurable reports whether a time, a currency or a percent sign stands behind
// an amount.
func (c *claimer) measurable(a amount) bool {
	if _, time := c.term(a); time {
		return true
	}
	if _, money := c.money(a); money {
		return true
	}
	_, share := c.percent.at(c.tokens, a.end)
	return share
}

// ranged joins a second number, false when both tell a change.
func (c *claimer) ranged(a amount) (amount, bool) {
	n, joined := c.match(c.tongue.joins, a.end)
	if !joined || n.end >= len(c.tokens) || a.vague {
		return a, true
	}
	from := n.end
	if c.tongue.an[c.tokens[from].text] && from+1 < len(c.tokens) { // "to a million"
		from++
	}
	b, ok := c.single(from)
	if !ok {
		b, ok = c.scaleOf(from)
	}
	if !ok || b.vague {
		return a, true
	}
	begin := a.begin
	switch n.value {
	case joinBetween: // only behind its opening word
		if begin == 0 || !c.tongue.between[c.tokens[begin-1].text] {
			return a, true
		}
		a.begin--
	case joinTo:
		if begin > 0 && c.tongue.changeFrom[c.tokens[begin-1].text] {
			if !c.markAt(begin-2) || c.thing(b.end).unit == "" {
				return amount{end: b.end}, false
			}
			a.begin-- // "From 120 to 340 people are held"
		}
		if begin > 0 && c.tongue.between[c.tokens[begin-1].text] {
			a.begin--
		}
	}
	if a.low < 1000 && a.base == a.low && b.base > a.low && b.base < b.low { // "three to four million"
		a.low *= b.low / b.base
	}
	if a.low >= b.low {
		return amount{end: b.end}, false
	}
	a.high, a.end = b.high, b.end
	return a, true
}

// single reads one number: digits or words with what multiplies them.
func (c *claimer) single(i int) (amount, bool) {
	a := amount{begin: i, end: i}
	if p, ok := c.vagues.at(c.tokens, i); ok {
		return amount{begin: i, end: p.end, low: p.value, high: p.value, base: p.value, vague: true}, true
	}
	var total, section, num float64
	seen, figures := false, false // figures: num is written in digits
	for i < len(c.tokens) {
		k := c.tokens[i]
		if p, ok := c.spelled.at(c.tokens, i); ok && !seen && c.apart(i, p.end) {
			num, seen, i, a.end = p.value, true, p.end, p.end
			continue
		}
		if k.kind == markToken && k.text == "-" && seen && !k.blank && i+1 < len(c.tokens) && !c.tokens[i+1].blank {
			if _, scale := c.tongue.scales[c.tokens[i+1].text]; scale || c.tongue.small[c.tokens[i+1].text] > 0 && num > 0 {
				i++
				continue
			}
			break
		}
		if k.kind == numberToken {
			if seen && (!c.tongue.letterwise || num > 0 || total+section == 0) {
				break
			}
			num, seen, a.digits, figures = k.value, true, !seen, true
		} else if v, ok := c.tongue.small[k.text]; ok && (k.kind == wordToken || k.kind == letterToken) {
			if figures && num > 0 { // "100,000 one-time workers"
				break
			}
			if !c.adds(num, v) {
				if c.tongue.language == "fr" && num == 4 && v == 20 {
					num = 80
					i++
					a.end = i
					continue
				}
				break
			}
			num, seen, a.digits = num+v, true, false
		} else if s, ok := c.tongue.scales[k.text]; ok && (seen || c.scaleAlone(i)) {
			if !seen && c.counted1(i) {
				break
			}
			a.digits = a.digits && s > 0
			if !seen {
				a.base = 1
			} else if a.base == 0 || num > 0 {
				a.base = num
			}
			if s >= c.tongue.big {
				total += (section + num + one(section+num)) * s
				section = 0
			} else {
				section += (num + one(num)) * s
			}
			num, seen, figures = 0, true, false
			if i+1 < len(c.tokens) && c.tokens[i+1].text == "." && c.tongue.shorts[k.text] {
				i++
			}
		} else if c.tongue.ands[k.text] && seen && !figures && !c.opened(a.begin) && c.joinsOn(i, total+section+num) {
			i++
			continue
		} else {
			break
		}
		i++
		a.end = i
	}
	if !seen {
		return c.vague(a.begin)
	}
	if p, ok := c.halves.at(c.tokens, a.end); ok {
		num, a.end, a.digits = num+0.5, p.end, false
	}
	a.low = total + section + num
	if a.base == 0 {
		a.base = a.low
	}
	a.high = a.low
	if before := a.begin - 1; before >= 0 && c.tongue.several[c.tokens[before].text] {
		a.vague, a.begin = true, before
		a.low *= 2
		a.high = a.low
	}
	return a, a.low >= 2
}

// apart reports whether Korean letters are a number by themselves: they begin a
// word, and a blank or a classifier follows.
func (c *claimer) apart(begin, end int) bool {
	if c.language != "ko" {
		return true
	}
	if !c.tokens[begin].blank && begin > 0 {
		return false
	}
	if end >= len(c.tokens) || c.tokens[end].blank {
		return end < len(c.tokens)
	}
	_, classed := c.nouns.at(c.tokens, end)
	return classed || strings.Contains("살세달", c.tokens[end].text)
}

// one is 1 where a scale stands without a number before it.
func one(n float64) float64 {
	if n == 0 {
		return 1
	}
	return 0
}

// adds reports whether a spelled number goes on with a smaller one.
func (c *claimer) adds(num, v float64) bool {
	if num == 0 {
		return true
	}
	if c.tongue.language == "fr" && (num == 60 || num == 80) && v < 20 {
		return true
	}
	zeros := 1.0
	for rest := int64(num); rest > 0 && rest%10 == 0; rest /= 10 {
		zeros *= 10
	}
	return v < zeros
}

// scaleAlone reports whether a scale can begin a number: "a hundred", "тысяча", "百".
func (c *claimer) scaleAlone(i int) bool {
	k := c.tokens[i]
	if k.kind == letterToken {
		if c.language == "zh" && strings.Contains("百千万", k.text) && i > 0 && i+1 < len(c.tokens) && strings.Contains("名人个", c.tokens[i+1].text) {
			return strings.Contains("近约逾超上过足", c.tokens[i-1].text)
		}
		return c.language == "zh" && k.text == "十" && i+1 < len(c.tokens) && (c.tongue.small[c.tokens[i+1].text] > 0 || strings.Contains("名人个位年月天余多", c.tokens[i+1].text)) ||
			c.language == "ko" && (i == 0 || k.blank) && i+1 < len(c.tokens) && c.tokens[i+1].blank
	}
	if c.tongue.opens[k.text] {
		return true
	}
	return i > 0 && (c.tongue.several[c.tokens[i-1].text] || c.tongue.an[c.tokens[i-1].text])
}

// counted1 reports whether a scale that stands alone is a plural that tells no
// number: "hundreds".
func (c *claimer) counted1(i int) bool {
	_, vague := c.tongue.vague[c.tokens[i].text]
	return vague
}

// joinsOn reports whether "and" goes on inside a number: "two hundred and six".
func (c *claimer) joinsOn(i int, num float64) bool {
	if i+1 >= len(c.tokens) {
		return false
	}
	v, ok := c.tongue.small[c.tokens[i+1].text]
	if !ok {
		return false
	}
	switch c.tongue.language {
	case "fr":
		return num >= 20 && (v == 1 || v == 11)
	case "es":
		return num >= 30 && v < 10
	}
	return num >= 100 && v < 100
}

// vague reads "hundreds", "tens of thousands", "une centaine".
func (c *claimer) vague(i int) (amount, bool) {
	if i >= len(c.tokens) {
		return amount{}, false
	}
	k := c.tokens[i]
	if v, ok := c.tongue.rough[k.text]; ok && i > 0 && c.tongue.an[c.tokens[i-1].text] {
		return amount{begin: i - 1, end: i + 1, low: v, high: v, base: v, about: true}, true
	}
	v, ok := c.tongue.vague[k.text]
	if !ok {
		return amount{}, false
	}
	a := amount{begin: i, end: i + 1, vague: true}
	for a.end < len(c.tokens) {
		at := a.end
		if c.tongue.of[c.tokens[at].text] {
			at++
		}
		if at >= len(c.tokens) {
			break
		}
		more, ok := c.tongue.vague[c.tokens[at].text]
		if !ok {
			break
		}
		v, a.end = v*more, at+1
	}
	a.low = 2 * v
	a.high, a.base = a.low, a.low
	return a, true
}

// otherNumber reports whether an amount is a year, a day, an article of a law,
// an age, a time or money.
func (c *claimer) otherNumber(a amount) bool {
	before, after := "", ""
	if a.begin > 0 {
		before = c.tokens[a.begin-1].text
	}
	if a.end < len(c.tokens) {
		after = c.tokens[a.end].text
	}
	if c.tongue.notBefore[before] && !c.measurable(a) || c.tongue.notAfter[after] && !c.measurable(a) || c.inDate(a) || slices.Contains([]string{"°"}, after) {
		return true
	}
	if before == "." && a.begin > 1 && c.tongue.notBefore[c.tokens[a.begin-2].text] { // "Art. 5", "ст. 282"
		return true
	}
	_, monthBefore := c.tongue.months[before]
	_, monthBehind := c.tongue.months[after]
	if a.digits && (monthBefore && a.low <= 31 || monthBehind) {
		return true
	}
	year := a.digits && a.low == a.high && a.low >= 1900 && a.low < 2100 && c.tokens[a.begin].runeEnd-c.tokens[a.begin].runeBegin == 4
	if !year {
		return false
	}
	_, counted := c.nouns.at(c.tokens, a.end)
	return !counted && !c.measurable(a)
}

// inDate reports whether an amount stands inside a date of the sentence.
func (c *claimer) inDate(a amount) bool {
	for _, d := range c.dates {
		if a.begin < d.end && a.end > d.begin {
			return true
		}
	}
	return false
}
