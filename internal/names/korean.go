package names

// The sounds of Korean syllables as appendKorean writes them: what the usual
// romanisations have in common.
var (
	initials = []string{"k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"}
	medials  = []string{"a", "a", "a", "a", "o", "e", "o", "e", "o", "a", "a", "e", "o", "o", "o", "e", "i", "o", "o", "i", "i"}
	finals   = []string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "N", "t", "t", "k", "t", "p", "t"}
)

// appendHangul appends the sounds of Hangul syllables.
func appendHangul(dst []byte, syllables []rune) []byte {
	for _, r := range syllables {
		n := int(r - 0xac00)
		dst = append(dst, initials[n/588]...)
		dst = append(dst, medials[n%588/28]...)
		dst = append(dst, finals[n%28]...)
	}
	return dst
}

// families are family names with the sounds of their usual Latin forms, where
// those are not what the syllable gives.
var families = map[rune][]string{
	'이': {"li", "i"}, '리': {"li", "i"}, '임': {"lim", "im"}, '림': {"lim", "im"}, '박': {"pak", "palk"}, '노': {"no", "lo"}, '로': {"no", "lo"}, '유': {"o", "lo"}, '류': {"o", "lo"},
	'양': {"aN", "laN"}, '량': {"aN", "laN"}, '여': {"o", "lo"}, '려': {"o", "lo"}, '백': {"pak", "pek"}, '안': {"an"}, '최': {"ce", "coi"}, '선': {"son", "san"},
}

// korean are the Latin letters by the same sounds, the longer first.
var korean = []struct{ letters, as string }{
	{"ng", "N"}, {"ch", "c"}, {"sh", "s"}, {"kk", "k"}, {"tt", "t"}, {"pp", "p"}, {"ss", "s"}, {"jj", "c"}, {"ph", "p"}, {"th", "t"}, {"kh", "k"},
	{"yae", "a"}, {"yeo", "o"}, {"wae", "a"}, {"ae", "a"}, {"eo", "o"}, {"eu", "o"}, {"ui", "i"}, {"oe", "e"}, {"oi", "e"}, {"oo", "o"}, {"ou", "o"}, {"ee", "i"}, {"wi", "i"},
	{"wo", "o"}, {"wa", "a"}, {"we", "e"}, {"ya", "a"}, {"ye", "e"}, {"yi", "i"}, {"yo", "o"}, {"yu", "o"}, {"u", "o"}, {"g", "k"}, {"d", "t"}, {"b", "p"}, {"j", "c"}, {"r", "l"},
	{"a", "a"}, {"e", "e"}, {"i", "i"}, {"o", "o"}, {"k", "k"}, {"t", "t"}, {"p", "p"}, {"s", "s"}, {"n", "n"}, {"m", "m"}, {"l", "l"}, {"h", "h"}, {"c", "c"},
}

// appendKorean appends the sounds of a folded word in Latin letters, as Korean.
func appendKorean(dst []byte, w []byte) []byte {
next:
	for i := 0; i < len(w); {
		if w[i] == 'h' && i > 0 && isVowel(w[i-1]) && (i+1 == len(w) || !isVowel(w[i+1])) { // Ahn, Roh
			i++
			continue
		}
		for _, k := range korean {
			if len(w)-i >= len(k.letters) && string(w[i:i+len(k.letters)]) == k.letters {
				dst = append(dst, k.as...)
				i += len(k.letters)
				continue next
			}
		}
		i++
	}
	return dst
}

// particles are what Korean writes behind a name in the same word; they are
// compared by their beginnings.
var particles = []rune("은는이가을를의에와과도씨께로만라여아님측")
