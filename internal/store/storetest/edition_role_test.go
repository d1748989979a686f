package storetest

import (
	"path/filepath"
	"testing"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/publisher"
)

// TestEditionRole: on PostgreSQL serve's role reads everything that a page
// needs and writes nothing.
func TestEditionRole(t *testing.T) {
	url := Database(t)
	rooms := Rooms{Engine: store.Postgres, URL: url, Folder: t.TempDir()}
	p, _ := openEdition(t, rooms)
	put(t, p, report(1, 1, "One."))
	withdraw(t, p, "rdk_a_0002", 1)
	noErrors(t, []error{p.PutSettings(t.Context(), public.Settings{Organisation: "Example Watch"})})

	serve := ServeRole(t, url)
	role, err := store.RoleOf(serve)
	if err != nil {
		t.Fatal(err)
	}
	noErrors(t, []error{p.GrantTo(t.Context(), role), p.GrantTo(t.Context(), role), p.GrantTo(t.Context(), "")})
	asServe := Rooms{Engine: store.Postgres, URL: serve}
	e := edition.New(asServe.Open(t, "edition", store.ReadOnly))
	_, err1 := e.Article(t.Context(), "rdk_a_0001")
	_, err2 := e.Settings(t.Context())
	_, err3 := e.Counts(t.Context())
	_, err4 := e.Snippets(t.Context(), []string{"KP"})
	_, err5 := e.Issues(t.Context(), 1)
	_, err6 := e.Teasers(t.Context(), []string{"rdk_a_0001"})
	noErrors(t, []error{err1, err2, err3, err4, err5, err6})
	if got := found(t, e, public.Query{Text: "one"}); len(got) != 1 {
		t.Errorf("found %v", got)
	}
	if _, err := e.Article(t.Context(), "rdk_a_0002"); err == nil {
		t.Error("a withdrawn article")
	}
	w := publisher.New(asServe.Open(t, "edition", store.ReadWrite))
	for what, err := range map[string]error{
		"put": w.PutArticles(t.Context(), []public.Article{report(3, 1, "Three.")}), "withdraw": w.WithdrawArticle(t.Context(), "rdk_a_0001", 9),
		"clear": w.Clear(t.Context()), "settings": w.PutSettings(t.Context(), public.Settings{}),
	} {
		if err == nil {
			t.Errorf("serve's role may %s", what)
		}
	}
}

// TestEditionMigratesAgain: a second start changes nothing, and the schema has
// the number that the program knows.
func TestEditionMigratesAgain(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		put(t, p, report(1, 1, "One."))
		if err := p.Migrate(t.Context(), filepath.Join(rooms.Folder, "backups"), now); err != nil {
			t.Fatal(err)
		}
		current, target, err := p.Version(t.Context())
		if err != nil || current != target || target < 1 {
			t.Errorf("schema %d of %d: %v", current, target, err)
		}
		if got := found(t, e, public.Query{Text: "one"}); len(got) != 1 {
			t.Errorf("found %v", got)
		}
	})
}
