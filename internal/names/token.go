package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a text.
type token struct {
	text       string
	at         int // byte at which it begins
	begin, end int // code points
	script     script
	upper      bool // it begins with a capital
	stop       bool // a mark or a new paragraph stands before it
	keys       []key
	known      bool // keys were made
}

// tokenise gives the words of a text in their order.
func tokenise(text string, do func(token)) {
	t := tokeniser{text: text, do: do}
	defer func() {
		if t.servant.text != "" {
			do(t.servant)
		}
	}()
	for t.at < len(text) {
		r, size := utf8.DecodeRuneInString(text[t.at:])
		if s := scriptOf(r); s != noScript {
			t.word(r, s)
			continue
		}
		t.between(r)
		t.at, t.runes = t.at+size, t.runes+1
	}
}

type tokeniser struct {
	text      string
	do        func(token)
	at, runes int
	stop      bool
	lines     int // new lines since the last word
	initial   bool
	servant   token // "Abd" of "Abd al-Rahman", which waits for the word behind it; without text there is none
}

// between looks at what stands between words.
func (t *tokeniser) between(r rune) {
	switch {
	case r == '\n':
		t.lines++
		t.stop = t.stop || t.lines > 1
	case r == '.' && t.initial, r == '·', r == '•', r == '・', r == '-', r == '‐':
	case unicode.IsSpace(r), isInner(r), r == 0x200c, r == 0x200f, r == 0x200e:
	default:
		t.stop = true
	}
}

// word reads the word that begins here.
func (t *tokeniser) word(first rune, s script) {
	w := token{begin: t.runes, script: s, upper: unicode.IsUpper(first), stop: t.stop}
	begin, letters := t.at, 0
	for t.at < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[t.at:])
		switch {
		case scriptOf(r) == s:
			letters++
		case isInner(r):
			if t.ends(r, size, begin, letters) {
				t.put(w, begin, letters)
				return
			}
		case (r == '-' || r == '‐') && t.hyphen(size, begin, s):
		default:
			t.put(w, begin, letters)
			return
		}
		t.at, t.runes = t.at+size, t.runes+1
	}
	t.put(w, begin, letters)
}

// ends reports whether a word ends at an apostrophe: "Primerov's", "l'Exemple",
// or at one that closes a quotation.
func (t *tokeniser) ends(r rune, size, begin, letters int) bool {
	if r != '\'' && r != '’' {
		return false
	}
	rest := t.text[t.at+size:]
	next, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(next) {
		return true
	}
	if (next == 's' || next == 'S') && !unicode.IsLetter(second(rest)) {
		return true
	}
	return letters == 1 && strings.Contains("dlsnc", t.text[begin:t.at])
}

func second(s string) rune {
	_, size := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[size:])
	return r
}

// hyphen reports whether a word goes on behind a hyphen: not behind an article.
func (t *tokeniser) hyphen(size, begin int, s script) bool {
	next, _ := utf8.DecodeRuneInString(t.text[t.at+size:])
	return scriptOf(next) == s && (t.at-begin > 4 || !joiners[strings.ToLower(t.text[begin:t.at])])
}

func (t *tokeniser) put(w token, begin, letters int) {
	w.text, w.at, w.end = t.text[begin:t.at], begin, t.runes
	t.stop, t.lines, t.initial = false, 0, letters == 1
	if w.text == "s" || w.text == "S" { // of "Primerov's"
		if w.begin > 0 && begin > 0 && isInner(before(t.text, begin)) {
			return
		}
	}
	t.together(w)
}

// servants are words that make one name with the word behind them.
var servants = map[string]bool{"abd": true, "abdul": true, "abdel": true, "abdal": true, "Abd": true, "Abdul": true, "Abdel": true, "Abdal": true, "عبد": true}

// together joins a word to the servant before it, over an article.
func (t *tokeniser) together(w token) {
	if s := t.servant; s.text != "" {
		if !w.stop && w.script == s.script {
			s.text, s.end = t.text[s.at:w.at+len(w.text)], w.end
			if t.servant = s; !joiners[strings.ToLower(w.text)] {
				t.servant = token{}
				t.do(s)
			}
			return
		}
		t.servant = token{}
		t.do(s)
	}
	if servants[w.text] {
		t.servant = w
		return
	}
	t.do(w)
}

func before(text string, at int) rune {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}
