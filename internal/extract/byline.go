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
var bylineWords = []string{"by", "by:", "par", "par :", "von", "por", "di", "door", "text by", "written by", "reported by", "reporting by", "words by", "story by"}

// bylineMarks stand before a name, with or without a colon, a stroke or a blank.
var bylineMarks = []string{
	"author:", "authors:", "auteur :", "auteur:", "autor:", "autora:", "автор:", "авторы:", "автор –", "автор —", "текст:", "корреспондент", "обозреватель",
	"بقلم", "كتب:", "كتبت:", "كتب ", "كتبت ", "تقرير:", "إعداد:", "الكاتب:", "نویسنده:",
	"作者", "记者", "記者", "本报记者", "本報記者", "特约记者", "文/", "文／", "文：", "撰文", "编辑：", "글:", "글 ", "작성자", "기자:", "기자 ",
}

// bylineEnds stand behind a name.
var bylineEnds = []string{" 기자", "기자", " 특파원", " 记者", "记者", " 記者", "記者", " 报道", "报道", " 報道"}

// bylineName gives what a line says behind its cue, for a line that is a byline.
func bylineName(p string) (string, bool) {
	if utf8.RuneCountInString(p) > bylineLetters {
		return "", false
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

// bylineBehind: 홍길동 기자, 홍길동 기자 hong@example.org.
func bylineBehind(p string) (string, bool) {
	if at := strings.LastIndexByte(p, ' '); at > 0 && strings.Contains(p[at:], "@") {
		p = p[:at]
	}
	for _, w := range bylineEnds {
		name, ok := strings.CutSuffix(p, w)
		name = strings.Trim(name, " （(")
		if n := utf8.RuneCountInString(name); ok && n >= 2 && n <= 20 && len(strings.Fields(name)) <= 4 && upperStart(name) && !strings.ContainsAny(name, ",.，。、") {
			return name, true
		}
	}
	return "", false
}

func isByline(p string) bool {
	_, yes := bylineName(p)
	return yes
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
		d.Outlet = organisationOf(name)
	}
}

// people gives the people that stand in a byline without its cue.
func people(s string) []string {
	var out []string
	list, _ := cutRole(s)
	for _, part := range splitPeople(list) {
		part, _ = cutRole(part)
		if part = cleanName(part); part == "" || utf8.RuneCountInString(part) > 60 || strings.ContainsAny(part, "@/<>\\") {
			continue
		}
		if !slices.Contains(out, part) && !isOrganisation(part) {
			out = append(out, part)
		}
	}
	return out
}

func cleanName(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range bylineEnds {
		s = strings.TrimSuffix(s, w)
	}
	s = strings.Trim(s, " ,:;|·*–—-")
	if fields := strings.Fields(s); len(fields) > 0 && !isInitial(fields[len(fields)-1]) {
		s = strings.TrimRight(s, ". ")
	}
	return s
}

// joiners stand between two people.
var joiners = []string{" and ", " & ", " et ", " und ", " y ", " и ", " و ", " 및 ", "、", "，", "،", "; ", " with ", " avec "}

// splitPeople splits a list of people; at commas only where "and" shows that it
// is a list, since roles and organisations stand behind commas too.
func splitPeople(s string) []string {
	out := []string{s}
	for _, j := range joiners {
		for i := 0; i < len(out); i++ {
			before, after, found := strings.Cut(out[i], j)
			if found && upperStart(strings.TrimSpace(after)) {
				out = slices.Replace(out, i, i+1, before, after)
			}
		}
	}
	if len(out) > 1 {
		var all []string
		for _, part := range out {
			all = append(all, strings.Split(part, ", ")...)
		}
		out = all
	}
	return out
}

// cutRole cuts a name before a role, an organisation, a place or a bracket.
func cutRole(s string) (name, rest string) {
	at := len(s)
	for _, mark := range []string{" (", "（", " | ", " / ", " – ", " — ", " - ", " for ", " pour ", " in ", " @", " [", " • "} {
		if i := strings.Index(s[:at], mark); i > 0 {
			at = i
		}
	}
	if i := commaRole(s[:at]); i > 0 {
		at = i
	}
	return s[:at], strings.TrimLeft(s[at:], " ,|/–—-")
}

// commaRole gives where a role or an organisation begins behind a comma; -1
// where the comma stands in a list of people.
func commaRole(s string) int {
	at := strings.Index(s, ", ")
	if at < 0 {
		return -1
	}
	rest := s[at+2:]
	for _, j := range joiners[:7] {
		if before, after, ok := strings.Cut(rest, j); ok && personLike(strings.TrimSuffix(before, ",")) && upperStart(after) {
			return -1
		}
	}
	return at
}

// personLike: two to four words, each with a capital, none that names a role or
// an organisation.
func personLike(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || isOrganisation(s) {
		return false
	}
	for _, w := range words {
		if !upperStart(w) && !particle(w) {
			return false
		}
	}
	return !hasRole(s)
}

const roles = " director directors president editor chair chairman chairwoman founder co-founder correspondent spokesperson secretary professor reporter writer" +
	" journalist fellow researcher analyst manager adviser advisor officer coordinator lawyer executive senior deputy head chief staff bureau contributor author" +
	" directeur directrice président présidente rédacteur journaliste correspondant fondateur redakteur direktor "

func hasRole(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if strings.Contains(roles, " "+strings.Trim(w, ",.()")+" ") {
			return true
		}
	}
	return false
}

const organisations = " news agency times post watch monitor today radio herald journal tribune daily weekly newsweek guardian mail press online forum television tv" +
	" rights international foundation committee association network union institute service services frontiers council centre center group team staff magazine" +
	" media reporters editors newsroom desk editorial admin wave globe review bulletin telegraph gazette observer chronicle broadcasting newspaper report reuters afp "

// isOrganisation reports whether a name is that of an outlet or organisation.
func isOrganisation(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if strings.Contains(organisations, " "+strings.Trim(w, ",.()")+" ") {
			return true
		}
	}
	return isAcronym(s) && !strings.Contains(s, ".")
}

// organisationOf gives the organisation that a byline names: "for RFA Uyghur",
// "director of Org (ORG)", "Executive Director, Org".
func organisationOf(byline string) string {
	if name, yes := bylineName(byline); yes {
		byline = name
	}
	_, rest := cutRole(byline)
	rest, _, _ = strings.Cut(rest, " (")
	for {
		head, tail, comma := strings.Cut(rest, ", ")
		if !comma {
			break
		}
		if !hasRole(head) && isName(head) {
			rest = head
			break
		}
		rest = tail
	}
	for _, cue := range []string{"for ", "pour ", " of ", " at ", " for ", " de ", " du "} {
		if at := strings.Index(rest, cue); at >= 0 && (at == 0 || hasRole(rest[:at])) {
			rest = rest[at+len(cue):]
		}
	}
	rest = strings.Trim(rest, " .,")
	if rest == "" || !upperStart(rest) || hasRole(rest) || !isName(rest) || places()[strings.ToLower(rest)] {
		return ""
	}
	return rest
}

// who splits what stands before a date: an outlet, a place, or a byline with
// the outlet behind it and nothing between.
func (f *dateline) who(s string, opt Options) {
	switch {
	case isByline(s):
		f.byline, f.outlet = splitByline(s, opt)
	case s != "" && isPlace(s, opt):
		f.place, f.rule = s, "place-date"
	default:
		f.outlet = s
	}
}

// splitByline splits "By W. F., director of Org The European Times": the outlet
// is one that the desk knows; or else what begins with "The", what stands
// behind an initial, or what follows two words and ends as outlets' names do.
func splitByline(s string, opt Options) (byline, outlet string) {
	for _, o := range opt.Outlets {
		if len(o) > len(outlet) && strings.HasSuffix(s, " "+o) {
			outlet = o
		}
	}
	if outlet != "" {
		return strings.TrimSpace(strings.TrimSuffix(s, outlet)), outlet
	}
	words := strings.Fields(s)
	for i := 2; i < len(words); i++ {
		tail := strings.Join(words[i:], " ")
		if !upperStart(words[i]) || !isName(tail) {
			continue
		}
		afterInitial := strings.HasSuffix(words[i-1], ".") && isInitial(words[i-1]) && !isInitial(words[i])
		if words[i] == "The" || afterInitial && !strings.Contains(tail, ",") || i >= 3 && isOrganisation(tail) && !hasComma(words[1:]) {
			return strings.Join(words[:i], " "), tail
		}
	}
	return s, ""
}

func hasComma(words []string) bool { return strings.Contains(strings.Join(words, " "), ",") }
