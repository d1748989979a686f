package speech

import "strings"

// hanOwn reports whether up to maxHanOwn Chinese letters are somebody's own: a
// verb of saying stands before them in their clause, and no word that says that
// a name follows.
func (r *reader) hanOwn(tokens []token, g region, q quote) bool {
	if q.words > maxHanOwn || q.sentence || q.comma {
		return false
	}
	begin := g.open
	ends := sentenceEnd
	if g.close+1 < len(tokens) && tokens[g.close+1].kind != markToken { // "，位于“…”的": a part of another clause
		ends += "，,"
	}
	for begin > 0 && g.open-begin < 2*maxOwn && !(tokens[begin-1].kind == markToken && strings.ContainsRune(ends, tokens[begin-1].mark)) {
		begin--
	}
	before := r.text[tokens[begin].begin:tokens[g.open].begin]
	if r.namedHan(tokens, g) && !strings.ContainsAny(before, "批斥责責形谴譴") {
		return false
	}
	found := false
	eachHanVerb(before, func(i int, _ string) bool {
		found = i > 0
		return !found
	})
	return found
}

// maxHanOwn is how many letters such a piece has at most.
const maxHanOwn = 6

// namedHan reports whether a word before the marks says that a name follows.
func (r *reader) namedHan(tokens []token, g region) bool {
	before := r.text[tokens[max(0, g.open-4)].begin:tokens[g.open].begin]
	for _, word := range hanNaming {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}
