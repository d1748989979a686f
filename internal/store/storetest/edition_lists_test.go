package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

func TestEditionSnippets(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put := func(id string, version, position int, places ...string) {
			t.Helper()
			s := public.Snippet{ID: id, Version: version, HTML: "<p>" + id + "</p>", Placements: places, Position: position}
			if err := p.PutSnippet(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		shown := func(territories ...string) string {
			t.Helper()
			list, err := e.Snippets(t.Context(), territories)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, s := range list {
				ids = append(ids, s.ID)
			}
			return strings.Join(ids, " ")
		}
		put("last", 1, 9, "*")
		put("both", 1, 2, "KP", "RU", "KP")
		put("ru", 4, 1, "RU")
		put("ru", 3, 1, "KP") // stale
		for _, c := range []struct{ about, want string }{{"", "last"}, {"KP", "both last"}, {"KP RU", "ru both last"}, {"FR", "last"}, {"x' OR 1=1 --", "last"}} {
			sweep(t, p)
			if got := shown(strings.Fields(c.about)...); got != c.want {
				t.Errorf("about %q: %q, want %q", c.about, got, c.want)
			}
		}
		list, err := e.Snippets(t.Context(), []string{"KP"})
		want := public.Snippet{ID: "both", Version: 1, HTML: "<p>both</p>", Placements: []string{"KP", "RU"}, Position: 2}
		if err != nil || len(list) == 0 || !cmp.Equal(list[0], want) {
			t.Errorf("%+v, %v", list, err)
		}
		noErrors(t, []error{p.RemoveSnippet(t.Context(), "both", 0), p.RemoveSnippet(t.Context(), "ru", 5), p.RemoveSnippet(t.Context(), "never", 1)})
		put("ru", 5, 1, "RU")
		put("last", 2, 0, "FR")
		sweep(t, p)
		if got := shown("RU", "FR"); got != "last both" {
			t.Errorf("after removal: %q", got)
		}
	})
}

func TestEditionIssues(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		for i := range public.PageSize + 2 {
			issue := public.Issue{ID: fmt.Sprintf("rdk_i_%02d", i), Title: fmt.Sprintf("No. %d", i), Sent: now.Add(time.Duration(i) * time.Hour)}
			if i == 3 {
				issue.Articles = []string{"rdk_a_0002", "rdk_a_0001", "rdk_a_0009"}
			}
			if err := p.PutIssue(t.Context(), issue, 2); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.PutIssue(t.Context(), public.Issue{ID: "rdk_i_03", Title: "stale"}, 1); err != nil {
			t.Fatal(err)
		}
		put(t, p, report(1, 1, "One."), report(2, 1, "Two."))
		first, err := e.Issues(t.Context(), 1)
		if err != nil || len(first) != public.PageSize || first[0].Title != "No. 21" {
			t.Fatalf("%v, %v", first, err)
		}
		second, err := e.Issues(t.Context(), 2)
		if err != nil || len(second) != 2 || second[1].Title != "No. 0" {
			t.Fatalf("%v, %v", second, err)
		}
		got, err := e.Issue(t.Context(), "rdk_i_03")
		if err != nil || got.Title != "No. 3" || !got.Sent.Equal(now.Add(3*time.Hour)) || !cmp.Equal(got.Articles, []string{"rdk_a_0002", "rdk_a_0001", "rdk_a_0009"}) {
			t.Fatalf("%+v, %v", got, err)
		}
		teasers, err := e.Teasers(t.Context(), got.Articles)
		if err != nil || len(teasers) != 2 || teasers[0].ID != "rdk_a_0002" || !cmp.Equal(teasers[0].Territories, []string{"KP", "RU"}) {
			t.Fatalf("%+v, %v", teasers, err)
		}
		if _, err := e.Issue(t.Context(), "rdk_i_99"); !fault.Is(err, fault.NotFound) {
			t.Errorf("unknown issue: %v", err)
		}
	})
}

func TestEditionLeads(t *testing.T) {
	short := strings.TrimSpace(strings.Repeat("word ", 48))
	long := "A first paragraph.\n\nA second, " + strings.Repeat("and more of it ", 40)
	cases := []struct{ text, want string }{
		{"", ""},
		{"One\n\n  two\tthree ", "One two three"},
		{short, short},
		{long, "A first paragraph. A second, " + strings.TrimSpace(strings.Repeat("and more of it ", 14)) + "…"},
		{strings.Repeat("字", 300), strings.Repeat("字", 239) + "…"},
	}
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		for i, c := range cases {
			put(t, p, report(i, 1, c.text))
			list, err := e.Teasers(t.Context(), []string{report(i, 1, "").ID})
			if err != nil || len(list) != 1 {
				t.Fatal(list, err)
			}
			if got := list[0].Lead; got != c.want || utf8.RuneCountInString(got) > 240 {
				t.Errorf("lead of %.20q is %q (%d letters)", c.text, got, utf8.RuneCountInString(got))
			}
		}
	})
}
