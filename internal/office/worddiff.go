package office

import (
	"slices"
	"strings"
	"unicode"
)

// edit is a run of words of two versions of a text.
type edit struct {
	Op   editOp
	Text string
}

type editOp string

const (
	stayed  editOp = ""
	added   editOp = "added"
	removed editOp = "removed"
)

// maxCells is how many comparisons one stretch of a text may take; what needs
// more is shown as removed and added as a whole.
const maxCells = 4_000_000

// wordDiff gives the differences of two texts, word by word, in paragraphs.
// Without what was added the paragraphs are the old text, without what was
// removed the new one.
func wordDiff(before, after string) (out [][]edit) {
	old, young := splitParagraphs(before), splitParagraphs(after)
	for _, block := range common(old, young) {
		if block.same {
			for _, p := range old[block.a:block.endA] {
				out = append(out, []edit{{stayed, p}})
			}
			continue
		}
		out = append(out, diffBlock(strings.Join(old[block.a:block.endA], "\n\n"), strings.Join(young[block.b:block.endB], "\n\n"))...)
	}
	return out
}

func splitParagraphs(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n\n")
}

// diffBlock gives the differences of two stretches.
func diffBlock(before, after string) [][]edit {
	old, young := splitWords(before), splitWords(after)
	out := [][]edit{nil}
	add := func(op editOp, words []string) {
		for i, part := range strings.Split(strings.Join(words, ""), "\n\n") {
			if i > 0 {
				out = append(out, nil)
			}
			if part != "" {
				out[len(out)-1] = append(out[len(out)-1], edit{op, part})
			}
		}
	}
	for _, b := range common(old, young) {
		if b.same {
			add(stayed, old[b.a:b.endA])
			continue
		}
		add(removed, old[b.a:b.endA])
		add(added, young[b.b:b.endB])
	}
	return slices.DeleteFunc(out, func(p []edit) bool { return len(p) == 0 })
}

// splitWords cuts a text into words with the blanks behind them; letters of
// scripts without blanks stand each for itself. The words joined are the text.
func splitWords(text string) (out []string) {
	begin, blank := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		alone := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
		if i > begin && (alone || blank && !space) {
			out = append(out, text[begin:i])
			begin = i
		}
		blank = space || alone
	}
	if begin < len(text) {
		out = append(out, text[begin:])
	}
	return out
}

// block is a stretch of two lists: the same in both, or not.
type block struct {
	same             bool
	a, endA, b, endB int
}

// common gives the stretches of two lists by their longest common subsequence.
// Lists that are too long for it are the same at their ends only.
func common(a, b []string) (out []block) {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	push := func(same bool, na, nb int) {
		if na == 0 && nb == 0 {
			return
		}
		last := len(out) - 1
		if last < 0 {
			out = append(out, block{same, 0, na, 0, nb})
		} else if out[last].same == same {
			out[last].endA, out[last].endB = out[last].endA+na, out[last].endB+nb
		} else {
			out = append(out, block{same, out[last].endA, out[last].endA + na, out[last].endB, out[last].endB + nb})
		}
	}
	push(true, head, head)
	midA, midB := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(midA)*len(midB) > maxCells {
		push(false, len(midA), len(midB))
	} else {
		longest(midA, midB, push)
	}
	push(true, tail, tail)
	return out
}

// longest walks along a longest common subsequence.
func longest(a, b []string, push func(same bool, na, nb int)) {
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width) // of the rest of both lists
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			push(true, 1, 1)
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && table[(i+1)*width+j] >= table[i*width+j+1]:
			push(false, 1, 0)
			i++
		default:
			push(false, 0, 1)
			j++
		}
	}
}
