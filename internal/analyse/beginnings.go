package analyse

// beginnings tells by the first three letters of a word, where they are a to z,
// whether a form may begin there, so that most words of Latin texts cost one
// look: in an English text only what begins with a capital can be one. For each
// three letters there is a bit for each language whose forms are looked for in
// its own texts only, one for all other texts, and the same again for forms that
// may begin with a small letter.
type beginnings [latin * latin * latin]uint32

// latin is the number of letters from a to z.
const latin = 26

// anyCase and smallCase are the bits of a text's language.
const (
	smallCase = 16
	otherBit  = 1
)

var ownBits = map[string]uint32{"fr": 2, "es": 4, "pt": 8, "de": 16, "tr": 32, "vi": 64, "fa": 128}

// allBits are those of all texts.
const allBits = 255

func newBeginnings(patterns []pattern, entries []entry) (b beginnings) {
	for _, p := range patterns {
		e := &entries[p.entry]
		bits := ownBits[e.language]
		if bits == 0 {
			bits = allBits
		}
		if !e.upper {
			bits |= bits << smallCase
		}
		b.put(p.key, bits)
	}
	return b
}

// put notes the first letters of a pattern; one that is shorter may go on with
// any letter.
func (b *beginnings) put(key string, bits uint32) {
	from, to := 0, 1 // of the numbers that begin alike
	width := latin * latin
	for i := range 3 {
		if i < len(key) && key[i] >= 'a' && key[i] <= 'z' {
			from += width * int(key[i]-'a')
			to = from + width
		} else if i == 0 {
			return
		}
		if i >= len(key) || key[i] < 'a' || key[i] > 'z' {
			break
		}
		width /= latin
	}
	for i := from; i < to; i++ {
		b[i] |= bits
	}
}

// none reports whether no form begins at a place of a text of the language with
// these bits; where the letters are others than a to z that is not known.
func (b *beginnings) none(text string, at int, bits uint32) bool {
	if at+2 >= len(text) {
		return false
	}
	one, two, three := text[at]|0x20-'a', text[at+1]|0x20-'a', text[at+2]|0x20-'a'
	if one >= latin || two >= latin || three >= latin {
		return false
	}
	if text[at] >= 'a' {
		bits <<= smallCase
	}
	return b[(int(one)*latin+int(two))*latin+int(three)]&bits == 0
}
