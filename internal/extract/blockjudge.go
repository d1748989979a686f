package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// subjectLetters is how many letters a word has at least that tells what a text
// is about, and how many of it are compared: the rest may be an inflection.
const subjectLetters = 5

// subjects are the words of a paragraph that tell what it is about: the
// beginnings of the longer ones, but those that count or date, and neighbouring
// letters of scripts that leave no blanks.
func subjects(p string) map[string]bool {
	out := map[string]bool{}
	addSubjects(out, wordList(p))
	return out
}

func addSubjects(out map[string]bool, words []string) {
	before := ""
	for i, w := range words {
		switch end := subjectEnd(w); {
		case i+1 < len(words) && words[i+1] == "0": // "number 12", "March 2016"
		case end > 0:
			out[w[:end]] = true
		case unblankedWord(w) && unblankedWord(before):
			out[before+w] = true
		}
		before = w
	}
}

// subjectEnd gives where the letters of a word end that are compared, 0 for a
// word that is too short.
func subjectEnd(w string) int {
	letters := 0
	for i, r := range w {
		if letters++; letters == subjectLetters {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}

// wordList gives the words of a paragraph as its triples have them.
func wordList(p string) []string {
	text, _ := foldedWords(p)
	return strings.Fields(text)
}

func unblankedWord(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return size > 0 && size == len(w) && unblanked(r)
}

// namesIn are the words of a paragraph, in lower case, that are written with a
// capital inside a sentence.
func namesIn(p string) map[string]bool {
	out := map[string]bool{}
	begins := true
	for w := range strings.FieldsSeq(p) {
		word := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && !begins && utf8.RuneCountInString(word) > 1 {
			out[strings.ToLower(word)] = true
		}
		begins = endsSentence(w) || strings.HasSuffix(w, ":") || word == "" && begins
	}
	return out
}

// about is what several paragraphs are about.
type about struct{ subjects, words map[string]bool }

func aboutOf(paragraphs []string) about {
	out := about{map[string]bool{}, map[string]bool{}}
	for _, p := range paragraphs {
		words := wordList(p)
		addSubjects(out.subjects, words)
		for _, w := range words {
			out.words[w] = true
		}
	}
	return out
}

// sharedWith says how much of what a paragraph is about an article is about, 0
// to 1: its subjects, and its names, each 0 where it has too few to tell.
func sharedWith(p string, article about) (inSubjects, inNames float64) {
	return shareIn(subjects(p), article.subjects, fewSubjects), shareIn(namesIn(p), article.words, fewNames)
}

const (
	fewSubjects = 4
	fewNames    = 2
)

func shareIn(of, in map[string]bool, few int) float64 {
	if len(of) < few {
		return 0
	}
	n := 0
	for w := range of {
		n += count(in[w])
	}
	return float64(n) / float64(len(of))
}

// isUnblanked reports whether most letters of a paragraph are of a script that
// leaves no blanks between words.
func isUnblanked(p string) bool {
	of, all := 0, 0
	for _, r := range p {
		all += count(unicode.IsLetter(r))
		of += count(unicode.IsLetter(r) && unblanked(r))
	}
	return of*2 > all
}

// quotes are the marks that open and close what somebody said.
var quotes = map[rune]rune{'“': '”', '„': '“', '«': '»', '"': '"', '「': '」', '『': '』'}

// outsideQuotes gives a paragraph without what stands in quotation marks.
func outsideQuotes(p string) string {
	var out strings.Builder
	var closing rune
	for _, r := range p {
		switch {
		case closing == 0 && quotes[r] != 0:
			closing = quotes[r]
		case closing == 0:
			out.WriteRune(r)
		case r == closing:
			closing = 0
		}
	}
	return out.String()
}

// isSaid reports whether a paragraph is mostly what somebody said.
func isSaid(p string) bool {
	return utf8.RuneCountInString(outsideQuotes(p))*2 < utf8.RuneCountInString(p)
}

// calls reports whether a paragraph has the words of a footer that nothing else
// has: a call for subscribers, rights, buttons. What is said in it does not count.
func calls(p string) bool {
	p = strings.TrimSpace(outsideQuotes(p))
	label := strings.HasSuffix(p, ":") || strings.HasSuffix(p, "：")
	return p != "" && (matching(ends, p) != "" || loneKind(p) != "" || !label && footerKind(p) != "")
}

// speaks reports whether a paragraph speaks to readers, or of the publisher to them.
func speaks(p string) bool {
	p = " " + outsideQuotes(p)
	return matching(addressed, p) != "" || matching(asking, p) != ""
}
