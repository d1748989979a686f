package taxonomy

import (
	"strings"
	"sync"
)

// key names a term of an axis.
type key struct{ axis, id string }

var parents = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, cells := range rows("parents.tsv") {
		out[cells[0]] = cells[1]
	}
	return out
})

// Parent gives the id of the community under which a denomination stands,
// empty for one that stands under none.
func Parent(community string) string { return parents()[community] }

// Within reports whether a community is another one or stands under it, by
// however many steps.
func Within(community, other string) bool {
	for c := community; c != ""; c = Parent(c) {
		if c == other {
			return true
		}
	}
	return false
}

var touched = sync.OnceValue(func() map[key][]string {
	out := map[key][]string{}
	for _, cells := range rows("rights.tsv") {
		out[key{cells[0], cells[1]}] = strings.Split(cells[2], "|")
	}
	return out
})

// RightsOfAct gives the ids of the rights that an act touches by its nature.
func RightsOfAct(id string) []string { return touched()[key{"act", id}] }

// RightsOfTheme gives the ids of the rights that a theme is about.
func RightsOfTheme(id string) []string { return touched()[key{"theme", id}] }

// Mapping is the nearest term of another scheme, as wide or wider: "plover"
// are the event types of PLOVER, "iptc" the Media Topics of the IPTC.
type Mapping struct{ Scheme, Axis, ID, Code string }

// Mappings lists what is known for certain of other schemes.
func Mappings() (out []Mapping) {
	for _, cells := range rows("mappings.tsv") {
		out = append(out, Mapping{cells[0], cells[1], cells[2], cells[3]})
	}
	return out
}
