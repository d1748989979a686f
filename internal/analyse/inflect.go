package analyse

import (
	"strings"
	"unicode/utf8"
)

// keysOf gives the keys under which a word of a text may stand in the
// gazetteer: itself first, then without the endings and prefixes by which its
// language inflects it.
func keysOf(w word, language string, add func(key string)) {
	add(w.key)
	switch w.script {
	case latin:
		latinKeys(w.key, language, add)
	case cyrillic:
		cyrillicKeys(w.key, add)
	case arabic:
		arabicKeys(w.key, add)
	}
}

func latinKeys(key, language string, add func(string)) {
	endings := englishEndings
	if language == "fr" {
		endings = frenchEndings
	}
	for _, e := range endings {
		if stem, yes := strings.CutSuffix(key, e); yes && len(stem) >= 4 {
			add(stem)
		}
	}
}

var (
	englishEndings = []string{"s"}
	frenchEndings  = []string{"s", "e", "es", "ne", "nes"}
)

// russianEndings are the case endings of nouns and adjectives, as they are
// written after fold, in which й is и and ё is е.
var russianEndings = []string{
	"а", "я", "у", "ю", "е", "и", "ы", "ь", "ой", "ей", "ою", "ею", "ом", "ем", "ами", "ями", "ах", "ях", "ии", "ию", "ией", "иеи", "ам", "ям", "ов", "ев",
	"ая", "ую", "ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ое", "ее", "ые", "ие", "ых", "их", "ыми", "ими", "яя", "юю", "ия", "ец", "ка", "ки", "ке", "кой", "ку", "е",
}

var foldedEndings = func() []string {
	out := make([]string, len(russianEndings))
	for i, e := range russianEndings {
		out[i] = fold(e, cyrillic)
	}
	return out
}()

func cyrillicKeys(key string, add func(string)) {
	for _, e := range foldedEndings {
		if stem, yes := strings.CutSuffix(key, e); yes && len(stem) >= 2*3 {
			add(stem)
		}
	}
}

// russianStem gives the part of a name's word that does not change with its
// case. Names that end in a vowel which does not change are whole.
func russianStem(key string, adjective bool) string {
	if adjective {
		for _, e := range []string{"ая", "яя", "ыи", "ии", "ое", "ие", "ые"} {
			if stem, yes := strings.CutSuffix(key, e); yes && len(stem) >= 2*3 {
				return stem
			}
		}
	}
	r, size := utf8.DecodeLastRuneInString(key)
	if strings.ContainsRune("аяьи", r) && len(key)-size >= 2*3 {
		return key[:len(key)-size]
	}
	return key
}

// The letters that Arabic writes onto the beginning of a word: and, then; in,
// for, like; the.
var (
	conjunctions = []string{"و", "ف"}
	prepositions = []string{"ب", "ل", "ك"}
	articles     = []string{"ال", "لل"}
	nisba        = []string{"ه", "ون", "ين", "ان", "ات", "ا", "يه", "يين", "يون"}
)

func arabicKeys(key string, add func(string)) {
	for _, a := range strip(key, conjunctions) {
		for _, b := range strip(a, prepositions) {
			for _, c := range strip(b, articles) {
				if c != key {
					add(c)
				}
				for _, e := range nisba {
					if stem, yes := strings.CutSuffix(c, e); yes && len(stem) >= 2*3 {
						add(stem)
					}
				}
			}
		}
	}
}

// strip gives a word and, where it begins with one of the prefixes and three
// letters are left, the word without it.
func strip(key string, prefixes []string) []string {
	out := []string{key}
	for _, p := range prefixes {
		if rest, yes := strings.CutPrefix(key, p); yes && len(rest) >= 2*3 {
			out = append(out, rest)
		}
	}
	return out
}

// koreanBehind are the syllables with which what is written onto a short
// Korean name begins: particles, and words for its people, state and goods.
const koreanBehind = "은는이가을를의에와과도로으만측인정당군산내계발행및"

// koreanMay reports whether rest may stand behind a Korean name of n syllables.
func koreanMay(n int, rest string) bool {
	if rest == "" || n >= 3 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune(koreanBehind, r)
}
