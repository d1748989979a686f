package extract

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// dateLabels stand before a date on a line of its own.
var dateLabels = []string{
	"published on", "published at", "published:", "published", "posted on", "posted:", "date:", "date", "first published", "updated:", "updated", "last updated:", "last updated", "issued on",
	"publié le", "mis à jour le", "le", "опубликовано:", "опубликовано", "дата:", "نشر في", "نُشر في", "تاريخ النشر:", "التاريخ:",
	"发布时间：", "发布时间:", "发表时间：", "日期：", "時間：", "时间：", "입력:", "입력", "게재일:", "등록일", "등록일:", "작성일:", "veröffentlicht am", "publicado el", "fecha:",
}

// dateLine reads a line with nothing but a date, its label and its time, or a
// date that is glued to the name of an image.
func dateLine(p string, now time.Time) (string, bool) {
	p = strings.Trim(withoutBidi(p), "()[]（） ")
	if len(p) > 120 || !hasDigit(p) {
		return "", false
	}
	p = withoutLabel(p)
	if date, ok := wholeDate(p, now); ok {
		return date, true
	}
	date, n := scanDate(p, now)
	if n == 0 {
		return "", false
	}
	for _, image := range []string{"unnamed", "image", "photo", "img"} {
		if rest := p[n:]; strings.HasPrefix(rest, image) && !strings.Contains(rest, " ") {
			return date, true
		}
	}
	return "", false
}

// hasDigit reports whether a text has a digit of any script: a date has one.
func hasDigit(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return digit(r) >= 0 })
}

// withoutLabel takes the label off a date.
func withoutLabel(p string) string {
	lower := strings.ToLower(p)
	for _, label := range dateLabels {
		if strings.HasPrefix(lower, label) && len(lower) == len(p) {
			return strings.TrimLeft(p[len(label):], " :：")
		}
	}
	return p
}

// sourceLabels stand before the name of an outlet.
var sourceLabels = []string{"source:", "source :", "via:", "источник:", "quelle:", "fuente:", "fonte:", "bron:", "kaynak:", "źródło:", "джерело:", "المصدر:", "منبع:", "来源：", "来源:", "來源：", "출처:"}

// withoutSource takes the label off the name of an outlet.
func withoutSource(p string) string {
	lower := strings.ToLower(p)
	for _, label := range sourceLabels {
		if strings.HasPrefix(lower, label) && len(lower) == len(p) {
			return strings.TrimSpace(p[len(label):])
		}
	}
	return p
}

// occasions begin a line that says when something was said.
var occasions = []string{"Speech", "Statement", "Address", "Lecture", "Testimony", "Remarks", "Presentation", "Paper", "Intervention", "Keynote",
	"Rede", "Vortrag", "Ansprache", "Beitrag", "Discurso", "Ponencia", "Intervención", "Conferencia", "Discorso", "Intervento", "Palestra", "Pronunciamento",
	"Discours", "Déclaration", "Allocution", "Выступление", "Речь", "Доклад", "Заявление", "كلمة", "خطاب", "演讲", "讲话", "发言", "연설", "발언"}

// occasionLetters is how long a line may be that names an occasion and has a
// full stop, in bytes.
const occasionLetters = 220

// occasionDate reads the date in a line that names an occasion.
func occasionDate(p string, now time.Time) (string, bool) {
	if len(p) > 400 || len(p) > occasionLetters && endsSentence(p) || !slices.ContainsFunc(occasions, func(o string) bool { return strings.HasPrefix(p, o) }) {
		return "", false
	}
	for at, r := range p {
		if digit(r) < 0 && (at == 0 || p[at-1] != ' ') {
			continue
		}
		if date, n := scanDate(p[at:], now); n > 0 {
			return date, true
		}
	}
	return "", false
}

// writers are the words with which a sentence names who wrote the text.
var writers = []string{
	"writes", "write", "wrote", "argues", "argue", "reports", "report", "écrit", "écrivent", "schreibt", "schreiben", "escribe", "escriben", "escreve", "escrevem",
	"scrive", "scrivono", "пишет", "пишут",
}

// writesInside reads a byline inside the first paragraph: "…, writes A. B.,
// founder of Org". The text stays as it is.
func (d *Document) writesInside(body []string) {
	if len(d.Byline) > 0 || len(body) == 0 {
		return
	}
	for _, cue := range writers {
		_, after, ok := strings.Cut(body[0], ", "+cue+" ")
		if !ok {
			continue
		}
		if at := strings.IndexAny(after, ";(–—"); at > 0 {
			after = after[:at]
		}
		for _, name := range people(after) {
			if !personLike(name) || utf8.RuneCountInString(name) > 40 {
				break
			}
			d.Byline = append(d.Byline, name)
		}
		return
	}
}
