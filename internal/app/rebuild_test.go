package app

import (
	"crypto/rand"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store/storetest"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main(m)) }

// testEnv makes a desk in a temporary folder, on SQLite or at a database's url.
func testEnv(t *testing.T, url string) Env {
	t.Helper()
	set := []string{"data=" + filepath.Join(t.TempDir(), "data")}
	if url != "" {
		set = append(set, "database.url="+url, "database.serve_url="+storetest.ServeRole(t, url))
	}
	cfg, err := config.Read("", nil, set)
	if err != nil {
		t.Fatal(err)
	}
	return Env{Config: cfg, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Out: io.Discard, Now: time.Now, Random: rand.Reader, Version: "test"}
}

// seen is what the public sees of a desk.
type seen struct {
	Articles []public.Article
	Hits     public.Result
	Counts   []public.Count
	Snippets []public.Snippet
	Cases    []public.Case
	Found    public.CaseResult
	Totals   public.Totals
}

// TestRebuildGivesTheSame makes the edition again and holds that the public
// sees the same: it is a function of the decided records.
func TestRebuildGivesTheSame(t *testing.T) {
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			url := ""
			if engine == "postgres" {
				url = storetest.Database(t)
			}
			e := testEnv(t, url)
			rooms, err := OpenRooms(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := rooms.Close(); err != nil {
					t.Error(err)
				}
			})
			ids := decided(t, e, rooms)
			d := NewPipeline(e, rooms)
			if _, err := d.Carry(t.Context()); err != nil {
				t.Fatal(err)
			}
			before := look(t, rooms, ids)
			if len(before.Articles) != 2 || before.Hits.Total != 2 || len(before.Snippets) != 1 || len(before.Cases) != 1 || before.Found.Total != 1 || before.Totals.Cases != 1 {
				t.Fatalf("%+v", before)
			}
			if _, err := Rebuild(t.Context(), e, rooms); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, look(t, rooms, ids)); diff != "" {
				t.Errorf("the rebuilt edition is another (-before +after):\n%s", diff)
			}
			if err := rooms.Desk.SetPaused(t.Context(), true, e.decision(desk.VerbChange, "paused")); err != nil {
				t.Fatal(err)
			}
			if _, err := Rebuild(t.Context(), e, rooms); err != nil {
				t.Fatal(err)
			}
			if after := look(t, rooms, ids); len(after.Articles) != 0 || after.Hits.Total != 0 || len(after.Cases) != 0 || after.Found.Total != 0 {
				t.Errorf("published while paused: %+v", after)
			}
		})
	}
}

// decided takes in three invented posts, publishes them and withdraws one.
func decided(t *testing.T, e Env, r *Rooms) []string {
	t.Helper()
	d := NewPipeline(e, r)
	var ids []string
	for _, day := range []string{"01", "02", "03"} {
		text := "By Anna Invented\n\nHarbour News (" + day + ".03.2017) – An invented accord of day " + day + " was signed in Minsk.\n\nBelarus said no more about it.\n"
		id, err := d.Paste(t.Context(), []byte(text), "", "")
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	if _, err := d.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		a, err := r.Desk.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		a.Title, a.Territories, a.Licence, a.Sensitivity, a.Stage = "Accord", []string{"BY"}, desk.LicenceFull, desk.Open, desk.StagePublished
		if a, err = r.Desk.DecideArticle(t.Context(), a, e.decision(desk.VerbPublish, id)); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			a.Stage = desk.StageWithdrawn
			if _, err := r.Desk.DecideArticle(t.Context(), a, e.decision(desk.VerbWithdraw, id)); err != nil {
				t.Fatal(err)
			}
		}
	}
	s := desk.Snippet{ID: desk.NewID(rand.Reader, "rdk", desk.KindSnippet), Name: "call", Markdown: "Subscribe.", Placements: []string{desk.Everywhere}}
	if err := r.Desk.SaveSnippet(t.Context(), s, e.decision(desk.VerbAdd, s.ID)); err != nil {
		t.Fatal(err)
	}
	for _, state := range []desk.CaseState{desk.CasePublished, desk.CaseWithdrawn, desk.CaseDraft} {
		decidedCase(t, e, r, state)
	}
	return ids
}

// decidedCase adds an invented case and leaves it in a state.
func decidedCase(t *testing.T, e Env, r *Rooms, state desk.CaseState) {
	t.Helper()
	c := desk.Case{
		ID: desk.NewID(rand.Reader, "rdk", desk.KindCase), State: desk.CaseDraft, Kind: "person", Title: "Ivan Quarvellian", Invented: true,
		Names: []desk.Name{{Text: "Иван Кварвеллиан", Language: "ru", Kind: "main"}}, PeopleMin: 1, PeopleMax: 1, Territory: "BY", Acts: []string{"arrest"},
		Status: "detained", Since: "2017-03", Episodes: []desk.Episode{{Date: "2017-03", Act: "arrest", Text: "Taken.", By: "neighbours"}},
		Sources: []desk.CaseSource{{Title: "Held", Outlet: "Harbour News"}}, Consent: desk.ConsentGiven, Note: "only for colleagues",
	}
	for _, next := range []desk.CaseState{desk.CaseDraft, desk.CasePublished, desk.CaseWithdrawn} {
		var err error
		c.State = next
		if c, err = r.Desk.SaveCase(t.Context(), c, e.decision(desk.VerbChange, c.ID)); err != nil {
			t.Fatal(err)
		}
		if next == state {
			return
		}
	}
}

func look(t *testing.T, r *Rooms, ids []string) seen {
	t.Helper()
	var s seen
	for _, id := range ids {
		if a, err := r.Edition.Article(t.Context(), id); err == nil {
			s.Articles = append(s.Articles, a)
		}
	}
	var err error
	if s.Hits, err = r.Edition.Search(t.Context(), public.Query{Text: "accord"}); err != nil {
		t.Fatal(err)
	}
	if s.Counts, err = r.Edition.Counts(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s.Snippets, err = r.Edition.Snippets(t.Context(), []string{"BY"}); err != nil {
		t.Fatal(err)
	}
	if s.Found, err = r.Edition.Cases(t.Context(), public.CaseQuery{Text: "Кварвеллиан"}); err != nil {
		t.Fatal(err)
	}
	if s.Totals, err = r.Edition.Totals(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := r.Edition.EachCase(t.Context(), "", func(c public.Case) error { s.Cases = append(s.Cases, c); return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}
