package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// A text's language is told from so many bytes at most; its profile of letter
// triples, which is slow, from fewer.
const (
	languageBytes = 4 << 10
	profileBytes  = 1 << 10
)

// Language gives the language of a text as a BCP 47 code: by its script, by the
// letters and the little words that only one language of a script has, by
// profiles of letter triples, and by what the sender declared where the text is
// too short to tell. It is empty when nothing tells.
func Language(text, declared string) string {
	if len(text) > languageBytes {
		text = strings.ToValidUTF8(text[:languageBytes], "")
	}
	script, letters := scriptOf(text)
	switch {
	case letters < 12 && script == latin:
		return primary(declared)
	case script == arabic:
		return first([]string{byLetters(text, letters, arabicLetters), byWords(text), "ar"})
	case script != latin && script != cyrillic && script != "":
		return script
	}
	if script == cyrillic {
		if language := byLetters(text, letters, cyrillicLetters); language != "" {
			return language
		}
	}
	if language := first([]string{byLetters(text, letters, latinLetters), byWords(text), byVowels(text)}); language != "" {
		return language
	}
	if letters < 40 && declared != "" {
		return primary(declared)
	}
	if len(text) > profileBytes {
		text = strings.ToValidUTF8(text[:profileBytes], "")
	}
	if language := byFewWords(text); language != "" {
		return language
	}
	if l := whatlanggo.DetectLangWithOptions(text, profiles); l >= 0 {
		return l.Iso6391()
	}
	return primary(declared)
}

// Scripts that several languages are written in.
const (
	latin    = "Latin"
	cyrillic = "Cyrillic"
	arabic   = "Arabic"
)

// scripts gives for each script its language, or its name where it has several.
var scripts = []struct {
	table *unicode.RangeTable
	name  string
}{
	{unicode.Latin, latin}, {unicode.Cyrillic, cyrillic}, {unicode.Arabic, arabic}, {unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Thai, "th"}, {unicode.Lao, "lo"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"},
	{unicode.Tibetan, "bo"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"}, {unicode.Armenian, "hy"}, {unicode.Georgian, "ka"},
	{unicode.Ethiopic, "am"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Telugu, "te"}, {unicode.Malayalam, "ml"},
	{unicode.Sinhala, "si"}, {unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Kannada, "kn"}, {unicode.Mongolian, "mn"},
}

// scriptOf gives the script that most letters belong to, "" where that is one
// with several languages that are not listed (Devanagari), and the number of
// letters. A Chinese character counts for three letters. Han with some kana is Japanese.
func scriptOf(text string) (script string, letters int) {
	counts := map[string]int{}
	for _, r := range text {
		switch {
		case r < 0x250:
			if unicode.IsLetter(r) {
				letters++
				counts[latin]++
			}
		case unicode.IsLetter(r):
			weight := 1
			if unicode.Is(unicode.Han, r) {
				weight = 3
			}
			letters += weight
			counts[scriptName(r)] += weight
		}
	}
	if counts["ja"]*20 > letters && counts["ja"] > 0 {
		return "ja", letters
	}
	for name, n := range counts {
		if n*2 > letters {
			return name, letters
		}
	}
	return latin, letters
}

func scriptName(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.name
		}
	}
	return ""
}

// ownLetters are letters that one language of a script has and its neighbours
// have not.
type ownLetters struct{ language, letters string }

var (
	arabicLetters   = []ownLetters{{"ps", "ښږډټځڅړۍ"}, {"ug", "ېۇۆۈەڭ"}, {"ckb", "ێۆڵڕ"}, {"ur", "ٹڈڑےں"}, {"fa", "پچژگیک"}}
	cyrillicLetters = []ownLetters{{"kk", "қғұәң"}, {"tg", "ҳҷӯӣ"}, {"ky", "ңөү"}, {"be", "ў"}, {"uk", "іїєґ"}, {"mk", "ѓќѕ"}, {"sr", "ђћјљњџ"}, {"ru", "ыэё"}, {"bg", "ъ"}}
	latinLetters    = []ownLetters{{"az", "ə"}, {"vi", "ơưđạảấầẩậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"}, {"cs", "řěů"}, {"pl", "łśżź"}, {"hu", "őű"}, {"ro", "șță"}}
)

// byLetters gives the first language of which every sixtieth letter is its own,
// empty for none.
func byLetters(text string, letters int, own []ownLetters) string {
	for _, o := range own {
		n := 0
		for _, r := range text {
			if r >= utf8.RuneSelf && strings.ContainsRune(o.letters, r) { // no letter of ASCII is one language's own
				n++
			}
		}
		if n*60 > letters {
			return o.language
		}
	}
	return ""
}

// byVowels tells Swahili, for which there is no profile: nearly all its words
// end in a vowel, and it has no letters but those of English. Languages that are
// like it in that (Italian, Somali) are told by their little words before.
func byVowels(text string) string {
	words, vowels, own := 0, 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, r := range w {
			if r > 'z' {
				return ""
			}
		}
		words++
		vowels += count(strings.IndexByte("aeiou", w[len(w)-1]) >= 0)
		own += count(startsWith(w, "wa", "ku", "ki", "ha", "m", "ya", "yu", "tu", "ali", "ana", "hu", "vi", "zi"))
	}
	if words >= 4 && vowels*20 >= words*19 && own*4 >= words {
		return "sw"
	}
	return ""
}

// fewWords is up to how many words a text is too short for a profile of its
// letter triples: a headline, a sentence.
const fewWords = 25

// byFewWords gives the language of a short text that has more of the little words
// than any other.
func byFewWords(text string) string {
	counts, words := littleCounts(text)
	if words > fewWords {
		return ""
	}
	best, next := highest(counts)
	if counts[best] == 0 || next == counts[best] {
		return ""
	}
	return littleWords[best].language
}

// littleCounts counts the little words of each language in a text, and all words.
func littleCounts(text string) (counts []int, words int) {
	counts = make([]int, len(littleWords))
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, l := range littleIndex[w] {
			counts[l]++
		}
	}
	return counts, words
}

// highest gives where the highest count stands, and the next lower or equal one.
func highest(counts []int) (best, next int) {
	for i, n := range counts {
		switch {
		case n > counts[best]:
			best, next = i, counts[best]
		case i != best && n > next:
			next = n
		}
	}
	return best, next
}

// byWords counts the little words of each language. The one with the most wins
// if every twelfth word is its own and it has half as many again as the next.
func byWords(text string) string {
	counts, words := littleCounts(text)
	best, next := highest(counts)
	if n := counts[best]; n < 3 || n*12 < words || n*2 < next*3 {
		return ""
	}
	return littleWords[best].language
}

// profiles are the languages that letter triples tell apart. A language outside
// of them would be taken for its nearest neighbour with confidence.
var profiles = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Deu: true, whatlanggo.Spa: true, whatlanggo.Por: true, whatlanggo.Ita: true,
	whatlanggo.Nld: true, whatlanggo.Pol: true, whatlanggo.Ces: true, whatlanggo.Swe: true, whatlanggo.Dan: true, whatlanggo.Fin: true,
	whatlanggo.Hun: true, whatlanggo.Ron: true, whatlanggo.Tur: true, whatlanggo.Vie: true, whatlanggo.Ind: true,
	whatlanggo.Rus: true, whatlanggo.Ukr: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Srp: true, whatlanggo.Mkd: true,
	whatlanggo.Arb: true, whatlanggo.Pes: true, whatlanggo.Urd: true, whatlanggo.Hin: true, whatlanggo.Mar: true, whatlanggo.Nep: true,
	whatlanggo.Azj: true, whatlanggo.Uzb: true, whatlanggo.Som: true,
}}

// primary gives the first part of a declared language in lower case.
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"), "-")
	if len(tag) < 2 || len(tag) > 3 || strings.ContainsFunc(tag, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	return strings.ToLower(tag)
}
