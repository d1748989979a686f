package extract

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// LearnFrom is of how many documents of a source, the last ones, blocks are
// learned.
const LearnFrom = 30

// often is in how many of n documents a triple of words is when it is frequent:
// 30 %, and three at least. (Shared anchors of this project: with three
// documents .987 of the lines.)
func often(n int) int { return max(3, (n*3+9)/10) }

// Learn finds the blocks that documents of one source have in common: lines
// whose word triples are frequent, in runs that touch the top or the bottom.
// Copies of one document count once. Fewer than three documents teach nothing.
func Learn(docs []Edges, now time.Time) []Block {
	read := make([]edgeTriples, 0, len(docs))
	for i, d := range docs {
		read = append(read, triplesOf(i, d))
	}
	read = withoutCopies(read)
	if len(read) < 3 {
		return nil
	}
	var out []Block
	for _, at := range []Place{Top, Bottom} {
		out = append(out, learnSide(read, at, now)...)
	}
	return out
}

// edgeTriples are the triples of the edges of a document.
type edgeTriples struct {
	document int
	edges    Edges
	lines    map[Place][]map[string]bool // from the outside inwards
	all      map[string]bool
}

func triplesOf(document int, e Edges) edgeTriples {
	out := edgeTriples{document: document, edges: e, lines: map[Place][]map[string]bool{}}
	n := 0
	for _, at := range []Place{Top, Bottom} {
		for _, p := range e.side(at) {
			line := triples(p)
			out.lines[at] = append(out.lines[at], line)
			n += len(line)
		}
	}
	out.all = make(map[string]bool, n)
	for _, lines := range out.lines {
		for _, line := range lines {
			maps.Copy(out.all, line)
		}
	}
	return out
}

// withoutCopies keeps one of each set of documents that are forms of one: four
// fifths of the triples of the smaller are the larger one's.
func withoutCopies(list []edgeTriples) (out []edgeTriples) {
	for _, d := range list {
		if len(d.all) > 0 && !slices.ContainsFunc(out, func(other edgeTriples) bool { return copies(d.all, other.all) }) {
			out = append(out, d)
		}
	}
	return out
}

func copies(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	others := 0
	for t := range a {
		if !b[t] {
			if others++; others*5 >= len(a) {
				return false
			}
		}
	}
	return len(a) > 0
}

// learnSide learns the blocks at one side.
func learnSide(docs []edgeTriples, at Place, now time.Time) (out []Block) {
	n := 0
	for _, d := range docs {
		n += len(d.all)
	}
	counts := make(map[string]int, n)
	seen := map[string]bool{}
	for _, d := range docs {
		clear(seen)
		for _, line := range d.lines[at] {
			for t := range line {
				if !seen[t] {
					seen[t] = true
					counts[t]++
				}
			}
		}
	}
	least := often(len(docs))
	frequent := func(t string) bool { return counts[t] >= least }
	var found []learned
	for _, d := range docs {
		side := d.edges.side(at)
		recurring := func(i int) bool { return mostly(d.lines[at][i], frequent) }
		run := d.edges.runOf(side, func(i int) kindOfLine {
			return kindOf(tells(at, side[i], Options{}, now), func() bool { return recurring(i) })
		})
		if at == Top && !d.edges.Headed {
			run = belowHeadline(side, run)
		}
		for i, kind := range run {
			if kind == recurs && recurring(i) {
				found = addLine(found, d.document, side[i], d.lines[at][i])
			}
		}
	}
	for _, f := range found {
		if len(f.documents) >= 2 { // its words are frequent; in this form it stands more than once
			out = append(out, Block{at, f.text, len(f.documents), f.documents[0]})
		}
	}
	slices.SortStableFunc(out, func(a, b Block) int { return cmp.Compare(b.Documents, a.Documents) })
	return out
}

// learned is a block that is being learned.
type learned struct {
	text      string
	triples   map[string]bool
	documents []int
}

// addLine counts a line to the block that it is a form of, or begins one.
func addLine(list []learned, document int, text string, of map[string]bool) []learned {
	for i, l := range list {
		if same(of, l.triples) {
			if !slices.Contains(l.documents, document) {
				list[i].documents = append(l.documents, document)
			}
			return list
		}
	}
	return append(list, learned{text, of, []int{document}})
}
