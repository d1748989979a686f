package geo

import (
	"embed"
	"iter"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// rows gives the rows of an embedded file, each cut at its tabs, without the
// line of headings.
func rows(name string) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		b, err := data.ReadFile("data/" + name)
		if err != nil {
			panic(err) // the file is part of the program
		}
		n := -1
		for line := range strings.Lines(string(b)) {
			if n++; n > 0 && !yield(n, strings.Split(strings.TrimRight(line, "\n"), "\t")) {
				return
			}
		}
	}
}

// list gives the parts of a cell that holds several values.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
