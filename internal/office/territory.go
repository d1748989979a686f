package office

import (
	"slices"
	"strings"
	"sync"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
)

// territory is the name of a territory; the id itself when it is not known, so
// that nothing is hidden.
func (l tongue) territory(id string) string {
	if t, ok := geo.Find(id); ok {
		return t.Name(string(l))
	}
	return id
}

// territories joins the names of territories.
func (l tongue) territories(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = l.territory(id)
	}
	return strings.Join(names, ", ")
}

func knownTerritory(id string) bool {
	_, ok := geo.Find(id)
	return ok
}

// findTerritory gives the id of a territory by its name in any language of the
// desk or by its id, in any case; empty when there is none.
func findTerritory(s string) string {
	t, ok := geo.Named(oneLine(s))
	if !ok {
		return ""
	}
	return t.ID
}

// allTerritories gives the names to choose from in a language.
func (l tongue) allTerritories() []string {
	namesMu.Lock()
	defer namesMu.Unlock()
	if names[l] == nil {
		for _, t := range geo.All() {
			names[l] = append(names[l], t.Name(string(l)))
		}
		slices.SortFunc(names[l], func(a, b string) int { return locale.Compare(string(l), a, b) })
	}
	return names[l]
}

var (
	namesMu sync.Mutex
	names   = map[tongue][]string{} // guarded by namesMu
)

// readTerritories reads names or ids with semicolons between them.
func readTerritories(s string) (ids, unknown []string) {
	for _, name := range strings.FieldsFunc(s, func(c rune) bool { return c == ';' || c == '\n' }) {
		name = oneLine(name)
		if id := findTerritory(name); id != "" {
			ids = append(ids, id)
		} else if name != "" {
			unknown = append(unknown, name)
		}
	}
	return ids, unknown
}

func unknownTerritories(names []string) string {
	return "No territory is called " + strings.Join(names, "; ") + ". Please choose from the list, by name or id."
}
