package extract

import (
	"hash/maphash"
	"strings"
)

// run is how many words in a row two texts must share to share them.
const run = 4

// words is a text as the hashes of its words, in order.
type words []uint64

var wordSeed = maphash.MakeSeed()

// hashes gives the words of a text in lower case. A letter of a script that
// sets no blanks is a word.
func hashes(text string) words {
	var out words
	text = strings.ToLower(text)
	begin := -1
	flush := func(end int) {
		if begin >= 0 {
			out = append(out, maphash.String(wordSeed, text[begin:end]))
			begin = -1
		}
	}
	for i, r := range text {
		switch {
		case r >= 0x0e00 && r < 0x0f00 || r >= 0x3040 && r < 0xa000:
			flush(i)
			begin = i
			flush(i + len(string(r)))
		case notLetter(r):
			flush(i)
		case begin < 0:
			begin = i
		}
	}
	flush(len(text))
	return out
}

// runs are the sequences of four words that a text has.
type runs map[uint64]struct{}

func (w words) runs() runs {
	out := make(runs, len(w))
	w.addRuns(out)
	return out
}

func (w words) addRuns(to runs) {
	for i := range w {
		if i+run <= len(w) {
			to[w[i:i+run].sum()] = struct{}{}
		}
	}
}

func (w words) sum() uint64 {
	var h uint64
	for _, x := range w {
		h = h*0x9e3779b97f4a7c15 + x
	}
	return h
}

// shares gives for each part of a page the share of its words that stand in
// runs that another text has too. Runs reach over the borders of parts, so a
// short part is found only where its neighbours are.
func shares(parts []words, other runs) []float64 {
	var all words
	for _, p := range parts {
		all = append(all, p...)
	}
	in := make([]bool, len(all))
	for i := range all {
		if i+run > len(all) {
			break
		}
		if _, yes := other[all[i:i+run].sum()]; yes {
			for j := i; j < i+run; j++ {
				in[j] = true
			}
		}
	}
	out := make([]float64, len(parts))
	at := 0
	for i, p := range parts {
		n := 0
		for range p {
			n += count(in[at])
			at++
		}
		out[i] = float64(n) / float64(max(1, len(p)))
	}
	return out
}
