package extract

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// cutPage takes out of a page's body what is not the article.
func (d *Document) cutPage(parts []part, now time.Time) []part {
	var kept []part
	for _, p := range parts {
		if kind := loneKind(p.text); kind != "" {
			d.remove(kind, p.text)
		} else if isRelated(p.text) || p.pointsElsewhere() {
			d.remove(Related, p.text)
		} else if isPhotoLine(p.text) {
			d.remove(Caption, p.text)
		} else {
			kept = append(kept, p)
		}
	}
	return d.cutTop(d.cutPortrait(d.cutBottom(kept)), now)
}

// pointsElsewhere reports whether a line is a link in brackets or behind a mark.
func (p part) pointsElsewhere() bool {
	return p.tag == "p" && p.linked*10 >= p.letters*9 && strings.ContainsRune("[→➡►▶»›>", firstRune(p.text))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// photoLine is what ends a line under a picture.
var photoLine = regexp.MustCompile(`(?:^|[.!?…»”")]\s|\p{Ll})(?:Photos?|Pics?|Pictures?|Images?|Fotos?|Bild|Фото)(?::\s*| by | von )` + photographer +
	`|\s(?:Photo|Pic|Picture|Image|Foto|Bild|Фото):\s*` + photographer + `|[.!?]\s(?:Фото|Foto|صورة)\s` + photographer + `|\((?:photo|pic|foto|bild|фото)[: ][^)]{2,40}\)$`)

// photographer is a name at the end of a line.
const photographer = `(?:\p{Lu}\. ?)?[^.:;]{2,40}\.?\)?$`

// isPhotoLine reports whether a short line says at its end who took the picture.
func isPhotoLine(p string) bool {
	return utf8.RuneCountInString(p) <= bylineText && (strings.HasSuffix(p, " 摄") || strings.HasSuffix(p, " 攝")) ||
		utf8.RuneCountInString(p) <= bylineText && photoLine.MatchString(p)
}

// portraitLetters is how long the portrait of an author is at most.
const portraitLetters = 400

// cutPortrait takes out what says at the end who the author is.
func (d *Document) cutPortrait(parts []part) []part {
	for n := len(parts) - 1; n > 0 && utf8.RuneCountInString(parts[n].text) <= portraitLetters && d.isPortrait(parts[n].text); n-- {
		d.remove(Byline, parts[n].text)
		parts = parts[:n]
	}
	return parts
}

// portraitWords stand behind an author's name in a portrait.
var portraitWords = []string{"is a ", "is an ", "is the ", "is our ", "writes ", "was a ", "was an ", "has written ", "teaches ", "works ", "lives ", "covers ", "reports ", "est ", "ist ", "arbeitet ", "lehrt ", "es ", "é ", "—", "–"}

func (d *Document) isPortrait(p string) bool {
	for _, name := range d.Byline {
		if rest, begins := strings.CutPrefix(p, name); begins && len(strings.Fields(name)) > 1 && startsWith(strings.TrimLeft(rest, " ,"), portraitWords...) {
			return true
		}
	}
	return false
}

// topParts is how many parts may stand above the body with the headline among them.
const topParts = 6

// cutTop takes out the headline where it is repeated above the body, with the
// short lines that stand above it, and dates and bylines alone.
func (d *Document) cutTop(parts []part, now time.Time) []part {
	begin := 0
	for i, p := range parts[:min(len(parts), topParts)] {
		if utf8.RuneCountInString(p.text) > footerLetters {
			break
		}
		if lettersOnly(p.text) == lettersOnly(d.Title) && d.Title != "" {
			begin = i + 1
			break
		}
	}
	for i, p := range parts[:begin] {
		kind := Navigation
		if i == begin-1 {
			kind = Repeated
		}
		d.remove(kind, p.text)
	}
	parts = parts[begin:]
	var kept []part
	for i, p := range parts {
		kind := topKind(p.text, now)
		if kind == "" && d.titleAndByline(p.text, now) {
			kind = Repeated
		}
		if kind == "" && d.namesAndDate(p.text, now) {
			kind = Byline
		}
		if kind == "" || i >= topParts || i == len(parts)-1 {
			kept = append(kept, p)
			continue
		}
		d.remove(kind, p.text)
	}
	return kept
}

// topKind gives the kind of a line above the body that is not the body.
func topKind(p string, now time.Time) string {
	switch {
	case utf8.RuneCountInString(p) > bylineText:
		return ""
	case isDateLine(p, now):
		return Date
	case isByline(p):
		return Byline
	case strings.Contains(p, " > ") || strings.Contains(p, " » ") || strings.Contains(p, " › "):
		return Navigation
	}
	return ""
}

// titleAndByline: the headline with the day before it or the byline behind it,
// in one paragraph.
func (d *Document) titleAndByline(p string, now time.Time) bool {
	before, behind, has := strings.Cut(p, d.Title)
	if !has || d.Title == "" || utf8.RuneCountInString(before) > bylineText/2 || utf8.RuneCountInString(behind) > bylineText {
		return false
	}
	before, behind = strings.TrimSpace(before), strings.TrimSpace(behind)
	return (before == "" || isDateLine(before, now)) && (behind == "" || isByline(behind) || isDateLine(behind, now) || d.namesAndDate(behind, now))
}

// namesAndDate: nothing but the people whom the page names as its authors, a
// date, and a word such as "by" in any language.
func (d *Document) namesAndDate(p string, now time.Time) bool {
	if utf8.RuneCountInString(p) > bylineText {
		return false
	}
	rest, names := p, 0
	for _, name := range d.Byline {
		if before, after, found := strings.Cut(rest, name); found {
			rest, names = before+" "+after, names+1
		}
	}
	rest = strings.TrimFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if _, n := scanDate(rest, now); n > 0 {
		rest = rest[n:]
	}
	return names > 0 && utf8.RuneCountInString(lettersOnly(rest)) <= looseLetters
}

// looseLetters is how many letters the words between names and date may have.
const looseLetters = 6

// isDateLine: a date alone, with its label, or two: "July 29, 2025 – updated …".
func isDateLine(p string, now time.Time) bool {
	if _, ok := dateLine(p, now); ok {
		return true
	}
	lower := strings.ToLower(p)
	for _, label := range []string{"last updated", "updated", "published", "posted", "last modified", "last reviewed"} {
		lower = strings.TrimLeft(strings.TrimPrefix(lower, label), " :on")
	}
	_, n := scanDate(lower, now)
	return n > 0 && utf8.RuneCountInString(lower[n:]) < 40 && !endsSentence(p)
}

// cutBottom takes out what follows a heading that begins links to other
// articles, comments or the author's portrait, in the last quarter of the page.
func (d *Document) cutBottom(parts []part) []part {
	total := 0
	for _, p := range parts {
		total += len(p.text)
	}
	above := 0
	for i, p := range parts {
		if i > 0 && above*4 > total*3 && bottomHeading(p.text) {
			for _, r := range parts[i:] {
				d.remove(Related, r.text)
			}
			parts = parts[:i]
			break
		}
		above += len(p.text)
	}
	var blocks []block
	for _, p := range parts {
		blocks = append(blocks, block{p.text, 1})
	}
	return parts[:len(d.cutEnd(blocks))]
}

func bottomHeading(p string) bool {
	if utf8.RuneCountInString(p) > 60 || strings.HasSuffix(p, ".") {
		return false
	}
	lower := strings.Trim(strings.ToLower(p), " .:…!?>»→")
	return strings.Contains(bottomHeadings, "|"+lower+"|") || startsWith(lower, bottomBegins...)
}

// isRelated: a line that is nothing but a link to another article.
func isRelated(p string) bool {
	return utf8.RuneCountInString(p) <= 160 && startsWith(strings.ToLower(strings.TrimLeft(p, pointers)), relatedBegins...)
}

// pointers stand before a line that leads elsewhere.
const pointers = " [(→➡►▶»›>*•\ufe0f"
