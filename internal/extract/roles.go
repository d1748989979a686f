package extract

import "strings"

// roles are words of what somebody is, in lower case.
const roles = " director directors president editor chair chairman chairwoman founder co-founder correspondent spokesperson secretary professor reporter writer" +
	" journalist fellow researcher analyst manager adviser advisor officer coordinator lawyer executive senior deputy head chief staff bureau contributor author" +
	" directeur directrice président présidente rédacteur journaliste correspondant fondateur redakteur direktor" +
	" chefredakteur chefredakteurin vorsitzende vorsitzender gründer gründerin anwalt anwältin reporterin redakteurin journalistin diretor diretora professora redator redatora" +
	" editora jornalista advogado advogada director directora periodista abogado abogada redactor redactora fundador fundadora profesor profesora direttore direttrice" +
	" giornalista fondatore fondatrice avvocato avvocata директор редактор корреспондент корреспондентка юрист адвокат журналист журналистка основатель председатель" +
	" avocat avocate chercheur chercheuse rédactrice fondatrice correspondante attorney barrister chaplain president's ceo chairperson co-director co-editor columnist" +
	" scholar activist campaigner pastor bishop "

func hasRole(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if strings.Contains(roles, " "+strings.Trim(w, ",.()")+" ") {
			return true
		}
	}
	return false
}

const organisations = " news agency times post watch monitor today radio herald journal tribune daily weekly newsweek guardian mail press online forum television tv" +
	" rights international int'l intl foundation committee association network union institute service services frontiers council centre center group team staff magazine" +
	" media reporters editors newsroom desk editorial admin wave globe review bulletin telegraph gazette observer chronicle broadcasting newspaper report" +
	wires

// wires are news agencies that are named in brackets before a text.
const wires = " reuters ap afp dpa upi efe ansa tass xinhua interfax yonhap kyodo bloomberg anadolu asianews fides ucan irin cns ians pti ani rferl "

// isWire reports whether brackets name a news agency rather than a place.
func isWire(s string) bool {
	return strings.Contains(wires, " "+strings.ToLower(s)+" ") || isOrganisation(s)
}

// isOrganisation reports whether a name is that of an outlet or organisation.
func isOrganisation(s string) bool {
	return namesOrganisation(s) || isAcronym(s) && !strings.Contains(s, ".")
}

// namesOrganisation reports whether a word of a name says that it is that of an
// outlet or organisation.
func namesOrganisation(s string) bool {
	for w := range strings.FieldsSeq(strings.ReplaceAll(strings.ToLower(s), "’", "'")) {
		if strings.Contains(organisations, " "+strings.Trim(w, ",.()")+" ") {
			return true
		}
	}
	return false
}

// outletOf gives the outlet that a byline names: "for RFA Uyghur", or an
// organisation directly behind the name. What stands behind a role
// ("director of Org") is where somebody works, and not who published.
func outletOf(byline string) string {
	name := byline
	if n, yes := bylineName(byline); yes {
		name = n
	}
	_, rest := cutRole(name)
	if !hasRole(rest) {
		return organisationOf(byline)
	}
	role, outlet, _ := strings.Cut(rest, " for ")
	if words := strings.Fields(role); outlet == "" || !hasRole(words[len(words)-1]) {
		return ""
	}
	return organisationOf(byline)
}

// organisationOf gives the organisation that a byline names: "for RFA Uyghur",
// "director of Org (ORG)", "Executive Director, Org".
func organisationOf(byline string) string {
	if name, yes := bylineName(byline); yes {
		byline = name
	}
	_, rest := cutRole(byline)
	rest, _, _ = strings.Cut(rest, " (")
	for {
		head, tail, comma := strings.Cut(rest, ", ")
		if !comma {
			break
		}
		if !hasRole(head) && isName(head) {
			rest = head
			break
		}
		rest = tail
	}
	for _, cue := range []string{"for ", "pour ", " of ", " at ", " for ", " de ", " du "} {
		if at := strings.Index(rest, cue); at >= 0 && (at == 0 || hasRole(rest[:at])) {
			rest = rest[at+len(cue):]
		}
	}
	rest = strings.Trim(rest, " .,")
	if rest == "" || !upperStart(rest) || hasRole(rest) || !isName(rest) || isKnownPlace(rest) {
		return ""
	}
	return rest
}
