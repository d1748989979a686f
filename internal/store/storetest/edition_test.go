package storetest

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/publisher"
)

// openEdition opens a migrated edition room to write, and again only to read.
func openEdition(t testing.TB, rooms Rooms) (*publisher.Store, *edition.Store) {
	t.Helper()
	p := publisher.New(rooms.Open(t, "edition", store.ReadWrite))
	if err := p.Migrate(t.Context(), filepath.Join(rooms.Folder, "backups"), now); err != nil {
		t.Fatal(err)
	}
	return p, edition.New(rooms.Open(t, "edition", store.ReadOnly))
}

// report makes an invented article.
func report(n, version int, text string) public.Article {
	return public.Article{
		ID: fmt.Sprintf("rdk_a_%04d", n), Version: version, Title: fmt.Sprintf("Invented report %d", n), TitleByDesk: true,
		Standfirst: "What it says.", Byline: []string{"Zora Example", "Adam Example"}, Credit: "Agence Exemple", Outlet: "Example Courier", Published: "2017-03-29",
		Address: "https://news.example/1", Language: "en", Licence: public.Full, Text: text, HTML: "<p>" + text + "</p>",
		Territories: []string{"KP", "RU"}, Terms: []string{"act:arrest", "theme:children"}, Post: public.Briefing, Evidence: public.Evidence{SHA256: "ab12", Size: 12, At: now.Add(-time.Hour)},
		FirstPublic: now.Add(time.Duration(n) * time.Millisecond), Updated: now.Add(time.Hour),
	}
}

func put(t testing.TB, p *publisher.Store, list ...public.Article) {
	t.Helper()
	if err := p.PutArticles(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	sweep(t, p)
}

func sweep(t testing.TB, p *publisher.Store) {
	t.Helper()
	if err := p.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func withdraw(t testing.TB, p *publisher.Store, id string, version int) {
	t.Helper()
	if err := p.WithdrawArticle(t.Context(), id, version); err != nil {
		t.Fatal(err)
	}
	sweep(t, p)
}

// found gives the ids that a query finds, in their order.
func found(t testing.TB, e *edition.Store, q public.Query) []string {
	t.Helper()
	r, err := e.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("search %+v: %v", q, err)
	}
	var ids []string
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	if len(ids) < public.PageSize && q.Page < 2 && r.Total != len(ids) {
		t.Errorf("search %+v: %d hits, total %d", q, len(ids), r.Total)
	}
	return ids
}

func TestEditionArticle(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		want := report(1, 3, "They went home.\n\nNobody said why.")
		want.Claims = publish.Claims(desk.Article{ID: want.ID, Outlet: want.Outlet, Published: want.Published, Licence: desk.LicenceFull}, []desk.Claim{accepted(want.ID, 5)})
		want.Appearances = []public.Appearance{{Copy: "rdk_a_copy", Outlet: "Example Evening", Published: "2017-03-30", Title: "Home", Language: "en", Address: "https://evening.example/1"}}
		for i, v := 0, reflect.ValueOf(want); i < v.NumField(); i++ {
			if v.Field(i).IsZero() {
				t.Fatalf("the article of this test has no %s", v.Type().Field(i).Name)
			}
		}
		if err := p.PutAppearances(t.Context(), want.ID, want.Appearances); err != nil {
			t.Fatal(err)
		}
		put(t, p, want)
		got, err := e.Article(t.Context(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		bare := public.Article{ID: "rdk_a_bare", Version: 1, Title: "Bare", Licence: public.Link}
		put(t, p, bare)
		if got, err = e.Article(t.Context(), bare.ID); err != nil || cmp.Diff(bare, got) != "" {
			t.Errorf("%v\n%s", err, cmp.Diff(bare, got))
		}
		if _, err := e.Article(t.Context(), "rdk_a_none"); !fault.Is(err, fault.NotFound) {
			t.Errorf("unknown article: %v", err)
		}
	})
}

func TestEditionKeepsTheNewest(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		const callers = 24
		noErrors(t, atOnce(callers, func(i int) error {
			version := (i*7)%callers + 1
			a := report(1, version, fmt.Sprintf("word%d", version))
			a.Territories = []string{"RU", fmt.Sprintf("T%d", version)}
			other := report(100+i, 1, "another at the same time")
			other.FirstPublic = now // all want the same place
			return p.PutArticles(t.Context(), []public.Article{a, other})
		}))
		got, err := e.Article(t.Context(), "rdk_a_0001")
		if err != nil || got.Version != callers || got.Text != fmt.Sprintf("word%d", callers) {
			t.Fatalf("version %d, text %q: %v", got.Version, got.Text, err)
		}
		for v := 1; v <= callers; v++ {
			if n := len(found(t, e, public.Query{Text: fmt.Sprintf("word%d", v)})); n != map[bool]int{true: 1}[v == callers] {
				t.Errorf("word%d finds %d", v, n)
			}
		}
		if r, err := e.Search(t.Context(), public.Query{Text: "another"}); err != nil || r.Total != callers {
			t.Errorf("%d others: %v", r.Total, err)
		}
		checkCounts(t, e, map[string]int{"KP": callers, "RU": callers + 1, fmt.Sprintf("T%d", callers): 1})
	})
}

func checkCounts(t *testing.T, e *edition.Store, want map[string]int) {
	t.Helper()
	list, err := e.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for i, c := range list {
		got[c.Territory] = c.Articles
		if i > 0 && list[i-1].Territory >= c.Territory {
			t.Errorf("%s stands before %s", list[i-1].Territory, c.Territory)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEditionWithdrawal(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 2, "Text of the first."), report(2, 2, "Text of the second."))
		gone := func(id string) {
			t.Helper()
			if a, err := e.Article(t.Context(), id); !fault.Is(err, fault.Gone) || a.ID != "" {
				t.Fatalf("%s: %+v, %v", id, a, err)
			}
			if got := found(t, e, public.Query{}); slices.Contains(got, id) {
				t.Fatalf("%s is in %v after the withdrawal", id, got)
			}
			if got := found(t, e, public.Query{Text: "Zora"}); slices.Contains(got, id) {
				t.Fatalf("%s is found by its byline: %v", id, got)
			}
		}
		withdraw(t, p, "rdk_a_0001", 1) // a stale one
		if _, err := e.Article(t.Context(), "rdk_a_0001"); err != nil {
			t.Fatal(err)
		}
		withdraw(t, p, "rdk_a_0001", 3)
		gone("rdk_a_0001")
		put(t, p, report(1, 2, "Text of the first."), report(1, 3, "Text of the first."))
		gone("rdk_a_0001")
		withdraw(t, p, "rdk_a_0001", 2)
		put(t, p, report(1, 3, "Text of the first."))
		gone("rdk_a_0001")
		checkCounts(t, e, map[string]int{"KP": 1, "RU": 1})
		if got, err := e.Teasers(t.Context(), []string{"rdk_a_0001", "rdk_a_0002"}); err != nil || len(got) != 1 || got[0].ID != "rdk_a_0002" {
			t.Errorf("%v, %v", got, err)
		}

		put(t, p, report(1, 4, "The first again."))
		if got := found(t, e, public.Query{}); len(got) != 2 {
			t.Errorf("published again: %v", got)
		}
		withdraw(t, p, "rdk_a_0009", 5) // before it ever came
		put(t, p, report(9, 4, "Late."))
		gone("rdk_a_0009")
	})
}

func TestEditionClear(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		if _, err := e.Settings(t.Context()); !fault.Is(err, fault.Unavailable) {
			t.Errorf("settings before they are put: %v", err)
		}
		settings := public.Settings{Organisation: "Example Watch", SiteURL: "https://watch.example", IntakeKey: []byte{0, 1, 255}}
		noErrors(t, []error{p.PutSettings(t.Context(), public.Settings{Organisation: "Old"}), p.PutSettings(t.Context(), settings)})
		put(t, p, report(1, 2, "One."), report(2, 2, "Two."))
		withdraw(t, p, "rdk_a_0002", 3)
		noErrors(t, []error{
			p.PutSnippet(t.Context(), public.Snippet{ID: "rdk_n_1", Version: 1, HTML: "<p>x</p>", Placements: []string{"*"}}),
			p.PutIssue(t.Context(), public.Issue{ID: "rdk_i_1", Title: "March", Sent: now, Articles: []string{"rdk_a_0001"}}, 1),
			p.Clear(t.Context()), p.Clear(t.Context()),
		})
		sweep(t, p)
		if got := found(t, e, public.Query{Text: "one"}); len(got) > 0 {
			t.Errorf("found %v", got)
		}
		checkCounts(t, e, map[string]int{})
		put(t, p, report(1, 2, "One."), report(2, 2, "Two."))
		if got := found(t, e, public.Query{}); !cmp.Equal(got, []string{"rdk_a_0001"}) {
			t.Errorf("made again: %v", got)
		}
		if got, err := e.Settings(t.Context()); err != nil || !cmp.Equal(got, settings) {
			t.Errorf("settings: %+v, %v", got, err)
		}
		if got, err := e.Issues(t.Context(), 1); err != nil || len(got) > 0 {
			t.Errorf("issues: %v, %v", got, err)
		}
	})
}
