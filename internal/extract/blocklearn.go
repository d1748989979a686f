package extract

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// LearnFrom is of how many documents of a source, the last ones, blocks are
// learned.
const LearnFrom = 30

// often is in how many of n documents a triple of words is when it is frequent:
// 30 %, and three at least. (Shared anchors of this project: with three
// documents .987 of the lines.)
func often(n int) int { return max(3, thirty(n)) }

// thirty is 30 % of n documents.
func thirty(n int) int { return (n*3 + 9) / 10 }

// The bounds of what a paragraph has in common with the articles above which or
// under which it stands, from which on it tells of them.
const (
	relatedSubjects  = 0.28 // of its subjects, on the mean of the articles
	relatedUnblanked = 0.12 // the same in scripts that leave no blanks, where half of what is compared is no word
	relatedCalling   = 0.6  // the same of what speaks to readers, in words that any text has
	relatedNames     = 0.5  // of its names
)

// bulk: where more than one of so many paragraphs of a document recur, they may
// be what it tells.
const bulk = 2

// Learn finds the blocks that documents of one source have in common: lines
// whose word triples are frequent, in runs that touch the top or the bottom.
// Copies of one document count once. Fewer than three documents teach nothing.
//
// What tells of the news itself recurs too, where a source follows one story:
// what is known of a case, a quotation, all of a bulletin of prices. Such a line
// is doubtful, unless it calls on readers as footers do.
// What stands in two documents only, of three to six, is a block where it calls on
// readers, or stands between such a call and the edge.
func Learn(docs []Edges, now time.Time) []Block {
	read := make([]edgeTriples, 0, len(docs))
	for i, d := range docs {
		read = append(read, triplesOf(i, d))
	}
	read = withoutCopies(read)
	if len(read) < 3 {
		return nil
	}
	counts := map[Place]map[string]int{Top: countsAt(Top, read), Bottom: countsAt(Bottom, read)}
	var out []Block
	for _, at := range []Place{Top, Bottom} {
		l := learning{docs: read, at: at, counts: counts, now: now, heard: map[string]voice{}}
		l.learn()
		out = append(out, l.blocks()...)
	}
	return out
}

// countsAt counts in how many documents each triple stands at a side.
func countsAt(at Place, docs []edgeTriples) map[string]int {
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
	return counts
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

// learning learns the blocks at one side.
type learning struct {
	docs   []edgeTriples
	at     Place
	counts map[Place]map[string]int // in how many documents each triple stands at a side
	now    time.Time
	found  []learned
	heard  map[string]voice // of lines that were listened to: most stand in many documents
}

// voice is how a line speaks.
type voice struct{ calls, speaks bool }

func (l *learning) voice(p string) voice {
	v, known := l.heard[p]
	if !known {
		v = voice{calls(p), speaks(p)}
		l.heard[p] = v
	}
	return v
}

// learned is a block that is being learned.
type learned struct {
	text      string
	triples   map[string]bool
	documents []int
	subjects  float64 // how many of its subjects the articles have, summed over the documents
	names     float64 // the same of its names
	own       int     // in how many documents a name that differs stands in the article too
	bulk      int     // in how many documents most paragraphs recur
	calls     bool    // it, or a line further inside, calls on readers as footers do
	speaks    bool    // the same, in words that other texts have too
}

// learn looks at what is frequent in three documents, then, where 30 % are
// fewer, at what stands in two.
func (l *learning) learn() {
	n := len(l.docs)
	l.learnAt(often(n), mostly)
	if two := max(2, thirty(n)); two < often(n) {
		l.learnAt(two, nearlyAll)
	}
}

// learnAt adds the lines of runs in which the triples of each line are in so
// many documents.
func (l *learning) learnAt(least int, agree func(of map[string]bool, in func(string) bool) bool) {
	frequent := func(t string) bool { return l.counts[l.at][t] >= least }
	for _, d := range l.docs {
		side := d.edges.side(l.at)
		recurring := func(i int) bool { return agree(d.lines[l.at][i], frequent) }
		run := d.edges.runOf(side, func(i int) kindOfLine {
			return kindOf(tells(l.at, side[i], Options{}, l.now), func() bool { return recurring(i) })
		})
		if l.at == Top && !d.edges.Headed {
			run = belowHeadline(side, run)
		}
		l.addRun(d, side, run, recurring)
	}
}

// addRun counts the lines of a run of one document, from the inside outwards.
func (l *learning) addRun(d edgeTriples, side []string, run []kindOfLine, recurring func(int) bool) {
	recur := 0
	for _, kind := range run {
		recur += count(kind == recurs)
	}
	if recur == 0 {
		return
	}
	article := aboutOf(l.articleOf(d, side[:len(run)]))
	var what learned
	what.bulk = count(recur*bulk > d.edges.Count)
	for i, kind := range slices.Backward(run) {
		if kind != recurs || !recurring(i) {
			continue
		}
		what.text, what.triples, what.documents = side[i], d.lines[l.at][i], []int{d.document}
		what.subjects, what.names = sharedWith(side[i], article)
		what.own = count(l.ownName(what, article))
		v := l.voice(side[i])
		what.calls, what.speaks = what.calls || v.calls, what.speaks || v.speaks
		one := what
		one.speaks = one.speaks || l.headsCall(side, i)
		l.add(one)
	}
}

// articleOf gives the paragraphs of the edges of a document that are neither of
// a run nor frequent at the other side.
func (l *learning) articleOf(d edgeTriples, run []string) (out []string) {
	least := often(len(l.docs))
	for _, at := range []Place{Top, Bottom} {
		for i, p := range d.edges.side(at) {
			elsewhere := at != l.at && mostly(d.lines[at][i], func(t string) bool { return l.counts[at][t] >= least })
			if !elsewhere && !slices.Contains(run, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// ownName: a name of a line that the other documents do not have stands in its
// document's article, as in "A. B. was sentenced to three years on Monday".
func (l *learning) ownName(line learned, article about) bool {
	common := map[string]bool{}
	for t := range line.triples {
		if l.counts[l.at][t] > 1 {
			for w := range strings.FieldsSeq(t) {
				common[w] = true
			}
		}
	}
	for name := range namesIn(line.text) {
		if article.words[name] && !common[name] {
			return true
		}
	}
	return false
}

// headsCall: a label stands directly above a line that calls on readers.
func (l *learning) headsCall(side []string, i int) bool {
	if l.at != Bottom || i == 0 || endsSentence(side[i]) || len(side[i]) > labelLetters {
		return false
	}
	v := l.voice(side[i-1])
	return v.calls || v.speaks
}

// add counts a line to the block that it is a form of, or begins one.
func (l *learning) add(line learned) {
	at := slices.IndexFunc(l.found, func(f learned) bool { return same(line.triples, f.triples) })
	if at < 0 {
		l.found = append(l.found, line)
		return
	}
	f := &l.found[at]
	f.calls, f.speaks = f.calls || line.calls, f.speaks || line.speaks
	if !slices.Contains(f.documents, line.documents[0]) {
		f.documents = append(f.documents, line.documents[0])
		f.subjects, f.names = f.subjects+line.subjects, f.names+line.names
		f.own, f.bulk = f.own+line.own, f.bulk+line.bulk
	}
}

// blocks gives what was learned, what stands in most documents first. The words
// of each are frequent; in one form it stands more than once. What stands in two
// documents must call on readers, and is not doubtful.
func (l *learning) blocks() (out []Block) {
	for _, f := range l.found {
		if len(f.documents) < 2 {
			continue
		}
		b := Block{Place: l.at, Text: f.text, Documents: len(f.documents), Example: f.documents[0], Doubtful: f.doubtful()}
		if len(f.documents) >= often(len(l.docs)) || (f.calls || f.speaks) && !f.tellsOfNews() {
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b Block) int { return cmp.Compare(b.Documents, a.Documents) })
	return out
}

// doubtful reports whether a block may be what its articles tell.
func (f learned) doubtful() bool {
	if f.calls {
		return false
	}
	return f.tellsOfNews() || isSaid(f.text) || f.bulk*2 > len(f.documents) && !f.speaks
}

// tellsOfNews reports whether a block is about what its articles are about.
func (f learned) tellsOfNews() bool {
	n := float64(len(f.documents))
	bound := relatedSubjects
	switch {
	case f.speaks:
		bound = relatedCalling
	case isUnblanked(f.text):
		bound = relatedUnblanked
	}
	return f.subjects/n >= bound || f.names/n >= relatedNames || f.own*2 >= len(f.documents)
}
