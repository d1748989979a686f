package analyse

import (
	"fmt"

	"rightsdesk/internal/edtf"
)

// asOf gives the one date that a sentence says its state is of, as EDTF; empty
// when it says none, or several.
func (c *claimer) asOf() string {
	out := ""
	for i := 0; i < len(c.tokens); i++ {
		date, end := c.date(i)
		if date == "" {
			continue
		}
		if out != "" && out != date {
			return ""
		}
		if !c.changeFrom[c.before1(i)] {
			out = date
		}
		i = end - 1
	}
	return out
}

func (c *claimer) before1(i int) string {
	if i == 0 {
		return ""
	}
	return c.tokens[i-1].text
}

// date reads "29 March 2017", "March 29, 2017", "March 2017", "in 2017",
// "2017年3月" at a token.
func (c *claimer) date(i int) (string, int) {
	if c.letterwise {
		return c.dateLetters(i)
	}
	at := i
	day, hasDay := c.whole1(at, 1, 31)
	if hasDay {
		at++
	}
	if at < len(c.tokens) && c.tokens[at].kind == wordToken {
		month, ok := c.months[c.tokens[at].text]
		if ok && (c.tokens[at].upper || c.language != "en") {
			return c.monthDate(at+1, day, month)
		}
	}
	if year, ok := c.year(i); ok && i > 0 {
		for from := max(0, i-3); from < i; from++ {
			if p, ok := c.tongue.asOf.at(c.tokens, from); ok && p.end == i && !c.changeFrom[c.before1(from)] {
				return fmt.Sprintf("%04d", year), i + 1
			}
		}
	}
	return "", i
}

// monthDate reads what stands behind a month.
func (c *claimer) monthDate(at, day, month int) (string, int) {
	if day == 0 {
		if d, ok := c.whole1(at, 1, 31); ok {
			day = d
			at++
			if at < len(c.tokens) && c.tokens[at].text == "," {
				at++
			}
		}
	}
	year, ok := c.year(at)
	if !ok {
		return "", at
	}
	date := fmt.Sprintf("%04d-%02d", year, month)
	if day > 0 {
		date = fmt.Sprintf("%s-%02d", date, day)
	}
	if !edtf.Valid(date) {
		return "", at
	}
	return date, at + 1
}

func (c *claimer) dateLetters(i int) (string, int) {
	year, ok := c.year(i)
	if !ok || i+1 >= len(c.tokens) || c.tokens[i+1].text != "年" && c.tokens[i+1].text != "년" {
		return "", i
	}
	date, end := fmt.Sprintf("%04d", year), i+2
	for _, unit := range []string{"月월", "日일"} {
		n, ok := c.whole1(end, 1, 31)
		if !ok || end+1 >= len(c.tokens) || c.tokens[end+1].text != unit[:3] && c.tokens[end+1].text != unit[3:] {
			break
		}
		date, end = fmt.Sprintf("%s-%02d", date, n), end+2
	}
	if !edtf.Valid(date) {
		return "", i
	}
	return date, end
}

// whole1 gives a whole number between two at a token.
func (c *claimer) whole1(i, low, high int) (int, bool) {
	if i >= len(c.tokens) || c.tokens[i].kind != numberToken {
		return 0, false
	}
	v := int(c.tokens[i].value)
	return v, float64(v) == c.tokens[i].value && v >= low && v <= high
}

func (c *claimer) year(i int) (int, bool) {
	year, ok := c.whole1(i, 1900, 2099)
	return year, ok && c.tokens[i].runeEnd-c.tokens[i].runeBegin == 4
}
