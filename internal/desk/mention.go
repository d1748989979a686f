package desk

import (
	"slices"
	"strings"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/names"
)

// MentionState is what became of a mention that was proposed.
type MentionState string

// The states of a mention.
const (
	MentionProposed MentionState = "proposed"
	MentionAccepted MentionState = "accepted"
	MentionRefused  MentionState = "refused" // it does not return
)

// Mention says that an article may mention a case. It is a finding: nothing
// follows from it in public, and a person decides it.
type Mention struct {
	ArticleID string
	CaseID    string
	State     MentionState
	Certain   bool     // nothing speaks for somebody else
	Reasons   []string // of MentionReasons, what speaks for it and against it
	Begin     int      // code points in the article's text
	End       int      // code points, exclusive
	Words     string   // as they stand in the text
	Count     int      // places
}

// MentionReasons are what a link can rest on or be doubted for, in the order in
// which people read them.
var MentionReasons = []string{
	"whole", "some", "family", "written", "inflected", "transliterated", "likely", "native",
	"same-territory", "other-territory", "same-community", "common", "shared", "before",
}

// MentionLine is a link with what a list says of its two ends.
type MentionLine struct {
	Mention
	CaseTitle     string
	CaseTerritory string
	CaseState     CaseState
	ArticleTitle  string
	Outlet        string
	Published     string // EDTF
	Stage         Stage
}

// Named is a case with what its names are compared in.
type Named struct {
	CaseID    string
	Kind      string
	Title     string
	Territory string
	Community string
	Since     string // EDTF, the first date of the case; empty when none is known
	Names     []Name
}

// NameList is all cases by their names, as of a version that rises when they change.
type NameList struct {
	Version int64
	Cases   []Named
}

// Entries gives the names to be looked for. A title counts as the name of a
// person when it is written like one.
func (n Named) Entries() []names.Entry {
	var out []names.Entry
	for _, name := range n.Names {
		out = append(out, names.Entry{Owner: n.CaseID, Text: name.Text, Language: name.Language, Alone: name.Kind != "main"})
	}
	if n.Kind == "person" && namelike(n.Title) && !slices.ContainsFunc(n.Names, func(x Name) bool { return x.Text == n.Title }) {
		out = append(out, names.Entry{Owner: n.CaseID, Text: n.Title})
	}
	return out
}

// namelike reports whether a title is two to four words with capitals, rather
// than a description of somebody who is not named.
func namelike(title string) bool {
	words := strings.Fields(title)
	return len(words) > 1 && len(words) < 5 && !slices.ContainsFunc(words, func(w string) bool { return w == strings.ToLower(w) || strings.ContainsAny(w, "0123456789()") })
}

// Around is what is known of an article whose names are looked for.
type Around struct {
	ArticleID   string
	Published   string   // EDTF
	Territories []string // found or decided
	Communities []string
}

// LinkOf judges whether an article mentions a case, from a place where one of
// its names stands; false where too little speaks for it. It is certain only
// with a whole name that few people bear, surely spelled, in the case's own
// territory, and no other case of that name. A wrong link can harm somebody, so
// everything else is only proposed, and likeness alone only in that territory.
func LinkOf(h names.Hit, c Named, a Around) (Mention, bool) {
	same := nearTerritory(c.Territory, a.Territories)
	doubtful := h.Part != names.Whole || h.How == names.Likely || h.Common
	if doubtful && !same || h.Part == names.Family && h.Shared {
		return Mention{}, false
	}
	early := before(a.Published, c.Since)
	l := Mention{ArticleID: a.ArticleID, CaseID: c.CaseID, State: MentionProposed, Begin: h.Begin, End: h.End, Words: h.Words, Count: h.Count}
	l.Certain = same && !doubtful && !h.Shared && !early
	say := func(is bool, reason string) {
		if is {
			l.Reasons = append(l.Reasons, reason)
		}
	}
	say(true, [...]string{"whole", "some", "family"}[h.Part])
	say(true, [...]string{"written", "inflected", "transliterated", "likely"}[h.How])
	say(h.Native, "native")
	say(same, "same-territory")
	say(!same && c.Territory != "", "other-territory")
	say(c.Community != "" && slices.Contains(a.Communities, c.Community), "same-community")
	say(h.Common, "common")
	say(h.Shared, "shared")
	say(early, "before")
	return l, true
}

// nearTerritory reports whether one of the territories is a case's own, or is
// administered with it.
func nearTerritory(own string, list []string) bool {
	t, known := geo.Find(own)
	return known && slices.ContainsFunc(list, func(id string) bool {
		other, _ := geo.Find(id)
		return id == own || slices.Contains(t.AdministeredBy, id) || slices.Contains(other.AdministeredBy, own)
	})
}

// before reports whether an article was published before a case began.
func before(published, since string) bool {
	p, err := edtf.Parse(published)
	s, other := edtf.Parse(since)
	return err == nil && other == nil && p.Last().Before(s.First)
}
