package extract

import (
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// sheet holds what is known of the parts of a page, in their order, when it is
// decided which of them are the article.
type sheet struct {
	facts           []fact
	hashes          []words // of each part
	t, r, both, all float64 // words: of go-trafilatura, of readability, of both, of the page
	first, last     int     // the first and last long part that both libraries have; -1 for none
}

// fact is what is known of one part.
type fact struct {
	part
	around                                                                                                             around
	place                                                                                                              *place
	words                                                                                                              float64
	t, r                                                                                                               float64 // the shares of its words that the two libraries have too
	tAbove, rAbove                                                                                                     float64 // words above it that the libraries have
	commas, stops, capitals, digits                                                                                    float64
	steps, away                                                                                                        float64 // below the element with most of the text; else up to what holds both
	heading, sentence, title, untitled, repeated, bottom, related, byline, date, cue, credit, author, described, opens bool    // opens: the page's description is how it begins
	under                                                                                                              float64 // 1 below a heading that begins what is not the article, 0.5 below such a line
	calls                                                                                                              float64 // words that call the reader to do something
}

// place is what the parts have in common that stand in elements with the same
// names and classes.
type place struct{ n, words, t, r, letters, linked float64 }

// known is what a page says of itself, in letters only.
type known struct {
	title, description string
	authors            []string
}

// newSheet lays out what the parts themselves say.
func newSheet(parts []part, k known, now time.Time) *sheet {
	s := &sheet{facts: make([]fact, len(parts)), hashes: make([]words, len(parts))}
	seen := surroundings{map[*html.Node]around{}, map[string]classed{}}
	main := mainElement(parts)
	repeats := map[string]int{}
	for i, p := range parts {
		repeats[p.text]++
		s.hashes[i] = hashes(p.text)
		f := fact{part: p, words: float64(len(s.hashes[i])), around: seen.of(p.at)}
		f.steps, f.away = distance(p.at, main)
		f.marks()
		f.lexical(k, now)
		s.facts[i] = f
	}
	for i := range s.facts {
		s.facts[i].repeated = repeats[s.facts[i].text] > 1
	}
	s.sections()
	return s
}

// ask adds what the two libraries take for the article.
func (s *sheet) ask(t, r runs) {
	s.t, s.r, s.both, s.all, s.first, s.last = 0, 0, 0, 0, -1, -1
	places := map[string]*place{}
	inT, inR := shares(s.hashes, t), shares(s.hashes, r)
	for i := range s.facts {
		f := &s.facts[i]
		f.t, f.r = inT[i], inR[i]
		at := f.around.path + " " + f.tag
		if places[at] == nil {
			places[at] = &place{}
		}
		f.place = places[at]
		f.place.add(f)
		s.add(f, i)
	}
}

func (p *place) add(f *fact) {
	p.n++
	p.words += f.words
	p.t += f.words * f.t
	p.r += f.words * f.r
	p.letters += float64(f.letters)
	p.linked += float64(f.linked)
}

// add puts a part into the sums of the page.
func (s *sheet) add(f *fact, i int) {
	f.tAbove, f.rAbove = s.t, s.r
	s.t += f.words * f.t
	s.r += f.words * f.r
	s.both += f.words * min(f.t, f.r)
	s.all += f.words
	if f.t > 0.5 && f.r > 0.5 && f.letters > 80 {
		if s.first < 0 {
			s.first = i
		}
		s.last = i
	}
}

// bottomBelow is how long a paragraph must stand above a heading that begins
// what is not the article.
const bottomBelow = 100

// sections tells which parts stand below a heading that begins what is not the
// article, and which above the headline.
func (s *sheet) sections() {
	under, untitled, begun := 0.0, true, false
	for i := range s.facts {
		f := &s.facts[i]
		begun = begun || f.letters > bottomBelow && f.linkShare() < 0.5
		switch {
		case !begun: // "written by" above an article ends nothing
		case f.heading:
			under = float64(count(f.bottom))
		case f.bottom:
			under = max(under, 0.5)
		}
		untitled = untitled && !f.title
		f.under, f.untitled = under, untitled
	}
}

// marks counts letters and marks.
func (f *fact) marks() {
	f.heading, f.sentence = strings.HasPrefix(f.tag, "h"), endsSentence(f.text)
	for _, c := range f.text {
		switch {
		case strings.ContainsRune(",،，、", c):
			f.commas++
		case strings.ContainsRune(".!?。！？؟।", c):
			f.stops++
		case unicode.IsUpper(c):
			f.capitals++
		case unicode.IsDigit(c):
			f.digits++
		}
	}
}

// descriptionLeast is how many bytes a description has at least that says which
// part begins with it.
const descriptionLeast = 20

// lexical says what the words of a part are known for.
func (f *fact) lexical(k known, now time.Time) {
	lower := strings.ToLower(f.text)
	f.calls = callCount(lower)
	if utf8.RuneCountInString(f.text) > footerLetters {
		return
	}
	letters := lettersOnly(f.text)
	f.title = k.title != "" && letters == k.title
	f.described = k.description != "" && letters == k.description
	f.opens = len(k.description) >= descriptionLeast && strings.HasPrefix(letters, k.description)
	for _, a := range k.authors {
		f.author = f.author || a != "" && strings.Contains(letters, a)
	}
	f.bottom, f.related, f.cue = bottomHeading(f.text), isRelated(f.text), footerKind(f.text) != ""
	f.byline, f.date, f.credit = isByline(f.text), hasDigit(f.text) && isDateLine(f.text, now), isCredit(lower)
}

// near gives the mean of a value over the parts around, weighted by their words.
func (s *sheet) near(i int, of func(*fact) float64) float64 {
	sum, n := 0.0, 0.0
	for j := max(0, i-3); j <= min(len(s.facts)-1, i+3); j++ {
		w := min(30, s.facts[j].words)
		sum += w * of(&s.facts[j])
		n += w
	}
	return sum / max(n, 1)
}

// beside gives the part before or behind another; an empty one at the ends.
func (s *sheet) beside(i int) *fact {
	if i < 0 || i >= len(s.facts) {
		return &fact{place: &place{}}
	}
	return &s.facts[i]
}

// linkShare gives the share of a part's letters that stand in links.
func (f *fact) linkShare() float64 { return float64(f.linked) / max(1, float64(f.letters)) }

// mainElement gives the lowest element that holds three fifths of the letters of
// paragraphs; nil for none.
func mainElement(parts []part) *html.Node {
	weight := map[*html.Node]int{}
	total := 0
	for _, p := range parts {
		if p.tag != "p" && p.tag != "li" || p.linked*2 > p.letters || p.letters < 60 {
			continue
		}
		total += p.letters
		for n := p.at; n != nil; n = n.Parent {
			weight[n] += p.letters
		}
	}
	var best *html.Node
	for _, p := range parts { // in the order of the page, so that it is the same each time
		for n := p.at; n != nil; n = n.Parent {
			if w := weight[n]; w > 0 && w*5 >= total*3 {
				if best == nil || w < weight[best] {
					best = n
				}
				break
			}
		}
	}
	return best
}

// distance gives how many steps a node is below the main element; for one
// outside, how many steps up from that the element is that holds both.
func distance(n, main *html.Node) (below, away float64) {
	for m := n; m != nil; m = m.Parent {
		if m == main {
			return math.Min(below, 10), 0
		}
		below++
	}
	for m := main; m != nil; m = m.Parent {
		if isUnder(n, m) {
			return 0, math.Min(away, 10)
		}
		away++
	}
	return 0, 10
}

func isUnder(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}
