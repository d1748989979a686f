package analyse

import (
	"strings"
	"unicode/utf8"
)

// datelineReach is how far from the beginning of a text a dateline stands, in bytes.
const datelineReach = 60

// dated reports whether a name stands in the dateline of an agency report:
// "MOSCOW, March 3 (Agency) —", "Nairobi –".
func (s *scanner) dated(begin, end int) bool {
	if begin > datelineReach || s.paragraph > 0 {
		return false
	}
	line := s.text[:min(len(s.text), datelineReach+40)]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	for _, dash := range []string{" — ", " – ", " -- ", " - ", "– ", "— "} {
		if i := strings.Index(line, dash); i >= end && i-end < 40 && !strings.ContainsAny(line[:i], "?!:;\"“") {
			first, _ := utf8.DecodeRuneInString(line)
			return first != ' ' && begin < 30
		}
	}
	return false
}

// actorVerbs are what a capital does when it stands for its government.
var actorVerbs = set("said says has had would will wants wanted warned warns accused accuses denied denies rejected rejects urged urges called calls insists insisted " +
	"hopes demanded demands condemned condemns agreed agrees refused refuses announced announces claims claimed argues considers fears sees supports backs imposed imposes " +
	"a est dit demande accuse rejette dément annonce veut refuse exige condamne avait заявил заявила заявили требует обвинила обвиняет призвала отвергла осудила считает " +
	"dijo pide acusa rechaza exige condena niega advierte disse pede acusa rejeita exige condena nega fordert warnt kritisiert wirft lehnt sagt droht weist")

// speaking reports whether the word behind a capital makes it an actor.
func (s *scanner) speaking(end int) bool {
	if strings.HasPrefix(s.text[end:], "’s ") || strings.HasPrefix(s.text[end:], "'s ") {
		return true
	}
	behind, _ := s.wordBehind(end)
	return actorVerbs[behind]
}

// commentVerbs are what states do about what happens elsewhere.
var commentVerbs = set("imposed imposes sanctioned condemned condemns urged urges welcomed welcomes criticised criticises criticized criticizes blacklisted deplored summoned")

// commentReach is how many words may stand between a state and its verb: "on Thursday".
const commentReach = 3

// commenting reports whether a state that is named speaks of what happens
// elsewhere: "The United States on Thursday imposed sanctions".
func (s *scanner) commenting(end int) bool {
	for range commentReach {
		word, begin := s.wordBehind(end)
		if word == "" {
			return false
		}
		if commentVerbs[word] {
			return true
		}
		end = begin + len(word)
	}
	return false
}

// homeOf reports whether a place only tells where somebody is from or has an
// office: "London-based", "Leeds-born".
func (s *scanner) homeOf(end int) bool {
	rest := s.text[end:]
	return strings.HasPrefix(rest, "-based") || strings.HasPrefix(rest, "-born") || strings.HasPrefix(rest, "-headquartered") || strings.HasPrefix(rest, "-listed")
}

// hosts are what a place is named for that has no other part in what is reported:
// conferences, embassies, exile.
var hosts = set("conference summit meeting talks session forum congress embassy consulate ambassador exile headquarters seminar " +
	"conférence sommet réunion ambassade consulat exil siège conferencia cumbre reunión embajada consulado exilio sede " +
	"Konferenz Gipfel Treffen Botschaft Konsulat Exil Sitz Tagung конференции саммите встрече посольство посольстве консульство эмиграции")

var inWords = set("in at to à en au aux a bei zu в")

// hosting reports whether a place stands behind "conference in", "embassy in".
func (s *scanner) hosting(begin int) bool {
	in, at := s.wordBefore(begin)
	if !inWords[in] {
		return false
	}
	host, _ := s.wordBefore(at)
	return hosts[host]
}

// seats are cities that are no capitals and where bodies of many states sit, so
// that what is presented there happened elsewhere.
var seats = map[string]bool{
	"Geneva": true, "Genève": true, "Ginebra": true, "Genf": true, "Genebra": true, "Женева": true, "Женеве": true, "Женевы": true, "جنيف": true, "日内瓦": true, "제네바": true, "ژنو": true, "Cenevre": true, "Giơnevơ": true,
	"Strasbourg": true, "Strassburg": true, "Straßburg": true, "Estrasburgo": true, "Страсбург": true, "Страсбурге": true, "ستراسبورغ": true, "斯特拉斯堡": true,
	"The Hague": true, "La Haye": true, "La Haya": true, "Den Haag": true, "Haia": true, "Гаага": true, "Гааге": true, "لاهاي": true, "海牙": true, "헤이그": true,
	"New York": true, "Nueva York": true, "Nova York": true, "Нью-Йорк": true, "Нью-Йорке": true, "نيويورك": true, "纽约": true, "뉴욕": true,
}

// persons are people of whom it is told where they are from.
var persons = set("teacher volunteer journalist reporter doctor nurse researcher tourist citizen national passport aid worker missionary engineer diplomat lawmaker member " +
	"businessman businesswoman expert analyst professor historian player driver fisherman")

// native reports whether a word for one person stands behind the name of a
// people, which then tells where that person is from.
func (s *scanner) native(end int) bool {
	word, begin := s.wordBehind(end)
	if persons[word] {
		return true
	}
	next, _ := s.wordBehind(begin + len(word))
	return word != "" && persons[next]
}
