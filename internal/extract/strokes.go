package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stroke is the mark between the two halves of a running line that stands
// inside a paragraph: "Org Report | Kenya".
const stroke = " | "

// strokeWords is how many words each half has at most, and strokeTitlesMost how
// many different running lines of this kind a text may have.
const (
	strokeWords      = 8
	strokeTitlesMost = 16
)

// cutStrokes takes running lines out of the middle of paragraphs: the same
// words with a stroke between them, twice or more in a text, each time inside a
// sentence.
func cutStrokes(lines []block, removed []Removed) ([]block, []Removed) {
	for _, title := range strokeTitles(lines) {
		for i := range lines {
			for {
				before, after, found := strings.Cut(lines[i].text, title)
				if !found {
					break
				}
				removed = append(removed, Removed{Running, title})
				lines[i].text = strings.TrimSpace(strings.TrimSpace(before) + " " + strings.TrimSpace(after))
			}
		}
	}
	return slices.DeleteFunc(lines, func(b block) bool { return b.text == "" }), removed
}

// strokeTitles gives the running lines that stand inside sentences.
func strokeTitles(lines []block) []string {
	left, right := map[string][]string{}, map[string][]string{}
	times := map[string]int{}
	for _, l := range lines {
		for from := 0; ; {
			at := strings.Index(l.text[from:], stroke)
			if at < 0 {
				break
			}
			at += from
			from = at + len(stroke)
			before, after := strings.Fields(lastOf(l.text[:at])), strings.Fields(firstOf(l.text[from:]))
			if len(before) == 0 || len(after) < 2 {
				continue
			}
			key := before[len(before)-1] + stroke + after[0]
			if times[key]++; times[key] == 1 {
				left[key], right[key] = before, after
			}
			left[key], right[key] = commonEnd(left[key], before), commonBegin(right[key], after)
		}
	}
	var out []string
	for key, n := range times {
		before, after := fromCapital(left[key]), whileCapital(right[key])
		if n >= runningPages && len(before) > 0 && len(after) > 0 {
			out = append(out, strings.Join(before, " ")+stroke+strings.Join(after, " "))
		}
	}
	slices.Sort(out)
	out = out[:min(len(out), strokeTitlesMost)]
	return slices.DeleteFunc(out, func(title string) bool { return !interruptsInside(lines, title) })
}

// interruptsInside reports whether a running line stands in the middle of
// sentences, wherever it stands inside a line.
func interruptsInside(lines []block, title string) bool {
	n := 0
	for _, l := range lines {
		before, after, found := strings.Cut(l.text, title)
		if !found {
			continue
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(after))
		if strings.TrimSpace(before) == "" || endsSentence(strings.TrimSpace(before)) || !unicode.IsLower(r) {
			return false
		}
		n++
	}
	return n > 0
}

// lastOf and firstOf give what is near a stroke; a running line is short.
func lastOf(s string) string {
	if len(s) > runningLetters {
		s = strings.ToValidUTF8(s[len(s)-runningLetters:], "")
	}
	return s
}

func firstOf(s string) string {
	if len(s) > runningLetters {
		s = strings.ToValidUTF8(s[:runningLetters], "")
	}
	return s
}

func commonEnd(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && n < strokeWords && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return a[len(a)-n:]
}

func commonBegin(a, b []string) []string {
	n := 0
	for n < len(a) && n < len(b) && n < strokeWords && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// fromCapital leaves out words at the beginning that begin no title.
func fromCapital(words []string) []string {
	for len(words) > 0 && !titleWord(words[0]) {
		words = words[1:]
	}
	return words
}

// whileCapital gives the words at the beginning that may stand in a title.
func whileCapital(words []string) []string {
	n := 0
	for n < len(words) && titleWord(words[n]) {
		n++
	}
	return words[:n]
}

func titleWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
