package speech

import (
	"strings"
	"unicode/utf8"
)

// The lists of han_data.go by the letter at which they are looked for.
var (
	hanSaysBy    = byLetter(hanSays, utf8.DecodeRuneInString)
	hanSaysEnd   = byLetter(hanSays, utf8.DecodeLastRuneInString)
	hanRolesBy   = byLetter(hanRoles, utf8.DecodeLastRuneInString)
	hanStateList = strings.Fields(hanStates)
)

func byLetter(list string, letter func(string) (rune, int)) map[rune][]string {
	out := map[rune][]string{}
	for word := range strings.FieldsSeq(list) {
		c, _ := letter(word)
		out[c] = append(out[c], word)
	}
	return out
}

// roleAtEnd gives the role with which a text ends, "" for none.
func roleAtEnd(text string) string {
	c, _ := utf8.DecodeLastRuneInString(text)
	for _, role := range hanRolesBy[c] {
		if strings.HasSuffix(text, role) {
			return role
		}
	}
	return ""
}

func endsWithRole(text string) bool { return roleAtEnd(text) != "" }

// hanSpeaker gives the name in a description, "代理律师X", "曾被关押的X", or the
// description itself where nobody in it is the one who speaks: "牧师X的女儿".
func hanSpeaker(p part) part {
	if i := strings.LastIndex(p.text, "的"); i > 0 && i+len("的") < len(p.text) {
		rest := p.behind(i + len("的")).trim(blanks)
		if !onlyRole(rest.text) { // "该组织的主席X", "不愿具名的前囚犯"
			return hanNamed(rest)
		}
		return withoutState(p)
	}
	return hanNamed(p)
}

// onlyRole reports whether a description says of whom it is, but no name:
// "女儿", "代理律师".
func onlyRole(text string) bool {
	role := roleAtEnd(text)
	return role != "" && utf8.RuneCountInString(text)-utf8.RuneCountInString(role) <= 2 && !strings.HasPrefix(text, "前")
}

// hanNamed gives the name that stands behind a role: "法官X"; a relative's or a
// lawyer's is theirs only where the name stands behind that word.
func hanNamed(p part) part {
	for i := range p.text {
		if n := len(p.text) - i; n > maxHanName || i == 0 {
			continue
		}
		if hanName(p.text[i:]) && endsWithRole(p.text[:i]) {
			p = p.behind(i)
			break
		}
	}
	for _, polite := range []string{"先生", "女士", "小姐", "博士"} {
		if rest, ok := strings.CutSuffix(p.text, polite); ok && utf8.RuneCountInString(rest) > 1 {
			p.text = rest
		}
	}
	return p.trim(blanks)
}

// How many bytes a name has at most, and what stands before one.
const (
	maxHanName        = 48
	maxHanDescription = 36
)

// hanName reports whether what stands behind a role may be a name: two to four
// letters that are no body, or parts joined by a point.
func hanName(text string) bool {
	n := utf8.RuneCountInString(text)
	if strings.Contains(text, "·") {
		return n < 16
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return n >= 2 && n <= 4 && !strings.ContainsRune(hanBodies, last) && !strings.ContainsAny(text, hanFunction) && !endsWithRole(text)
}

// withoutState leaves away what happened to the one who is described.
func withoutState(p part) part {
	for _, state := range hanStateList {
		if strings.HasPrefix(p.text, state) {
			return p.behind(len(state))
		}
	}
	return p
}

// hanPronoun reports whether a speaker is only a pronoun.
func hanPronoun(text string) bool {
	switch text {
	case "他", "她", "他们", "她们", "他們", "她們":
		return true
	}
	return false
}

// hanMet gives the person with whom a sentence begins, at most behind a role:
// "作者X并不意外". A name of which the text does not tell where it ends is none.
func hanMet(p part) piece {
	text := p.text
	begin := 0
	for i := range text {
		if i > maxHanDescription {
			break
		}
		if i > 0 && endsWithRole(text[:i]) && surnamed(text[i:]) > 0 {
			begin = i
		}
	}
	if n := surnamed(text[begin:]); n > 0 && !strings.HasPrefix(text[begin+n:], "的") { // "X的姐姐": somebody else
		return piece{p.at + begin, p.at + begin + n}
	}
	return piece{}
}

// surnamed gives how long the name is with which a text begins: a surname and
// one or two letters, behind which one stands that is in no name; 0 for none.
func surnamed(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 || !strings.ContainsRune(hanSurnames, first) {
		return 0
	}
	for i := 1; i <= 3; i++ {
		c, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || strings.ContainsRune(hanFunction, c) {
			if i == 1 {
				return 0
			}
			return n
		}
		n += size
	}
	return 0
}
