package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxParagraph is how many bytes are read together; a longer paragraph is cut
// at a blank.
const maxParagraph = 1 << 16

// eachParagraph gives the paragraphs of a text: parted by blank lines, and by
// every new line where the text has no blank line.
func eachParagraph(text string, do func(begin, end int)) {
	separator := "\n\n"
	if !strings.Contains(text, "\n\n") {
		separator = "\n"
	}
	for begin := 0; begin < len(text); {
		end, next := paragraphEnd(text, begin, separator)
		if strings.TrimSpace(text[begin:end]) != "" {
			do(begin, end)
		}
		begin = next
	}
}

// paragraphEnd gives where the paragraph ends that begins at a byte, and where
// the next one begins. A line that begins with a small letter goes on with the
// one before.
func paragraphEnd(text string, begin int, separator string) (end, next int) {
	limit := min(len(text), begin+maxParagraph)
	for from := begin; from < limit; {
		i := strings.Index(text[from:limit], separator)
		if i < 0 {
			break
		}
		end, next = from+i, from+i+len(separator)
		rest := strings.TrimLeft(text[next:min(len(text), next+16)], " \t\n\r")
		if c, _ := utf8.DecodeRuneInString(rest); !unicode.IsLower(c) {
			return end, next
		}
		from = next
	}
	if limit == len(text) {
		return limit, limit
	}
	end = cutAt(text, begin)
	return end, end
}

// cutAt gives where a paragraph that is too long is cut.
func cutAt(text string, begin int) int {
	end := begin + maxParagraph
	if i := strings.LastIndexAny(text[begin:end], ".!?。؟"); i > maxParagraph/2 {
		if k := strings.IndexByte(text[begin+i:end], ' '); k >= 0 {
			return begin + i + k
		}
	}
	if i := strings.LastIndexByte(text[begin:end], ' '); i > 0 {
		return begin + i
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}
