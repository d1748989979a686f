package names

type sound struct{ letters, as string }

// sounds are the letters that are written for one sound, the longer first.
var sounds = []sound{
	{"shch", "S"}, {"tsch", "S"}, {"dzh", "j"}, {"sch", "S"}, {"tch", "S"}, {"ch", "S"}, {"sh", "S"}, {"zh", "z"}, {"kh", "h"}, {"ts", "c"}, {"tz", "c"},
	{"dj", "j"}, {"ph", "f"}, {"th", "t"}, {"dh", "d"}, {"gh", "g"}, {"ck", "k"}, {"qu", "k"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"x", "ks"}, {"q", "k"}, {"w", "v"},
}

// soundsBy are sounds by their first letter.
var soundsBy = func() (by [256][]sound) {
	for _, s := range sounds {
		by[s.letters[0]] = append(by[s.letters[0]], s)
	}
	return by
}()

// appendSound appends what a word in plain Latin letters sounds like, so that
// the usual spellings of a Slavic name give the same: Sergei, Sergey, Serguei.
func appendSound(dst []byte, w []byte) []byte {
	from := len(dst)
	for i := 0; i < len(w); {
		if n := i + glide(w[i:]); n > i { // ya, ie, yo
			if w[n] == 'o' {
				dst, n = put(dst, from, 'e'), n+1
			}
			i = n
			continue
		}
		as, n := soundAt(w[i:])
		for k := range len(as) {
			dst = put(dst, from, as[k])
		}
		i += n
	}
	if n := len(dst); n-from > 3 && dst[n-1] == 'f' && (dst[n-2] == 'o' || dst[n-2] == 'e') { // Smirnoff
		dst[n-1] = 'v'
	}
	return dst
}

// put appends a sound, of two equal ones in a row only the first.
func put(dst []byte, from int, c byte) []byte {
	if n := len(dst); n > from && dst[n-1] == c {
		return dst
	}
	return append(dst, c)
}

// glide gives how many letters before a vowel only soften it.
func glide(w []byte) int {
	if len(w) > 1 && (w[0] == 'y' || w[0] == 'j' || w[0] == 'i') && isVowel(w[1]) && w[1] != 'i' {
		return 1
	}
	return 0
}

func soundAt(w []byte) (as string, n int) {
	for _, s := range soundsBy[w[0]] {
		if len(w) >= len(s.letters) && string(w[:len(s.letters)]) == s.letters {
			return s.as, len(s.letters)
		}
	}
	front := len(w) > 1 && (w[1] == 'e' || w[1] == 'i' || w[1] == 'y')
	switch {
	case w[0] == 'y' || w[0] == 'j':
		return "i", 1
	case w[0] == 'c' && front:
		return "s", 1
	case w[0] == 'c':
		return "k", 1
	case w[0] == 'g' && len(w) > 2 && w[1] == 'u' && (w[2] == 'e' || w[2] == 'i'): // Serguei
		return "g", 2
	}
	return single[w[0]], 1
}

// single are the bytes as strings, without making one.
var single = func() (s [256]string) {
	for i := range s {
		s[i] = string([]byte{byte(i)})
	}
	return s
}()

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// bare gives a sound without the vowels at its end, which endings change.
func bare(sound []byte) []byte {
	n := len(sound)
	for n > 2 && isVowel(sound[n-1]) {
		n--
	}
	return sound[:n]
}
