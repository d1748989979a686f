package sample

import (
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
)

func TestCases(t *testing.T) {
	d := load(t)
	var communities []string
	for _, c := range d.Communities {
		communities = append(communities, c.ID)
	}
	posts := map[string]Post{}
	for _, p := range d.Posts {
		posts[p.File] = p
	}
	seen, used, places, statuses := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range d.Cases {
		t.Run(c.Key, func(t *testing.T) {
			checkCase(t, c)
			checkSources(t, c, posts)
		})
		if seen[c.Key] || !slices.Contains(communities, c.Community) {
			t.Errorf("%s: twice the same key, or the unknown community %q", c.Key, c.Community)
		}
		seen[c.Key], used[c.Community], places[c.Territory], statuses[c.Status] = true, true, true, true
	}
	if len(d.Cases) != 30 || len(used) != 10 || len(communities) != 10 || len(places) != 8 || len(statuses) < 8 {
		t.Errorf("%d cases of %d communities in %d countries with %d statuses", len(d.Cases), len(used), len(places), len(statuses))
	}
}

func checkCase(t *testing.T, c Case) {
	if !c.Invented || !strings.Contains(c.Summary, "invented)") || !strings.Contains(c.Summary, "\n\n") {
		t.Error("it is not marked as invented, or its summary is too short")
	}
	checkTerritories(t, []string{c.Territory})
	if c.Title == "" || len(c.Names) == 0 || len(c.Acts) == 0 || c.PeopleMin < 1 || c.PeopleMax != 0 && c.PeopleMax < c.PeopleMin {
		t.Errorf("title %q, names %v, acts %v, %d to %d people", c.Title, c.Names, c.Acts, c.PeopleMin, c.PeopleMax)
	}
	if !edtf.Valid(c.Since) || !edtf.Valid(c.Verified) || c.Verified < c.Since[:4] {
		t.Errorf("since %q, verified %q", c.Since, c.Verified)
	}
	for _, s := range []Stated{c.Place, c.Law, c.Sentence} {
		if (s.Value == "") != (s.By == "") {
			t.Errorf("nobody says %q, or %q says nothing", s.Value, s.By)
		}
	}
	checkEpisodes(t, c.Episodes)
	checkTerms(t, c)
}

func checkEpisodes(t *testing.T, episodes []Episode) {
	t.Helper()
	if len(episodes) < 1 || len(episodes) > 4 {
		t.Errorf("%d episodes", len(episodes))
	}
	last := ""
	for _, e := range episodes {
		if !edtf.Valid(e.Date) || e.Date[:4] < last || e.Act == "" || e.Text == "" || e.By == "" {
			t.Errorf("episode out of order or incomplete: %+v", e)
		}
		last = e.Date[:4]
	}
}

func checkTerms(t *testing.T, c Case) {
	t.Helper()
	kinds := []public.CaseKind{public.CasePerson, public.CaseGroup, public.CasePlace, public.CaseOrganisation, public.CaseIncident}
	statuses := []public.Status{public.AtLarge, public.Wanted, public.Detained, public.OnTrial, public.Imprisoned, public.HouseArrest,
		public.Disappeared, public.Released, public.Conditional, public.Exiled, public.Deceased, public.UnknownState}
	if !slices.Contains(kinds, public.CaseKind(c.Kind)) || !slices.Contains(statuses, public.Status(c.Status)) {
		t.Errorf("unknown kind %q or status %q", c.Kind, c.Status)
	}
}

// checkSources: what a case stands on has a date, and a post that it names is
// there under the same headline.
func checkSources(t *testing.T, c Case, posts map[string]Post) {
	t.Helper()
	if len(c.Sources) == 0 {
		t.Error("no source")
	}
	for _, s := range c.Sources {
		p, known := posts[s.Post]
		if s.Title == "" || s.Outlet == "" || !edtf.Valid(s.Date) {
			t.Errorf("incomplete source %+v", s)
		}
		if s.Post != "" && (!known || p.Title != s.Title || p.Outlet != s.Outlet || p.Date != s.Date) {
			t.Errorf("the post %q has another headline, outlet or date than the source %+v", s.Post, s)
		}
	}
}

// TestThisWeek: the home page's week has something of each kind.
func TestThisWeek(t *testing.T) {
	arrests, releases, corrected := 0, 0, 0
	for _, c := range load(t).Cases {
		corrected += count(c.Correction != "")
		for _, e := range c.Episodes {
			recent := e.DaysAgo > 0 && e.DaysAgo < 7
			arrests += count(recent && e.Act == "arrest")
			releases += count(recent && e.Act == "release")
		}
	}
	if arrests != 1 || releases != 2 || corrected == 0 {
		t.Errorf("%d arrests, %d releases, %d corrections", arrests, releases, corrected)
	}
}
