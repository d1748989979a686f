package desk

import (
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

// inventedCase may be public; nobody in it exists.
func inventedCase() Case {
	return Case{
		ID: "rdk_c_x", State: CaseDraft, Kind: "person", Title: "Ivan Invented", Names: []Name{{"Ivan Invented", "en", "main"}}, Invented: true, PeopleMin: 1, PeopleMax: 1,
		Territory: "RU", Community: "jehovahs-witnesses", Acts: []string{"arrest"}, Status: "detained", Since: "2025-03", Place: Stated{"Moscow", "his lawyer (invented)"},
		Episodes: []Episode{{"2025-03", "arrest", "Taken from his flat.", "his lawyer (invented)"}}, Sources: []CaseSource{{Title: "Held", Outlet: "Example Wire", Date: "2025-03-04"}},
		Consent: ConsentGiven,
	}
}

func TestCheckPublishCase(t *testing.T) {
	if err := CheckPublishCase(inventedCase()); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(c *Case){
		"a title":                    func(c *Case) { c.Title = " " },
		"a name or a number":         func(c *Case) { c.Names, c.PeopleMin, c.PeopleMax = nil, 0, 0 },
		"the status":                 func(c *Case) { c.Status = "" },
		"a date":                     func(c *Case) { c.Since, c.Episodes = "", nil },
		"the territory":              func(c *Case) { c.Territory = "" },
		"no territory \"XX\"":        func(c *Case) { c.Territory = "XX" },
		"at least one act":           func(c *Case) { c.Acts = nil },
		"no act \"praying\"":         func(c *Case) { c.Acts = []string{"praying"} },
		"a source":                   func(c *Case) { c.Sources = nil },
		"does not want":              func(c *Case) { c.Consent = ConsentWithdrawn },
		"say under consent":          func(c *Case) { c.Consent = ConsentUnasked },
		"who says so of the place":   func(c *Case) { c.Place.By = "" },
		"\"soon\" is not a date":     func(c *Case) { c.Episodes[0].Date = "soon" },
		"from the least to the most": func(c *Case) { c.PeopleMin, c.PeopleMax = 9, 3 },
		"no community":               func(c *Case) { c.Community = "readers" },
		"no kind of name":            func(c *Case) { c.Names[0].Kind = "nick" },
		"no kind of case":            func(c *Case) { c.Kind = "animal" },
	} {
		c := inventedCase()
		spoil(&c)
		if err := CheckPublishCase(c); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestDeriveStatus(t *testing.T) {
	for _, c := range []struct {
		episodes      []Episode
		status, since string
	}{
		{nil, "", ""},
		{[]Episode{{Date: "2024", Act: "arrest"}}, "detained", "2024"},
		{[]Episode{{Date: "2025-06-01", Act: "release"}, {Date: "2024", Act: "arrest"}}, "released", "2025-06-01"},
		{[]Episode{{Date: "2024", Act: "arrest"}, {Date: "2024-05", Act: "raid-or-search"}}, "detained", "2024"},
		{[]Episode{{Date: "", Act: "release"}, {Date: "2024-05", Act: "enforced-disappearance"}}, "disappeared", "2024-05"},
		{[]Episode{{Date: "2024", Act: "arrest"}, {Date: "2025-09", Act: "release"}}, "detained", "2024"},
	} {
		if status, since := DeriveStatus(c.episodes, time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC)); status != c.status || since != c.since {
			t.Errorf("%v: %q since %q", c.episodes, status, since)
		}
	}
}

func TestMoveCase(t *testing.T) {
	for _, c := range []struct {
		from CaseState
		verb Verb
		to   CaseState // empty: not possible
	}{
		{CaseDraft, VerbChange, CaseDraft}, {CaseDraft, VerbPublish, CasePublished}, {CaseDraft, VerbWithdraw, ""}, {CaseDraft, VerbReopen, ""},
		{CasePublished, VerbChange, ""}, {CasePublished, VerbPublish, CasePublished}, {CasePublished, VerbWithdraw, CaseWithdrawn}, {CasePublished, VerbReopen, ""},
		{CaseWithdrawn, VerbChange, CaseWithdrawn}, {CaseWithdrawn, VerbPublish, ""}, {CaseWithdrawn, VerbWithdraw, ""}, {CaseWithdrawn, VerbReopen, CaseDraft},
		{CaseDraft, VerbSend, ""},
	} {
		to, err := MoveCase(c.from, c.verb)
		if c.to == "" && (!fault.Is(err, fault.Conflict) || to != c.from) || c.to != "" && (err != nil || to != c.to) {
			t.Errorf("%s %s: %s, %v", c.from, c.verb, to, err)
		}
	}
}

func TestCaseChanges(t *testing.T) {
	a := inventedCase()
	b := a
	b.Status, b.Names = "released", append(b.Names, Name{"Иван Вымышленный", "ru", "main"})
	got := CaseChanges(a, b)
	if len(got) != 2 || got[0].Field != "names" || got[1] != (Change{"status", "detained", "released"}) || len(CaseChanges(a, a)) != 0 {
		t.Errorf("%v", got)
	}
}
