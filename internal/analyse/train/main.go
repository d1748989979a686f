// Command train learns the model of kinds of violation from the corpus
// HRDsAttack (MIT) and writes it as internal/analyse/data/kinds.model.tsv. The
// same corpus gives the same file. "make models" runs it.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"rightsdesk/internal/analyse"
)

func main() {
	corpus := flag.String("corpus", "../shared/corpora/violations/articles.jsonl", "the `file` of the corpus")
	out := flag.String("out", "internal/analyse/data/kinds.model.tsv", "the `file` to write")
	flag.Parse()
	if err := run(*corpus, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// article is a line of the corpus.
type article struct {
	ID, Title, Text, Date string
	Gold                  struct{ Violations []string }
}

func run(corpus, out string) error {
	f, err := os.Open(corpus)
	if err != nil {
		return fmt.Errorf("the corpus is not here, so the model stays as it is: %w", err)
	}
	defer f.Close()
	var samples []analyse.KindSample
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return fmt.Errorf("read %s: %w", corpus, err)
		}
		if analyse.PartOf(a.ID) != analyse.PartMeasure {
			samples = append(samples, analyse.KindSample{
				Input: analyse.Input{ID: a.ID, Title: a.Title, Text: a.Text, Date: a.Date, Language: "en"}, Kinds: a.Gold.Violations,
			})
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", corpus, err)
	}
	if err := os.WriteFile(out, []byte(analyse.TrainKinds(samples)), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: learned from %d articles; the other part of the corpus is for measuring only\n", out, len(samples))
	return nil
}
