package analyse

import (
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/geo"
)

// keys gives a form's keys in the trie: the letters of each word, the label of
// the rule for its ending, and a blank or comma between words.
func (l *lexicon) keys(f geo.Form) []string {
	words, gaps := l.split(f.Text)
	switch {
	case len(words) == 0:
		return nil
	case f.Lang == "ar":
		return l.arabicKeys(f, words)
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteRune(gaps[i])
		}
		stem, rule := w, whole
		if last := i == len(words)-1; last || f.Lang == "ru" {
			stem, rule = l.inflected(f, w, last)
		}
		b.WriteString(l.letters.foldString(stem))
		b.WriteRune(rune(rule))
	}
	return []string{b.String()}
}

// inflected gives the unchanging part of a word of a form, and its rule.
func (l *lexicon) inflected(f geo.Form, word string, last bool) (string, ending) {
	first, _ := utf8.DecodeRuneInString(word)
	switch c := l.letters.classOf(first); {
	case c == unspaced:
		return word, anywhere
	case c == hangul && utf8.RuneCountInString(f.Text) < 3:
		return word, koShort
	case c == hangul:
		return word, koLong
	case f.Lang == "en" && f.Kind == geo.Demonym:
		return word, enPlural
	case f.Lang == "fr" && f.Kind == geo.Demonym:
		return word, frFemale
	case f.Lang != "ru" || acronym(f.Text):
		return l.declined(f, word)
	case f.Kind != geo.Demonym && f.Kind != geo.Phrase:
		return russian(strings.ToLower(word), !last)
	case strings.HasSuffix(word, "ск"), strings.HasSuffix(word, "цк"):
		return word, ruAdjective
	case f.Kind == geo.Demonym && last:
		return word, ruPeople
	case f.Kind == geo.Phrase:
		return russian(strings.ToLower(word), !last)
	}
	return word, whole
}

// declined gives the unchanging part and the rule for the last word of a form
// in the other languages whose words take endings: Spanish, Portuguese, German,
// Turkish, Persian.
func (l *lexicon) declined(f geo.Form, word string) (string, ending) {
	people := f.Kind == geo.Demonym
	switch {
	case f.Lang == "tr" && f.Kind != geo.Phrase && !acronym(f.Text):
		return word, trName
	case f.Lang == "fa" && f.Kind != geo.Phrase:
		return word, faName
	case f.Lang == "de" && people:
		return germanPeople(word)
	case f.Lang == "de" && f.Kind != geo.Phrase && !acronym(f.Text):
		return word, deName
	case (f.Lang == "es" || f.Lang == "pt") && people:
		return iberianPeople(word)
	}
	return word, whole
}

func germanPeople(word string) (string, ending) {
	if strings.HasSuffix(word, "isch") || word == "deutsch" {
		return word, deAdjective
	}
	if stem, is := strings.CutSuffix(word, "e"); is {
		return stem, dePeopleE
	}
	return word, dePeople
}

func iberianPeople(word string) (string, ending) {
	if stem, is := strings.CutSuffix(word, "ão"); is {
		return stem, aoEnding
	}
	if stem, is := strings.CutSuffix(word, "o"); is {
		return stem, oEnding
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	if strings.ContainsRune("aeiouáéíóúâêã", last) {
		return word, vowelEnding
	}
	return word, plainEnding
}

// arabicKeys gives the keys of an Arabic form. A name that has the article
// keeps it, in whatever way it is written; a word for people and things has it
// on all its words or on none.
func (l *lexicon) arabicKeys(f geo.Form, words []string) []string {
	for i, w := range words {
		words[i] = l.letters.foldString(w)
	}
	if f.Kind == geo.Demonym {
		return []string{arabicPeople(words, ""), string(rune(article)) + arabicPeople(words, arabicThe)}
	}
	key := ""
	if rest, has := strings.CutPrefix(words[0], arabicThe); has {
		key, words[0] = string(rune(article)), rest
	}
	return []string{key + strings.Join(words, string(rune(whole))+" ") + string(rune(whole))}
}

// arabicPeople joins the words for people and things, with what stands before
// each but the first.
func arabicPeople(words []string, before string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(" " + before)
		}
		b.WriteString(w)
		if strings.HasSuffix(w, "ي") {
			b.WriteRune(rune(arNisba))
		} else {
			b.WriteRune(rune(whole))
		}
	}
	return b.String()
}

// split gives the words of a form, and the label of the gap before each.
func (l *lexicon) split(text string) (words []string, gaps []rune) {
	begin, before := -1, class(noLetter)
	gap := ' '
	for i, r := range text {
		c := l.letters.classOf(r)
		if begin >= 0 && c != before {
			words = append(words, text[begin:i])
			begin = -1
			gap = ' '
		}
		switch {
		case c == noLetter && r == ',':
			gap = ','
		case c != noLetter && begin < 0:
			begin = i
			gaps = append(gaps, gap)
		}
		before = c
	}
	if begin >= 0 {
		words = append(words, text[begin:])
	}
	return words, gaps
}
