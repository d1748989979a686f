package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// roman writes Cyrillic letters in Latin ones; appendSound makes the usual
// systems the same.
var roman = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o",
	'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e",
	'ю': "yu", 'я': "ya", 'і': "i", 'ї': "i", 'є': "e", 'ґ': "g", 'ў': "u", 'ј': "j", 'љ': "l", 'њ': "n", 'ђ': "dj", 'ћ': "ch", 'џ': "dzh", 'ѓ': "g", 'ќ': "k", 'ѕ': "z",
	'ә': "a", 'ғ': "g", 'қ': "k", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'ҳ': "h", 'ҷ': "j", 'ӣ': "i", 'ӯ': "u",
}

// appendRoman appends a folded Cyrillic word in Latin letters.
func appendRoman(dst []byte, word string) []byte {
	for _, r := range word {
		if s, ok := roman[r]; ok {
			dst = append(dst, s...)
		} else if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
		}
	}
	return dst
}

// endings are those of Russian, Ukrainian and Belarusian names in their cases.
// Longer ones stand first.
var endings = strings.Fields("ього ьому ього ому ого его ему ими ыми ими ові еві ою ею ью ой ей ом ем ым им ів ий ый ая яя ую юю ої ій ою ия ие ию ии их ых ам ям ах ях й ь а я у ю е ы и о і ї є")

// leastStem is how many letters are left of a name at least.
const leastStem = 3

// stems gives what may be the unchanged part of a folded Cyrillic word, the
// word itself first.
func stems(word string, out []string) []string {
	out = append(out, word)
	for _, e := range endings {
		if s, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(s) >= leastStem && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// stem gives the unchanged part of a name in its first form: Примеров of
// Примеров and Примерова, Примерск of Примерский, Серге of Сергей, Павл of Павел.
func stem(word string) string {
	for _, e := range []string{"ий", "ый", "ой", "ая", "яя", "ия", "й", "ь", "а", "я", "о", "е", "и", "і"} {
		if s, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(s) >= leastStem {
			if e == "ия" { // Мария, Марии
				return s + "и"
			}
			return s
		}
	}
	switch word {
	case "павел":
		return "павл"
	case "лев":
		return "льв"
	}
	return word
}

// short are patronymics without one of the usual endings.
var short = map[string]bool{"ильич": true, "кузьмич": true, "фомич": true, "лукич": true, "никитич": true, "саввич": true}

// isPatronymic reports whether a folded word is a patronymic, in Cyrillic or
// Latin letters, in any case.
func isPatronymic(word string) bool {
	if short[word] || short[stem(word)] {
		return true
	}
	for _, mark := range []string{"ович", "евич", "овн", "евн", "ыч", "ovich", "evich", "ovych", "avich", "ovna", "evna", "ivna", "ичн", "ичем", "ичом", "ilyich", "ilich", "ichna"} {
		at := strings.LastIndex(word, mark)
		if rest := len(word) - at - len(mark); at > 3 && rest <= 6 && (mark != "ыч" || rest <= 4) {
			return true
		}
	}
	return false
}
