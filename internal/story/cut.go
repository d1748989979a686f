package story

import (
	"cmp"
	"slices"
	"strings"
)

// Mark is a part of a text that is to be lit.
type Mark struct {
	Begin, End int // code points, End exclusive
	Kind       Kind
	Title      string // what it is, for a territory its name
}

// Kind is what a mark says of its words.
type Kind int

// The kinds of mark. Claims may hold places and cues.
const (
	Place Kind = iota // a territory's words
	Said              // a claim
	Cue               // the words of a claim that say how sure it is
)

// Piece is a run of text with what was found in it.
type Piece struct {
	Text        string
	Place       string // the territory that the words are for
	Claim, Cue  bool
	First, Last bool // the claim begins, or ends, here
}

// Cut cuts a text into paragraphs, and these where marks begin and end. The
// pieces of a paragraph joined are the paragraph.
func Cut(text string, marks []Mark) [][]Piece {
	letters := []rune(text)
	edges := []int{0, len(letters)}
	for _, m := range marks {
		edges = append(edges, min(max(m.Begin, 0), len(letters)), min(max(m.End, 0), len(letters)))
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	out := [][]Piece{nil}
	for i := 1; i < len(edges); i++ {
		piece := found(marks, edges[i-1], edges[i])
		for j, part := range strings.Split(string(letters[edges[i-1]:edges[i]]), "\n\n") {
			if j > 0 {
				out = append(out, nil)
			}
			if piece.Text = part; part != "" {
				out[len(out)-1] = append(out[len(out)-1], piece)
			}
		}
	}
	return slices.DeleteFunc(out, func(p []Piece) bool { return len(p) == 0 })
}

// found says what the marks say of a piece; of several places the one of the
// shortest words is meant.
func found(marks []Mark, begin, end int) (p Piece) {
	inside := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Begin > begin || m.End < end })
	slices.SortStableFunc(inside, func(a, b Mark) int { return cmp.Compare(b.End-b.Begin, a.End-a.Begin) })
	for _, m := range inside {
		switch m.Kind {
		case Place:
			p.Place = m.Title
		case Cue:
			p.Cue = true
		case Said:
			p.Claim, p.First, p.Last = true, p.First || m.Begin == begin, p.Last || m.End == end
		}
	}
	return p
}

// Cues finds the words of a cue, whose parts stand apart with "…" between, in
// the words of its claim, which begin at a code point of the text.
func Cues(words, cue string, begin int) []Mark {
	var out []Mark
	at := 0 // bytes
	for part := range strings.SplitSeq(cue, "…") {
		part = strings.TrimSpace(part)
		i := strings.Index(words[at:], part)
		if part == "" || i < 0 {
			continue
		}
		from := begin + len([]rune(words[:at+i]))
		out = append(out, Mark{Begin: from, End: from + len([]rune(part)), Kind: Cue})
		at += i + len(part)
	}
	return out
}
