package analyse

import (
	"cmp"
	"math"
	"slices"

	"rightsdesk/internal/geo"
)

// The weights of a mention, by what it is and where it stands, and the shares
// of the strongest territory's weight from which an article is about another
// one too. They were chosen by hand and then on the half of a public corpus of
// attacks on defenders that TestEval names; the results change little around
// them. A corpus with one country an article would have the shares higher:
// posts about two states, like those in testdata, hold them down.
const (
	nameWeight    = 1.0
	demonymWeight = 0.6 // people and things of a territory are often elsewhere
	cityWeight    = 0.9

	titleFactor    = 4.0 // in the title
	leadFactor     = 1.6 // in the first paragraph
	datelineFactor = 0.6 // a dateline says where the reporter was
	speakerFactor  = 0.3 // "Washington said": who speaks is not what it is about

	placeShare  = 0.5 // of a territory's weight that another must have to take its place
	cityFactor  = 0.3 // of a territory of which only the capital is named
	datedFactor = 0.6 // of one with a dateline that the title does not name

	partShare = 0.5 // of what a part of a state weighs, for the state that is named too

	titleShare  = 0.4 // for a territory that the title names
	aboutShare  = 0.5 // for one that it does not
	aboutWeight = 1.0 // least weight, unless it is the only territory
)

// weighed is what a text says of a territory.
type weighed struct {
	id     string
	weight float64
	count  int
	titled bool
	named  bool // by its name or its people or, in the title, a city that is no capital
	dated  bool // in the dateline
}

// weigh gives the territories that a text is about, and all with their counts.
func weigh(title, text []mention) ([]Scored, []Counted) {
	all := map[string]*weighed{}
	add := func(m mention, factor float64, titled bool) {
		w := all[m.territory]
		if w == nil {
			w = &weighed{id: m.territory}
			all[m.territory] = w
		}
		w.weight += factor * m.entry.weight() * m.role()
		w.count++
		w.titled = w.titled || titled && !m.speaker // who only speaks in the title is not what it names
		w.named = w.named || !m.entry.capital && !seats[m.span.Words] && (titled || m.entry.kind != geo.City)
		w.dated = w.dated || m.dateline
	}
	for _, m := range title {
		add(m, titleFactor, true)
	}
	for _, m := range text {
		factor := 1.0
		if m.paragraph == 0 {
			factor = leadFactor
		}
		add(m, factor, false)
	}
	carry(all)
	elsewhere(all)
	list := make([]weighed, 0, len(all))
	for _, w := range all {
		list = append(list, *w)
	}
	return about(list), counted(list)
}

// elsewhere takes weight from where a report was written, presented or commented
// on when the title names another territory: from one that only has a dateline
// or stands in no title, and more from one of which only the capital and, in the
// text, other cities are named.
func elsewhere(all map[string]*weighed) {
	for _, w := range all {
		for _, other := range all {
			if other == w || !other.titled || !other.named || other.weight < placeShare*w.weight {
				continue
			}
			if !w.named {
				w.weight *= cityFactor
			} else if w.dated && !w.titled {
				w.weight *= datedFactor
			} else {
				continue
			}
			break
		}
	}
}

// role weighs what a mention does in its sentence.
func (m *mention) role() float64 {
	switch {
	case m.dateline:
		return datelineFactor
	case m.speaker:
		return speakerFactor
	}
	return 1
}

func (e *entry) weight() float64 {
	switch {
	case e.kind == geo.Demonym:
		return demonymWeight
	case e.kind == geo.City && !e.capital:
		return cityWeight
	}
	return nameWeight
}

// carry gives a state that is named a share of what the parts weigh that it
// administers and nobody else claims: what is said of Tibet is said of China.
func carry(all map[string]*weighed) {
	extra := map[string]float64{}
	for id, w := range all {
		t, _ := geo.Find(id)
		if len(t.AdministeredBy) == 1 && len(t.ClaimedBy) == 0 {
			extra[t.AdministeredBy[0]] += partShare * w.weight
		}
	}
	for id, more := range extra {
		if state := all[id]; state != nil {
			state.weight += more
		}
	}
}

func about(list []weighed) []Scored {
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
	})
	sum := 0.0
	for _, w := range list {
		sum += w.weight
	}
	out := []Scored{}
	for _, w := range list {
		if w.enough(list[0].weight) && (w.weight >= aboutWeight || len(list) == 1) {
			out = append(out, Scored{w.id, math.Round(100*w.weight/sum) / 100})
		}
	}
	return out
}

// enough reports whether a territory is one that the article is about, beside
// the one that weighs most.
func (w weighed) enough(top float64) bool {
	if w.titled {
		return w.weight >= titleShare*top
	}
	return w.weight >= aboutShare*top
}

func counted(list []weighed) []Counted {
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
	})
	out := []Counted{}
	for _, w := range list {
		out = append(out, Counted{w.id, w.count})
	}
	return out
}
