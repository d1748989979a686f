// Package geo knows the world's territories: their ids, their names in the
// languages of the desk, who administers and who claims those that are
// contested, and the words by which texts mean them. The data is embedded;
// data/ORIGIN.md says where it comes from and how it is laid out.
//
// The id of a territory with an ISO 3166-1 alpha-2 code is that code ("KP");
// Kosovo has XK, which ISO leaves to users. Contested territories without a
// code have ids that begin with "x-" ("x-crimea").
package geo

import (
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen -cldr ../../localenames -dates ../../dates -out data

// languages are those of the names, in the order of the data's columns.
var languages = []string{"en", "fr", "ru", "ar", "zh", "ko", "es", "fa", "tr", "de", "pt", "vi"}

// Territory is a country or a territory.
type Territory struct {
	ID             string
	ISO            string   // ISO 3166-1 alpha-2; empty where there is none
	AdministeredBy []string // ids of the states that control it, when it is not a state of its own
	ClaimedBy      []string // ids of the states that claim it, when there is a dispute
	names          [12]string
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

// world is the list of territories, read once at first use.
type world struct {
	all   []Territory
	index map[string]int
}

var load = sync.OnceValue(func() *world {
	w := &world{index: map[string]int{}}
	for _, row := range rows("names.tsv") {
		w.add(Territory{ID: row[0], ISO: iso(row[0])}, row[1:])
	}
	for _, row := range rows("contested.tsv") {
		w.add(Territory{ID: row[0], AdministeredBy: list(row[1]), ClaimedBy: list(row[2])}, row[3:])
	}
	for _, row := range rows("status.tsv") {
		t := &w.all[w.index[row[0]]]
		t.AdministeredBy, t.ClaimedBy = list(row[1]), list(row[2])
	}
	for _, row := range rows("display.tsv") {
		copy(w.all[w.index[row[0]]].names[:], row[1:])
	}
	for _, row := range rows("words.tsv") {
		if i := slices.Index(languages, row[0]); row[1] == "name" && w.all[w.index[row[2]]].names[i] == "" {
			w.all[w.index[row[2]]].names[i] = list(row[3])[0]
		}
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
