package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A part at the end is short: its paragraphs have at most so many letters,
// there are at most so many of them, and so many in a row that say nothing.
const (
	footerLetters = 320
	footerBlocks  = 40
	footerUnknown = 3
	labelLetters  = 110 // of a line that leads to a list which is not there
)

// cutEnd takes out what stands under the article. It goes up from the last
// paragraph as long as paragraphs look like footers; the first is never one.
// What stands below a press contact goes with it.
func (d *Document) cutEnd(blocks []block) []block {
	end := cutUp(blocks)
	if contact := cutContact(blocks[:end]); contact < end {
		end = contact
	}
	if !certainEnd(blocks[end:]) { // it is only marked
		return blocks
	}
	end = cutGap(blocks, end)
	kind := Footer
	for _, b := range blocks[end:] {
		if k := first([]string{matching(contacts, b.text), footerKind(b.text)}); k != "" && (kind != Contact || k == Snippet) {
			kind = k
		}
		d.remove(kind, b.text)
	}
	return blocks[:end]
}

func cutUp(blocks []block) int {
	end, unknown := len(blocks), 0
	for i := len(blocks) - 1; i > 0 && len(blocks)-i <= footerBlocks; i-- {
		p := blocks[i].text
		switch {
		case utf8.RuneCountInString(p) > footerLetters:
			return end
		case footerKind(p) != "":
			end, unknown = i, 0
		case endsSentence(p) && utf8.RuneCountInString(p) > 50 || unknown == footerUnknown:
			return end
		default:
			unknown++
		}
	}
	return end
}

// cutContact looks for a press contact below which everything is short.
func cutContact(blocks []block) int {
	for i := len(blocks) - 1; i > 0 && len(blocks)-i <= footerBlocks; i-- {
		if utf8.RuneCountInString(blocks[i].text) > footerLetters {
			break
		}
		if matching(contacts, blocks[i].text) != "" {
			return i
		}
	}
	return len(blocks)
}

// cutGap takes one more paragraph when the footer is set apart by more empty
// lines than the paragraphs are: the newsletter call, in a language whose words
// no cue knows.
func cutGap(blocks []block, end int) int {
	if end == len(blocks) || end < 3 {
		return end
	}
	call, usual := blocks[end-1], blocks[1].gap
	for _, b := range blocks[1 : end-1] {
		if b.gap != usual {
			return end
		}
	}
	if call.gap > usual && blocks[end].gap <= usual && utf8.RuneCountInString(call.text) <= footerLetters {
		return end - 1
	}
	return end
}

// cue is a set of words that a part has which is not the article: one of each
// group must be there. A label is only meant where no sentence ends.
type cue struct {
	kind   string
	groups [][]string
	label  bool
}

// when makes a cue; each group is a list of words in lower case with strokes
// between.
func when(kind string, groups ...string) cue {
	c := cue{kind: kind}
	for _, g := range groups {
		c.groups = append(c.groups, strings.Split(g, "|"))
	}
	return c
}

// label makes a cue that no sentence may have.
func label(kind string, groups ...string) cue {
	c := when(kind, groups...)
	c.label = true
	return c
}

func (c cue) matches(lower string, sentence bool) bool {
	if c.label && sentence {
		return false
	}
	for _, words := range c.groups {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) }) {
			return false
		}
	}
	return true
}

// matching gives the kind of the first cue in a list that a paragraph has,
// empty when it has none.
func matching(list []cue, p string) string {
	lower, sentence := strings.ToLower(p), endsSentence(p) && !trailsOff(p)
	for _, c := range list {
		if c.matches(lower, sentence) {
			return c.kind
		}
	}
	return ""
}

// trailsOff: "Continue reading…" leads on and is no sentence.
func trailsOff(p string) bool {
	return utf8.RuneCountInString(p) <= 40 && (strings.HasSuffix(p, "…") || strings.HasSuffix(p, "..."))
}

// footerKind gives the kind of a paragraph that would be a footer at the end of
// a text, empty for any other.
func footerKind(p string) string {
	if utf8.RuneCountInString(p) > footerLetters {
		return ""
	}
	if kind := loneKind(p); kind != "" {
		return kind
	}
	if kind := matching(ends, p); kind != "" {
		return kind
	}
	last, _ := utf8.DecodeLastRuneInString(p)
	switch {
	case (last == ':' || last == '：') && utf8.RuneCountInString(p) <= labelLetters:
		return Footer
	case isCredits(p):
		return Byline
	case isContactLine(p):
		return Contact
	case strings.HasPrefix(p, "©") || strings.HasPrefix(p, "(c) 20"):
		return Rights
	case isLink(p) && !strings.Contains(p, " "):
		return Link
	}
	return ""
}

// isContactLine reports whether a line is a telephone number or an e-mail
// address and little else.
func isContactLine(p string) bool {
	if utf8.RuneCountInString(p) > 120 || endsSentence(p) {
		return false
	}
	for w := range strings.FieldsSeq(p) {
		if before, after, ok := strings.Cut(w, "@"); ok && before != "" && strings.Contains(after, ".") {
			return true
		}
	}
	digits := 0
	for _, r := range p {
		digits += count(digit(r) >= 0)
	}
	lower := strings.ToLower(p)
	return digits >= 7 && (strings.Contains(p, "+") || strings.Contains(lower, "tel") || strings.Contains(lower, "phone") || strings.Contains(lower, "тел"))
}

// isCredit reports whether a line in lower case says whose picture it stands under.
func isCredit(lower string) bool {
	return utf8.RuneCountInString(lower) <= bylineText && (strings.HasPrefix(lower, "©") || startsWith(lower, credits...))
}

// isCredits: "(Reporting by A. B.; editing by C. D.)".
func isCredits(p string) bool {
	lower := strings.ToLower(strings.TrimLeft(p, "(（[ "))
	return startsWith(lower, "reporting by ", "additional reporting by ", "writing by ", "editing by ", "edited by ", "translated by ", "compiled by ", "with reporting by ", "produced by ",
		"traduit par ", "édité par ", "редактор:", "перевод:", "تحرير:", "ترجمة:", "责任编辑", "责编", "編輯：", "편집:", "redaktion:", "edición:", "edição:", "editör:")
}
