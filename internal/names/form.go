package names

import (
	"slices"
	"strings"
	"unicode"
)

// form is a way of writing an entry, as words that are looked for near each
// other.
type form struct {
	entry  int32
	whole  []rune // a name without blanks, which is looked for as it is
	how    How    // at best
	native bool   // in a script other than Latin
	common bool
	words  []word
	needed int // of the words, without patronymics
}

// word is a word of a form.
type word struct {
	keys       []key
	initial    uint64 // of its first letter, by sound
	family     bool
	patronymic bool
	common     bool   // many people bear it
	father     uint64 // of a patronymic, its sound
}

const (
	mostWords       = 6 // that a name has
	longestUnspaced = 4 // characters or syllables of a person's name
)

// joiners stand inside names and are not looked for.
var joiners = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "bint": true, "ben": true, "abu": false, "de": true, "da": true, "di": true, "del": true, "la": true, "van": true, "von": true, "der": true,
	"dos": true, "du": true, "le": true, "ul": true, "as": true, "ar": true, "an": true, "ad": true, "az": true, "ash": true, "at": true, "y": true, "e": true, "oglu": true, "ogly": true, "kyzy": true, "بن": true, "ابن": true, "بنت": true, "ال": true}

// isJoiner reports whether a word joins parts of a name: with a capital only in
// Arabic names, since Du and Van are names as well.
func isJoiner(w string) bool {
	return joiners[w] || w == "Al" || w == "El" || w == "Bin" || w == "Ibn"
}

// titlesBefore are no part of a name, though people write them into the field.
var titlesBefore = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "pastor": true, "rev": true, "father": true, "bishop": true, "imam": true, "sheikh": true, "sister": true, "brother": true,
	"пастор": true, "отец": true, "епископ": true, "имам": true, "الشيخ": true, "الدكتور": true, "القس": true}

// easternOrder are the languages that write the family name first.
var easternOrder = map[string]bool{"zh": true, "ko": true, "vi": true, "hu": true, "ja": true, "km": true}

// unparted takes out what parts the words of a name in scripts without blanks.
var unparted = strings.NewReplacer(" ", "", "·", "", "•", "", "・", "")

// forms gives the ways of writing an entry. A name without letters has none.
func forms(e Entry, number int32) []form {
	text := e.Text
	family, given, swapped := strings.Cut(text, ",") // "Primerov, Ivan"
	if swapped {
		text = given + " " + family
	}
	letters := []rune(unparted.Replace(text))
	if len(letters) == 0 {
		return nil
	}
	switch first := scriptOf(letters[0]); {
	case first == han && all(letters, han) && len(letters) > 1:
		return hanForms(letters, number)
	case first == hangul && all(letters, hangul) && len(letters) > 1:
		return hangulForms(letters, number)
	}
	var words []string
	tokenise(text, func(t token) { words = append(words, t.text) })
	f := form{entry: number, how: Written}
	var scripts script
	var folded []string
	small := 0
	for _, w := range words {
		fold := string(appendFold(nil, w))
		if fold == "" || isJoiner(w) && len(words) > 2 || titlesBefore[fold] {
			continue
		}
		if isSmall(w) { // "Ann and Ben Example"
			small++
			continue
		}
		folded = append(folded, fold)
		scripts = scriptOf([]rune(w)[0])
		f.words = append(f.words, word{keys: nameKeys(w, fold, e.Language), initial: initialOf(fold), patronymic: isPatronymic(fold)})
	}
	if len(f.words) == 0 || len(f.words) > mostWords || small > 1 { // no name, or a description
		return nil
	}
	f.native = scripts != latin
	f.settle(folded, words, e, swapped)
	return append([]form{f}, joined(f, folded, e)...)
}

// isSmall reports whether a word begins with a small letter where names have capitals.
func isSmall(w string) bool {
	first := []rune(w)[0]
	return unicode.IsLower(first) && (scriptOf(first) == latin || scriptOf(first) == cyrillic)
}

func all(letters []rune, s script) bool {
	return !slices.ContainsFunc(letters, func(r rune) bool { return scriptOf(r) != s })
}

// settle finds out which word is the family name, how many are needed, and
// whether many people bear them.
func (f *form) settle(folded, written []string, e Entry, swapped bool) {
	last := len(f.words) - 1
	family := last
	switch {
	case swapped || e.Alone:
		family = last
	case easternOrder[strings.Split(e.Language, "-")[0]] || f.words[last].patronymic:
		family = 0
	case len(f.words) == len(written):
		for i, w := range written {
			if len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) && folded[i] != "" && !allUpper(written) {
				family = i
			}
		}
	}
	if last > 0 {
		f.words[family].family = true
		f.words[family].patronymic = false
	}
	f.common = true
	for i := range f.words {
		w := &f.words[i]
		if w.patronymic {
			w.father = commonKey(folded[i])
			continue
		}
		f.needed++
		w.common = isCommon(folded[i])
		f.common = f.common && w.common
	}
}

func allUpper(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return w != strings.ToUpper(w) })
}

// joined gives the form of a name of three short words in which the given name
// is one: "Kim Jong Un", "Kim Jongun", which texts write with a hyphen too.
func joined(f form, folded []string, e Entry) []form {
	if len(folded) != 3 || f.native || !easternOrder[strings.Split(e.Language, "-")[0]] && (len(folded[0]) > 5 || len(folded[1]) > 6 || len(folded[2]) > 6) {
		return nil
	}
	given := folded[1] + folded[2]
	g := form{entry: f.entry, how: f.how, native: f.native, common: f.common, needed: 2}
	g.words = []word{f.words[0], {keys: nameKeys(given, given, e.Language), initial: initialOf(given)}}
	g.words[0].family, g.words[0].patronymic = true, false
	return []form{g}
}

// hanForms gives the characters themselves, and how Latin letters write them.
func hanForms(name []rune, number int32) []form {
	for i := range name {
		name[i] = simple(name[i])
	}
	common := isCommon(string(name))
	out := []form{{entry: number, whole: name, native: true, common: common, needed: len(name)}}
	if len(name) > longestUnspaced { // a group or a place
		return out
	}
	for _, way := range romanised(name) {
		f := form{entry: number, how: Transliterated, needed: len(way), common: true}
		for i, s := range way {
			f.words = append(f.words, word{keys: []key{{soundKey([]byte(s)), Transliterated}}, initial: initialOf(s), family: i == 0})
			f.common = f.common && isCommon(s)
		}
		out = append(out, f)
	}
	return out
}

// hangulForms gives the syllables themselves, and their sounds in Latin letters.
func hangulForms(name []rune, number int32) []form {
	common := isCommon(string(name))
	out := []form{{entry: number, whole: name, native: true, common: common, needed: len(name)}}
	if len(name) > longestUnspaced {
		return out
	}
	family := word{family: true}
	for _, s := range families[name[0]] {
		family.keys = append(family.keys, key{hash('k', []byte(s)), Likely})
	}
	if len(family.keys) == 0 {
		family.keys = []key{{hash('k', appendHangul(nil, name[:1])), Likely}}
	}
	whole := form{entry: number, how: Likely, needed: 2, common: common, words: []word{family, {keys: []key{{hash('k', appendHangul(nil, name[1:])), Likely}}}}}
	out = append(out, whole)
	if len(name) == 3 {
		parted := form{entry: number, how: Likely, needed: 3, common: common, words: []word{family}}
		for i := 1; i < 3; i++ {
			parted.words = append(parted.words, word{keys: []key{{hash('k', appendHangul(nil, name[i:i+1])), Likely}}})
		}
		out = append(out, parted)
	}
	return out
}
