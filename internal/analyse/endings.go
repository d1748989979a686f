package analyse

import "strings"

// ending is a rule for what may stand between the part of a form that does not
// change and the end of the word. Its value is the label of an edge of the
// trie, below every letter.
type ending rune

const (
	whole        ending = iota + 1 // nothing
	anywhere                       // the word has no end: Chinese
	enPlural                       // Kazakh, Kazakhs
	frFemale                       // russe, russes; iranien, iranienne
	ruAdjective                    // российск-ий, -ого …
	ruPeople                       // россиян-е, -ин; украинц-ы, -ев
	ruA                            // Москв-а
	ruYa                           // Росси-я
	ruShort                        // Кита-й
	ruSoft                         // Беларус-ь, Кремл-ь
	ruPlural                       // Филиппин-ы
	ruHard                         // Иран
	ruNeuter                       // Косов-о
	ruCollective                   // Приморь-е
	arNisba                        // روسي، روسية، روسيون
	koShort                        // a name of two syllables with its particles
	koLong                         // a longer one, with whatever is written onto it
	oEnding                        // chilen-o, -a, -os, -as: Spanish, Portuguese
	plainEnding                    // francés, francesa, franceses
	vowelEnding                    // iraní, iraníes
	aoEnding                       // alem-ão, -ã, -ães
	deName                         // Iran, Irans
	deAdjective                    // iranisch-er
	dePeople                       // Iraner, Iranerin
	dePeopleE                      // Chines-e, -en, -in
	trName                         // Suriye, Suriyeli; Rus, Ruslar
	faName                         // ایران، ایرانی
	lastEnding
	article ending = 30 // stands at the beginning: the Arabic article is to precede
)

// endingLists are the endings as Russian and Arabic grammar give them.
var endingLists = map[ending]string{
	enPlural:     "- s",
	frFemale:     "- e s es ne nes",
	ruAdjective:  "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ей ых их ыми ими о",
	ruPeople:     "- а у ом ем е ы и ов ев ей ам ям ами ями ах ях ин ина ину ином ине ка ки ке ку кой ок",
	ruA:          "а ы и е у ой ою",
	ruYa:         "я и е ю ей ею",
	ruShort:      "й я ю ем е",
	ruSoft:       "ь я и ю ем ём ью е",
	ruPlural:     "ы - ов ам ами ах",
	ruHard:       "- а у ом ем е",
	ruNeuter:     "о а у ом е",
	ruCollective: "е я ю ем",
	arNisba:      "- ة ون ين ان ات ا تان تين",
	oEnding:      "o a os as",
	plainEnding:  "- a es as is",
	vowelEnding:  "- s es",
	aoEnding:     "ão ã ães ãos ãs",
	deName:       "- s",
	deAdjective:  "- e er es en em",
	dePeople:     "- n en s e in innen",
	dePeopleE:    "e en er in innen",
	trName: "- li lu lar ler larin lerin lari leri liler lular lilerin lularin lileri lulari linin lunun liyi luyu in un nin nun i u yi yu " +
		"e a ye ya den dan ten tan de da te ta yla yle la le",
	faName: "- ی یان یها یهای ها های ان یی",
}

// koParticles are the syllables with which what is written onto a short Korean
// name begins: particles, and words for its people, state and goods.
const koParticles = "은는이가을를의에와과도로으만측인정군산내계발행및까부조처보"

// endings holds the folded endings of each rule.
type endings [lastEnding]map[string]bool

func newEndings(l *letters) *endings {
	var e endings
	for rule, list := range endingLists {
		e[rule] = map[string]bool{}
		for s := range strings.FieldsSeq(list) {
			e[rule][l.foldString(strings.Trim(s, "-"))] = true
		}
	}
	return &e
}

// russianRules are the rules for the nominative's ending, the first that fits.
var russianRules = []struct {
	suffix string
	rule   ending
}{{"ово", ruNeuter}, {"ево", ruNeuter}, {"ье", ruCollective}, {"а", ruA}, {"я", ruYa}, {"й", ruShort}, {"ь", ruSoft}, {"ы", ruPlural}}

const (
	russianAdjectives = "ая яя ый ий ой ое ее ые ие"
	russianConsonants = "бвгджзклмнпрстфхцчшщ"
	letterBytes       = 2 // a Cyrillic or Arabic letter in UTF-8
)

// russian gives the part of a word of a name, in lower case and nominative,
// that does not change, and the rule for its endings.
func russian(word string, beforeNoun bool) (stem string, rule ending) {
	if beforeNoun {
		for e := range strings.FieldsSeq(russianAdjectives) {
			if stem, is := strings.CutSuffix(word, e); is && len(stem) >= 3*letterBytes {
				return stem, ruAdjective
			}
		}
	}
	if len(word) < 3*letterBytes {
		return word, whole
	}
	for _, r := range russianRules {
		if strings.HasSuffix(word, r.suffix) && len(word) > 3*letterBytes {
			return word[:len(word)-letterBytes], r.rule
		}
	}
	if strings.Contains(russianConsonants, word[len(word)-letterBytes:]) {
		return word, ruHard
	}
	return word, whole
}
