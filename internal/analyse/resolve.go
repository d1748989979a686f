package analyse

import (
	"strings"

	"rightsdesk/internal/geo"
)

// resolve decides what the forms with several meanings mean in a text, and
// leaves out those that mean no territory.
func resolve(title, text []mention, in Input) ([]mention, []mention) {
	sure := map[string]int{}
	unsure := false
	for _, list := range [][]mention{title, text} {
		for _, m := range list {
			if m.entry.reading == nil {
				sure[m.territory]++
			} else {
				unsure = true
			}
		}
	}
	if !unsure {
		return title, text
	}
	r := resolver{in: in, sure: sure, known: map[*geo.Reading]string{}}
	return r.all(title), r.all(text)
}

type resolver struct {
	in    Input
	sure  map[string]int // mentions of each territory by forms with one meaning
	known map[*geo.Reading]string
}

func (r *resolver) all(list []mention) []mention {
	out := list[:0]
	for _, m := range list {
		if m.entry.reading != nil {
			m.territory = r.meaning(m.entry.reading)
		}
		if m.territory != "" {
			out = append(out, m)
		}
	}
	return out
}

// meaning gives the meaning for which most speaks, the usual one where nothing
// speaks for another.
func (r *resolver) meaning(g *geo.Reading) string {
	if t, known := r.known[g]; known {
		return t
	}
	best, most := "", -1
	for _, m := range g.Of {
		if n := r.speaks(m); n > most {
			best, most = m.Territory, n
		}
	}
	r.known[g] = best
	return best
}

func (r *resolver) speaks(m geo.Meaning) int {
	if len(m.Hints) == 0 {
		return r.sure[m.Territory]
	}
	n := 0
	for _, h := range m.Hints {
		if strings.Contains(r.in.Title, h) || strings.Contains(r.in.Text, h) {
			n++
		}
	}
	return n
}
