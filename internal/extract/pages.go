package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Pages reads the article out of the text of a PDF: pages with a form feed
// between them, lines as they are printed. Lines that run from page to page are
// taken out, also in the middle of a sentence, and words that were broken at the
// end of a line are joined. A text without letters, as of a scan, gives an empty
// document with little confidence. Errors: Invalid for what is too large.
func Pages(text string, opt Options, now time.Time) (Document, error) {
	if len(text) > MaxSize {
		return Document{}, tooLarge(len(text))
	}
	pages, running := withoutRunning(printedPages(text))
	var doc Document
	if body := flowing(pages); letters(body) > 0 {
		doc = readPlain(clean(body), opt, now)
	} else {
		doc.Confidence = scanConfidence
	}
	for _, line := range running {
		doc.remove(Running, line)
	}
	doc.URL = opt.URL
	doc.fill()
	return doc, nil
}

// scanConfidence is how sure it is that a PDF without letters is an article.
const scanConfidence = 0.1

// printedPages gives the lines of each page, without empty pages. Empty lines
// are kept: they part paragraphs.
func printedPages(text string) (pages [][]string) {
	for page := range strings.SplitSeq(text, "\f") {
		var lines []string
		for line := range strings.SplitSeq(page, "\n") {
			lines = append(lines, oneLine(strings.ReplaceAll(line, "\u00a0", " ")))
		}
		if slices.ContainsFunc(lines, func(l string) bool { return l != "" }) {
			pages = append(pages, lines)
		}
	}
	return pages
}

// edgeLines is how many lines at the top and at the bottom of a page may run
// from page to page.
const edgeLines = 4

// withoutRunning takes the running lines off the top and the bottom of each
// page, and gives them, those of one kind together.
func withoutRunning(pages [][]string) (rest [][]string, running []string) {
	counts := map[string]int{}
	for i, page := range pages {
		seen := map[string]bool{}
		for _, at := range edges(page) {
			for _, key := range runningKeys(page[at.line], i, at.bottom) {
				if !seen[key] {
					seen[key] = true
					counts[key]++
				}
			}
		}
	}
	often := 3 // by chance, hardly a line stands at the edge of three pages
	if len(pages) < 5 {
		often = 2
	}
	kinds := map[string]int{} // by form: which of running
	for i, page := range pages {
		page = slices.Clone(page)
		done := map[bool]bool{} // at the top and at the bottom: what does not run was met
		for _, at := range edges(page) {
			line := page[at.line]
			runs := slices.ContainsFunc(runningKeys(line, i, at.bottom), func(key string) bool { return counts[key] >= often })
			if done[at.bottom] = done[at.bottom] || !runs; done[at.bottom] {
				continue
			}
			page[at.line] = ""
			form, _ := masked(line)
			if k, known := kinds[form]; !known {
				kinds[form] = len(running)
				running = append(running, line)
			} else if !slices.Contains(strings.Split(running[k], "\n"), line) {
				running[k] += "\n" + line
			}
		}
		rest = append(rest, page)
	}
	return rest, running
}

// edge is a line at the top or the bottom of a page.
type edge struct {
	line   int
	bottom bool
}

// edges gives the outermost lines of a page that are not empty, from the outside.
func edges(page []string) (out []edge) {
	for i, n := 0, 0; i < len(page) && n < edgeLines; i++ {
		if page[i] != "" {
			n++
			out = append(out, edge{i, false})
		}
	}
	for i, n := len(page)-1, 0; i >= 0 && n < edgeLines; i-- {
		if page[i] != "" {
			n++
			out = append(out, edge{i, true})
		}
	}
	return out
}

var (
	digitRun = regexp.MustCompile(`\p{Nd}+`)
	roman    = regexp.MustCompile(`^[ivxl]+$`)
)

// runningKeys are what a line has in common with the same running line on
// another page: its words, or its words with a number that rises with the pages.
func runningKeys(line string, page int, bottom bool) []string {
	side := "top "
	if bottom {
		side = "bottom "
	}
	form, numbers := masked(line)
	var keys []string
	if letters(line) > 0 && len(numbers) == 0 || letters(line) > 3 {
		keys = append(keys, side+strings.ToLower(line))
	}
	for i, n := range numbers {
		keys = append(keys, side+form+" "+strconv.Itoa(i)+" "+strconv.Itoa(n-page))
	}
	return keys
}

// masked gives a line without the values of its numbers, and these.
func masked(line string) (form string, numbers []int) {
	if n := romanNumber(line); n > 0 {
		return "#", []int{n}
	}
	form = digitRun.ReplaceAllStringFunc(strings.ToLower(line), func(s string) string {
		n := 0
		for _, r := range s {
			n = min(n*10+digitOf(r), 1_000_000)
		}
		numbers = append(numbers, n)
		return "#"
	})
	return form, numbers
}

// digitOf gives the value of a decimal digit of any script: their ranges begin
// at a zero and have ten each.
func digitOf(r rune) int {
	zero := r
	for zero > 0 && unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// romanNumber reads a small Roman number that stands alone, 0 for none.
func romanNumber(s string) (n int) {
	if !roman.MatchString(s) || len(s) > 8 {
		return 0
	}
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

// lineWidth is how many letters the longer lines of a page have.
func lineWidth(page []string) int {
	var lengths []int
	for _, line := range page {
		if line != "" {
			lengths = append(lengths, utf8.RuneCountInString(line))
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*9/10]
}
