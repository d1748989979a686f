package public_test

import (
	"strconv"
	"testing"

	"rightsdesk/internal/public"
)

func TestFillCounts(t *testing.T) {
	totals := public.Totals{Territories: 15, Cases: 30, Communities: 10, CaseTerritories: 8, Articles: 60}
	for in, want := range map[string]string{
		"": "", "no counts": "no counts", "<a href=\"/x\">{other}</a>": "<a href=\"/x\">{other}</a>",
		"{countries} countries":                                 "15 countries",
		"{cases} of {communities} in {case_countries}, {cases}": "30 of 10 in 8, 30",
	} {
		if got := public.FillCounts(in, totals, strconv.Itoa); got != want {
			t.Errorf("%q gives %q", in, got)
		}
	}
}

func TestCutSubscribe(t *testing.T) {
	before, after, found := public.CutSubscribe("<p>Stay informed.</p>\n<p>{subscribe}</p>\n<p>Thanks</p>")
	if !found || before != "<p>Stay informed.</p>\n" || after != "\n<p>Thanks</p>" {
		t.Errorf("%q, %q, %v", before, after, found)
	}
	if _, _, found := public.CutSubscribe("<p>write {subscribe} here</p>"); found {
		t.Error("found inside a sentence")
	}
}
