package analyse

import (
	"slices"
	"strings"
)

// trie holds patterns: folded letters, a blank or comma between words, and an
// ending's label behind each word. It is flat lists, so that six thousand forms
// with their inflections take little memory and are walked without following
// pointers. The first edge of a node leads to the node that follows it; a node
// with one edge, as most are, holds its label itself.
type trie struct {
	nodes  []node
	labels []rune  // of the edges; the edges of a node are together and sorted
	to     []int32 // the nodes to which the edges lead
	outs   []int32 // the entries that end at a node; those of a node are together
}

type node struct {
	edge, out   int32 // edge is the label where there is one edge
	edges, outn uint16
	ends        uint16 // how many edges are endings of words, which come first
}

// pattern is a form as the trie takes it, and the number of its entry.
type pattern struct {
	key   string
	entry int32
}

func newTrie(patterns []pattern) *trie {
	slices.SortFunc(patterns, func(a, b pattern) int {
		if c := strings.Compare(a.key, b.key); c != 0 {
			return c
		}
		return int(a.entry - b.entry)
	})
	t := &trie{}
	runes := make([][]rune, len(patterns))
	for i, p := range patterns {
		runes[i] = []rune(p.key)
	}
	t.build(patterns, runes, 0)
	return t
}

// build makes the node of the patterns that have their first depth letters in
// common, and all below it.
func (t *trie) build(patterns []pattern, runes [][]rune, depth int) int32 {
	self := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{out: int32(len(t.outs))})
	from := 0
	for from < len(patterns) && len(runes[from]) == depth {
		t.outs = append(t.outs, patterns[from].entry)
		from++
	}
	t.nodes[self].outn = uint16(from)
	cuts := []int{from}
	for i := from + 1; i <= len(patterns); i++ {
		if i == len(patterns) || runes[i][depth] != runes[cuts[len(cuts)-1]][depth] {
			cuts = append(cuts, i)
		}
	}
	if from == len(patterns) {
		return self
	}
	for _, begin := range cuts[:len(cuts)-1] {
		if runes[begin][depth] < rune(lastEnding) {
			t.nodes[self].ends++
		}
	}
	t.nodes[self].edges = uint16(len(cuts) - 1)
	if len(cuts) == 2 {
		t.nodes[self].edge = runes[from][depth]
		t.build(patterns[from:], runes[from:], depth+1)
		return self
	}
	edge := len(t.labels)
	t.nodes[self].edge = int32(edge)
	t.labels = append(t.labels, make([]rune, len(cuts)-1)...)
	t.to = append(t.to, make([]int32, len(cuts)-1)...)
	for i, begin := range cuts[:len(cuts)-1] {
		t.labels[edge+i] = runes[begin][depth]
		t.to[edge+i] = t.build(patterns[begin:cuts[i+1]], runes[begin:cuts[i+1]], depth+1)
	}
	return self
}

// end gives the label of one of the first edges of a node and where it leads.
func (t *trie) end(n int32, i int) (label rune, to int32) {
	d := &t.nodes[n]
	if d.edges == 1 {
		return d.edge, n + 1
	}
	at := int(d.edge) + i
	return t.labels[at], t.to[at]
}

// child gives the node to which the edge with a label leads, 0 for none.
func (t *trie) child(n int32, label rune) int32 {
	d := &t.nodes[n]
	if d.edges == 1 {
		if d.edge == label {
			return n + 1
		}
		return 0
	}
	labels := t.labels[d.edge : d.edge+int32(d.edges)]
	if len(labels) > 16 {
		if i, found := slices.BinarySearch(labels, label); found {
			return t.to[d.edge+int32(i)]
		}
		return 0
	}
	for i, have := range labels {
		if have == label {
			return t.to[d.edge+int32(i)]
		}
	}
	return 0
}

// entries gives the numbers of the entries that end at a node.
func (t *trie) entries(n int32) []int32 {
	d := &t.nodes[n]
	return t.outs[d.out : d.out+int32(d.outn)]
}
