package analyse

import (
	"math"
	"slices"
)

// KindSample is a text with the kinds of violation that a person gave it.
type KindSample struct {
	Input Input
	Kinds []string
}

// How the model is learned: AdaGrad over the samples in their order, so that
// the same samples give the same model.
const (
	trainRounds  = 60
	trainStep    = 0.2
	trainPenalty = 60.0 // L2
	rareFeature  = 4    // features of fewer samples are left out
)

// TrainKinds learns the model of kinds from samples and gives it as its file
// holds it.
func TrainKinds(samples []KindSample) string { return trainKinds(samples).write() }

func trainKinds(samples []KindSample) *kindModel {
	m := &kindModel{weights: map[string][]float64{}, kinds: len(Kinds())}
	x := make([][]feature, len(samples))
	met := map[string]int{}
	for i, s := range samples {
		b, all := gather(s.Input)
		x[i] = features(b, all, len(s.Input.Text))
		for _, f := range x[i] {
			met[f.name]++
		}
	}
	for i := range x {
		x[i] = slices.DeleteFunc(x[i], func(f feature) bool { return met[f.name] < rareFeature })
	}
	for name, n := range met {
		if n >= rareFeature {
			m.weights[name] = make([]float64, m.kinds)
		}
	}
	for k, kind := range Kinds() {
		m.learn(k, x, func(i int) bool { return slices.Contains(samples[i].Kinds, kind.Name) })
	}
	return m
}

// learn fits the weights of one kind.
func (m *kindModel) learn(k int, x [][]feature, is func(sample int) bool) {
	steps := map[string]float64{}
	for range trainRounds {
		for i, sample := range x {
			z := 0.0
			for _, f := range sample {
				z += m.weights[f.name][k] * f.value
			}
			miss := 1 / (1 + math.Exp(-z))
			if is(i) {
				miss--
			}
			for _, f := range sample {
				w := &m.weights[f.name][k]
				g := miss * f.value
				if f.name != "bias" {
					g += trainPenalty * *w / float64(len(x))
				}
				steps[f.name] += g * g
				*w -= trainStep * g / math.Sqrt(steps[f.name]+1e-6)
			}
		}
	}
}
