package analyse

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/geo"
)

// entry is what a place in a text means when a form stands there.
type entry struct {
	territory string // empty: a phrase that means none
	second    string // of a pair, what its second letter means
	kind      geo.FormKind
	capital   bool
	reading   *geo.Reading // what else it may mean
	language  string       // of the form; empty: any
	upper     bool         // begins with a capital
	acronym   bool         // is written in capitals: "US", "РФ"
	people    bool         // a Russian word for people: "немцы", but not "Немцов"
	personal  bool         // also a first name or surname: "Jordan"
	exact     string       // the form, where a word with other accents is another word: "Pará" and "para"
}

// lexicon finds the forms of geo in texts. It is made at first use.
type lexicon struct {
	letters  *letters
	endings  *endings
	trie     *trie
	entries  []entry
	patterns []pattern // while it is made
	root     [small]int32
	begins   beginnings
}

var lexiconOf = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{letters: newLetters()}
	l.endings = newEndings(l.letters)
	readings := map[[2]string]*geo.Reading{}
	for _, r := range geo.Readings() {
		readings[[2]string{r.Lang, r.Text}] = &r
		l.form(geo.Form{Text: r.Text, Lang: r.Lang, Kind: r.Kind, Capital: r.Capital, Territory: r.Of[0].Territory}, &r)
	}
	for _, f := range geo.Forms() {
		if readings[[2]string{f.Lang, f.Text}] == nil {
			l.form(f, nil)
		}
	}
	for _, p := range geo.Pairs() {
		l.add(entry{territory: p.First, second: p.Second, language: p.Lang}, l.keys(geo.Form{Text: p.Text, Lang: p.Lang}))
	}
	l.trie = newTrie(l.patterns)
	l.begins = newBeginnings(l.patterns, l.entries)
	l.patterns = nil
	for r := range l.root {
		l.root[r] = l.trie.child(0, rune(r))
	}
	return l
}

func (l *lexicon) form(f geo.Form, r *geo.Reading) {
	first, _ := utf8.DecodeRuneInString(f.Text)
	e := entry{territory: f.Territory, kind: f.Kind, capital: f.Capital, reading: r, language: f.Lang}
	e.acronym = acronym(f.Text)
	e.upper = unicode.IsUpper(first)
	e.people = f.Lang == "ru" && f.Kind == geo.Demonym && !strings.HasSuffix(f.Text, "ск") && !strings.HasSuffix(f.Text, "цк")
	e.personal = personalNames[f.Text]
	if exactly(f) {
		e.exact = f.Text
	}
	l.add(e, l.keys(f))
}

// exactMax is the length in letters up to which accents tell words apart.
const exactMax = 5

// exactly reports whether a form must be written with its own accents: all in
// Vietnamese, short ones in other Latin languages.
func exactly(f geo.Form) bool {
	switch f.Lang {
	case "vi":
		return true
	case "es", "pt", "de", "tr":
		short := utf8.RuneCountInString(f.Text) <= exactMax && f.Kind != geo.Demonym
		return short && strings.ContainsFunc(f.Text, func(r rune) bool { return r >= utf8.RuneSelf })
	}
	return false
}

func (l *lexicon) add(e entry, keys []string) {
	l.entries = append(l.entries, e)
	for _, k := range keys {
		l.patterns = append(l.patterns, pattern{k, int32(len(l.entries) - 1)})
	}
}

// acronym reports whether a form is a short name in capitals.
func acronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.':
			return false
		}
	}
	return n >= 2 && n <= 5
}
