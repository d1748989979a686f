package office

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// say says a sentence that was chosen elsewhere, an error's for example. One
// that was stored with values in it, the reason of a source's health, is
// recognised by its form and said with the same values.
func (l tongue) say(sentence string) string {
	if said := locale.T(string(l), sentence); said != sentence || l == "en" {
		return said
	}
	for _, f := range shapes() {
		values := f.pattern.FindStringSubmatch(sentence)
		if values == nil {
			continue
		}
		if said := locale.T(string(l), f.words); said != f.words {
			return filled(said, values[1:])
		}
	}
	return sentence
}

// words gives what a person may read about an error.
func (l tongue) words(err error) string { return fault.WordsIn(err, l.say) }

// shape is a sentence with verbs of package fmt, and what it looks like with values.
type shape struct {
	words   string
	pattern *regexp.Regexp
}

var verb = regexp.MustCompile(`%(?:\.\d+)?[dqsv]`)

// shapes are the sentences with values, those with most words of their own first.
var shapes = sync.OnceValue(func() []shape {
	var out []shape
	for _, s := range slices.Concat(reasons, sentences) {
		if verb.MatchString(s) {
			out = append(out, shape{s, regexp.MustCompile("(?s)^" + patternOf(s) + "$")})
		}
	}
	slices.SortFunc(out, func(a, b shape) int { return cmp.Compare(len(b.words), len(a.words)) })
	return out
})

func patternOf(words string) string {
	var b strings.Builder
	for len(words) > 0 {
		at := verb.FindStringIndex(words)
		if at == nil {
			break
		}
		b.WriteString(regexp.QuoteMeta(words[:at[0]]))
		switch words[at[1]-1] {
		case 'd':
			b.WriteString(`(-?\d+)`)
		case 'q':
			b.WriteString(`("(?:[^"\\]|\\.)*"|` + "`[^`]*`)")
		default:
			b.WriteString(`(.*?)`)
		}
		words = words[at[1]:]
	}
	return b.String() + regexp.QuoteMeta(words)
}

// filled puts values where the verbs stand, in their order.
func filled(words string, values []string) string {
	i := -1
	return verb.ReplaceAllStringFunc(words, func(verb string) string {
		if i++; i < len(values) {
			return values[i]
		}
		return verb
	})
}
