package geo

import "strings"

// Reading is a form that may mean several territories, or something else.
type Reading struct {
	Text    string
	Lang    string
	Kind    FormKind
	Capital bool
	Of      []Meaning // the usual one first
}

// Meaning is one of the meanings of a Reading.
type Meaning struct {
	Territory string   // empty: no territory
	Hints     []string // words that speak for it; none: other mentions of the territory do
}

// Readings gives the forms whose meaning depends on their text.
func Readings() []Reading {
	var out []Reading
	for _, row := range rows("ambiguous.tsv") {
		r := Reading{Lang: row[0], Text: row[2]}
		switch row[1] {
		case "demonym":
			r.Kind = Demonym
		case "capital":
			r.Kind, r.Capital = City, true
		case "city":
			r.Kind = City
		}
		for _, cell := range row[3:] {
			id, hints, _ := strings.Cut(cell, "=")
			r.Of = append(r.Of, Meaning{territory(id), list(hints)})
		}
		out = append(out, r)
	}
	return out
}

// Pair is a Chinese or Korean word whose first two letters mean a territory
// each: 中俄 is China and Russia.
type Pair struct {
	Text, Lang    string
	First, Second string // territory ids
}

// Pairs gives the words that mean two territories.
func Pairs() []Pair {
	var out []Pair
	for _, row := range rows("pairs.tsv") {
		out = append(out, Pair{row[1], row[0], row[2], row[3]})
	}
	return out
}

// territory reads the id of a meaning, where a dash stands for none.
func territory(cell string) string {
	if cell == "-" {
		return ""
	}
	return cell
}
