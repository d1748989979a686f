package extract

import (
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pagesDir holds pages whose content people marked; they are not part of the project.
const pagesDir = "../../../shared/corpora/pages"

// marked is what a person marked in a page.
type marked struct {
	Title    string `json:"title"`
	Author   string `json:"author"`
	Date     string `json:"publish_date"`
	Content  string `json:"main_content"`
	PageType string `json:"page_type"`
	URL      string `json:"url"`
}

// evalPage is one page with what a person marked in it.
type evalPage struct {
	id, part string
	truth    marked
	html     []byte
}

// evalCorpus reads about n pages, all for 0, of one part, of both for "".
func evalCorpus(t *testing.T, n int, part string) []evalPage {
	files, err := filepath.Glob(filepath.Join(pagesDir, "truth", "*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("the corpus of marked pages is not here")
	}
	var out []evalPage
	for i, file := range files {
		if n > 0 && i%max(1, len(files)/n) != 0 || part != "" && partOf(file) != part {
			continue
		}
		out = append(out, readMarked(t, file))
	}
	return out
}

// partOf divides the pages by a hash of their number into those that rules are
// tuned on and those that are only measured.
func partOf(file string) string {
	if sum := hashOf(file); sum>>7&sum>>11&sum>>13&1 == 1 {
		return "measured"
	}
	return "tuned"
}

// halfOf divides them in two: for what is made of the marked texts alone, and
// does not read the pages.
func halfOf(file string) string {
	return []string{"tuned", "measured"}[hashOf(file)>>7&1]
}

func hashOf(file string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(filepath.Base(file)))
	return h.Sum32()
}

func readMarked(t *testing.T, file string) evalPage {
	t.Helper()
	p := evalPage{id: strings.TrimSuffix(filepath.Base(file), ".json"), part: partOf(file)}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &p.truth); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(pagesDir, "html", p.id+".html.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	if p.html, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return p
}
