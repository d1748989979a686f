package search

import (
	"strconv"
	"strings"
	"unicode"
)

// scales are words that make a number larger, folded, by how they begin: they
// are declined.
var scales = []struct {
	begin string
	times float64
}{
	{"thousand", 1e3}, {"mille", 1e3}, {"тысяч", 1e3}, {"тыс", 1e3}, {"الف", 1e3}, {"الاف", 1e3}, {"천", 1e3}, {"千", 1e3}, {"mil", 1e3},
	{"만", 1e4}, {"万", 1e4}, {"萬", 1e4},
	{"million", 1e6}, {"миллион", 1e6}, {"млн", 1e6}, {"مليون", 1e6}, {"ملايين", 1e6},
}

// Number reads the first number of a text, in the digits of any script, with
// whatever parts its thousands and with a word such as "thousand" after it, and
// gives what stands around it. Spelled numbers are not read.
func Number(text string) (n float64, rest string, found bool) {
	runes := []rune(text)
	begin := 0
	for begin < len(runes) && !unicode.IsDigit(runes[begin]) {
		begin++
	}
	if begin == len(runes) {
		return 0, text, false
	}
	digits, end := digitsFrom(runes, begin)
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0, text, false
	}
	times, end := scaleAfter(runes, end)
	return n * times, strings.Join(strings.Fields(string(runes[:begin])+" "+string(runes[end:])), " "), true
}

// maxDigits is how many digits a number may have: more are no count.
const maxDigits = 15

// digitsFrom gives a number's digits as strconv reads them, and where it ends.
// A mark before exactly three digits parts thousands; a dot or comma before
// others begins the decimals.
func digitsFrom(runes []rune, at int) (digits string, end int) {
	var b strings.Builder
	for at < len(runes) && b.Len() < maxDigits {
		switch group := run(runes, at+1); {
		case unicode.IsDigit(runes[at]):
			b.WriteRune(western(runes[at]))
			at++
		case group == 3 && strings.ContainsRune(" .,'’٬\u00a0\u202f\u2009", runes[at]):
			at++
		case group > 0 && strings.ContainsRune(".,٫", runes[at]) && !strings.Contains(b.String(), "."):
			b.WriteByte('.')
			at++
		default:
			return b.String(), at
		}
	}
	return b.String(), at
}

// run counts the digits from a place on.
func run(runes []rune, at int) (n int) {
	for at+n < len(runes) && unicode.IsDigit(runes[at+n]) {
		n++
	}
	return n
}

// scaleAfter gives what the word after a number multiplies it by, 1 for none,
// and where that word ends.
func scaleAfter(runes []rune, at int) (times float64, end int) {
	from := at
	for from < len(runes) && (unicode.IsSpace(runes[from]) || runes[from] == '-' || runes[from] == '‑') {
		from++
	}
	end = from
	for end < len(runes) && unicode.IsLetter(runes[end]) {
		end++
	}
	word := Fold(string(runes[from:end]))
	for _, s := range scales {
		short := len([]rune(s.begin)) < 4 // stands alone, or begins a run without blanks
		if word == s.begin || strings.HasPrefix(word, s.begin) && (!short || unicode.Is(unicode.Han, runes[from]) || unicode.Is(unicode.Hangul, runes[from])) {
			if short && word != s.begin {
				return s.times, from + len([]rune(s.begin))
			}
			return s.times, end
		}
	}
	return 1, at
}
