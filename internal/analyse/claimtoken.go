package analyse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number in digits, a letter of a script that is read letter
// by letter, or a mark.
type token struct {
	kind               tokenKind
	text               string // folded for comparing
	value              float64
	begin, end         int // bytes
	runeBegin, runeEnd int // code points
	upper              bool
	blank              bool // a blank stands before it
	starts             starter
	lists              uint64 // of phrases that may begin here
}

// starter says what a word may begin, so that most words cost one look.
type starter uint16

const (
	startsNumber starter = 1 << iota
	startsDate
	startsAct   // of speech
	startsOrder // "second most"
	startsEvent
	startsSaying // also "according to", and verbs of denial
	startsHedge
	startsBasis
	startsMood
	startsCiting
	startsChange
)

type tokenKind uint8

const (
	markToken tokenKind = iota
	wordToken
	letterToken // Chinese and Korean
	numberToken
	oddToken // a number that is something else: a date, an address, a version
)

// span2 is a run of tokens, end exclusive.
type span2 struct{ begin, end int }

// sortSpans gives spans in their order; of those that overlap the first stays.
func sortSpans(list []span2) (out []span2) {
	for _, s := range slices.SortedFunc(slices.Values(list), func(a, b span2) int { return cmp.Or(a.begin-b.begin, b.end-a.end) }) {
		if len(out) == 0 || s.begin >= out[len(out)-1].end {
			out = append(out, s)
		}
	}
	return out
}

// maxSentence is how many tokens are looked at together; a longer sentence is cut.
const maxSentence = 160

// eachSentence cuts a text into sentences and gives their tokens, which hold
// only until do returns.
func eachSentence(text string, t *tongue, do func([]token)) {
	z := newTokenizer(text, t)
	tokens := make([]token, 0, maxSentence)
	flush := func() {
		if len(tokens) > 0 {
			do(tokens)
			tokens = tokens[:0]
		}
	}
	var k token
	for z.next(&k) {
		if z.newline {
			flush()
			z.newline = false
		}
		tokens = append(tokens, k)
		if len(tokens) == maxSentence || k.kind == markToken && z.ends(tokens) {
			flush()
		}
	}
	flush()
}

// tokens cuts a piece of text by itself, into the room given.
func (t *tongue) tokens(s string, room []token) []token {
	z := newTokenizer(s, t)
	room = room[:0]
	var k token
	for z.next(&k) {
		room = append(room, k)
	}
	return room
}

type tokenizer struct {
	text    string
	lower   string // the same bytes with the capitals of ASCII lowered
	tongue  *tongue
	letters *letters
	at      int
	runes   int
	blank   bool
	newline bool // an empty line stood before the token
}

func newTokenizer(text string, t *tongue) tokenizer {
	return tokenizer{text: text, lower: lowerASCII(text), tongue: t, letters: lexiconOf().letters}
}

// next reads the next token, false when none is left.
func (z *tokenizer) next(k *token) bool {
	r, size := z.skipBlanks()
	if size == 0 {
		return false
	}
	*k = token{begin: z.at, runeBegin: z.runes, blank: z.blank || z.at == 0}
	switch c := z.letters.classOf(r); {
	case isDigit(r):
		k.kind = numberToken
		k.end, k.value = z.number(z.at)
		if k.value < 0 {
			k.kind = oddToken
		}
	case c == unspaced || c == hangul:
		k.kind, k.end = letterToken, z.at+size
	case c == spaced && (r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r)):
		k.kind, k.upper, k.end = wordToken, unicode.IsUpper(r), z.word(z.at)
	default:
		k.end = z.at + size
	}
	k.end = max(k.end, z.at+size) // a mark that begins no word is a token by itself
	if k.kind == numberToken {
		k.starts = startsNumber | startsDate
	} else {
		k.text = foldWord(z.lower[k.begin:k.end])
		if known, ok := z.tongue.known.Get(k.text); ok {
			k.starts, k.lists = known.starts, known.lists
		}
	}
	if k.kind == oddToken {
		k.starts |= startsDate
	}
	z.runes += utf8.RuneCountInString(z.text[k.begin:k.end])
	k.runeEnd = z.runes
	z.at, z.blank = k.end, false
	return true
}

// skipBlanks goes to the next letter or mark and gives it, of size 0 at the end
// of the text; newline tells whether an empty line was among the blanks.
func (z *tokenizer) skipBlanks() (r rune, size int) {
	for z.at < len(z.text) {
		if r, size = rune(z.text[z.at]), 1; r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(z.text[z.at:])
		}
		if r != ' ' && !unicode.IsSpace(r) {
			return r, size
		}
		z.newline = z.newline || r == '\n' && z.blank && z.text[z.at-1] == '\n'
		z.blank = true
		z.at += size
		z.runes++
	}
	return 0, 0
}

// isDigit reports whether r is a decimal digit of any script.
func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

// word gives where a word ends; an apostrophe ends it, and stays with it in
// French: "d'" and "environ".
func (z *tokenizer) word(i int) int {
	if z.tongue.language == "ar" && strings.HasPrefix(z.text[i:], "ومليون") { // "and" is written as one word with what follows
		return i + len("و")
	}
	for i < len(z.text) {
		if b := z.text[i] | 0x20; b >= 'a' && b <= 'z' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(z.text[i:])
		if r == '\'' || r == '’' {
			if z.tongue.language == "fr" {
				return i + size
			}
			next, _ := utf8.DecodeRuneInString(z.text[i+size:])
			if !unicode.IsLetter(next) {
				return i
			}
			i += size
			continue
		}
		if z.letters.classOf(r) != spaced || unicode.Is(unicode.Nd, r) && r > '9' {
			return i
		}
		i += size
	}
	return i
}

// lowerASCII lowers the capitals of ASCII alone, so that every byte stays where
// it is.
func lowerASCII(s string) string {
	capital := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	i := 0
	for ; i < len(s) && !capital(s[i]); i++ {
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	from := 0
	for ; i < len(s); i++ {
		if capital(s[i]) {
			b.WriteString(s[from:i])
			b.WriteByte(s[i] | 0x20)
			from = i + 1
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// foldWord gives the form in which words are compared.
func foldWord(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] >= 'A' && s[i] <= 'Z' {
			return strings.Map(foldLetter, s)
		}
	}
	return s
}

// foldedLetters are the letters up to Arabic as they are compared.
var foldedLetters = func() (out [0x700]rune) {
	for r := range out {
		out[r] = slowFoldLetter(rune(r))
	}
	return out
}()

func foldLetter(r rune) rune {
	switch {
	case r < rune(len(foldedLetters)):
		return foldedLetters[r]
	case r >= 0x3000 && r <= 0xd7a3:
		return r
	}
	return slowFoldLetter(r)
}

func slowFoldLetter(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'ё':
		return 'е'
	case '’':
		return '\''
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ـ':
		return -1
	}
	if r >= 0x64b && r <= 0x652 || r == 0x301 {
		return -1
	}
	return r
}

// ends reports whether the last token ends a sentence.
func (z *tokenizer) ends(tokens []token) bool {
	last := &tokens[len(tokens)-1]
	if last.kind != markToken {
		return false
	}
	switch last.text {
	case "!", "?", "。", "！", "？", "؟", ";", "；", "؛":
		return true
	case ".", "…":
	default:
		return false
	}
	rest := z.text[z.at:]
	if rest == "" {
		return true
	}
	trimmed := strings.TrimLeft(rest, "\"”»’)")
	r, _ := utf8.DecodeRuneInString(trimmed)
	if !unicode.IsSpace(r) {
		return false
	}
	if len(tokens) > 1 {
		before := &tokens[len(tokens)-2]
		if before.kind == numberToken && before.value <= 31 && !last.blank && z.tongue.ordinals {
			return false
		}
		if before.kind == wordToken && !last.blank && (z.tongue.shorts[before.text] || before.runeEnd-before.runeBegin == 1 && before.upper) {
			return false
		}
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(trimmed, unicode.IsSpace))
	return !unicode.IsLower(after)
}
