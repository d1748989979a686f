package analyse

import (
	"embed"
	"fmt"
	"path"
	"strconv"
	"strings"
	"sync"
)

//go:embed data
var data embed.FS

// Axis is one of the four axes of the taxonomy, or communities.
type Axis string

// The axes on which texts are classified. Rights follow from acts and themes.
const (
	AxisAct       Axis = "act"
	AxisTheme     Axis = "theme"
	AxisGroup     Axis = "group"
	AxisCommunity Axis = "community"

	axisSign Axis = "sign" // what only the model of kinds looks at
)

// cue is what some words of one language speak for, and how strongly: 4 says
// it, 2 is often said beside it, 1 only hints at it. Cues without an axis keep
// other words from being misread.
type cue struct {
	axis   Axis
	id     string
	weight float64
	number int32 // of the term, in terms
}

// term is what cues speak for.
type term struct {
	axis Axis
	id   string
}

// cues finds the words of one language that speak for terms.
type cues struct {
	letters  *letters
	trie     *trie
	list     []cue
	root     [small]int32
	triples  [latin * latin * latin]int32 // the nodes of three letters from a to z, so that most words cost one look
	anywhere bool                         // words have no blanks between them, or are written together
	scope    scope
}

// cueBook holds the cues of all languages and the terms they speak for.
type cueBook struct {
	terms     []term
	features  [][]string // by term, for the model of kinds
	number    map[term]int32
	languages map[string]*cues
}

// cueLanguages are those that cues are written for.
var cueLanguages = []string{"en", "fr", "ru", "ar", "es", "zh", "ko"}

var cueBookOf = sync.OnceValue(newCueBook)

func newCueBook() *cueBook {
	b := &cueBook{number: map[term]int32{}, languages: map[string]*cues{}}
	for _, language := range cueLanguages {
		c, err := b.read(language)
		if err != nil {
			panic(err) // the file is part of the program
		}
		b.languages[language] = c
	}
	return b
}

// read reads the cues of a language.
func (b *cueBook) read(language string) (*cues, error) {
	file := path.Join("data", "cues", language+".txt")
	text, err := data.ReadFile(file)
	if err != nil {
		return nil, err
	}
	c := &cues{letters: lexiconOf().letters, anywhere: language == "zh" || language == "ko", scope: scopeOf(language)}
	reader := cueReader{book: b, cues: c}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		if err := reader.line(strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", file, n, err)
		}
	}
	c.trie = newTrie(reader.patterns)
	for r := range c.root {
		c.root[r] = c.trie.child(0, rune(r))
	}
	for one := range rune(latin) {
		c.enterAt(one, c.root['a'+one])
	}
	return c, nil
}

// enterAt notes the nodes that the letters behind a first one lead to. Where a
// pattern ends with two letters the walk has to begin with them: shortPattern.
func (c *cues) enterAt(one rune, n int32) {
	if n == 0 {
		return
	}
	for two := range rune(latin) {
		next := c.trie.child(n, 'a'+two)
		if next == 0 {
			continue
		}
		short := c.trie.nodes[next].ends > 0
		for three := range rune(latin) {
			at := &c.triples[(one*latin+two)*latin+three]
			if *at = c.trie.child(next, 'a'+three); short {
				*at = shortPattern
			}
		}
	}
}

// shortPattern stands for a node where the walk begins with the first letter.
const shortPattern = -1

// cueReader reads lines into cues.
type cueReader struct {
	book     *cueBook
	cues     *cues
	patterns []pattern
}

// line reads "axis id weight: pattern, pattern"; "-: pattern" holds words that
// speak for nothing.
func (r *cueReader) line(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	head, list, found := strings.Cut(line, ":")
	if !found {
		return fmt.Errorf("no colon in %q", line)
	}
	k, err := r.head(strings.Fields(head))
	if err != nil {
		return err
	}
	r.cues.list = append(r.cues.list, k)
	for p := range strings.SplitSeq(list, ",") {
		for _, form := range alternatives(strings.TrimSpace(p)) {
			key := r.key(form)
			if len(key) < 3 || key[1] < ' ' { // enter looks at two letters
				return fmt.Errorf("a pattern that is empty or begins with a single letter in %q", line)
			}
			r.patterns = append(r.patterns, pattern{key, int32(len(r.cues.list) - 1)})
		}
	}
	return nil
}

func (r *cueReader) head(fields []string) (cue, error) {
	if len(fields) == 1 && fields[0] == "-" {
		return cue{}, nil
	}
	if len(fields) != 3 {
		return cue{}, fmt.Errorf("%v is not axis, id, weight", fields)
	}
	weight, err := strconv.ParseFloat(fields[2], 64)
	if err != nil || weight <= 0 || weight > 4 {
		return cue{}, fmt.Errorf("the weight %q is not from 0 to 4", fields[2])
	}
	t := term{Axis(fields[0]), fields[1]}
	n, known := r.book.number[t]
	if !known {
		n = int32(len(r.book.terms))
		r.book.number[t] = n
		r.book.terms = append(r.book.terms, t)
		r.book.features = append(r.book.features, featureNames(t))
	}
	return cue{t.axis, t.id, weight, n}, nil
}

// alternatives writes out the choices "(a|b)" of a pattern.
func alternatives(p string) []string {
	before, rest, found := strings.Cut(p, "(")
	if !found {
		return []string{strings.Join(strings.Fields(p), " ")}
	}
	choice, behind, _ := strings.Cut(rest, ")")
	var out []string
	for a := range strings.SplitSeq(choice, "|") {
		out = append(out, alternatives(before+a+behind)...)
	}
	return out
}

// The labels of a word's end in the trie of cues.
const (
	wordEnd  = rune(whole)
	wordRest = rune(anywhere) // whatever is left of the word
)

// key writes a pattern as the trie takes it. In languages without blanks
// between words a pattern may end anywhere.
func (r *cueReader) key(p string) string {
	l := r.cues.letters
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(p, func(c rune) bool { return c != '*' && l.classOf(c) == noLetter }) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		stem, open := strings.CutSuffix(w, "*")
		b.WriteString(l.foldString(stem))
		if open || r.cues.anywhere {
			b.WriteRune(wordRest)
		} else {
			b.WriteRune(wordEnd)
		}
	}
	return b.String()
}
