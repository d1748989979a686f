package public

import "strings"

// SubscribeLine is the line of a snippet that the site shows as its
// subscription form. It stands in a paragraph of its own.
const SubscribeLine = "{subscribe}"

// Counts lists the placeholders that FillCounts knows.
var Counts = []string{"{countries}", "{cases}", "{communities}", "{case_countries}"}

// FillCounts puts what the site counts in the place of the placeholders in a
// snippet's HTML: {countries} with anything public, {cases} documented,
// {communities} and {case_countries} that the cases belong to. The numbers are
// written by number, in the reader's language.
func FillCounts(html string, t Totals, number func(int) string) string {
	if !strings.Contains(html, "{") {
		return html
	}
	return strings.NewReplacer(Counts[0], number(t.Territories), Counts[1], number(t.Cases),
		Counts[2], number(t.Communities), Counts[3], number(t.CaseTerritories)).Replace(html)
}

// CutSubscribe cuts a snippet's HTML around its first SubscribeLine.
func CutSubscribe(html string) (before, after string, found bool) {
	return strings.Cut(html, "<p>"+SubscribeLine+"</p>")
}
