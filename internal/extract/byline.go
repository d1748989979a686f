package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineLetters is how long a byline may be.
const bylineLetters = 160

var (
	// By NAME, Par NAME, Von NAME, Автор: NAME, بقلم NAME
	bylineWord = regexp.MustCompile(`^(?i:by|par|von|por|di)\s+(\p{L}.*)$`)
	bylineMark = regexp.MustCompile(`^(?i:text by|written by|reporting by|author|auteur|автор(?:ы)?|текст|корреспондент|بقلم|كتب[تها]*|تقرير|إعداد|作者|记者|記者|本报记者|文|撰文|글|작성자)\s*[:：/／|]?\s*(\p{L}.*)$`)
	// NAME 기자, NAME 记者
	bylineEnd = regexp.MustCompile(`^(\p{L}[\p{L}·. ]{1,30}?)\s*(?:기자|특파원|记者|記者|报道|報道)(?:\s*\S*@\S*)?$`)
)

// bylineName gives what a byline says behind its cue, for a line that is one.
func bylineName(p string) (string, bool) {
	if utf8.RuneCountInString(p) > bylineLetters {
		return "", false
	}
	if m := bylineWord.FindStringSubmatch(p); m != nil && capitalName(m[1]) {
		return m[1], true
	}
	if m := bylineMark.FindStringSubmatch(p); m != nil && !endsSentence(p) {
		return m[1], true
	}
	if m := bylineEnd.FindStringSubmatch(p); m != nil {
		return m[1], true
	}
	return "", false
}

func isByline(p string) bool {
	_, yes := bylineName(p)
	return yes
}

// capitalName: the first two words begin with capitals, or letters of a script
// that has none, and no sentence follows.
func capitalName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || !upperStart(fields[0]) {
		return false
	}
	if len(fields) > 1 && !upperStart(fields[1]) && !particle[strings.ToLower(fields[1])] && !strings.HasSuffix(fields[0], ",") {
		return false
	}
	return len(fields) < 25 && (!endsSentence(s) || len(fields) <= 4)
}

// particle are small words in names.
var particle = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "al": true, "el": true, "bin": true, "ibn": true, "la": true, "le": true, "di": true, "da": true, "dos": true, "du": true, "and": true, "et": true, "и": true}

var (
	roleBehind = regexp.MustCompile(`\s*(?:,\s.*|\s+for\s+\p{Lu}.*|\s*[(（].*|\s+[–—-]\s.*|\s*[|/／].*)$`)
	joiners    = regexp.MustCompile(`\s+(?:and|et|und|y|и|및|&)\s+|\s*[、，،;]\s*|\s+و\s?(?:\p{Arabic})?`)
	lastMarks  = regexp.MustCompile(`[.,:;]+$`)
)

// addByline adds the people that a byline names, without their roles and
// organisations; what was left out is kept in removed.
func (d *Document) addByline(line string) {
	name, yes := bylineName(line)
	if !yes {
		name = line
	}
	people := peopleOf(name)
	for _, p := range people {
		if !slices.Contains(d.Byline, p) {
			d.Byline = append(d.Byline, p)
		}
	}
	if rest := strings.TrimLeft(strings.TrimPrefix(name, first(people)), " ,"); rest != "" && len(people) < 2 {
		d.remove(Byline, rest)
		if d.Outlet == "" {
			d.Outlet = orgOf(line)
		}
	}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// peopleOf splits a byline into people.
func peopleOf(s string) []string {
	var out []string
	for _, part := range splitPeople(s) {
		part = strings.TrimSpace(roleBehind.ReplaceAllString(part, ""))
		if r, n := utf8.DecodeLastRuneInString(part); n > 0 && r == '.' && !initialEnd(part) {
			part = lastMarks.ReplaceAllString(part, "")
		}
		part = strings.TrimSuffix(strings.TrimSuffix(part, " 기자"), " 记者")
		if part != "" && utf8.RuneCountInString(part) <= 60 {
			out = append(out, part)
		}
	}
	return out
}

// splitPeople splits at "and" only when a name stands on both sides.
func splitPeople(s string) []string {
	at := joiners.FindStringIndex(s)
	if at == nil || strings.ContainsAny(s[:at[0]], ",") || strings.HasPrefix(strings.TrimSpace(s[at[0]:]), "و") && !strings.Contains(s[at[0]:], " و ") {
		return []string{s}
	}
	rest := s[at[1]:]
	if !upperStart(rest) {
		return []string{s}
	}
	return append([]string{s[:at[0]]}, splitPeople(rest)...)
}

// initialEnd reports whether text ends in an initial: "Jo H.", "W. F.".
func initialEnd(s string) bool {
	fields := strings.Fields(s)
	last := fields[len(fields)-1]
	return utf8.RuneCountInString(last) == 2 && unicode.IsUpper([]rune(last)[0])
}

var org = regexp.MustCompile(`(?:\bfor |,\s*)(\p{Lu}[\p{L}’'.&-]*(?: (?:of|for|the|and|\p{Lu}[\p{L}’'.&-]*)){0,6})\s*(?:\([\p{Lu}\d]+\))?$|\b(?:director|president|editor|chair|founder|correspondent|spokesperson|secretary)[\p{L} -]{0,20}(?: of| at| for|,) (\p{Lu}[\p{L}’'.& -]{1,60}?)\s*(?:\([\p{Lu}\d]+\))?$`)

// orgOf gives the organisation that a byline names: "for RFA Uyghur", "director
// of Org (ORG)", "Executive Director, Org".
func orgOf(line string) string {
	m := org.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1] + m[2])
}
