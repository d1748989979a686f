package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineLetters is how long a byline may be.
const bylineLetters = 160

// bylineWords stand before a name and are followed by a blank; they say that it
// is a byline only where a name with capitals follows.
var bylineWords = []string{"by", "by:", "par", "par :", "von", "von:", "por", "por:", "di", "door", "text by", "written by", "reported by", "reporting by", "words by", "story by", "text and photos by", "words and pictures by", "story and photos by", "texte et photos", "texto y fotos", "text und fotos", "report by", "posted by", "publicado por", "publié par", "eingestellt von", "diposting oleh", "gönderen",
	"av", "oleh", "ditulis oleh", "a cura di", "imeandikwa na", "napisał", "napisała", "theo", "bởi"}

// bylineMarks stand before a name, with or without a colon, a stroke or a blank.
var bylineMarks = []string{
	"words:", "author:", "authors:", "auteur :", "auteur:", "autor:", "autora:", "автор:", "авторы:", "автор –", "автор —", "текст:", "корреспондент", "обозреватель",
	"بقلم", "مرسلة بواسطة", "نشرت بواسطة", "كتب:", "كتبت:", "كتب ", "كتبت ", "تقرير:", "إعداد:", "الكاتب:", "نویسنده:", "نوشته ",
	"autorka:", "yazan:", "haber:", "tác giả:", "penulis:", "mwandishi:", "โดย ", "लेखक:", "文＝", "取材",
	"作者", "记者", "記者", "本报记者", "本報記者", "特约记者", "文/", "文／", "文：", "撰文", "编辑：", "글:", "글 ", "작성자", "기자:", "기자 ",
}

// bylineEnds stand behind a name.
var bylineEnds = []string{" 기자", "기자", " 특파원", " 记者", "记者", " 記者", "記者", " 报道", "报道", " 報道"}

// bylineName gives what a line says behind its cue, for a line that is a byline.
func bylineName(p string) (string, bool) {
	if utf8.RuneCountInString(p) > bylineLetters {
		return "", false
	}
	if !mayBeginByline(p) {
		return bylineBehind(p)
	}
	lower := strings.ToLower(p)
	for _, w := range bylineWords {
		if strings.HasPrefix(lower, w+" ") && len(lower) == len(p) {
			name := strings.TrimSpace(p[len(w)+1:])
			return name, capitalName(name)
		}
	}
	for _, w := range bylineMarks {
		if !strings.HasPrefix(lower, w) || len(lower) != len(p) {
			continue
		}
		name := strings.TrimLeft(p[len(w):], " :：/／|–—\u3000")
		if short := utf8.RuneCountInString(name) <= 60; name != "" && short && !endsSentence(name) && upperStart(name) {
			return name, true
		}
	}
	return bylineBehind(p)
}

// mayBeginByline reports whether a line begins with the first letter of a cue;
// of letters that are not ASCII that is not looked at.
func mayBeginByline(p string) bool {
	return p != "" && (p[0] >= utf8.RuneSelf || bylineLetter[p[0]])
}

// bylineLetter has the letters of ASCII, small and capital, with which cues begin.
var bylineLetter = func() (out [utf8.RuneSelf]bool) {
	for _, w := range slices.Concat(bylineWords, bylineMarks) {
		if c := w[0]; c < utf8.RuneSelf {
			out[c], out[c&^0x20] = true, true
		}
	}
	return out
}()

// bylineBehind: 홍길동 기자, 홍길동 기자 hong@example.org.
func bylineBehind(p string) (string, bool) {
	if at := strings.LastIndexByte(p, ' '); at > 0 && strings.Contains(p[at:], "@") {
		p = p[:at]
	}
	for _, w := range bylineEnds {
		name, ok := strings.CutSuffix(p, w)
		if !ok {
			continue
		}
		name = strings.Trim(name, " （(")
		if n := utf8.RuneCountInString(name); n >= 2 && n <= 20 && len(strings.Fields(name)) <= 4 && upperStart(name) && !strings.ContainsAny(name, ",.，。、") {
			return name, true
		}
	}
	return "", false
}

func isByline(p string) bool {
	_, yes := bylineName(p)
	return yes
}

// namesPerson reports whether a line is a byline and begins with a person's
// name, not with a single word.
func namesPerson(p string) bool {
	name, yes := bylineName(p)
	list := people(name)
	return yes && len(list) > 0 && personLike(list[0])
}

// capitalName: the first two words are written as names are, and no sentence
// follows.
func capitalName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 24 || !upperStart(fields[0]) {
		return false
	}
	if len(fields) > 1 && !upperStart(fields[1]) && !particle(fields[1]) && !strings.HasSuffix(fields[0], ",") && fields[1] != "|" && !isDashWord(fields[1]) {
		return false
	}
	return !endsSentence(s) || len(fields) <= 4 || isInitial(fields[len(fields)-1])
}

// particle reports whether a word in lower case may stand in a name.
func particle(w string) bool {
	return strings.Contains(" de van von der den al el bin ibn la le di da dos du and et y и und for ", " "+strings.ToLower(w)+" ")
}

func isDashWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return isDash(r) && n == len(w)
}

// isInitial: "H.", "F".
func isInitial(w string) bool {
	w = strings.TrimSuffix(w, ".")
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.IsUpper(r)
}

// addByline adds the people that a byline names, without their roles and
// organisations. The line as it stood is kept in removed.
func (d *Document) addByline(line string) {
	name, yes := bylineName(line)
	if !yes {
		name = line
	}
	for _, p := range people(name) {
		if !slices.Contains(d.Byline, p) {
			d.Byline = append(d.Byline, p)
		}
	}
	d.remove(Byline, line)
	if d.Outlet == "" {
		d.Outlet = outletOf(name)
	}
}
