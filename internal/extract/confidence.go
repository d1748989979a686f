package extract

import (
	"strings"
	"unicode/utf8"
)

// What a confidence may be at most when something is wrong with a page. Below a
// half an article waits for a look.
const (
	noText         = 0.1 // too short to be an article
	behindAWall    = 0.3 // the rest is for those who pay or log in
	damagedLetters = 0.3 // some cannot be read
	otherTongue    = 0.4 // its language is not the one it declares
	manyStories    = 0.4 // most of its text is links: a list of articles
)

// articleLetters is how long an article is at least.
const articleLetters = 200

// confidence says how sure it is that a document is an article, and the whole of
// it: it declares itself one, has a date, a byline, and some paragraphs of some
// length, and both libraries found it in the same place.
func (p page) confidence(d Document, parts int, s *sheet) float64 {
	letters := utf8.RuneCountInString(d.Text)
	if letters < articleLetters && !(isSpacelessLanguage(d.Language) && letters > articleLetters/3) {
		return noText
	}
	agree := s.both/max(s.t, s.r, 1) > 0.5
	tenths := 1 + 2*count(p.article) + 2*count(d.Published != "") + 2*count(letters > 600) + count(parts > 2) + count(len(d.Byline) > 0) + count(agree)
	sure := float64(tenths) / 10
	if p.paid || s.wall() {
		sure = min(sure, behindAWall)
	}
	if declared := primary(p.language); declared != "" && d.Language != "" && !sameTongue(declared, d.Language) {
		sure = min(sure, otherTongue)
	}
	if s.mostlyLinks() {
		sure = min(sure, manyStories)
	}
	return sure
}

// isSpacelessLanguage reports whether a language says in 60 letters what others
// say in 200.
func isSpacelessLanguage(language string) bool {
	return language == "zh" || language == "ja" || language == "ko"
}

// sameTongue reports whether two codes may mean one language: the members of a
// macrolanguage, and neighbours that letters hardly tell apart.
func sameTongue(a, b string) bool {
	for _, group := range []string{" no nb nn da sv ", " hr sr bs sh ", " id ms ", " zh yue cmn ", " fa prs per ", " uz uzn ", " az aze "} {
		if strings.Contains(group, " "+a+" ") && strings.Contains(group, " "+b+" ") {
			return true
		}
	}
	return a == b
}

// wall reports whether the page says that the rest is for subscribers, below a
// beginning that is short.
func (s *sheet) wall() bool {
	for i := range s.facts {
		f := &s.facts[i]
		if f.letters < footerLetters && s.all < wallWords && matching(walls, f.text) != "" {
			return true
		}
	}
	return false
}

// wallWords is how many words a page has at most that shows only the beginning
// of an article.
const wallWords = 900

// mostlyLinks reports whether most of the letters of what both libraries leave
// out, and more than the article has, stand in links to other articles.
func (s *sheet) mostlyLinks() bool {
	linked, own := 0, 0.0
	for i := range s.facts {
		f := &s.facts[i]
		if f.words >= 5 && f.linkShare() > 0.8 && f.around.main {
			linked += int(f.words)
		}
		own += f.words * min(f.t, f.r)
	}
	return float64(linked) > own && linked > 60
}
