package analyse

import (
	"slices"
	"strings"
)

// caseNouns are what the classifiers of events count, where other words stand
// between: "230起酷刑案件".
const caseNouns = "案件事件案例案"

// maxCase is how many letters stand between such a classifier and its noun.
const maxCase = 10

// caseChinese reads what the classifiers of events count.
func (c *claimer) caseChinese(i int) (noun, bool) {
	if i == 0 || i >= len(c.tokens) || !strings.Contains("起宗", c.tokens[i-1].text) {
		return noun{}, false
	}
	for k := i; k < min(len(c.tokens), i+maxCase) && c.tokens[k].kind == letterToken; k++ {
		if c.tokens[k].text != "案" && c.tokens[k].text != "事" {
			continue
		}
		end := k + 1
		if end < len(c.tokens) && strings.Contains(caseNouns, c.tokens[k].text+c.tokens[end].text) {
			end++
		} else if c.tokens[k].text == "事" {
			continue
		}
		return noun{begin: i, end: end, unit: "cases"}, true
	}
	return noun{}, false
}

// nounHere reports whether a Chinese noun begins with a letter that is a
// classifier too: "家庭".
func (c *claimer) nounHere(i int) bool {
	_, noun := c.nouns.at(c.tokens, i)
	return noun && c.language == "zh"
}

// eachAmong reads "每三名青年中就有一人": of every three, one.
func (c *claimer) eachAmong(i int, a amount) (amount, bool) {
	if i == 0 || c.tokens[i-1].text != "每" || !slices.Contains(wholes, a.low) {
		return amount{}, false
	}
	begin := a.end
	for begin < len(c.tokens) && strings.Contains("名个個位", c.tokens[begin].text) {
		begin++
	}
	for k := begin; k < min(len(c.tokens), begin+maxCase) && c.tokens[k].kind == letterToken; k++ {
		if c.tokens[k].text != "中" && c.tokens[k].text != "里" {
			continue
		}
		at := k + 1
		for at < len(c.tokens) && strings.Contains("就便约約至少有", c.tokens[at].text) {
			at++
		}
		b, ok := c.plainNumber(at)
		if !ok || b.low >= a.low {
			return amount{}, false
		}
		end := b.end
		if end < len(c.tokens) && strings.Contains("名个個位人", c.tokens[end].text) {
			end++
		}
		v := 100 * b.low / a.low
		return amount{begin: i - 1, end: end, low: v, high: v, base: v, share: true, of: span2{begin, k}}, true
	}
	return amount{}, false
}
