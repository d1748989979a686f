package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	markToken kind = iota
	wordToken
	numberToken
	quotedToken // stands for a whole quotation
)

// token is a word, a number, a mark, or a quotation that stands for its words.
type token struct {
	begin, end int // bytes
	kind       kind
	upper      bool
	blank      bool // a blank stands before it
	stance     Stance
	class      class
	mark       rune  // of a mark
	region     int32 // of a quotation
}

// tokens cuts a paragraph into tokens.
func (r *reader) cut(begin, end int) []token {
	out, blank := r.tokens[:0], true
	for i := begin; i < end; {
		c, size := rune(r.text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(r.text[i:])
		}
		k := token{begin: i, end: i + size, blank: blank}
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xa0 || c > 0x7f && unicode.IsSpace(c):
			blank = true
			i += size
			continue
		case letter(c):
			k.kind, k.upper = wordToken, upper(c)
			k.end = r.wordEnd(i, end)
			info := r.tongue.look(r.text[k.begin:k.end])
			k.class, k.stance = info.class, info.stance
			switch word := r.text[k.begin:k.end]; {
			case !k.upper:
				k.upper = prefixed(word)
			case len(word) > 1 && acronym(word): // "US" is not "us"
				k.class &= organisation | title | short | role
			}
			if r.tongue.elides {
				if verb, who := inversion(r.text[k.begin:k.end]); who > 0 { // "dit-il", "a-t-elle"
					out = append(out, r.word(k, k.begin, k.begin+verb))
					k = r.word(k, k.begin+who, k.end)
				}
			}
		case c >= '0' && c <= '9' || c > 0x7f && unicode.IsDigit(c):
			k.kind = numberToken
			k.end = numberEnd(r.text, i, end)
		case (c == '`' || c == '\'') && i+1 < end && r.text[i+1] == byte(c): // TeX: ``…''
			k.end, k.mark = i+2, '“'
			if c == '\'' {
				k.mark = '”'
			}
		default:
			k.mark = c
		}
		out, i, blank = append(out, k), k.end, false
	}
	r.tokens = out
	return out
}

// prefixed reports whether a word with a small letter is a name: "al-Sisi".
func prefixed(word string) bool {
	for i := 1; i < 4 && i < len(word); i++ {
		switch {
		case word[i] == '-' || word[i] == '\'':
			next, _ := utf8.DecodeRuneInString(word[i+1:])
			return upper(next)
		case strings.HasPrefix(word[i:], "’"):
			next, _ := utf8.DecodeRuneInString(word[i+len("’"):])
			return upper(next)
		}
	}
	return false
}

// word gives a piece of a token as a token of its own.
func (r *reader) word(k token, begin, end int) token {
	info := r.tongue.look(r.text[begin:end])
	return token{begin: begin, end: end, kind: wordToken, upper: k.upper && begin == k.begin, blank: k.blank && begin == k.begin, class: info.class, stance: info.stance}
}

// inversion gives where in a French word the verb ends and the pronoun begins
// that a hyphen joins to it, 0 where none is.
func inversion(word string) (verb, who int) {
	for _, pronoun := range []string{"-il", "-elle", "-ils", "-elles", "-on"} {
		if rest, ok := strings.CutSuffix(word, pronoun); ok {
			return len(strings.TrimSuffix(rest, "-t")), len(rest) + 1
		}
	}
	return 0, 0
}

func letter(c rune) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c > 0x7f && (unicode.IsLetter(c) || unicode.IsMark(c) || c == 0xad || c == 0x200c || c == 0x200d)
}

func upper(c rune) bool {
	return c >= 'A' && c <= 'Z' || c > 0x7f && unicode.IsUpper(c)
}

// alone reports whether letters are words by themselves: Chinese, Japanese.
func alone(c rune) bool {
	return c >= 0x3040 && c <= 0x30ff || c >= 0x3400 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0x20000 && c <= 0x3ffff
}

// wordEnd gives where a word ends: hyphens and apostrophes inside belong to it,
// the "'s" of a possessive does not; points belong to "U.N."
func (r *reader) wordEnd(i, end int) int {
	first, size := utf8.DecodeRuneInString(r.text[i:])
	if alone(first) {
		return i + size
	}
	begin := i
	i += size
	for i < end {
		c, size := rune(r.text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(r.text[i:])
		}
		switch {
		case alone(c):
			return i
		case letter(c) || c >= '0' && c <= '9':
		case c == '-' || c == '\'' || c == '’' || c == '‑':
			next, _ := utf8.DecodeRuneInString(r.text[i+size : end])
			if !letter(next) || c != '-' && r.endsAtApostrophe(begin, i, i+size, end) {
				return i
			}
		case c == '.':
			if !initials(r.text, begin, i, end) {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

// endsAtApostrophe reports whether the word ends before an apostrophe at i:
// before the "s" of a possessive, and behind an article in French.
func (r *reader) endsAtApostrophe(begin, i, behind, end int) bool {
	if r.tongue.elides && i-begin <= 5 {
		return true
	}
	if r.text[behind] != 's' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(r.text[min(end, behind+1):end])
	return !letter(next)
}

// initials reports whether a point at i stands inside "U.N." or ends it.
func initials(text string, begin, i, end int) bool {
	n := i - begin
	if n == 1 {
		next, size := utf8.DecodeRuneInString(text[i+1 : end])
		return upper(rune(text[begin])) && size > 0 && upper(next) && i+1+size < end && text[i+1+size] == '.'
	}
	return n >= 3 && text[i-2] == '.' && upper(rune(text[i-1]))
}

func numberEnd(text string, i, end int) int {
	for i < end {
		c := text[i]
		inner := (c == '.' || c == ',' || c == ':') && i+1 < end && text[i+1] >= '0' && text[i+1] <= '9'
		if !inner && (c < '0' || c > '9') && c < utf8.RuneSelf && c|0x20 < 'a' || c|0x20 > 'z' && c < utf8.RuneSelf {
			return i
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsDigit(r) {
				return i
			}
			i += size
			continue
		}
		i++
	}
	return i
}
