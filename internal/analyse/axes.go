package analyse

import (
	"math"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/taxonomy"
)

// How evidence becomes a score from 0 to 1: weights by place, and how much
// makes a text about something. They were chosen by hand.
const (
	titleEvidence = 3.0
	leadEvidence  = 1.5

	enough      = 7.0  // evidence that gives a score of 1-1/e in a text of usual length
	hintScore   = 0.3  // at most, where cues only hint: a proposal to look at
	themeLeast  = 0.2  // what scores less is not said
	themeBeside = 0.27 // of the most certain theme, at least
	groupLeast  = 0.3
	groupBeside = 0.4 // of the most certain group
	actLeast    = 0.3
	clearTheme  = 0.55 // a theme whose rights are named
	partOfKind  = 0.25 // of the evidence for its kind, for an act beside the strongest
	knownLeast  = 0.3  // of communities
	rightFactor = 0.8
)

// Axes are the findings on the axes of the taxonomy, the most certain first.
type Axes struct {
	Themes, Acts, Rights, Groups, Communities []Scored

	spans map[term][]desk.Span
}

// weight sums evidence by place.
func (e *evidence) weight() float64 { return titleEvidence*e.title + leadEvidence*e.lead + e.body }

// score gives how sure it is that a text is about what the evidence says. A
// long text says many things by the way.
func (e *evidence) score(bytes int) float64 {
	long := math.Sqrt(math.Max(1, float64(bytes)/textLength))
	s := 1 - math.Exp(-e.weight()/(enough*long))
	if e.strongest == 1 {
		s = math.Max(themeLeast, math.Min(s, hintScore))
	}
	return s
}

// axesOf classifies a text.
func axesOf(in Input) Axes {
	b, all := gather(in)
	c := classifier{book: b, all: all, bytes: len(in.Text)}
	a := Axes{spans: map[term][]desk.Span{}}
	a.Acts = c.acts()
	a.Themes = c.themes(a.Acts)
	a.Groups = leading(c.plain(AxisGroup, groupLeast), groupBeside)
	a.Communities = c.plain(AxisCommunity, knownLeast)
	a.Rights = rights(a.Acts, a.Themes)
	for i, e := range all {
		if e != nil {
			a.spans[b.terms[i]] = e.spans
		}
	}
	return a
}

type classifier struct {
	book  *cueBook
	all   []*evidence
	bytes int
}

// of gives the evidence for a term; there is always some, even if empty.
func (c *classifier) of(axis Axis, id string) *evidence {
	if n, known := c.book.number[term{axis, id}]; known && c.all[n] != nil {
		return c.all[n]
	}
	return &evidence{}
}

// plain gives the terms of an axis whose evidence is enough by itself.
func (c *classifier) plain(axis Axis, least float64) []Scored {
	out := []Scored{}
	for i, t := range c.book.terms {
		if e := c.all[i]; t.axis == axis && e != nil {
			if s := e.score(c.bytes); s >= least {
				out = append(out, Scored{t.id, round(s)})
			}
		}
	}
	return ranked(out)
}

// themes gives the themes, to which the acts that were found speak too.
func (c *classifier) themes(acts []Scored) []Scored {
	out := []Scored{}
	for _, t := range taxonomy.Themes() {
		e := *c.of(AxisTheme, t.ID)
		if t.ID == religion {
			e = c.believers(e)
		}
		s := e.score(c.bytes)
		for _, a := range acts {
			if slices.Contains(themesOfAct[a.ID], t.ID) {
				s = 1 - (1-s)*(1-actToTheme*a.Score)
			}
		}
		if s >= themeLeast {
			out = append(out, Scored{t.ID, round(s)})
		}
	}
	return leading(ranked(out), themeBeside)
}

// leading leaves out what scores less than a share of the most certain finding:
// an editor files an article under few themes.
func leading(list []Scored, share float64) []Scored {
	return slices.DeleteFunc(list, func(s Scored) bool { return s.Score < share*list[0].Score })
}

// religion is the theme for which communities speak too, half as much.
const religion = "freedom-of-religion-or-belief"

// believers adds the evidence for the communities to that for their theme.
func (c *classifier) believers(e evidence) evidence {
	for i, t := range c.book.terms {
		if more := c.all[i]; t.axis == AxisCommunity && more != nil {
			e.title, e.lead, e.body = e.title+more.title/2, e.lead+more.lead/2, e.body+more.body/2
			e.strongest = math.Max(e.strongest, more.strongest/2)
		}
	}
	return e
}

// actToTheme is how much an act speaks for its theme.
const actToTheme = 0.5

// themesOfAct names the themes to which an act belongs by its nature.
var themesOfAct = map[string][]string{
	"detention-without-charge":            {"arbitrary-detention-and-fair-trial"},
	"arrest":                              {"arbitrary-detention-and-fair-trial"},
	"imprisonment":                        {"arbitrary-detention-and-fair-trial"},
	"conviction-and-sentence":             {"arbitrary-detention-and-fair-trial"},
	"prosecution":                         {"arbitrary-detention-and-fair-trial"},
	"enforced-disappearance":              {"enforced-disappearance"},
	"execution-or-death-sentence":         {"torture-and-death-penalty"},
	"torture-or-ill-treatment":            {"torture-and-death-penalty"},
	"forced-labour":                       {"forced-labour-and-trafficking"},
	"trafficking":                         {"forced-labour-and-trafficking"},
	"forced-renunciation-or-re-education": {"freedom-of-religion-or-belief"},
	"censorship-or-shutdown":              {"expression-and-media"},
	"expulsion-or-refoulement":            {"migrants-and-refugees"},
}

// rights gives the rights that acts and themes touch, as sure as they are.
func rights(acts, themes []Scored) []Scored {
	best := map[string]float64{}
	put := func(list []string, score float64) {
		for _, r := range list {
			best[r] = math.Max(best[r], score)
		}
	}
	for _, a := range acts {
		put(taxonomy.RightsOfAct(a.ID), rightFactor*a.Score)
	}
	for _, t := range themes {
		if t.Score >= clearTheme {
			put(taxonomy.RightsOfTheme(t.ID), rightFactor*t.Score)
		}
	}
	out := []Scored{}
	for id, s := range best {
		out = append(out, Scored{id, round(s)})
	}
	return ranked(out)
}

func round(s float64) float64 { return math.Round(100*s) / 100 }
