package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// nobody are words that no person's name has, and that credit nobody.
const nobody = " author authors admin administrator editor guest unknown anonymous author: by contributor contributors published updated posted read min minutes more about view all posts" +
	" newsroom company home search menu share login log-in member sign strategy lead reviewer reviewed" +
	" full bio us weitere artikel beiträge vielen dank über por says said sagt schreibt meint dice dit name profil profile type size list help tickets min. follow "

// bodies are words of names that are no person's, beside those of organisations.
const bodies = " gmbh inc inc. llc ltd ltd. e.v. verlag redaktion agenturen agencias agencies agentur agencia agence university society ministry department office club school college" +
	" company solutions insights redacción redaccion rédaction redazione redação редакция welle zeitung magazin blog official commerce verband stiftung community support gruppe" +
	" experience bild image presse press partner partners guide law firm clinic hospital health care "

// accounts are names of users that say nothing of who wrote.
const accounts = "|admin|administrator|oradmin|wpadmin|webadmin|root|user|author|authors|autor|webmaster|superuser|super user|site admin|website admin|editor|guest|unknown|anonymous|no author|none|null|undefined|n/a|default|by|"

// isPersonName: at most five words, no digits, nothing that is a role, an
// organisation or a label.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || isOrganisation(s) || hasRole(s) || strings.Contains(accounts, "|"+strings.ToLower(s)+"|") || strings.ContainsFunc(s, unicode.IsDigit) || strings.ContainsAny(s, "©®!?:") {
		return false
	}
	for _, w := range words {
		w = strings.ToLower(w)
		if strings.Contains(nobody+bodies, " "+w+" ") || isDayName(w) || months[w] > 0 && len(words) == 1 {
			return false
		}
	}
	return upperStart(s) && !startsWith(strings.ToLower(s), "the ", "der ", "die ", "das ")
}

// personal: like a person's name, also in scripts that put it into one word.
func personal(s string) bool {
	n := utf8.RuneCountInString(s)
	return personLike(s) || !hasCapitals(s) && n >= 2 && n <= 5 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.Han, unicode.Hangul) })
}

// creditIn gives who is credited in a naming that names no person: an agency, a
// team, an outlet, a user; empty where it is none of these.
func creditIn(a naming) string {
	s := oneLine(html.UnescapeString(a.text))
	s = strings.Trim(uncued(s), " ,:;|·*–—-")
	if a.place > classedAuthor && !isCredited(s) || a.place == classedAuthor && strings.ContainsFunc(s, unicode.IsDigit) {
		return ""
	}
	if utf8.RuneCountInString(s) > 60 || len(strings.Fields(s)) > 7 || endsSentence(s) || strings.ContainsAny(s, "@<>{}©→\n") || !strings.ContainsFunc(s, unicode.IsLetter) ||
		strings.Contains(accounts, "|"+strings.ToLower(s)+"|") {
		return ""
	}
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if isDayName(w) || strings.Contains(w, "www.") {
			return ""
		}
	}
	return s
}

// isCredited reports whether a text behind a cue names an agency, a team or an
// outlet.
func isCredited(s string) bool {
	if utf8.RuneCountInString(s) > 50 || !upperStart(s) || endsSentence(s) {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if strings.Contains(wires+" staff team newsroom desk reporters agencies agenturen agencias redaktion redacción rédaction редакция correspondent correspondents editors ", " "+strings.Trim(w, ",.()")+" ") {
			return true
		}
	}
	return false
}

// isUserName: "ana_invented", "ana.invented", "invented7".
func isUserName(s string) bool {
	return s != "" && !strings.Contains(s, " ") && (s == strings.ToLower(s) && hasCapitals(s) || strings.ContainsFunc(s, unicode.IsDigit))
}

// webCues stand before a name in the elements of pages.
var webCues = []string{"view all posts by ", "all posts by ", "see all posts by ", "all articles by ", "more by ", "posted by ", "published by ", "zeige alle beiträge von ", "erstellt von ", "geschrieben von ",
	"verfasst von ", "gespeichert von ", "ein beitrag von ", "interview: ", "text: ", "rédigé par ", "publié par ", "escrito por ", "publicado por ", "scritto da ", "geschreven door ", "автор "}

// uncued takes the cue off a name.
func uncued(s string) string {
	if name, yes := bylineName(s); yes {
		return name
	}
	lower := strings.ToLower(s)
	for _, cue := range webCues {
		if strings.HasPrefix(lower, cue) && len(lower) == len(s) {
			return strings.TrimSpace(s[len(cue):])
		}
	}
	return s
}
