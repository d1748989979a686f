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
