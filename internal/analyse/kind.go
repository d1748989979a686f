package analyse

import (
	"strings"
	"sync"
)

// Kind is a kind of violation, as the corpus names it on which acts are
// learned, and the acts that it covers.
type Kind struct {
	Name string
	Acts []string
}

// Kinds gives the written table between the kinds of the corpus and our acts.
func Kinds() []Kind { return kindsOf() }

var kindsOf = sync.OnceValue(func() []Kind {
	var out []Kind
	for _, cells := range table("kinds.tsv") {
		out = append(out, Kind{cells[0], strings.Split(cells[1], "|")})
	}
	return out
})

// table gives the lines of an embedded table, cut at their tabs.
func table(name string) (out [][]string) {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
