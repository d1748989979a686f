// Package taxonomy knows the words by which cases and articles are ordered: what
// was done (acts), which rights that touches, to whom (groups, communities),
// under which theme, and where a case stands (statuses), each under an id of
// English words in kebab case, with its name in the languages of the interface.
//
// The acts are 24 that harm and five that mend; they follow the events of the
// HURIDOCS micro-thesauri, drawn together to what a monitoring desk counts. The
// rights are the articles of UDHR, ICCPR (part III and the general ones) and
// ICESCR. The names were written for this program.
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

// Called reports whether the term has a name in any language, or the id, in
// whatever case.
func (t Term) Called(name string) bool {
	return strings.EqualFold(t.ID, name) || slices.ContainsFunc(t.names, func(n string) bool { return strings.EqualFold(n, name) })
}

// Known reports whether there is such a term.
func (t Term) Known() bool { return len(t.names) > 0 }

var axes = sync.OnceValue(func() map[string][]Term {
	all := map[string][]Term{}
	for _, cells := range rows("terms.tsv") {
		all[cells[0]] = append(all[cells[0]], Term{cells[1], cells[2:]})
	}
	return all
})

// rows gives the lines of an embedded table, cut at their tabs, without the
// line of headings.
func rows(name string) (out [][]string) {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return out
}

func find(axis, id string) Term {
	for _, t := range axes()[axis] {
		if t.ID == id {
			return t
		}
	}
	return Term{ID: id}
}

// Find gives a term of an axis ("act", "right", "group", "theme", "community",
// "status") by its id.
func Find(axis, id string) Term { return find(axis, id) }

// All lists the terms of an axis.
func All(axis string) []Term { return slices.Clone(axes()[axis]) }

// Act gives an act by its id.
func Act(id string) Term { return find("act", id) }

// Acts lists the acts, those that mend last.
func Acts() []Term { return slices.Clone(axes()["act"]) }

// Status gives a case's status by its id.
func Status(id string) Term { return find("status", id) }

// Statuses lists the statuses of a case.
func Statuses() []Term { return slices.Clone(axes()["status"]) }

// Right gives a right by its id: "udhr-18".
func Right(id string) Term { return find("right", id) }

// Rights lists the rights, instrument by instrument.
func Rights() []Term { return slices.Clone(axes()["right"]) }

// Group gives a group of people by its id.
func Group(id string) Term { return find("group", id) }

// Groups lists the groups.
func Groups() []Term { return slices.Clone(axes()["group"]) }

// Theme gives a theme by its id.
func Theme(id string) Term { return find("theme", id) }

// Themes lists the themes.
func Themes() []Term { return slices.Clone(axes()["theme"]) }

// Community gives a community by its id.
func Community(id string) Term { return find("community", id) }

// Communities lists the communities by their ids.
func Communities() []Term { return slices.Clone(axes()["community"]) }
