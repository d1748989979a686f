package publish

import (
	"fmt"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// publishableCase may be public; nobody in it exists.
func publishableCase() desk.Case {
	return desk.Case{
		ID: "rdk_c_x", State: desk.CasePublished, Kind: "person", Title: "Ivan Invented", Names: []desk.Name{{Text: "Ivan Invented", Language: "en", Kind: "main"}},
		Invented: true, Summary: "Invented.", PeopleMin: 1, PeopleMax: 1, Territory: "RU", Place: desk.Stated{Value: "Moscow", By: "his lawyer (invented)"},
		Community: "bahai", Acts: []string{"arrest"}, Status: "detained", Since: "2025-03", Verified: "2026", Episodes: []desk.Episode{{Date: "2025-03", Act: "arrest"}},
		Sources: []desk.CaseSource{{Title: "Held", Outlet: "Example Wire", Date: "2025-03-04"}}, Consent: desk.ConsentGiven,
		ConsentNote: "CANARY consent", Risk: "CANARY risk", Note: "CANARY note", Version: 2, PublishedAt: at, UpdatedAt: at,
	}
}

func TestCase(t *testing.T) {
	got, err := Case(publishableCase())
	if err != nil || got.Title != "Ivan Invented" || !got.Invented || got.Place.By != "his lawyer (invented)" || len(got.Names) != 1 || len(got.Sources) != 1 || got.FirstPublic != at {
		t.Errorf("%+v, %v", got, err)
	}
	if text := fmt.Sprintf("%+v", got); strings.Contains(text, "CANARY") {
		t.Errorf("something private is public: %s", text)
	}
	for name, spoil := range map[string]func(c *desk.Case){
		"a draft":           func(c *desk.Case) { c.State = desk.CaseDraft },
		"a withdrawn one":   func(c *desk.Case) { c.State = desk.CaseWithdrawn },
		"refused consent":   func(c *desk.Case) { c.Consent = desk.ConsentRefused },
		"no source":         func(c *desk.Case) { c.Sources = nil },
		"nobody asked":      func(c *desk.Case) { c.Consent = desk.ConsentUnasked },
		"no status to tell": func(c *desk.Case) { c.Status = "" },
	} {
		c := publishableCase()
		spoil(&c)
		if p, err := Case(c); !fault.Is(err, fault.Forbidden) || p.ID != "" {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}
