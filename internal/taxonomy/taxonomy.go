// Package taxonomy knows the words by which cases and articles are ordered: what
// was done (acts), where a case stands (statuses), which community somebody
// belongs to, each under an id of English words in kebab case, with its name in
// the languages of the interface.
//
// The acts are 24 that harm and five that mend; they follow the events of the
// HURIDOCS micro-thesauri, drawn together to what a monitoring desk counts. The
// names were written for this program.
package taxonomy

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data
var files embed.FS

// columns are the languages of the names in the data.
var columns = []string{"en", "fr", "ru", "ar"}

// Term is one word of the taxonomy.
type Term struct {
	ID    string
	names []string
}

// Label gives the term's name in a language, in English where there is none; a
// term that is not known is called by its id.
func (t Term) Label(language string) string {
	if len(t.names) == 0 {
		return t.ID
	}
	return t.names[max(slices.Index(columns, language), 0)]
}

// Known reports whether there is such a term.
func (t Term) Known() bool { return len(t.names) > 0 }

var axes = sync.OnceValue(func() map[string][]Term {
	b, err := files.ReadFile("data/terms.tsv")
	if err != nil {
		panic(err) // the file is part of the program
	}
	all := map[string][]Term{}
	for line := range strings.Lines(string(b)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if !strings.HasPrefix(line, "#") {
			all[cells[0]] = append(all[cells[0]], Term{cells[1], cells[2:]})
		}
	}
	return all
})

func find(axis, id string) Term {
	for _, t := range axes()[axis] {
		if t.ID == id {
			return t
		}
	}
	return Term{ID: id}
}

// Act gives an act by its id.
func Act(id string) Term { return find("act", id) }

// Acts lists the acts, those that mend last.
func Acts() []Term { return slices.Clone(axes()["act"]) }

// Status gives a case's status by its id.
func Status(id string) Term { return find("status", id) }

// Statuses lists the statuses of a case.
func Statuses() []Term { return slices.Clone(axes()["status"]) }

// Community gives a community by its id.
func Community(id string) Term { return find("community", id) }

// Communities lists the communities by their ids.
func Communities() []Term { return slices.Clone(axes()["community"]) }
