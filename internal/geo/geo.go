// Package geo knows the world's territories: their ids, their names in the
// languages of the desk, who administers and who claims those that are
// contested, and the words by which texts mean them. The data is embedded;
// data/ORIGIN.md says where it comes from.
//
// The id of a territory with an ISO 3166-1 code is that code ("KP"); Kosovo has
// XK, which ISO leaves to users. Contested territories without a code have ids
// that begin with "x-" ("x-crimea").
package geo

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var data embed.FS

// languages are those of the names, in the order of the data's columns.
var languages = []string{"en", "fr", "ru", "ar", "zh", "ko"}

// Territory is a country or a territory.
type Territory struct {
	ID             string
	ISO            string // empty where there is none
	AdministeredBy string // territory id; only for contested ones
	ClaimedBy      string // territory id; only for contested ones
	names          [6]string
}

// Name gives the territory's name in a language (BCP 47), in English where
// there is none in that language.
func (t Territory) Name(language string) string {
	language, _, _ = strings.Cut(language, "-")
	if i := slices.Index(languages, language); i >= 0 && t.names[i] != "" {
		return t.names[i]
	}
	return t.names[0]
}

// world is the data, read once at first use.
type world struct {
	all   []Territory
	index map[string]int
}

var load = sync.OnceValue(func() *world {
	w := &world{index: map[string]int{}}
	for i, row := range rows("names.tsv") {
		if i > 0 {
			w.add(Territory{ID: row[0], ISO: iso(row[0])}, row[1:])
		}
	}
	for _, row := range rows("contested.tsv") {
		w.add(Territory{ID: row[0], AdministeredBy: row[1], ClaimedBy: row[2]}, row[3:])
	}
	for _, row := range rows("display.tsv") {
		copy(w.all[w.index[row[0]]].names[:], row[1:])
	}
	return w
})

func (w *world) add(t Territory, names []string) {
	copy(t.names[:], names)
	w.index[t.ID] = len(w.all)
	w.all = append(w.all, t)
}

func iso(id string) string {
	if id == "XK" {
		return ""
	}
	return id
}

// rows reads an embedded file of lines with columns separated by tabs.
func rows(name string) [][]string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		out = append(out, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return out
}

// All gives all territories in the order of their ids, contested ones last.
func All() []Territory { return slices.Clone(load().all) }

// Find gives the territory with an id.
func Find(id string) (Territory, bool) {
	w := load()
	i, known := w.index[id]
	if !known {
		return Territory{}, false
	}
	return w.all[i], true
}

// Named gives the territory that has the name in any of the languages, or the
// id, whatever the case; for what a person typed.
func Named(name string) (Territory, bool) {
	name = strings.TrimSpace(name)
	for _, t := range load().all {
		if strings.EqualFold(t.ID, name) || slices.ContainsFunc(t.names[:], func(n string) bool { return n != "" && strings.EqualFold(n, name) }) {
			return t, true
		}
	}
	return Territory{}, false
}
