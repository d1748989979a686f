package extract

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// languageLetters is how many bytes of a text are looked at to tell its language.
const languageLetters = 4 << 10

// covered are the languages that are told apart within one script. A language
// outside of them would be taken for its nearest neighbour with confidence.
var covered = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Deu: true, whatlanggo.Spa: true, whatlanggo.Por: true, whatlanggo.Ita: true,
	whatlanggo.Nld: true, whatlanggo.Pol: true, whatlanggo.Ces: true, whatlanggo.Swe: true, whatlanggo.Dan: true, whatlanggo.Fin: true,
	whatlanggo.Hun: true, whatlanggo.Ron: true, whatlanggo.Tur: true, whatlanggo.Vie: true, whatlanggo.Ind: true,
	whatlanggo.Rus: true, whatlanggo.Ukr: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Srp: true, whatlanggo.Mkd: true,
	whatlanggo.Arb: true, whatlanggo.Pes: true, whatlanggo.Urd: true, whatlanggo.Hin: true, whatlanggo.Mar: true, whatlanggo.Nep: true,
	whatlanggo.Azj: true, whatlanggo.Uzb: true, whatlanggo.Som: true,
}}

// scripts are those that tell the language by themselves.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Thai, "th"},
	{unicode.Lao, "lo"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"}, {unicode.Tibetan, "bo"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"},
	{unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Ethiopic, "am"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Telugu, "te"}, {unicode.Malayalam, "ml"}, {unicode.Sinhala, "si"}, {unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"},
}

// Language gives the language of a text as a BCP 47 code: by its script, by the
// letters that only one language of a script has, by profiles of letter
// triples, and by what the sender declared where the text is too short to
// tell. It is empty when nothing tells.
func Language(text, declared string) string {
	if len(text) > languageLetters {
		text = strings.ToValidUTF8(text[:languageLetters], "")
	}
	counts, letters := scriptCounts(text)
	if letters == 0 {
		return primary(declared)
	}
	// Japanese is written with Han letters too; its own tell it.
	if counts["ja"]*10 > counts["zh"] && counts["ja"] > 0 && counts["ja"]*20 > letters {
		return "ja"
	}
	for language, n := range counts {
		if n*2 > letters {
			return language
		}
	}
	if language := byLetters(text); language != "" {
		return language
	}
	if letters < 20 && declared != "" {
		return primary(declared)
	}
	return code(whatlanggo.DetectLangWithOptions(text, covered))
}

func scriptCounts(text string) (counts map[string]int, letters int) {
	counts = map[string]int{}
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x370 {
			continue
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[s.language]++
				break
			}
		}
	}
	return counts, letters
}

// ownLetters are letters that one language of the Arabic script has and its
// neighbours do not.
var ownLetters = []struct{ language, letters string }{
	{"ug", "ېۇۆۈەڭ"}, {"ckb", "ێۆڵڕ"}, {"ps", "ښږډټځڅړ"}, {"ur", "ٹڈڑےں"}, {"fa", "پچژگیک"},
}

func byLetters(text string) string {
	arabic := 0
	for _, r := range text {
		if unicode.Is(unicode.Arabic, r) {
			arabic++
		}
	}
	if arabic < 20 {
		return ""
	}
	for _, own := range ownLetters {
		if n := strings.Count(strings.Map(func(r rune) rune {
			if strings.ContainsRune(own.letters, r) {
				return '+'
			}
			return -1
		}, text), "+"); n*50 > arabic {
			return own.language
		}
	}
	return "ar"
}

// code gives the two-letter code of a detected language.
func code(l whatlanggo.Lang) string {
	if l < 0 {
		return ""
	}
	return l.Iso6391()
}

// primary gives the first part of a declared language in lower case.
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"), "-")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return strings.ToLower(tag)
}
