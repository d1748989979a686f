package main

import (
	"cmp"
	"image/color"
	"maps"
	"slices"
)

// frequent gives the n most frequent colours; of those that are alike, the
// order of their numbers decides, so that it is always the same.
func frequent(count map[color.RGBA]int, n int) color.Palette {
	list := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var out color.Palette
	for _, c := range list[:min(n, len(list))] {
		out = append(out, c)
	}
	return out
}
