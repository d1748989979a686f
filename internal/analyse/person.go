package analyse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// personalNames are forms that are first names or surnames as well.
var personalNames = set("Jordan Chad Georgia Israel Kenya Cuba Ireland Holland England Wales Malta Jersey Trinidad Montana Alberta Virginia Carolina " +
	"Washington Wellington Lincoln Houston Austin Dallas Paris Sofia Santiago Sydney Lima Florence Jos Milan Vienna Brooklyn Savannah Bristol Kingston " +
	"Adelaide Victoria Regina Hama Cali Kano Israël Guerrero Mendoza Rosario Salvador Valencia Braga Beira Porto Madeira Bahia Santana Bayern Van")

// beside are words with capitals that stand before or behind territories and
// not beside people's names.
var beside = set("in from to of the and for with near across outside inside against between into at by on over under while after before as when if but or a an southern northern eastern western " +
	"central north south east west northeast northwest southeast southwest new old president king queen minister prime premier foreign former interior defence defense " +
	"river valley government police army ministry state states national supreme parliament court courts authorities embassy ambassador officials official " +
	"human rights law security military troops forces airlines border city island islands peninsula bureau office team chief leader general opposition church churches " +
	"governor mayor council university airport stadium hospital daily company bank group journalist journalists activist activists protest protests elections election war crisis attack attacks coup killings crackdown jails arrests frees releases bans denies " +
	"says said warns urges calls condemns rejects accuses sentences detains deports expels fines blocks raids signs sends seeks wants must will has is are was were may can should could did does not " +
	"press media news radio television tv online weekly january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
	"un eu us uk us-backed dc d state's united republic kingdom democratic islamic federal people's how why what where who whose all more most many some no its his her their our your my this that these those " +
	"mr mrs ms dr lawyer lawyers women men children family families christian christians muslim muslims hindu hindus buddhist catholic orthodox refugees migrants workers students teachers soldiers prisoners rebels")

// given are common first names, by which a name in a headline of capitals is
// known as a person's.
var given = set("michael john james robert david william richard joseph thomas charles daniel matthew anthony mark paul steven andrew george kenneth kevin brian edward ronald " +
	"timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander patrick jack dennis jerry tyler " +
	"mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah " +
	"stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela nicole katherine denzel barry vernon peter simon martin tom jim joe bob bill mike dave " +
	"jean pierre marie jacques michel andré philippe claire louis kerry booker martha jordan lamar chad")

func set(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// person reports whether a name that people bear too stands beside another
// name: "Michael Jordan", "Chad Smith".
func (s *scanner) person(begin, end int) bool {
	if before, at := s.wordBefore(begin); s.named(before, at) {
		if given[strings.ToLower(before)] || !s.opens(at) && !s.titled(begin) {
			return true
		}
	}
	behind, at := s.wordBehind(end)
	if !capitalised(behind) || capitals(behind) || beside[strings.ToLower(behind)] || strings.HasSuffix(behind, "ese") || strings.HasSuffix(behind, "ian") {
		return false
	}
	return !s.titled(begin) && !s.means(at) && !strings.HasPrefix(s.text[end:], "'")
}

// named reports whether the word before a form may be a first name.
func (s *scanner) named(before string, at int) bool {
	return capitalised(before) && !capitals(before) && !beside[strings.ToLower(before)] && (s.previous == nil || s.until <= at)
}

func capitalised(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// means reports whether a form begins at a place: "Jordan Syria talks".
func (s *scanner) means(at int) bool {
	met := false
	s.walk(s.text, at, 0, func(int, []int32) { met = true })
	return met
}

// opens reports whether a sentence begins at a place, where every word has a
// capital.
func (s *scanner) opens(at int) bool {
	before := strings.TrimRight(s.text[:at], " \t\r\"'“”‘’«»(")
	return before == "" || strings.ContainsRune(".!?:;\n—–", lastRune(before))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// headlineMax is the length in bytes from which a line is no headline.
const headlineMax = 200

// titled reports whether the words around a place are written with capitals as
// in a headline, so that a capital does not tell a name.
func (s *scanner) titled(at int) bool {
	from, to := max(0, at-headlineMax), min(len(s.text), at+headlineMax)
	from += strings.LastIndexAny(s.text[from:at], "\n.") + 1
	if i := strings.IndexByte(s.text[at:to], '\n'); i >= 0 {
		to = at + i
	}
	if to-from > headlineMax {
		return false
	}
	upper, all := 0, 0
	for w := range strings.FieldsSeq(s.text[from:to]) {
		if len(w) > 3 {
			all++
			if capitalised(strings.TrimLeft(w, "\"'“‘(")) {
				upper++
			}
		}
	}
	return all > 3 && upper == all
}

// wordBefore gives the word that one blank parts from a place, and where it begins.
func (s *scanner) wordBefore(at int) (word string, begin int) {
	if at == 0 || s.text[at-1] != ' ' {
		return "", at
	}
	end := at - 1
	for begin = end; begin > 0; {
		r, size := utf8.DecodeLastRuneInString(s.text[:begin])
		if s.letters.classOf(r) == noLetter && r != '-' {
			break
		}
		begin -= size
	}
	return s.text[begin:end], begin
}

// wordBehind gives the word that one blank parts from a place, and where it begins.
func (s *scanner) wordBehind(at int) (word string, begin int) {
	if at >= len(s.text) || s.text[at] != ' ' {
		return "", at
	}
	begin = at + 1
	for end, r := range s.text[begin:] {
		if s.letters.classOf(r) == noLetter && r != '-' {
			return s.text[begin : begin+end], begin
		}
	}
	return s.text[begin:], begin
}
