package extract

import (
	"flag"
	"hash/fnv"
	"math"
	"net/url"
	"os"
	"sync"
	"testing"
)

var trainForest = flag.Bool("train", false, "grow the forest anew from the tuned pages and those of go-trafilatura, and write forest_data.go")
var trainFolds = flag.Bool("folds", false, "with -train: only measure, growing on all folds but one for each")

// trained is how the forest is grown. The numbers were chosen by -folds.
var trained = growing{trees: 220, leaves: 8, rate: 0.05, least: 200, ridge: 5, asked: 0.4}

// example is one part of a page that the forest is grown on.
type example struct {
	page   int // its place among the pages
	row    []float64
	words  float64
	marked float64 // the share of its words that a person marked
	label  float64 // 1 for the article's, 0 for others
	weight float64 // 0 for a part of which nobody said anything
	held   float64 // odds by a forest that was grown without its page
}

// trainPage is a page with its parts.
type trainPage struct {
	name     string
	fold     int
	want     float64 // words of its article; 0 where only pieces are known
	examples []*example
}

// folds is into how many parts the pages are divided to measure.
const folds = 5

func foldOf(name string) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() >> 5 % folds)
}

// TestTrain grows the forest, when asked to.
func TestTrain(t *testing.T) {
	if !*trainForest {
		t.Skip("only with -train")
	}
	pages := trainPages(t)
	var all []*example
	for _, p := range pages {
		all = append(all, p.examples...)
	}
	tab := tabled(all)
	if *trainFolds {
		whole := tally{}
		for k := range folds {
			f := parseForest(trained.grow(tab, func(e *example) bool { return pages[e.page].fold != k }))
			for _, e := range all {
				if pages[e.page].fold == k {
					e.held = f.odds(e.row)
				}
			}
			whole.addFold(t, f, k)
		}
		whole.log(t, "tuned, whole documents, by folds")
		for _, bound := range []float64{-0.4, -0.2, 0, 0.2, 0.4} {
			logFolds(t, pages, bound)
		}
		return
	}
	text := trained.grow(tab, func(*example) bool { return true })
	src := "package extract\n\n// forestText is the forest, a tree a line. It is written by\n//\n//\tgo test ./internal/extract -run TestTrain -train\nconst forestText = `\n" + text + "`\n"
	if err := os.WriteFile("forest_data.go", []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
}

// addFold reads the tuned articles of one fold with a forest that was grown on
// the others.
func (a *tally) addFold(t *testing.T, f forest, k int) {
	shipped := grown
	defer func() { grown = shipped }()
	grown = func() forest { return f }
	for _, p := range evalCorpus(t, 0, "tuned") {
		if p.truth.PageType == "article" && foldOf(p.id) == k {
			a.add(p, oursAlone(t, p))
		}
	}
}

// trainPages lays out all pages that the forest is grown on.
func trainPages(t *testing.T) (pages []*trainPage) {
	var jobs []func() *trainPage
	for _, p := range evalCorpus(t, 0, "tuned") {
		if p.truth.PageType == "article" {
			jobs = append(jobs, func() *trainPage {
				return laidOut(p.id, p.html, address(p.truth.URL), func(tp *trainPage, s *sheet) { tp.mark(s, p.truth.Content) })
			})
		}
	}
	for _, p := range piecesPages(t) {
		jobs = append(jobs, func() *trainPage {
			return laidOut(p.name, p.html, p.from, func(tp *trainPage, s *sheet) { tp.pieces(s, p) })
		})
	}
	out := make([]*trainPage, len(jobs))
	var wg sync.WaitGroup
	for k := range 2 {
		wg.Go(func() {
			for i := k; i < len(jobs); i += 2 {
				out[i] = jobs[i]()
			}
		})
	}
	wg.Wait()
	for _, p := range out {
		if p == nil || len(p.examples) == 0 {
			continue
		}
		for _, e := range p.examples {
			e.page = len(pages)
		}
		pages = append(pages, p)
	}
	return pages
}

// laidOut reads a page. It gives nil for one that cannot be read: some of those
// that were saved are answers of robots' guards.
func laidOut(name string, data []byte, from *url.URL, mark func(*trainPage, *sheet)) *trainPage {
	text, err := decode(data, "")
	if err != nil {
		return nil
	}
	s, _, err := sheetOf(text, from, now)
	if err != nil {
		return nil
	}
	p := &trainPage{name: name, fold: foldOf(name)}
	for i := range s.facts {
		p.examples = append(p.examples, &example{row: s.row(i), words: float64(len(s.hashes[i]))})
	}
	mark(p, s)
	return p
}

// trust is what an example weighs: the more words, the more it costs to be wrong.
func (e *example) trust() float64 { return math.Sqrt(max(1, e.words)) }

// mark labels all parts by the words of the article.
func (p *trainPage) mark(s *sheet, article string) {
	w := hashes(article)
	p.want = float64(len(w))
	for i, share := range shares(s.hashes, w.runs()) {
		e := p.examples[i]
		e.marked, e.label, e.weight = share, float64(right(share >= 0.5)), e.trust()
	}
}

// logFolds logs what taking the parts above a bound gives: on the tuned pages
// about as the evaluation counts it, on the others the pieces that are right.
func logFolds(t *testing.T, pages []*trainPage, bound float64) {
	f1, exact, n := 0.0, 0, 0
	var hits, missed, extra, rejected float64
	for _, p := range pages {
		both, taken := 0.0, 0.0
		for _, e := range p.examples {
			yes := float64(right(e.held > bound))
			both += yes * e.words * e.marked
			taken += yes * e.words
			if p.want == 0 && e.weight > 0 {
				hits, missed = hits+yes*e.label, missed+(1-yes)*e.label
				extra, rejected = extra+yes*(1-e.label), rejected+(1-yes)*(1-e.label)
			}
		}
		if p.want > 0 {
			f := 2 * both / (taken + p.want)
			f1 += f
			exact += right(f > 0.995)
			n++
		}
	}
	t.Logf("bound %+.1f: tuned F1 %.4f, nearly exact %.3f of %d pages; pieces F1 %.4f, right %.4f of %.0f", bound, f1/float64(n), float64(exact)/float64(n), n,
		2*hits/(2*hits+missed+extra), (hits+rejected)/(hits+missed+extra+rejected), hits+missed+extra+rejected)
}
