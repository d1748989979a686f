package desk

import (
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/names"
)

// TestLinkOf holds when a name links an article to a case for certain, when it
// is only proposed, and when it says too little. All people are invented.
func TestLinkOf(t *testing.T) {
	c := Named{CaseID: "c", Kind: "person", Territory: "RU", Community: "bahai", Since: "2019-05"}
	whole := names.Hit{Owner: "c", Begin: 3, End: 9, Words: "Пётр Вымыслов", Native: true, Count: 2}
	with := func(change func(*names.Hit)) names.Hit { h := whole; change(&h); return h }
	russia := Around{ArticleID: "a", Published: "2020-01-02", Territories: []string{"KZ", "RU"}, Communities: []string{"bahai"}}
	brazil := Around{ArticleID: "a", Published: "2020-01-02", Territories: []string{"BR"}}
	early := russia
	early.Published = "2018"
	for _, x := range []struct {
		name string
		hit  names.Hit
		at   Around
		want string
	}{
		{"whole name in its country", whole, russia, "certain whole written native same-territory same-community"},
		{"inflected", with(func(h *names.Hit) { h.How = names.Inflected }), russia, "certain whole inflected native same-territory same-community"},
		{"spelled otherwise", with(func(h *names.Hit) { h.How, h.Native = names.Transliterated, false }), russia, "certain whole transliterated same-territory same-community"},
		{"in another country", whole, brazil, "proposed whole written native other-territory"},
		{"it sounds alike", with(func(h *names.Hit) { h.How = names.Likely }), russia, "proposed whole likely native same-territory same-community"},
		{"it sounds alike elsewhere", with(func(h *names.Hit) { h.How = names.Likely }), brazil, "nothing"},
		{"a common name", with(func(h *names.Hit) { h.Common = true }), russia, "proposed whole written native same-territory same-community common"},
		{"a common name elsewhere", with(func(h *names.Hit) { h.Common = true }), brazil, "nothing"},
		{"of two cases", with(func(h *names.Hit) { h.Shared = true }), russia, "proposed whole written native same-territory same-community shared"},
		{"only the family name", with(func(h *names.Hit) { h.Part = names.Family }), russia, "proposed family written native same-territory same-community"},
		{"only the family name of two cases", with(func(h *names.Hit) { h.Part, h.Shared = names.Family, true }), russia, "nothing"},
		{"a part of the name elsewhere", with(func(h *names.Hit) { h.Part = names.Some }), brazil, "nothing"},
		{"before the case began", whole, early, "proposed whole written native same-territory same-community before"},
	} {
		got := "nothing"
		if l, ok := LinkOf(x.hit, c, x.at); ok {
			got = map[bool]string{true: "certain", false: "proposed"}[l.Certain] + " " + strings.Join(l.Reasons, " ")
			if l.State != MentionProposed || l.ArticleID != "a" || l.CaseID != "c" || l.Begin != 3 || l.Count != 2 {
				t.Errorf("%s: %+v", x.name, l)
			}
			for _, r := range l.Reasons {
				if !slices.Contains(MentionReasons, r) {
					t.Errorf("%s: nobody has words for %q", x.name, r)
				}
			}
		}
		if got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
	if l, ok := LinkOf(whole, Named{Territory: "UA-43"}, russia); ok && l.Certain {
		t.Errorf("of no territory that is known: %+v", l)
	}
}

// TestEntriesOfACase: a title is a name when it is written like one.
func TestEntriesOfACase(t *testing.T) {
	for title, want := range map[string]int{"Ivan Vymyslov": 2, "A pastor from Omsk": 1, "Ivan": 1, "Case 17": 1, "Nora Quarvellian": 1} {
		n := Named{Kind: "person", Title: title, Names: []Name{{Text: "Nora Quarvellian", Kind: "main"}}}
		if got := len(n.Entries()); got != want {
			t.Errorf("%s: %d names, want %d", title, got, want)
		}
	}
	if n := (Named{Kind: "group", Title: "Two Friends"}); len(n.Entries()) != 0 {
		t.Errorf("the title of a group is a name: %+v", n.Entries())
	}
}

func TestQuotationsAreDecided(t *testing.T) {
	q := Quotation{ID: "1", State: QuotationProposed, Words: "No.", Speaker: "she", Found: "she"}
	for _, x := range []struct {
		verb    Verb
		speaker string
		state   QuotationState
		who     string
		changes int
	}{{VerbAccept, "", QuotationAccepted, "she", 1}, {VerbRefuse, "", QuotationRefused, "she", 1}, {VerbCorrect, " Ann Example ", QuotationAccepted, "Ann Example", 2}, {VerbCorrect, "she", QuotationAccepted, "she", 1}} {
		got, changes, err := DecideQuotation(q, x.verb, x.speaker)
		if err != nil || got.State != x.state || got.Speaker != x.who || got.Found != "she" || len(changes) != x.changes {
			t.Errorf("%s: %+v, %+v, %v", x.verb, got, changes, err)
		}
	}
	for _, speaker := range []string{"", strings.Repeat("x", MaxSpeaker+1)} {
		if _, _, err := DecideQuotation(q, VerbCorrect, speaker); err == nil {
			t.Errorf("%.10q names somebody", speaker)
		}
	}
	if _, _, err := DecideQuotation(q, VerbErase, ""); err == nil {
		t.Error("a quotation is erased")
	}
}

// TestKeepQuotations: the same words twice are two quotations, and each keeps
// its decision.
func TestKeepQuotations(t *testing.T) {
	decided := []Quotation{{ID: "1", Words: "Yes.", Begin: 5, End: 9}, {ID: "2", Words: "Yes.", Begin: 50, End: 54}, {ID: "3", Words: "Gone.", Begin: 60, End: 65}}
	found := []Quotation{{ID: "4", Words: "Yes.", Begin: 5, End: 9}, {ID: "5", Words: "Yes.", Begin: 40, End: 44}, {ID: "6", Words: "Yes.", Begin: 70, End: 74}, {ID: "7", Words: "No."}}
	fresh, moved := KeepQuotations(decided, found)
	if len(fresh) != 2 || fresh[0].ID != "6" || fresh[1].ID != "7" || len(moved) != 1 || moved[0].ID != "2" || moved[0].Begin != 40 {
		t.Errorf("fresh %+v, moved %+v", fresh, moved)
	}
}

func TestLessonsOfCorrections(t *testing.T) {
	for _, x := range []struct {
		kind           FindingKind
		words, meaning string
		ok, wrong      bool
	}{
		{FindingAbout, "Georgia", "US", true, false}, {FindingMentioned, "Georgia", "", true, false}, {FindingMentioned, "Georgia", "GE", false, true},
		{FindingPerson, "Rights  Committee", "organisation", true, false}, {FindingPerson, "x", "person", false, true}, {FindingOrganisation, "x", "person", true, false},
		{FindingTheme, "cheap", "", true, false}, {FindingTheme, "cheap", "US", false, true}, {FindingRight, "x", "", false, false}, {FindingDate, "Monday", "", false, false},
		{FindingPerson, "", "", false, false}, {FindingPerson, strings.Repeat("x", MaxLesson+1), "", false, false},
	} {
		l, ok, err := NewLesson(Finding{Kind: x.kind, Value: "GE"}, x.words, x.meaning)
		if ok != x.ok || (err != nil) != x.wrong || ok && (l.State != LessonProposed || l.Times != 1 || l.Kind == FindingAbout || strings.Contains(l.Words, "  ")) {
			t.Errorf("%+v: %+v, %v, %v", x, l, ok, err)
		}
	}
	for _, x := range []struct {
		from LessonState
		verb Verb
		to   LessonState
	}{{LessonProposed, VerbAccept, LessonUsed}, {LessonDropped, VerbAccept, LessonUsed}, {LessonProposed, VerbRefuse, LessonDropped}, {LessonUsed, VerbUndo, LessonProposed}, {LessonDropped, VerbUndo, LessonProposed},
		{LessonUsed, VerbAccept, ""}, {LessonUsed, VerbRefuse, ""}, {LessonProposed, VerbUndo, ""}, {LessonProposed, "", ""}} {
		if to, err := MoveLesson(x.from, x.verb); (err != nil) != (x.to == "") || err == nil && to != x.to {
			t.Errorf("%s from %s: %s, %v", x.verb, x.from, to, err)
		}
	}
}
