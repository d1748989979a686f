package alike

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// pagesDir holds pages whose content people marked; they are not part of the project.
const pagesDir = "../../../shared/corpora/pages"

// page is what a person marked in a page.
type page struct {
	Title   string `json:"title"`
	Content string `json:"main_content"`
	Type    string `json:"page_type"`
	half    string
}

// readPages gives the articles among the pages, divided by a hash of their
// number: the bounds were tuned on "seen"; "unseen" was only measured.
func readPages(t *testing.T) (out []page) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pagesDir, "truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the corpus of marked pages is not here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var p page
		if err := json.Unmarshal(data, &p); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		h := fnv.New32a()
		h.Write([]byte(filepath.Base(file)))
		if p.half = "seen"; h.Sum32()%2 == 1 {
			p.half = "unseen"
		}
		if p.Type == "article" && New(p.Content).Words() >= 80 {
			out = append(out, p)
		}
	}
	return out
}

// heap is a heap of articles and their copies.
type heap struct {
	items     []Item
	truth     []int // the article that each was made from
	originals []int // where the articles themselves stand
}

func newHeap(pages []page, other func() string) (h heap) {
	random := rand.New(rand.NewPCG(5, 4))
	for i, p := range pages {
		h.originals = append(h.originals, len(h.items))
		for _, text := range append([]string{p.Content}, wireCopies(random, p.Content, other)...) {
			h.items, h.truth = append(h.items, Item{Text: New(text)}), append(h.truth, i)
		}
	}
	return h
}

// from gives texts of pages by chance.
func from(pages []page) func() string {
	random := rand.New(rand.NewPCG(1, 2))
	return func() string { return pages[random.IntN(len(pages))].Content }
}

// TestEvalStories makes wire copies of real articles, sorts them into stories,
// and prints how well that agrees with what was copied from what (adjusted Rand
// index; 1 is perfect), beside MinHash of whole texts over the same copies. It
// also prints how many pairs of different articles on one subject were merged:
// of each article and the ten others that share most of its vocabulary.
func TestEvalStories(t *testing.T) {
	pages := readPages(t)
	halves := map[string][]page{}
	for _, p := range pages {
		halves[p.half] = append(halves[p.half], p)
	}
	for half, foreign := range map[string]string{"seen": "unseen", "unseen": "seen"} {
		mine := halves[half]
		h := newHeap(mine, from(halves[foreign]))
		begin := time.Now()
		ours := stories(Group(h.items))
		ari := adjustedRand(h.truth, ours)
		t.Logf("%s half, %d articles and %d copies: ARI %.3f, %.1f ms a text", half, len(mine), len(h.items)-len(mine), ari,
			time.Since(begin).Seconds()*1000/float64(len(h.items)))
		plain := signatures(h.items)
		for _, least := range []float64{.2, .3, .5} {
			t.Logf("%s half: ARI %.3f with MinHash of whole texts (128 hashes of word triples, alike from %.1f)", half, adjustedRand(h.truth, minHash(plain, least)), least)
		}
		near := newHeap(mine, from(mine))
		t.Logf("%s half: ARI %.3f when words and paragraphs that are added come from the other stories", half, adjustedRand(near.truth, stories(Group(near.items))))
		hard := hardPairs(mine, 10)
		merged := 0
		for _, p := range hard {
			if ours[h.originals[p[0]]] == ours[h.originals[p[1]]] {
				merged++
			}
		}
		quoted, of := quoting(mine, hardPairs(mine, 2), from(halves[foreign]))
		t.Logf("%s half: unlike pairs on one subject merged: %d of %d; when both quote the same 40 words: %d of %d", half, merged, len(hard), quoted, of)
		kinds(t, half, mine, from(halves[foreign]))
		if ari < .92 {
			t.Errorf("%s half: ARI %.3f is below .92", half, ari)
		}
		if merged*100 > len(hard) || quoted*100 > of {
			t.Errorf("%s half: over 1 %% of unlike pairs were merged", half)
		}
	}
}

// kinds prints for each way of copying how many copies came to their original.
func kinds(t *testing.T, half string, pages []page, other func() string) {
	t.Helper()
	for _, way := range ways {
		random := rand.New(rand.NewPCG(5, 4))
		found := 0
		for _, p := range pages {
			if Compare(New(p.Content), New(way.copy(random, p.Content, other()))).Tie(0) != Apart {
				found++
			}
		}
		t.Logf("%s half: %-25s %d of %d found", half, way.name, found, len(pages))
	}
}

func stories(list []Member) (out []int) {
	for _, m := range list {
		out = append(out, m.Story)
	}
	return out
}

// hardPairs gives for each page the n others that share most of its vocabulary.
func hardPairs(pages []page, n int) (out [][2]int) {
	var words []map[uint64]bool
	for _, p := range pages {
		words = append(words, vocabulary(p.Content))
	}
	for i := range pages {
		likeness := make([]float64, len(pages))
		var others []int
		for j := range pages {
			if likeness[j] = common(words[i], words[j]); j != i {
				others = append(others, j)
			}
		}
		slices.SortStableFunc(others, func(a, b int) int { return cmp.Compare(likeness[b], likeness[a]) })
		for _, j := range others[:min(n, len(others))] {
			out = append(out, [2]int{i, j})
		}
	}
	return out
}

// quoting counts the hard pairs that are merged when both articles quote the
// same 40 words of a third.
func quoting(pages []page, hard [][2]int, other func() string) (merged, of int) {
	for _, p := range hard {
		a, b := pages[p[0]].Content, pages[p[1]].Content
		if min(New(a).Words(), New(b).Words()) < 250 {
			continue
		}
		quote := firstWords(other(), 40)
		if of++; Compare(New(a+"\n\n"+quote), New(quote+"\n\n"+b)).Tie(0) != Apart {
			merged++
		}
	}
	return merged, of
}
