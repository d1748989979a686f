package alike

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// way is a way of copying a text; other is a text that words and paragraphs
// are taken from.
type way struct {
	name string
	copy func(r *rand.Rand, text, other string) string
}

// ways are what desks do to wire copy, and what bad copying does to a text, in
// the order in which it is done: nobody adds to a text and then cuts what is
// not added.
var ways = []way{
	{"unchanged", func(_ *rand.Rand, text, _ string) string { return text }},
	{"shortened from the end", func(r *rand.Rand, text, _ string) string { return shortened(r, text, .25, .6) }},
	{"a brief of the beginning", func(r *rand.Rand, text, _ string) string { return firstWords(text, 60+r.IntN(40)) }},
	{"paragraphs left out", leftOut},
	{"re-ordered", reordered},
	{"with an added paragraph", added},
	{"lightly edited", func(r *rand.Rand, text, other string) string { return edited(r, text, other, .08) }},
	{"letters misread", func(r *rand.Rand, text, _ string) string { return misread(r, text, .1) }},
	{"re-headlined", func(r *rand.Rand, text, other string) string { return firstWords(other, 6+r.IntN(10)) + "\n\n" + text }},
}

// wireCopies gives two to five copies of a text, each made in one to three ways.
func wireCopies(r *rand.Rand, text string, other func() string) (out []string) {
	for range 2 + r.IntN(4) {
		copied := text
		chosen := r.Perm(len(ways))[:1+r.IntN(3)]
		slices.Sort(chosen)
		for _, i := range chosen {
			copied = ways[i].copy(r, copied, other())
		}
		out = append(out, copied)
	}
	return out
}

func paragraphs(text string) []string { return strings.Split(text, "\n\n") }

func firstWords(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(n, len(words))], " ")
}

// shortened keeps a share of a text between two bounds, and 60 words at least.
func shortened(r *rand.Rand, text string, least, most float64) string {
	share := least + r.Float64()*(most-least)
	return firstWords(text, max(60, int(share*float64(len(strings.Fields(text))))))
}

// leftOut leaves out every second paragraph, about.
func leftOut(r *rand.Rand, text, _ string) string {
	var kept []string
	for i, p := range paragraphs(text) {
		if i == 0 || r.IntN(2) == 0 {
			kept = append(kept, p)
		}
	}
	if out := strings.Join(kept, "\n\n"); len(strings.Fields(out)) >= 60 {
		return out
	}
	return text
}

func reordered(r *rand.Rand, text, _ string) string {
	list := paragraphs(text)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return strings.Join(list, "\n\n")
}

func added(r *rand.Rand, text, other string) string {
	list, more := paragraphs(text), paragraphs(other)
	at := r.IntN(len(list) + 1)
	extra := firstWords(more[r.IntN(len(more))], min(60, len(strings.Fields(text))/2))
	return strings.Join(append(append(append([]string(nil), list[:at]...), extra), list[at:]...), "\n\n")
}

// edited changes a share of the words: leaves them out, puts others in, or both.
func edited(r *rand.Rand, text, other string, share float64) string {
	foreign := strings.Fields(other)
	list := paragraphs(text)
	for i, p := range list {
		var words []string
		for _, w := range strings.Fields(p) {
			if r.Float64() >= share {
				words = append(words, w)
				continue
			}
			switch r.IntN(3) {
			case 0:
				words = append(words, foreign[r.IntN(len(foreign))])
			case 1:
				words = append(words, w, foreign[r.IntN(len(foreign))])
			}
		}
		list[i] = strings.Join(words, " ")
	}
	return strings.Join(list, "\n\n")
}

// misread changes a letter in a share of the words, as a scanner does.
func misread(r *rand.Rand, text string, share float64) string {
	list := paragraphs(text)
	for i, p := range list {
		words := strings.Fields(p)
		for j, w := range words {
			if letters := []rune(w); r.Float64() < share {
				letters[r.IntN(len(letters))] = rune('a' + r.IntN(26))
				words[j] = string(letters)
			}
		}
		list[i] = strings.Join(words, " ")
	}
	return strings.Join(list, "\n\n")
}
