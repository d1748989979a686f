package storetest

import (
	"slices"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

// namedCase stores an invented case and gives the version of the names then.
func namedCase(t *testing.T, s *deskstore.Store) (desk.Case, int64) {
	t.Helper()
	c := inventedCase()
	stored, err := s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbAdd))
	if err != nil {
		t.Fatal(err)
	}
	version, err := s.NamesVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stored, version
}

func linkOf(a desk.Article, c desk.Case) desk.Mention {
	return desk.Mention{ArticleID: a.ID, CaseID: c.ID, State: desk.MentionProposed, Certain: true, Reasons: []string{"whole", "same-territory"}, Begin: 3, End: 9, Words: "Ivan Quarvellian", Count: 2}
}

// TestLinksKeepDecisions has workers find the same links again and again while
// editors decide one: it is decided once, and a refused one does not return.
func TestLinksKeepDecisions(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "Invented Ivan Quarvellian was held.")
		c, version := namedCase(t, s)
		list, err := s.Names(t.Context())
		if err != nil || list.Version != version || len(list.Cases) != 1 || len(list.Cases[0].Names) != 3 || list.Cases[0].Since != "2025" || list.Cases[0].Community != "bahai" {
			t.Fatalf("%+v, %v", list, err)
		}
		waiting, err := s.Unlinked(t.Context(), 9)
		if err != nil || len(waiting) != 1 || waiting[0].ID != a.ID || waiting[0].Text != a.Text {
			t.Fatalf("%+v, %v", waiting, err)
		}
		noErrors(t, atOnce(6, func(int) error { return s.SaveMentions(t.Context(), waiting[0], version, []desk.Mention{linkOf(a, c)}) }))
		if left, err := s.Unlinked(t.Context(), 9); err != nil || len(left) != 0 {
			t.Errorf("still to be looked at: %+v, %v", left, err)
		}
		links, err := s.Mentions(t.Context(), a.ID)
		if err != nil || len(links) != 1 || !links[0].Certain || links[0].CaseTitle != c.Title || links[0].Count != 2 || !slices.Equal(links[0].Reasons, []string{"whole", "same-territory"}) {
			t.Fatalf("%+v, %v", links, err)
		}
		errs := atOnce(6, func(int) error {
			return s.DecideMention(t.Context(), a.ID, c.ID, desk.MentionRefused, decisionOf(a.ID, desk.VerbRefuse))
		})
		won := slices.Index(errs, nil)
		for i, err := range errs {
			if i != won && !fault.Is(err, fault.Conflict) {
				t.Errorf("%d: %v", i, err)
			}
		}
		if history, err := s.Decisions(t.Context(), a.ID); err != nil || won < 0 || len(history) != 1 {
			t.Errorf("%d decisions, %v", len(history), err)
		}

		a.Title = "Corrected"
		if a, err = s.DecideArticle(t.Context(), a, decision(desk.VerbCorrect, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveMentions(t.Context(), waiting[0], version, nil); err != nil {
			t.Fatal(err)
		}
		waiting, err = s.Unlinked(t.Context(), 9)
		if err != nil || len(waiting) != 1 {
			t.Fatalf("a corrected article is not looked at again, or was with old words: %+v, %v", waiting, err)
		}
		moved := linkOf(a, c)
		moved.Begin = 4
		if err := s.SaveMentions(t.Context(), waiting[0], version, []desk.Mention{moved}); err != nil {
			t.Fatal(err)
		}
		if links, err = s.Mentions(t.Context(), a.ID); err != nil || len(links) != 1 || links[0].State != desk.MentionRefused || links[0].Begin != 4 {
			t.Errorf("%+v, %v", links, err)
		}
		if of, err := s.CaseMentions(t.Context(), c.ID, 9); err != nil || len(of) != 0 {
			t.Errorf("a refused one stands at the case: %+v, %v", of, err)
		}
		if err := s.DecideMention(t.Context(), a.ID, "none", desk.MentionAccepted, decisionOf(a.ID, desk.VerbAccept)); !fault.Is(err, fault.NotFound) {
			t.Errorf("of no case: %v", err)
		}
	})
}

// TestNamesThatChange: what was found by old names is not stored, what they
// proposed goes, and all articles are looked at once more, by one worker.
func TestNamesThatChange(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "Invented Ivan Quarvellian was held.")
		c, old := namedCase(t, s)
		waiting, err := s.Unlinked(t.Context(), 9)
		if err != nil {
			t.Fatal(err)
		}
		c.Note = "changed"
		if c, err = s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbChange)); err != nil {
			t.Fatal(err)
		}
		if v, err := s.NamesVersion(t.Context()); err != nil || v != old {
			t.Errorf("a note has all articles looked at again: %d, %v", v, err)
		}
		if err := s.SaveMentions(t.Context(), waiting[0], old, []desk.Mention{linkOf(a, c)}); err != nil {
			t.Fatal(err)
		}
		c.Names[0].Text = "Ivan Zorvane"
		if c, err = s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbChange)); err != nil {
			t.Fatal(err)
		}
		b := read(t, s, "Another invented text.")
		if waiting, err = s.Unlinked(t.Context(), 9); err != nil || len(waiting) != 1 || waiting[0].ID != b.ID {
			t.Fatalf("%+v, %v", waiting, err)
		}
		if err := s.SaveMentions(t.Context(), waiting[0], old, []desk.Mention{linkOf(b, c)}); err != nil {
			t.Fatal(err)
		}
		for _, x := range []desk.Article{a, b} {
			if links, err := s.Mentions(t.Context(), x.ID); err != nil || len(links) != 0 {
				t.Errorf("%+v, %v", links, err)
			}
		}
		var taken []deskstore.LookDue
		for _, n := range atOnceCounted(t, 6, func() (int, error) {
			list, err := s.LeaseLook(t.Context(), now, now.Add(time.Minute))
			if len(list) == 1 {
				taken = list // only one worker gets here
			}
			return len(list), err
		}) {
			if n > 1 {
				t.Errorf("%d leased", n)
			}
		}
		if len(taken) != 1 || taken[0].CaseID != c.ID || taken[0].Last != "" {
			t.Fatalf("%+v", taken)
		}
		all, err := s.After(t.Context(), "", 9)
		if err != nil || len(all) != 2 || all[0].ID > all[1].ID {
			t.Fatalf("%+v, %v", all, err)
		}
		if err := s.SaveLook(t.Context(), taken[0], all[1].ID, []desk.Mention{linkOf(a, c)}); err != nil {
			t.Fatal(err)
		}
		if links, err := s.Mentions(t.Context(), a.ID); err != nil || len(links) != 1 {
			t.Errorf("%+v, %v", links, err)
		}
		next, err := s.LeaseLook(t.Context(), now, now.Add(time.Minute))
		if err != nil || len(next) != 1 || next[0].Last != all[1].ID {
			t.Fatalf("%+v, %v", next, err)
		}
		c.Territory = "BY"
		if _, err = s.SaveCase(t.Context(), c, caseDecision(c, desk.VerbChange)); err != nil {
			t.Fatal(err)
		}
		if err := s.SaveLook(t.Context(), next[0], "", nil); err != nil {
			t.Fatal(err)
		}
		if next, err = s.LeaseLook(t.Context(), now, now.Add(time.Minute)); err != nil || len(next) != 1 || next[0].Last != "" {
			t.Fatalf("it does not begin anew: %+v, %v", next, err)
		}
		if err := s.SaveLook(t.Context(), next[0], "", nil); err != nil {
			t.Fatal(err)
		}
		if next, err = s.LeaseLook(t.Context(), now.Add(time.Hour), now.Add(2*time.Hour)); err != nil || len(next) != 0 {
			t.Errorf("it never ends: %+v, %v", next, err)
		}
	})
}
