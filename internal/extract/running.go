package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A running line has at most so many letters, and is looked for only where it
// stands on so many pages; on more where it is not written as names are.
const (
	runningLetters = 120
	runningPages   = 2
)

// cutRunning takes out the running lines of pages whose breaks are lost: a line
// that comes again and again, but for its numbers, and in the middle of a
// sentence at least half of the times; and the numbers of pages. A sentence that
// went on below in lower case is joined again.
func cutRunning(lines []block) ([]block, []Removed) {
	running, pages := runningLines(lines), pageNumbers(lines)
	var out []block
	var removed []Removed
	for i := 0; i < len(lines); i++ {
		end, cut := i, false
		for end < len(lines) && (running[withoutNumbers(lines[end].text)] || isPageNumber(lines[end].text)) {
			cut = cut || !isPageNumber(lines[end].text)
			end++
		}
		if end == i || !cut && !(pages && interrupts(lines, i, end)) {
			out = append(out, lines[i])
			continue
		}
		for _, l := range lines[i:end] {
			removed = append(removed, Removed{Running, l.text})
		}
		if end < len(lines) {
			gap := max(lines[end].gap, lines[i].gap)
			if interrupts(lines, i, end) {
				gap = goesOn
			}
			out = append(out, block{lines[end].text, gap})
		}
		i = end
	}
	return cutStrokes(out, removed)
}

// pageNumbers reports whether numbers alone stand in the middle of sentences
// at least twice, each higher than the one before, as pages have them.
func pageNumbers(lines []block) bool {
	last, n := -1, 0
	for i, l := range lines {
		if !isPageNumber(l.text) || !interrupts(lines, i, i+1) {
			continue
		}
		page := number(l.text, strings.IndexAny(l.text, "0123456789")).number
		if page <= last {
			return false
		}
		last = page
		n++
	}
	return n >= runningPages
}

// runningLines gives the lines that are running lines, without their numbers.
func runningLines(lines []block) map[string]bool {
	times, breaks := map[string]int{}, map[string]int{}
	for i, l := range lines {
		key := withoutNumbers(l.text)
		if !upperStart(key) || utf8.RuneCountInString(key) > runningLetters || endsSentence(l.text) {
			continue
		}
		times[key]++
		breaks[key] += count(interrupts(lines, i, i+1) || numbered(lines, i))
	}
	out := map[string]bool{}
	for key, n := range times {
		if n >= runningPages && (n > runningPages || isName(key)) && breaks[key] > 0 && breaks[key]*2 >= n {
			out[key] = true
		}
	}
	return out
}

// numbered: a page's number stands above or below a line, and both are in the
// middle of a sentence.
func numbered(lines []block, i int) bool {
	return i > 0 && isPageNumber(lines[i-1].text) && interrupts(lines, i-1, i+1) ||
		i+1 < len(lines) && isPageNumber(lines[i+1].text) && interrupts(lines, i, i+2)
}

// interrupts reports whether the lines from begin to end stand in the middle of
// a sentence: what is above does not end, and what is below goes on in lower
// case.
func interrupts(lines []block, begin, end int) bool {
	if begin == 0 || end >= len(lines) {
		return false
	}
	above, below := lines[begin-1].text, lines[end].text
	r, _ := utf8.DecodeRuneInString(below)
	return !endsSentence(above) && !strings.HasSuffix(above, ":") && unicode.IsLower(r) && utf8.RuneCountInString(above) >= narrowest/2
}

// isPageNumber: "12", "- 12 -", "Page 12", "12 / 40".
func isPageNumber(p string) bool {
	if len(p) > 16 {
		return false
	}
	digits := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(p), func(r rune) bool { return strings.ContainsRune(" -–—/|.[]()", r) }) {
		switch {
		case strings.Trim(w, "0123456789") == "" && len(w) <= 3:
			digits++
		case w != "page" && w != "seite" && w != "página" && w != "стр" && w != "p" && w != "of":
			return false
		}
	}
	return digits == 1 || digits == 2
}

// withoutNumbers gives a line without its digits, so that a page's number in it
// does not tell it from the same line on another page.
func withoutNumbers(p string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, p)), " ")
}
