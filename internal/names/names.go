// Package names finds personal names in texts: names that somebody gives, in
// whatever script a text writes them, in another order, inflected or spelled in
// another way. It does no I/O and knows nobody: what a hit means is for a person.
//
// A name is compared word by word. Words are the same as written, when they
// are forms of one word (Russian cases), when a letter-by-letter transliteration
// makes them the same (Cyrillic and Latin, Chinese characters and pinyin), or
// when their consonants or sounds are alike (Arabic, Korean). The last is a
// guess, and a hit says so.
package names

// Entry is a name of somebody.
type Entry struct {
	Owner    string // who bears it: the id of a record
	Text     string // in one script
	Language string // BCP 47; empty when not known
	Alone    bool   // it is not a family name with a given one: a pseudonym or alias, looked for as a whole
}

// How says how the words of a hit are like those of the name; the smaller the
// surer.
type How uint8

// The ways in which words are alike.
const (
	Written        How = iota // the same letters; capitals, accents and order make no difference
	Inflected                 // a form of the same word
	Transliterated            // the same word in the letters of another script, or another usual spelling
	Likely                    // alike in sound or consonants: many names are
)

// Part says how much of the name a text has.
type Part uint8

// The parts of a name.
const (
	Whole  Part = iota // given and family name, and all else but a patronymic
	Some               // two words of more, or an initial for the given name
	Family             // the family name alone
)

// Hit is a place in a text that may name an owner, in code points, End
// exclusive.
type Hit struct {
	Owner  string
	Name   string // the entry's text
	Begin  int
	End    int
	Words  string // of the text
	How    How
	Part   Part
	Native bool // the text has the name in a script other than Latin
	Common bool // many people bear such a name
	Shared bool // other owners are meant as well as this one
	Count  int  // how many places there are
}

// better reports whether a hit says more than another one of the same owner.
func (h Hit) better(o Hit) bool {
	if h.Part != o.Part {
		return h.Part < o.Part
	}
	return h.How < o.How
}
