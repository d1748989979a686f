package speech

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/analyse/wordmap"
	"rightsdesk/internal/geo"
)

// class says what a word may be.
type class uint64

const (
	say        class = 1 << iota // a verb of saying in a finite form
	weak                         // one that needs words between marks: "called it “…”"
	participle                   // "saying"
	pastForm                     // may be a passive's participle: "was told"
	noun                         // also a noun: "reports", "claims"
	he                           // a man or anybody
	she
	it
	they
	self // I, we, you
	relative
	determiner
	and       // joins clauses and nouns
	clause    // begins a clause: when, because
	that      // begins what is said
	preposing // a preposition
	of        // one that goes on with a noun: of, for, from, at
	auxiliary // and other verbs that are no saying
	be
	adverb
	role         // spokesman, minister: before a name or for one
	title        // Mr, Dr
	organisation // ministry, court, union
	particle     // de, bin: inside names
	notName      // with a capital, but no name: Monday
	male
	female
	short    // no sentence ends behind its point
	place    // street, province: no person
	to       // the infinitive's
	accords  // "according to", "selon": a speaker follows
	land     // a territory, a city, a people
	kin      // daughter, lawyer, aide: somebody's, who is not meant
	document // statement, letter: its author speaks
	reply    // answer, words: what is said
	these    // that, such: points at what was said
	work     // book, word, ship: its name follows between marks
	as       // "described it as “…”"
	naming   // known, so-called: a name follows between marks
)

// anyPronoun are the words that stand for a speaker.
const anyPronoun = he | she | it | they | self

// wordInfo is what a language knows of a word.
type wordInfo struct {
	class  class
	stance Stance
}

// order is where a language has its speakers.
type order uint8

const (
	svo order = iota // before the verb, behind it after a quotation
	vso              // Arabic: behind the verb
	sov              // Korean: far before it
	han              // Chinese: before it, without blanks
)

// tongue is what speech is known by in one language.
type tongue struct {
	language   string
	order      order
	elides     bool // French: articles end at an apostrophe
	nouns      bool // German: nouns have capitals, a capital tells no name
	drops      bool // Spanish: a verb needs no subject
	covered    bool
	words      map[string]wordInfo // while they are read
	vocabulary wordmap.Map[wordInfo]
	places     map[string]bool // names of territories and cities of several words
	says       []string        // Chinese and Korean: what says that somebody speaks
}

// look gives what is known of a word, whatever its case.
func (t *tongue) look(word string) wordInfo {
	var buffer [48]byte
	if len(word) > len(buffer)-4 {
		return wordInfo{}
	}
	if small(word) {
		return t.of(word)
	}
	n := 0
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			buffer[n] = c
			n, i = n+1, i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if r = fold(r); r >= 0 {
			if n+4 > len(buffer) {
				return wordInfo{}
			}
			n += utf8.EncodeRune(buffer[n:n+4], r)
		}
	}
	return t.of(string(buffer[:n]))
}

// small reports whether all letters of a word are small ones of ASCII.
func small(word string) bool {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// of gives what is known of a word that is folded.
func (t *tongue) of(word string) wordInfo {
	info, known := t.vocabulary.Get(word)
	if !known && t.nouns {
		return t.compound(word)
	}
	return info
}

// compound gives what the end of a German noun tells: "Innenminister", and in
// the genitive "Anwalts".
func (t *tongue) compound(word string) wordInfo {
	if bare := strings.TrimSuffix(strings.TrimSuffix(word, "s"), "e"); len(word)-len(bare) > 0 && len(bare) > 3 {
		if info, known := t.vocabulary.Get(strings.TrimSuffix(word, "s")); known {
			return wordInfo{class: info.class & nominals}
		}
		if info, known := t.vocabulary.Get(bare); known {
			return wordInfo{class: info.class & nominals}
		}
	}
	for i := range word {
		if i < 3 || len(word)-i < 4 {
			continue
		}
		if info, _ := t.vocabulary.Get(word[i:]); info.class&nominals != 0 {
			return wordInfo{class: info.class & nominals}
		}
	}
	return wordInfo{}
}

// nominals are the classes that a German noun has in each of its forms.
const nominals = role | organisation | kin | document | reply

// fold gives the letter under which letters that differ little are kept.
func fold(r rune) rune {
	switch r {
	case '’':
		return '\''
	case 'ё', 'Ё':
		return 'е'
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ـ':
		return -1
	}
	if r >= 0x64b && r <= 0x652 {
		return -1
	}
	return unicode.ToLower(r)
}

// regions adds the names of territories, cities and peoples.
func (t *tongue) regions(forms []geo.Form) {
	language := t.language
	if language == "es" || language == "de" {
		language = "en"
	}
	for _, f := range forms {
		switch {
		case f.Lang != language:
		case !strings.Contains(f.Text, " "):
			t.add(land, f.Text)
		default:
			if t.places == nil {
				t.places = map[string]bool{}
			}
			t.places[f.Text] = true
		}
	}
}

// add gives words a class.
func (t *tongue) add(c class, list string) { t.stance(c, Asserts, list) }

// stance gives words of saying a class and a stance.
func (t *tongue) stance(c class, s Stance, list string) {
	for w := range strings.FieldsSeq(list) {
		folded := strings.Map(fold, w)
		info := t.words[folded]
		info.class |= c
		if s != Asserts {
			info.stance = s
		}
		t.words[folded] = info
	}
}

// tongues make those that are covered, each at its first use.
var tongues = map[string]func() *tongue{
	"en": once(english), "fr": once(french), "es": once(spanish), "de": once(german), "ru": once(russian), "ar": once(arabic), "zh": once(chinese), "ko": once(korean),
}

func once(fill func(*tongue)) func() *tongue {
	return sync.OnceValue(func() *tongue {
		t := &tongue{words: map[string]wordInfo{}, covered: true}
		fill(t)
		t.pointing()
		if t.order == svo {
			t.regions(geo.Forms())
		}
		t.vocabulary, t.words = wordmap.New(t.words), nil
		return t
	})
}

// tongueOf gives the tongue of a text; one that is not covered knows no word.
func tongueOf(language, text string) *tongue {
	language, _, _ = strings.Cut(strings.ToLower(language), "-")
	if language == "" {
		language = scriptLanguage(text)
	}
	if made := tongues[language]; made != nil {
		return made()
	}
	return &tongue{language: language}
}

// scriptSample is how many letters are looked at to know a text's script.
const scriptSample = 300

// scriptLanguage tells a language by its script: the one of those covered that
// is met most.
func scriptLanguage(text string) string {
	count, n := map[string]int{}, 0
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case r < 0x250:
			count["en"]++
		case r >= 0x400 && r < 0x530:
			count["ru"]++
		case r >= 0x600 && r < 0x700:
			count["ar"]++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			return "ja"
		case unicode.Is(unicode.Hangul, r):
			count["ko"]++
		case unicode.Is(unicode.Han, r):
			count["zh"]++
		}
		if n++; n == scriptSample {
			break
		}
	}
	for language, c := range count {
		if c*2 > n {
			return language
		}
	}
	return ""
}
