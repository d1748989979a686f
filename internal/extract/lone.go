package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/geo"
)

// loneKind gives the kind of a paragraph that is not the article wherever it
// stands: rules, shortcodes, sharing buttons, category lines, running lines.
// Empty for any other.
func loneKind(p string) string {
	if utf8.RuneCountInString(p) > footerLetters/2 {
		return ""
	}
	lower := strings.ToLower(p)
	switch {
	case isRule(p):
		return Rule
	case isShortcode(lower):
		return Snippet
	case isButton(strings.Trim(lower, " .:!›»>…")), isButtons(lower):
		return Sharing
	case startsWith(lower, "posted in", "filed under", "categories:", "category:", "tags:", "tagged", "catégories :", "mots-clés", "рубрика:", "теги:", "метки:", "التصنيف", "标签：", "分类：", "태그:"):
		return Sharing
	case clock.MatchString(lower):
		return Date
	case counts.MatchString(lower), startsWith(lower, "messages sorted by:"):
		return Sharing
	case isRunning(p), startsWith(lower, "page ") && len(p) < 16 && strings.ContainsAny(p, "0123456789"):
		return Running
	}
	return ""
}

// counts are lines that say how often something was read, liked or voted on.
var counts = regexp.MustCompile(`^(?:(?:hits|views|reads|просмотров|просмотры|visitas|lectures|aufrufe|okunma|عدد المشاهدات|المشاهدات|조회수|阅读|浏览)\s*[:：]?\s*\d[\d.,  ]*|\d[\d.,]* (?:votes?|views?|hits|shares?|likes?))$`)

// clock are lines that are nothing but a time, as entries of live blogs have.
var clock = regexp.MustCompile(`^(?:\d+\. )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?$`)

func startsWith(s string, begins ...string) bool {
	for _, b := range begins {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

// isRule: a line of underscores or the like.
func isRule(p string) bool {
	return len(p) >= 3 && strings.Trim(p, "_=*~–—―-•· #+.") == "" && !strings.HasPrefix(p, "...")
}

func isShortcode(lower string) bool {
	return strings.HasPrefix(lower, "[xyz-ihs") && strings.HasSuffix(lower, "]")
}

func isButton(name string) bool { return strings.Contains(sharing, "| "+name+" |") }

// isButtons: a line that is nothing but the names of buttons.
func isButtons(lower string) bool {
	words := strings.Fields(lower)
	if strings.Contains(lower, "|") {
		words = strings.Split(lower, "|")
	}
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		w, _, _ = strings.Cut(w, " (") // how many comments there are
		if !isButton(strings.TrimSpace(w)) {
			return false
		}
	}
	return true
}

// isRunning: the running line of a PDF, "Org Newsletter | Turkmenistan".
func isRunning(p string) bool {
	before, after, ok := strings.Cut(p, " | ")
	return ok && runningTitle(before) && len(strings.Fields(after)) <= 4 && utf8.RuneCountInString(before) < 80
}

func runningTitle(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, w := range []string{"newsletter", "bulletin", "digest", "lettre d'information", "бюллетень", "рассылка"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// cutMarks takes out lone lines, shortcodes and running lines, and joins a
// sentence that a running line broke into two paragraphs.
func (d *Document) cutMarks(blocks []block) []block {
	out := make([]block, 0, len(blocks))
	broken := false
	for _, b := range blocks {
		if kind := loneKind(b.text); kind != "" {
			d.remove(kind, b.text)
			broken = kind == Running
			continue
		}
		b.text = d.cutInside(b.text)
		if b.text == "" {
			continue
		}
		if last := len(out) - 1; broken && last >= 0 && !endsSentence(out[last].text) && !beginsSentence(b.text) {
			out[last].text += " " + b.text
		} else {
			out = append(out, b)
		}
		broken = false
	}
	return out
}

// cutInside takes shortcodes and running lines out of a paragraph.
func (d *Document) cutInside(p string) string {
	for {
		at := strings.Index(p, "[xyz-ihs")
		size := strings.IndexByte(p[max(at, 0):], ']')
		if at < 0 || size < 0 {
			break
		}
		d.remove(Snippet, p[at:at+size+1])
		p = strings.TrimSpace(strings.TrimSpace(p[:at]) + " " + strings.TrimSpace(p[at+size+1:]))
	}
	for range 8 {
		begin, end := runningInside(p)
		if begin == end {
			break
		}
		d.remove(Running, strings.TrimSpace(p[begin:end]))
		p = strings.TrimSpace(strings.TrimSpace(p[:begin]) + " " + strings.TrimSpace(p[end:]))
	}
	return p
}

// runningInside finds a running line inside a paragraph: the words with
// capitals before "Newsletter |" and the territory behind it.
func runningInside(p string) (begin, end int) {
	for from := 0; ; {
		at := strings.Index(p[from:], " | ")
		if at < 0 {
			return 0, 0
		}
		at += from
		if runningTitle(p[:at]) {
			begin = titleBegin(p[:at])
			return begin, at + 3 + len(territoryAt(p[at+3:]))
		}
		from = at + 3
	}
}

// titleBegin goes back over at most six words with capitals.
func titleBegin(s string) int {
	begin := len(s)
	for range 6 {
		at := strings.LastIndexByte(strings.TrimRight(s[:begin], " "), ' ') + 1
		r, _ := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			break
		}
		if begin = at; at == 0 {
			break
		}
	}
	return begin
}

// territoryAt gives the longest name of a territory that a text begins with,
// its first word where there is none.
func territoryAt(s string) string {
	end, longest := 0, 0
	for i := range 4 {
		next := strings.IndexByte(s[end:], ' ')
		if next < 0 {
			next = len(s) - end
		}
		end += next
		if _, known := geo.Named(s[:end]); known || i == 0 {
			longest = end
		}
		if end == len(s) {
			break
		}
		end++
	}
	return s[:longest]
}
