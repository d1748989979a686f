package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// body gives an invented article of its own for a number.
func body(n int) []string {
	names := []string{"harbour", "orchard", "lantern", "quarry", "meadow", "granary", "foundry", "chapel", "viaduct", "mill", "weir", "tannery"}
	a, b := names[n%len(names)], names[(n*5+3)%len(names)]
	return []string{
		fmt.Sprintf("The %s court of %s number %d heard two witnesses on Monday.", a, b, n),
		fmt.Sprintf("Neither %s nor %s had been told why the %s was closed, said its keeper.", b, a, a),
		fmt.Sprintf("A ruling about the %s is expected when the %s opens again.", a, b),
	}
}

// sourceOf gives the documents of an invented source.
func sourceOf(n int, top, bottom func(n int) []string) (docs [][]string) {
	for i := range n {
		docs = append(docs, slices.Concat(top(i), body(i), bottom(i)))
	}
	return docs
}

func none(int) []string { return nil }

func edgesOfAll(docs [][]string) (out []Edges) {
	for _, d := range docs {
		out = append(out, EdgesOf(d, true))
	}
	return out
}

func tellsNothing(Place, string) kindOfLine { return differs }

func TestBlocksAreLearned(t *testing.T) {
	months := []string{"January", "February", "March", "April", "May"}
	tests := []struct {
		name        string
		top, bottom func(n int) []string
	}{
		{"a footer", none, func(int) []string { return []string{"Harbour Weekly is made by volunteers and lives on your gifts."} }},
		{"with a date", none, func(n int) []string {
			return []string{fmt.Sprintf("This bulletin of Harbour Weekly went to its readers on %d %s 20%d, with no charge.", n+1, months[n%5], 10+n)}
		}},
		{"a header", func(n int) []string {
			return []string{fmt.Sprintf("Harbour Weekly number %d for friends of the quay", n)}
		}, none},
		{"short lines", none, func(int) []string { return []string{"Read more", "Donate"} }},
		{"one in the middle differs", none, func(n int) []string {
			return []string{"You have read the letter of Harbour Weekly.", []string{"Ada Invented drew it", "Thanks to Bo", "It rained all week"}[n%3], "Write to us whenever you like, we answer."}
		}},
		{"letters without blanks", none, func(n int) []string {
			return []string{fmt.Sprintf("本刊由志愿者编辑，第%d期，欢迎转载。", n)}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, n := range []int{3, 5, 10} {
				docs := sourceOf(n, tt.top, tt.bottom)
				known := NewBlocks(Learn(edgesOfAll(docs), now), nil)
				for i, d := range docs {
					if got := without(d, known.Cut(d, true, tellsNothing)); !slices.Equal(got, body(i)) {
						t.Errorf("of %d documents, %d: kept %q", n, i, got)
					}
				}
			}
		})
	}
}

func TestNothingIsLearned(t *testing.T) {
	footer := func(int) []string { return []string{"Harbour Weekly is made by volunteers and lives on your gifts."} }
	copied := sourceOf(1, none, footer)
	tests := map[string][][]string{
		"two documents": sourceOf(2, none, footer),
		"forms of one":  {copied[0], copied[0], append([]string{"A new paragraph."}, copied[0]...)},
		"in the middle": sourceOf(5, none, func(n int) []string { return append(footer(n), body(n + 6)[:2]...) }),
		"too seldom": sourceOf(11, none, func(n int) []string {
			if n < 3 {
				return footer(n)
			}
			return nil
		}),
		"first sentences alike": sourceOf(4, none, func(n int) []string {
			return []string{fmt.Sprintf("Harbour News (%d.03.2017) – The keeper was heard by two judges on day %d.", n+10, n)}
		}),
		"who wrote it, and when": sourceOf(4, func(n int) []string { return []string{"By Ada Invented", fmt.Sprintf("%d March 2017", n+1)} }, none),
	}
	for name, docs := range tests {
		if got := Learn(edgesOfAll(docs), now); len(got) > 0 {
			t.Errorf("%s: learned %v", name, got)
		}
	}
}

// TestShortTextsBetweenBlocksStay: the only paragraph between a header and a
// footer is no paragraph that differs in the middle of a block.
func TestShortTextsBetweenBlocksStay(t *testing.T) {
	header, footer := "Harbour Weekly, free for all on the quay", "Write to us whenever you like, we answer."
	docs := sourceOf(4, func(int) []string { return []string{header} }, func(int) []string { return []string{footer} })
	for i := range docs {
		docs[i] = []string{docs[i][0], docs[i][1], footer}
	}
	learned := Learn(edgesOfAll(docs), now)
	if len(learned) != 2 || learned[0].Text != header || learned[0].Place != Top || learned[1].Text != footer || learned[1].Place != Bottom {
		t.Fatalf("%+v", learned)
	}
	if got := without(docs[0], NewBlocks(learned, nil).Cut(docs[0], true, tellsNothing)); !slices.Equal(got, body(0)[:1]) {
		t.Errorf("kept %q", got)
	}
}

// TestRunsAsLongAsAnEdge: a long text may have blocks up to the end of what is
// looked at, and a short paragraph there.
func TestRunsAsLongAsAnEdge(t *testing.T) {
	var docs [][]string
	for n := range 4 {
		var d []string
		for i := range topParagraphs - 1 {
			d = append(d, fmt.Sprintf("Line %c of the header of Harbour Weekly", 'a'+i))
		}
		for i := range 10 {
			d = append(d, body(n+4*i)...)
		}
		docs = append(docs, d)
	}
	known := NewBlocks(Learn(edgesOfAll(docs), now), nil)
	if got := without(docs[1], known.Cut(docs[1], true, tellsNothing)); len(got) != 30 {
		t.Errorf("kept %q", got)
	}
}

func TestRefusedBlocksStay(t *testing.T) {
	footer := []string{"You have read the letter of Harbour Weekly.", "Our lawyers answer every letter within a day.", "Write to us whenever you like, we answer."}
	docs := sourceOf(4, none, func(int) []string { return footer })
	learned := Learn(edgesOfAll(docs), now)
	known := NewBlocks(learned, []string{footer[1]})
	if got := without(docs[0], known.Cut(docs[0], true, tellsNothing)); !slices.Equal(got, append(body(0), footer[1])) {
		t.Errorf("kept %q", got)
	}
	if !known.Holds(body(0), footer[1:2]) || !known.Holds(docs[0], nil) || known.Holds(body(0), nil) || known.Holds(body(0), footer[:1]) {
		t.Error("what is to be read again is not told from what is not")
	}
}

func TestAllOfATextIsNoBlock(t *testing.T) {
	docs := sourceOf(3, none, func(int) []string { return []string{"Donate", "Read more"} })
	known := NewBlocks(Learn(edgesOfAll(docs), now), nil)
	for _, text := range [][]string{{"Donate"}, {"Donate", "Read more"}} {
		if slices.Contains(known.Cut(text, true, tellsNothing), true) {
			t.Errorf("cut of %q", text)
		}
	}
}

// TestBlocksOfReadings: what is read is cut, and its edges are those from before.
func TestBlocksOfReadings(t *testing.T) {
	footer := "The quay letter reaches you because a friend of yours gave us your name."
	page := func(n int) string {
		return "<html><body><article><p>" + strings.Join(append(body(n), body(n+4)...), "</p><p>") + "</p><p>" + footer + "</p></article></body></html>"
	}
	plain := func(n int) string { return strings.Join(append(body(n), footer), "\n\n") }
	for name, text := range map[string]func(int) string{"plain": plain, "page": page} {
		var edges []Edges
		for n := range 3 {
			doc := mustRead(t, text(n), Options{})
			if !strings.HasSuffix(doc.Text, footer) {
				t.Fatalf("%s: without blocks: %q", name, doc.Text)
			}
			edges = append(edges, doc.Edges)
		}
		doc := mustRead(t, text(7), Options{Blocks: NewBlocks(Learn(edges, now), nil)})
		if strings.Contains(doc.Text, footer) || strings.Contains(doc.HTML, footer) {
			t.Errorf("%s: still there: %q", name, doc.Text)
		}
		if !slices.Contains(doc.Removed, Removed{Repeated, footer}) || !slices.Contains(doc.Edges.Bottom, footer) {
			t.Errorf("%s: removed %v, edges %q", name, doc.Removed, doc.Edges.Bottom)
		}
	}
}

func mustRead(t *testing.T, text string, opt Options) Document {
	t.Helper()
	doc, err := Read([]byte(text), opt, now)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestHeadlinesOfASeriesStay: a text has its headline in its first line, also
// where it differs from the others in a number only, below a header too.
func TestHeadlinesOfASeriesStay(t *testing.T) {
	text := func(n int) string {
		return strings.Join(append([]string{"Harbour Weekly, free for all on the quay", fmt.Sprintf("Invented news of day %d", n)}, body(n)...), "\n\n")
	}
	var edges []Edges
	for n := range 4 {
		edges = append(edges, mustRead(t, text(n), Options{}).Edges)
	}
	learned := Learn(edges, now)
	if len(learned) != 1 || learned[0].Text != "Harbour Weekly, free for all on the quay" {
		t.Fatalf("%+v", learned)
	}
	doc := mustRead(t, text(7), Options{Blocks: NewBlocks(learned, nil)})
	if doc.Title != "Invented news of day 7" || doc.Text != strings.Join(body(7), "\n\n") {
		t.Errorf("%q, %q", doc.Title, doc.Text)
	}
}

func TestEdgesAreBounded(t *testing.T) {
	e := EdgesOf(slices.Repeat([]string{strings.Repeat("x", 1000)}, 100), true)
	if len(e.Top) != 4 || len(e.Bottom) != 4 {
		t.Errorf("%d and %d paragraphs", len(e.Top), len(e.Bottom))
	}
	if e := EdgesOf(slices.Repeat([]string{"x"}, 100), true); len(e.Top) != topParagraphs || len(e.Bottom) != bottomParagraphs {
		t.Errorf("%d and %d paragraphs", len(e.Top), len(e.Bottom))
	}
}

// FuzzBlocks: whatever was learned, a text is not cut whole, only at its edges,
// and what people want to stay stays.
func FuzzBlocks(f *testing.F) {
	f.Add("a b c\nd e f\n1 2 3", "x\n\nd e f", "1 2 3\nDonate")
	f.Add("第1期\n本刊", "第2期\n本刊", "第3期\n本刊")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var docs [][]string
		for _, s := range []string{a, b, c} {
			docs = append(docs, textsOf(gappedLines(s)))
		}
		learned := Learn(edgesOfAll(docs), now)
		for _, d := range docs {
			for _, refused := range [][]string{nil, d} {
				cut := NewBlocks(learned, refused).Cut(d, true, tellsNothing)
				if len(cut) != len(d) || len(d) > 0 && !slices.Contains(cut, false) {
					t.Fatalf("%q is cut whole: %v", d, cut)
				}
				if refused != nil && slices.Contains(cut, true) {
					t.Fatalf("%q is cut against the will of people", d)
				}
				if len(d) > topParagraphs+bottomParagraphs && slices.Contains(cut[topParagraphs:len(d)-bottomParagraphs], true) {
					t.Fatalf("%q is cut in the middle: %v", d, cut)
				}
			}
		}
	})
}
