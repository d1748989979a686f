package analyse

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// kindModel tells by logistic regression which kinds of violation a text is
// about. Its features are what the cues found, not the words, so that what was
// learned on English articles holds for every language with cues.
type kindModel struct {
	weights map[string][]float64 // by feature, one for each kind
	kinds   int
}

// kindThreshold is the probability from which a kind is found. It and the
// penalty of kindtrain.go were chosen by five-fold cross-validation on the
// parts that are not for measuring.
const kindThreshold = 0.36

var kindModelOf = sync.OnceValue(func() *kindModel {
	m := &kindModel{weights: map[string][]float64{}, kinds: len(Kinds())}
	for _, cells := range table("kinds.model.tsv") {
		row := make([]float64, m.kinds)
		for i := range row {
			w, err := strconv.ParseFloat(cells[i+1], 64)
			if err != nil {
				panic(err) // the file is part of the program
			}
			row[i] = w
		}
		m.weights[cells[0]] = row
	}
	return m
})

// feature is a property of a text with its amount.
type feature struct {
	name  string
	value float64
}

// textLength is the length in bytes of a usual article.
const textLength = 3000

// featureNames gives the names of what a term may say of a text: how an act
// stands in title, lead and body, its share of all acts, and whether it is said
// early; of other terms how much is said.
func featureNames(t term) []string {
	if t.axis != AxisAct {
		return []string{string(t.axis) + " " + t.id}
	}
	return []string{"title " + t.id, "lead " + t.id, "body " + t.id, "share " + t.id, "early " + t.id}
}

// features gives the properties of a text from its evidence, sorted by name.
func features(b *cueBook, all []*evidence, bytes int) []feature {
	out := []feature{{"bias", 1}, {"length", math.Log1p(float64(bytes)) - math.Log1p(textLength)}}
	sum, acts := 0.0, 0
	for i, e := range all {
		if e != nil && b.terms[i].axis == AxisAct {
			sum += e.weight()
			acts++
		}
	}
	out = append(out, feature{"acts", float64(acts) / 5})
	for i, e := range all {
		switch t := b.terms[i]; {
		case e == nil || t.axis == AxisCommunity:
		case t.axis == AxisAct:
			names := b.features[i]
			out = append(out, feature{names[0], math.Log1p(e.title)}, feature{names[1], math.Log1p(e.lead)},
				feature{names[2], math.Log1p(e.body)}, feature{names[3], 2 * e.weight() / (sum + 1)})
			if e.first < leadRunes {
				out = append(out, feature{names[4], 1})
			}
		default:
			out = append(out, feature{b.features[i][0], math.Log1p(2*e.title+e.lead+e.body) / 2})
		}
	}
	slices.SortFunc(out, func(a, b feature) int { return cmp.Compare(a.name, b.name) })
	return out
}

// probabilities gives the probability of each kind.
func (m *kindModel) probabilities(x []feature) []float64 {
	z := make([]float64, m.kinds)
	for _, f := range x {
		if row := m.weights[f.name]; row != nil {
			for k := range z {
				z[k] += row[k] * f.value
			}
		}
	}
	for k := range z {
		z[k] = 1 / (1 + math.Exp(-z[k]))
	}
	return z
}

// write gives the model as its file holds it.
func (m *kindModel) write() string {
	var b strings.Builder
	b.WriteString("# feature")
	for _, k := range Kinds() {
		b.WriteString("\t" + k.Name)
	}
	b.WriteString("\n")
	names := make([]string, 0, len(m.weights))
	for name := range m.weights {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.WriteString(name)
		for _, w := range m.weights[name] {
			b.WriteString("\t" + strconv.FormatFloat(w, 'f', 3, 64))
		}
		b.WriteString("\n")
	}
	return b.String()
}
