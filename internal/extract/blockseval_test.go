package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// generated is a kind of block: what is put above and below the n-th document
// of a source, and which of it no machine can know as the source's.
type generated struct {
	name        string
	top, bottom func(n int) []string
}

var (
	evalMonths = strings.Fields("January February March April May June July August September October November December")
	evalPeople = strings.Fields("Ada Bo Cyd Dan Eve Fay Gus Hal Ida Jon")
)

// generatedBlocks are invented headers and footers of several kinds.
var generatedBlocks = []generated{
	{"a footer", none, func(int) []string {
		return []string{"Harbour Weekly is an independent newspaper kept by its readers. Support our work from three coins a month."}
	}},
	{"several paragraphs", none, func(int) []string {
		return []string{"About this paper", "Harbour Weekly reports from the quay since the great flood.", "Follow our channel, or tell a friend about it.", "Donate"}
	}},
	{"dates and numbers", none, func(n int) []string {
		return []string{fmt.Sprintf("This letter was sent to %d readers on %d %s 20%02d from the office at the quay.", 1000+37*n, n%28+1, evalMonths[n%12], n%25),
			fmt.Sprintf("Letter number %d. To end it, answer with the word STOP.", 100+n)}
	}},
	{"one differs in the middle", none, func(n int) []string {
		return []string{"You have read the morning letter of Harbour Weekly.", evalPeople[n%10] + " Invented drew the picture of today.", "Write to us whenever you like, we answer every letter."}
	}},
	{"a header", func(n int) []string {
		return []string{fmt.Sprintf("Harbour Weekly – the paper of the quay – number %d", 400+n), "Home News Letters Pictures The quay in words"}
	}, none},
	{"both sides, Russian", func(int) []string {
		return []string{"Еженедельник «Гавань» – независимая газета набережной"}
	}, func(n int) []string {
		return []string{fmt.Sprintf("Письмо № %d. Редакция «Гавани» благодарит всех, кто читает и пишет.", n+1), "Поддержите газету, она живёт на пожертвования читателей."}
	}},
	{"a note that differs on top of it", none, func(n int) []string {
		return []string{evalPeople[n%10] + " Invented is a " + []string{"baker", "fisher", "teacher"}[n%3] + " in " + evalMonths[n%12] + "ville.",
			"Harbour Weekly is printed on the quay. Read us on paper too."}
	}},
	{"not under every document", none, func(n int) []string {
		if n%4 == 3 {
			return nil
		}
		return []string{"Three ways to support Harbour Weekly", "Give once, give each month, or tell a friend about what you read here."}
	}},
	{"Chinese", none, func(n int) []string {
		return []string{fmt.Sprintf("港口周刊第%d期，由志愿者编辑出版，欢迎转载并注明出处。", n+1)}
	}},
}

// seldomBlocks stand under two of three documents only. They were written after
// the rules, by their author, and nothing was changed after they were tried.
var seldomBlocks = []generated{
	{"a call in French", none, underTwoOf("Notre rédaction ne vit que de vos dons.", "Soutenez Le Quai libre dès trois pièces par mois, et recevez-le chez vous.")},
	{"a call in German", none, underTwoOf("Wir berichten, weil Sie uns lesen: Unterstützen Sie das Hafenblatt mit einer Spende.")},
	{"a call in Spanish", none, underTwoOf("Sobre nosotros", "El Muelle es un periódico de sus lectores. Suscríbase y compártalo con sus vecinos.")},
	{"a call in Russian", none, underTwoOf("Если вам важна наша работа, поддержите «Причал» любой суммой.")},
	{"a call in Arabic", none, underTwoOf("صحيفة الرصيف تعيش بدعمكم، تبرعوا لنا ولو بالقليل.")},
	{"a call in Chinese", none, underTwoOf("如果您喜欢码头周刊，欢迎转发给朋友并捐款支持我们。")},
	{"a call in Korean", none, underTwoOf("부두신문은 독자 여러분의 후원으로 만들어집니다.")},
	{"rights", none, underTwoOf("© Harbour Weekly. All rights reserved.")},
	{"an imprint without a call", none, underTwoOf("Printed by Quay and Daughters, Lantern Street 5.", "Editor for this week: Bo Example.")},
	{"a help line", none, underTwoOf("If you saw what we write about, tell us in confidence: our reporters read every message.")},
}

func underTwoOf(lines ...string) func(n int) []string {
	return func(n int) []string {
		if n%3 == 2 {
			return nil
		}
		return lines
	}
}

// TestEvalSeldomBlocks says how much is learned from two of three documents.
func TestEvalSeldomBlocks(t *testing.T) {
	parts := truthTexts(t)
	for _, part := range []string{"tuned", "measured"} {
		var sum cutTally
		for _, kind := range seldomBlocks {
			var one cutTally
			for begin := 0; begin+4 <= len(parts[part]); begin += 4 {
				one.source(kind, 0, parts[part][begin:begin+4])
			}
			one.log(t, part+", "+kind.name)
			sum.add(one)
		}
		sum.log(t, part)
		if sum.precision() < leastPrecision {
			t.Errorf("%s: too much is cut", part)
		}
	}
}

// TestEvalBlocks puts invented blocks around real texts, and says how much of
// them is learned and cut, by how many documents a source has. The texts of a
// source are of one part of the corpus, divided by a hash as in TestEvalPages.
func TestEvalBlocks(t *testing.T) {
	parts := truthTexts(t)
	for _, part := range []string{"tuned", "measured"} {
		for _, size := range []int{3, 5, 10} {
			var sum cutTally
			for k, kind := range generatedBlocks {
				var one cutTally
				for begin := 0; begin+size < len(parts[part]); begin += size + 1 {
					one.source(kind, k, parts[part][begin:begin+size+1])
				}
				if part == "measured" {
					one.log(t, fmt.Sprintf("  %2d documents, %s", size, kind.name))
				}
				sum.add(one)
			}
			sum.log(t, fmt.Sprintf("%2d documents, %s", size, part))
			if sum.precision() < leastPrecision || sum.recall() < leastRecall[size] {
				t.Errorf("%s, %d documents: too much or too little is cut", part, size)
			}
		}
	}
}

// leastRecall is by how many documents a source has: a note that differs in
// each is not learned from few.
var leastRecall = map[int]float64{3: 0.94, 5: 0.94, 10: 0.98}

const leastPrecision = 0.995

// truthTexts gives the paragraphs of the marked articles of each part.
func truthTexts(t *testing.T) map[string][][]string {
	files, err := filepath.Glob(filepath.Join(pagesDir, "truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the corpus of marked pages is not here")
	}
	out := map[string][][]string{}
	for _, file := range files {
		var m marked
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		if p := textsOf(gappedLines(m.Content)); m.PageType == "article" && len(p) > 1 {
			out[halfOf(file)] = append(out[halfOf(file)], p)
		}
	}
	return out
}

// cutTally counts lines.
type cutTally struct{ sources, put, cut, right int }

// source learns from all but the last of a source's documents, and cuts all.
func (c *cutTally) source(kind generated, seed int, texts [][]string) {
	var docs [][]string
	for i, text := range texts {
		n := seed*31 + i
		docs = append(docs, slices.Concat(kind.top(n), text, kind.bottom(n)))
	}
	known := NewBlocks(Learn(edgesOfAll(docs[:len(docs)-1]), now), nil)
	c.sources++
	for i, d := range docs {
		top, bottom := len(kind.top(seed*31+i)), len(d)-len(kind.bottom(seed*31+i))
		c.put += top + len(d) - bottom
		for at, yes := range known.Cut(d, true, func(at Place, p string) kindOfLine { return tells(at, p, Options{}, now) }) {
			c.cut += count(yes)
			c.right += count(yes && (at < top || at >= bottom))
		}
	}
}

func (c *cutTally) add(o cutTally) {
	c.sources, c.put, c.cut, c.right = c.sources+o.sources, c.put+o.put, c.cut+o.cut, c.right+o.right
}

func (c cutTally) log(t *testing.T, name string) {
	p, r := c.precision(), c.recall()
	t.Logf("%-50s %4d sources, %5d lines, precision %.3f, recall %.3f, F1 %.3f", name, c.sources, c.put, p, r, 2*p*r/max(p+r, 0.001))
}

func (c cutTally) precision() float64 { return float64(c.right) / float64(max(c.cut, 1)) }
func (c cutTally) recall() float64    { return float64(c.right) / float64(max(c.put, 1)) }
