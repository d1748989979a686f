package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// people gives the people that stand in a byline without its cue.
func people(s string) []string {
	var out []string
	for _, part := range splitPeople(s) {
		part, _ = cutRole(part)
		if part = cleanName(part); part == "" || utf8.RuneCountInString(part) > 60 || strings.ContainsAny(part, "@/<>\\") {
			continue
		}
		if !slices.Contains(out, part) && !isOrganisation(part) {
			out = append(out, part)
		}
	}
	return out
}

func cleanName(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range bylineEnds {
		s = strings.TrimSuffix(s, w)
	}
	s = strings.Trim(s, " ,:;|·*–—-")
	if fields := strings.Fields(s); len(fields) > 0 && !isInitial(fields[len(fields)-1]) {
		s = strings.TrimRight(s, ". ")
	}
	return s
}

// joiners stand between two people.
var joiners = []string{" and ", " & ", " et ", " und ", " y ", " и ", " و ", " 및 ", "、", "，", "،", "; ", " with ", " avec ", " AND "}

// shortJoiners mean something else in other languages: they join only what is
// written like whole names.
var shortJoiners = []string{" e ", " ed ", " ve ", " i ", " en ", " och ", " og ", " dan ", " na ", " та ", " și "}

// splitPeople splits a list of people. Behind a role or an organisation another
// person follows only after a comma ("A. B., staff writer, and C. D. in Bonn"):
// "director of Peace and Justice" is one. At commas alone it splits only where
// "and" shows that it is a list.
func splitPeople(s string) []string {
	out := []string{s}
	for _, j := range slices.Concat(joiners, shortJoiners) {
		for i := 0; i < len(out); i++ {
			before, after, found := cutPeople(out[i], j)
			if found {
				out = slices.Replace(out, i, i+1, before, after)
			}
		}
	}
	if len(out) == 1 {
		return out
	}
	var all []string
	for _, part := range out {
		if commaRole(part) > 0 && !allPeople(strings.Split(part, ", ")) {
			all = append(all, part)
		} else {
			all = append(all, strings.Split(part, ", ")...)
		}
	}
	return all
}

// cutPeople cuts at the first joiner that stands between two people.
func cutPeople(s, joiner string) (before, after string, found bool) {
	for from := 0; ; {
		at := strings.Index(s[from:], joiner)
		if at < 0 {
			return s, "", false
		}
		at += from
		before, after = s[:at], strings.TrimSpace(s[at+len(joiner):])
		name, _ := cutRole(after)
		list := strings.Split(strings.TrimSuffix(before, ","), ", ")
		switch {
		case !upperStart(after), slices.Contains(shortJoiners, joiner) && !(personLike(before) && personLike(name)):
		case len(list) == 1 && bareName(before), allPeople(list), strings.HasSuffix(before, ",") && personLike(name), !hasCapitals(s):
			return strings.TrimSuffix(before, ","), after, true
		}
		from = at + len(joiner)
	}
}

// bareName: no role and no organisation stands behind a name.
func bareName(s string) bool {
	_, rest := cutRole(s)
	return rest == "" || !hasRole(rest)
}

func allPeople(list []string) bool {
	for _, s := range list {
		if !personLike(s) {
			return false
		}
	}
	return true
}

// hasCapitals: a script that has none tells nothing about names.
func hasCapitals(s string) bool { return strings.ToLower(s) != strings.ToUpper(s) }

// cutRole cuts a name before a role, an organisation, a place or a bracket.
func cutRole(s string) (name, rest string) {
	at := len(s)
	for _, mark := range []string{" (", "（", " | ", " / ", " – ", " — ", " - ", " for ", " pour ", " in ", " @", " [", " • ", " More by ",
		" and staff", " and agencies", " and others", " and colleagues", " et agences", " y agencias", " und agenturen", " и агентства"} {
		if i := strings.Index(s[:at], mark); i > 0 {
			at = i
		}
	}
	if i := commaRole(s[:at]); i > 0 {
		at = i
	}
	for _, mark := range []string{" en ", " à ", " em ", " aus ", " из ", " в "} { // where they are no part of a name
		if i := strings.Index(s[:at], mark); i > 0 && isKnownPlace(s[i+len(mark):at]) {
			at = i
		}
	}
	return s[:at], strings.TrimLeft(s[at:], " ,|/–—-")
}

// commaRole gives where a role or an organisation begins behind a comma; -1
// where the comma stands in a list of people.
func commaRole(s string) int {
	at := strings.Index(s, ", ")
	if at < 0 {
		return -1
	}
	rest := s[at+2:]
	for _, j := range joiners[:7] {
		if before, after, ok := strings.Cut(rest, j); ok && personLike(strings.TrimSuffix(before, ",")) && upperStart(after) {
			return -1
		}
	}
	return at
}

// personLike: two to four words, each with a capital, none that names a role or
// an organisation.
func personLike(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || isOrganisation(s) {
		return false
	}
	for _, w := range words {
		if !upperStart(w) && !particle(w) {
			return false
		}
	}
	return !hasRole(s)
}

// who splits what stands before a date: an outlet, a place, or a byline with
// the outlet behind it and nothing between.
func (f *dateline) who(s string, opt Options) {
	s = withoutSource(s)
	name, behind, _ := strings.Cut(s, ", ")
	switch {
	case isByline(s):
		f.byline, f.outlet = splitByline(s, opt)
		f.outlet = first([]string{f.outlet, organisationOf(f.byline)})
	case behind != "" && personLike(name) && (opt.knows(behind) || namesOrganisation(behind)) && !opt.knows(s):
		f.byline, f.outlet = name, behind
	case s != "" && isPlace(s, opt):
		f.place, f.rule = s, "place-date"
	default:
		f.outlet = unquoted(s)
		if at := strings.LastIndex(s, ", "); at > 0 && isPlace(s[at+2:], opt) && !opt.knows(s) {
			f.outlet, f.place = unquoted(s[:at]), s[at+2:]
		}
	}
}

// splitByline splits "By W. F., director of Org The European Times": the outlet
// is one that the desk knows; or else what begins with "The", what stands
// behind an initial, or what follows two words and ends as outlets' names do.
func splitByline(s string, opt Options) (byline, outlet string) {
	for _, o := range opt.Outlets {
		if len(o) > len(outlet) && strings.HasSuffix(s, " "+o) {
			outlet = o
		}
	}
	if outlet != "" {
		return strings.TrimSpace(strings.TrimSuffix(s, outlet)), outlet
	}
	words := strings.Fields(s)
	for i := 2; i < len(words); i++ {
		tail := strings.Join(words[i:], " ")
		if !upperStart(words[i]) || !isName(tail) {
			continue
		}
		afterInitial := strings.HasSuffix(words[i-1], ".") && isInitial(words[i-1]) && !isInitial(words[i])
		if words[i] == "The" || afterInitial && !strings.Contains(tail, ",") || i >= 3 && isOrganisation(tail) && !hasComma(words[1:]) {
			return strings.Join(words[:i], " "), tail
		}
	}
	return s, ""
}

func hasComma(words []string) bool { return strings.Contains(strings.Join(words, " "), ",") }
