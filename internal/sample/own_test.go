package sample

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
)

func TestOwn(t *testing.T) {
	kinds := map[string]bool{}
	for _, o := range load(t).Own {
		kinds[o.Kind] = true
		html, text, err := publish.Post(o.Markdown)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(strings.Fields(text)); n < 400 || n > 700 || strings.Count(html, "<h2>") < 4 {
			t.Errorf("%s has %d words and %d headings", o.File, n, strings.Count(html, "<h2>"))
		}
		checkTerritories(t, o.Territories)
		if !edtf.Valid(o.Date) || o.Title == "" || o.Language != "en" && o.Language != "fr" {
			t.Errorf("%s: date %q, title %q, language %q", o.File, o.Date, o.Title, o.Language)
		}
	}
	if !kinds[string(public.Profile)] || !kinds[string(public.Briefing)] || len(kinds) != 2 {
		t.Errorf("kinds %v", kinds)
	}
}

// TestIssue: a newsletter tells only of what is published, before its day.
func TestIssue(t *testing.T) {
	d := load(t)
	dates := map[string]string{}
	for _, p := range d.Posts {
		if p.Published {
			dates[p.File] = p.Date
		}
	}
	for _, o := range d.Own {
		dates[o.File] = o.Date
	}
	for _, file := range d.Issue.Posts {
		if date := dates[file]; date == "" || date > d.Issue.Date {
			t.Errorf("the issue of %s tells of %s (%q)", d.Issue.Date, file, date)
		}
	}
	if d.Issue.Title == "" || d.Issue.Opening == "" || len(d.Issue.Posts) < 5 {
		t.Errorf("the issue is incomplete: %+v", d.Issue)
	}
}

// TestSnippet: four lines, with every count, the form and no credit.
func TestSnippet(t *testing.T) {
	s, err := publish.Snippet(desk.Snippet{Markdown: load(t).Snippet})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range slices.Concat(public.Counts, []string{`href="/territories"`, `href="/cases"`}) {
		if strings.Count(s.HTML, want) != 1 {
			t.Errorf("%s stands %d times in %s", want, strings.Count(s.HTML, want), s.HTML)
		}
	}
	if _, _, found := public.CutSubscribe(s.HTML); !found || strings.Count(s.HTML, "<p>") != 4 || strings.Contains(strings.ToLower(s.HTML), "powered") {
		t.Errorf("the snippet is %s", s.HTML)
	}
}

// TestStress: every edge is there, and marked.
func TestStress(t *testing.T) {
	s := load(t).Stress
	longest, word := 0, 0
	for _, p := range s.Posts {
		longest = max(longest, utf8.RuneCountInString(p.Title))
		for w := range strings.FieldsSeq(p.Title + " " + p.Text) {
			word = max(word, utf8.RuneCountInString(w))
		}
		if !p.Stress || !edtf.Valid(p.Date) {
			t.Errorf("not marked, or of no date: %.60q", p.Title)
		}
		checkTerritories(t, p.Territories)
	}
	bare := false
	for _, c := range s.Cases {
		bare = bare || len(c.Episodes) == 0
		if !c.Stress || !c.Invented || !strings.Contains(c.Summary, "Invented") {
			t.Errorf("%s is not marked", c.Key)
		}
		checkTerritories(t, []string{c.Territory})
		checkTerms(t, c)
	}
	if longest != 300 || word < 60 || !bare {
		t.Errorf("longest title %d, longest word %d, a case without episodes: %v", longest, word, bare)
	}
}

// TestAt: Load's own content is left as it was, and settles for another day.
func TestAt(t *testing.T) {
	raw, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	first, second := raw.At(now), raw.At(now.AddDate(0, 0, 3))
	for i, p := range raw.Posts {
		if p.DaysAgo > 0 && (p.Date != "" || first.Posts[i].Date == second.Posts[i].Date || strings.Contains(first.Posts[i].Text, "{date}")) {
			t.Errorf("%s: %q, %q, %q", p.File, p.Date, first.Posts[i].Date, second.Posts[i].Date)
		}
	}
	for i, c := range raw.Cases {
		for j, e := range c.Episodes {
			if e.DaysAgo > 0 && (e.Date != "" || first.Cases[i].Episodes[j].Date == second.Cases[i].Episodes[j].Date) {
				t.Errorf("%s: %q", c.Key, e.Date)
			}
		}
	}
}
