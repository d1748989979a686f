package storetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/store"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/publisher"
)

// inventedCase is a case whose people do not exist.
func inventedCase() desk.Case {
	return desk.Case{
		ID: id(desk.KindCase), State: desk.CaseDraft, Kind: "person", Title: "Ivan Quarvellian", Invented: true, Summary: "He was held for praying (invented).",
		Names:     []desk.Name{{Text: "Ivan Quarvellian", Language: "en", Kind: "main"}, {Text: "Иван Кварвеллиан", Language: "ru", Kind: "main"}, {Text: "이반 크바르", Language: "ko", Kind: "alias"}},
		PeopleMin: 1, PeopleMax: 1, Territory: "RU", Place: desk.Stated{Value: "Moscow", By: "his lawyer (invented)"}, Community: "bahai",
		Acts: []string{"arrest", "imprisonment"}, Status: "imprisoned", Since: "2025-03", Verified: "2026-11-01",
		Law: desk.Stated{Value: "Article 282.2", By: "court"}, Sentence: desk.Stated{Value: "Two years", By: "court"},
		Episodes: []desk.Episode{{Date: "2026-11-20", Act: "arrest", Text: "Taken.", By: "neighbours"}, {Date: "2025", Act: "raid-or-search"}},
		Sources:  []desk.CaseSource{{Title: "Held", Outlet: "Example Wire", Date: "2025-03-04", Address: "https://example.org/1", Official: true}},
		Consent:  desk.ConsentGiven, ConsentNote: "by letter", Risk: "family", Note: "call again", Correction: "The date.",
	}
}

func caseDecision(c desk.Case, verb desk.Verb) desk.Decision {
	return desk.Decision{ID: id(desk.KindDecision), At: now, Account: "u1", Verb: verb, RecordID: c.ID, Changes: desk.CaseChanges(desk.Case{}, c)}
}

func TestCaseIsStoredWhole(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		c := inventedCase()
		stored, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbAdd))
		if err != nil {
			t.Fatal(err)
		}
		want := c
		want.Version, want.EditionVersion, want.CreatedAt, want.UpdatedAt = 1, 1, now, now
		if !reflect.DeepEqual(stored, want) {
			t.Errorf("stored %+v\nwant   %+v", stored, want)
		}
		if due, err := s.DueCases(t.Context(), false, 10); err != nil || len(due) != 0 {
			t.Errorf("a draft is due: %v, %v", due, err)
		}
		stored.State, stored.Names = desk.CasePublished, stored.Names[:1]
		if stored, err = s.SaveCase(t.Context(), stored, caseDecision(stored, desk.VerbPublish)); err != nil || len(stored.Names) != 1 || stored.PublishedAt != now {
			t.Fatalf("%+v, %v", stored, err)
		}
		due, err := s.DueCases(t.Context(), false, 10)
		if err != nil || len(due) != 1 || !reflect.DeepEqual(due[0], stored) {
			t.Errorf("due %+v, %v", due, err)
		}
		if paused, err := s.DueCases(t.Context(), true, 10); err != nil || len(paused) != 0 {
			t.Errorf("a publication passes the pause: %v, %v", paused, err)
		}
		if err := s.CaseCarried(t.Context(), stored.ID, stored.Version); err != nil {
			t.Fatal(err)
		}
		if due, err := s.DueCases(t.Context(), false, 10); err != nil || len(due) != 0 {
			t.Errorf("still due: %v, %v", due, err)
		}
		if d, err := s.Decisions(t.Context(), c.ID); err != nil || len(d) != 2 || len(d[0].Changes) == 0 {
			t.Errorf("%v, %v", d, err)
		}
		if _, err := s.Case(t.Context(), "none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestOneOfManyEditorsOfACaseWins(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		c := inventedCase()
		c, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbAdd))
		if err != nil {
			t.Fatal(err)
		}
		var won, lost atomic.Int64
		noErrors(t, atOnce(6, func(i int) error {
			mine := c
			mine.Note = fmt.Sprint("note ", i)
			switch _, err := s.SaveCase(t.Context(), mine, caseDecision(mine, desk.VerbChange)); {
			case err == nil:
				won.Add(1)
			case fault.Is(err, fault.Conflict):
				lost.Add(1)
			default:
				return err
			}
			return nil
		}))
		if d, err := s.Decisions(t.Context(), c.ID); won.Load() != 1 || lost.Load() != 5 || err != nil || len(d) != 2 {
			t.Errorf("%d won, %d lost, %d decisions, %v", won.Load(), lost.Load(), len(d), err)
		}
	})
}

func TestCasesOfTheOffice(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for i := range 5 {
			c := inventedCase()
			c.Title = fmt.Sprint("Case ", i)
			d := caseDecision(c, desk.VerbAdd)
			d.At = now.Add(time.Duration(i/2) * time.Minute)
			switch i {
			case 0:
				c.State = desk.CasePublished
			case 2:
				c.Title, c.Names = "Община Вымышленная", nil
			}
			if _, err := s.SaveCase(t.Context(), c, d); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			q    desk.CaseQuery
			want int
			last string // the last of all pages
		}{
			{desk.CaseQuery{}, 5, "Case"}, {desk.CaseQuery{State: desk.CaseDraft}, 4, "Case 1"}, {desk.CaseQuery{State: desk.CasePublished}, 1, "Case 0"},
			{desk.CaseQuery{Text: "CASE"}, 4, "Case"}, {desk.CaseQuery{Text: "ВЫМЫШЛ"}, 1, "Община Вымышленная"}, {desk.CaseQuery{Text: "кварвеллиан"}, 4, "Case"},
			{desk.CaseQuery{Text: "quarv", State: desk.CasePublished}, 1, "Case 0"}, {desk.CaseQuery{Text: "nobody"}, 0, ""},
		} {
			c.q.Limit = 2
			var titles []string
			for {
				page, err := s.Cases(t.Context(), c.q)
				if err != nil {
					t.Fatal(err)
				}
				if len(page) == 0 {
					break
				}
				for _, line := range page {
					titles = append(titles, line.Title)
				}
				c.q.Before = page[len(page)-1].ID
			}
			if len(titles) != c.want || c.want > 0 && !strings.HasPrefix(titles[c.want-1], c.last) {
				t.Errorf("%+v: %q", c.q, titles)
			}
		}
	})
}

// TestCaseCannotBePublicAgainstAPerson: the store itself refuses, and whatever
// leaves the public is on the list of stops, whichever state it is given.
func TestCaseCannotBePublicAgainstAPerson(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		c := inventedCase()
		c.State = desk.CasePublished
		c, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbPublish))
		if err != nil {
			t.Fatal(err)
		}
		c.Consent = desk.ConsentWithdrawn
		if _, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbPublish)); !fault.Is(err, fault.Invalid) {
			t.Errorf("published against consent: %v", err)
		}
		c.State = desk.CaseDraft
		if c, err = s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbChange)); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(rooms.Folder, "stops.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		stops, err := store.ReadStops(bytes.NewReader(b))
		if err != nil || len(stops) != 1 || stops[0].ID != c.ID {
			t.Errorf("stops %+v, %v", stops, err)
		}
	})
}

// putPublic opens an edition with cases in it.
func putPublic(t *testing.T, rooms Rooms, list ...public.Case) (*edition.Store, *publisher.Store) {
	t.Helper()
	p, e := openEdition(t, rooms)
	for _, c := range list {
		if err := p.PutCase(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	return e, p
}

func aPublicCase(t *testing.T, version int, change func(c *desk.Case)) public.Case {
	t.Helper()
	c := inventedCase()
	c.State, c.Version, c.PublishedAt, c.UpdatedAt = desk.CasePublished, version, now.AddDate(0, 0, -30), now.AddDate(0, 0, -3)
	change(&c)
	p, err := publish.Case(c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEditionCases(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		first := aPublicCase(t, 3, func(*desk.Case) {})
		group := aPublicCase(t, 1, func(c *desk.Case) {
			c.ID, c.Kind, c.Title, c.Names, c.PeopleMin, c.PeopleMax = id(desk.KindCase), "group", "Forty believers (invented)", nil, 40, 0
			c.Believed, c.Status, c.Community, c.Correction, c.UpdatedAt = true, "detained", "falun-gong", "", c.PublishedAt
			c.Episodes = []desk.Episode{{Date: "2026-11-22", Act: "release"}, {Date: "2026-11", Act: "arrest"}}
		})
		abroad := aPublicCase(t, 1, func(c *desk.Case) { c.ID, c.Territory, c.Status, c.Episodes = id(desk.KindCase), "KZ", "released", nil })
		e, p := putPublic(t, rooms, first, group, abroad)
		got, err := e.Case(t.Context(), first.ID)
		first.Episodes[0], first.Episodes[1] = first.Episodes[1], first.Episodes[0] // oldest first
		if err != nil || !reflect.DeepEqual(got, first) {
			t.Errorf("got  %+v\nwant %+v, %v", got, first, err)
		}
		for _, c := range []struct {
			q    public.CaseQuery
			want int
		}{
			{public.CaseQuery{}, 3}, {public.CaseQuery{Territory: "RU"}, 2}, {public.CaseQuery{Community: "falun-gong"}, 1}, {public.CaseQuery{Status: public.Released}, 1},
			{public.CaseQuery{Text: "quarvellian"}, 2}, {public.CaseQuery{Text: "Кварвеллиан", Territory: "RU"}, 1}, {public.CaseQuery{Text: "크바르"}, 2},
			{public.CaseQuery{Text: "praying moscow"}, 3}, {public.CaseQuery{Text: "nobody"}, 0}, {public.CaseQuery{Text: "!?"}, 0}, {public.CaseQuery{Page: 2}, 0},
		} {
			if r, err := e.Cases(t.Context(), c.q); err != nil || r.Total != c.want && c.q.Page == 0 || len(r.Cases) != c.want {
				t.Errorf("%+v: %d of %d, %v", c.q, len(r.Cases), r.Total, err)
			}
		}
		if h, err := e.Held(t.Context(), "RU"); err != nil || h != (public.HeldCount{Known: 1, Believed: 40}) {
			t.Errorf("%+v, %v", h, err)
		}
		if x, err := e.Totals(t.Context()); err != nil || x != (public.Totals{Territories: 2, Cases: 3, Communities: 2, CaseTerritories: 2}) {
			t.Errorf("%+v, %v", x, err)
		}
		// The arrest is dated in the week; a month alone is not.
		if w, err := e.Week(t.Context(), now.AddDate(0, 0, -7), now); err != nil || w != (public.Week{Arrested: 1, Released: 1, Corrected: 2}) {
			t.Errorf("%+v, %v", w, err)
		}
		if list, err := e.Corrections(t.Context(), 1); err != nil || len(list) != 1 || !list[0].Case || list[0].Note != "The date." {
			t.Errorf("%+v, %v", list, err)
		}
		n := 0
		if err := e.EachCase(t.Context(), "RU", func(c public.Case) error { n++; return nil }); err != nil || n != 2 {
			t.Errorf("%d cases, %v", n, err)
		}
		if list, err := e.Communities(t.Context()); err != nil || !reflect.DeepEqual(list, []public.CommunityCount{{Community: "bahai", Cases: 2}, {Community: "falun-gong", Cases: 1}}) {
			t.Errorf("%+v, %v", list, err)
		}
		if err := p.WithdrawCase(t.Context(), first.ID, 4); err != nil {
			t.Fatal(err)
		}
		if err := p.PutCase(t.Context(), first); err != nil { // an older version does not come back
			t.Fatal(err)
		}
		if _, err := e.Case(t.Context(), first.ID); !fault.Is(err, fault.Gone) {
			t.Error(err)
		}
		if _, err := e.Case(t.Context(), "never"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		if r, err := e.Cases(t.Context(), public.CaseQuery{Text: "Кварвеллиан"}); err != nil || r.Total != 1 {
			t.Errorf("%+v, %v", r, err)
		}
		if err := p.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
		if r, err := e.Cases(t.Context(), public.CaseQuery{Text: "praying"}); err != nil || r.Total != 0 {
			t.Errorf("%+v, %v", r, err)
		}
	})
}

// TestWithdrawnCaseIsInNoByte looks at every byte of the edition's folder.
func TestWithdrawnCaseIsInNoByte(t *testing.T) {
	p, _, folder := onSQLite(t)
	for i := range 50 {
		c := aPublicCase(t, 1, func(c *desk.Case) {
			c.ID = id(desk.KindCase)
			if i != 20 {
				c.Title, c.Names = fmt.Sprint("Case ", i, " (invented)"), nil
			}
		})
		if err := p.PutCase(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		if i == 20 {
			defer func(id string) {
				if !inFolder(t, folder, "Quarvellian") {
					t.Error("the name never was in the folder, so this proves nothing")
				}
				if err := p.WithdrawCase(t.Context(), id, 2); err != nil {
					t.Error(err)
				}
				sweep(t, p)
				for _, form := range []string{"Quarvellian", strings.ToLower("Quarvellian"), "Кварвеллиан", "кварвеллиан", "크바", "uarvelli"} {
					if inFolder(t, folder, form) {
						t.Errorf("%s is still in the folder", form)
					}
				}
			}(c.ID)
		}
	}
}

func TestReplayWithdrawsCases(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		c := inventedCase()
		c.State = desk.CasePublished
		if _, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbPublish)); err != nil {
			t.Fatal(err)
		}
		if err := s.Replay(t.Context(), []store.Stop{{At: now.Add(time.Minute), Kind: store.StopWithdrawn, ID: c.ID}}, now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Case(t.Context(), c.ID); err != nil || got.State != desk.CaseWithdrawn {
			t.Errorf("%v, %v", got.State, err)
		}
		if due, err := s.DueCases(t.Context(), true, 10); err != nil || len(due) != 1 {
			t.Errorf("the withdrawal does not pass the pause: %v, %v", due, err)
		}
	})
}
