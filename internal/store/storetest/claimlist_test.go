package storetest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

// ledger gives a desk with claims of two articles; nobody made them.
func ledger(t *testing.T, s *deskstore.Store) (articles []string, names map[string]string) {
	t.Helper()
	stored := add(t, s, "A first invented text.", "A second invented text.")
	count := func(article, name, who, counted string, n float64, place string) desk.Claim {
		c := inventedClaim(article, len(name))
		c.Words, c.Claimant, c.Bound, c.Min, c.Max, c.Counted, c.Places, c.AsOf, c.Hedge = name, who, "exact", n, n, counted, []string{place}, "", "none"
		return c
	}
	of := func(i int) string { return stored[i].ArticleID }
	few := count(of(0), "Thirty are in Russia", "Some Experts", "workers", 30, "RU")
	many := count(of(1), "as many as fifty", "officials", "workers", 50, "RU")
	many.Hedge, many.Bound, many.Min = "believed", "at_least", 50
	many.Max = 0
	apart := count(of(0), "Thirty in China", "some experts", "workers", 30, "CN")
	soldiers := count(of(1), "Ten soldiers", "officials", "soldiers", 10, "RU")
	denial := statement(of(1), "that sending workers violates any sanctions", desk.Denies)
	says := statement(of(0), "Sending workers violates the sanctions.", desk.Asserts)
	names = map[string]string{few.ID: "few", many.ID: "many", apart.ID: "apart", soldiers.ID: "soldiers", denial.ID: "denial", says.ID: "says"}
	var readings []desk.Reading
	for i, list := range [][]desk.Claim{{few, apart, says}, {many, soldiers, denial}} {
		r := reading(stored[i], fmt.Sprint("text ", i))
		r.Claims = list
		readings = append(readings, r)
	}
	if err := s.SaveReadings(t.Context(), readings, now); err != nil {
		t.Fatal(err)
	}
	return []string{of(0), of(1)}, names
}

// TestClaimList asks for claims by each filter, and page by page.
func TestClaimList(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		_, names := ledger(t, s)
		id := func(name string) string {
			for id, n := range names {
				if n == name {
					return id
				}
			}
			t.Fatal(name)
			return ""
		}
		list := func(q desk.ClaimQuery) []desk.ClaimPlace {
			t.Helper()
			q.Limit = 10
			got, err := s.ClaimList(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		wants := func(q desk.ClaimQuery, want ...string) {
			t.Helper()
			var got []string
			for _, p := range list(q) {
				got = append(got, names[p.ID])
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%+v finds %q, want %q", q, got, want)
			}
		}
		yes, no := true, false
		if err := s.DecideClaim(t.Context(), id("apart"), true, decisionOf("a", desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		wants(desk.ClaimQuery{}, "few", "many", "apart", "soldiers", "denial", "says")
		wants(desk.ClaimQuery{State: desk.ClaimAccepted}, "apart")
		wants(desk.ClaimQuery{State: desk.ClaimProposed}, "few", "many", "soldiers", "denial", "says")
		wants(desk.ClaimQuery{Contested: true}, "few", "many", "denial", "says")
		wants(desk.ClaimQuery{Claimant: "SOME experts"}, "few", "apart")
		wants(desk.ClaimQuery{Territory: "CN"}, "apart")
		wants(desk.ClaimQuery{Territory: "RU", State: desk.ClaimProposed}, "few", "many", "soldiers")
		wants(desk.ClaimQuery{Hedged: &yes}, "many")
		wants(desk.ClaimQuery{Hedged: &no, Territory: "RU"}, "few", "soldiers")
		wants(desk.ClaimQuery{Text: "THIRTY are"}, "few")
		wants(desk.ClaimQuery{Text: "officials"}, "many", "soldiers")
		wants(desk.ClaimQuery{Text: "100%"})
		wants(desk.ClaimQuery{Text: "sanctions", Contested: true}, "denial", "says")

		// A refused claim contests nothing.
		if err := s.DecideClaim(t.Context(), id("denial"), false, decisionOf("a", desk.VerbRefuse)); err != nil {
			t.Fatal(err)
		}
		wants(desk.ClaimQuery{Contested: true}, "few", "many")
		counts, err := s.ClaimCounts(t.Context())
		if err != nil || counts[desk.ClaimProposed] != 4 || counts[desk.ClaimAccepted] != 1 || counts[desk.ClaimRefused] != 1 {
			t.Errorf("%v, %v", counts, err)
		}

		// Claims that answer one question disagree whatever they are about.
		if err := s.DecideClaim(t.Context(), id("few"), true, decisionOf("a", desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		f := desk.Figure{ID: "rdk_g_1", Territory: "RU", Question: "Invented workers", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017", Rule: "One.",
			Claims: []string{id("few")}, Beside: []string{id("apart")}}
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		wants(desk.ClaimQuery{Question: desk.QuestionOf(f).ID}, "few", "apart")
		wants(desk.ClaimQuery{Question: "rdk_w_none"})

		all := list(desk.ClaimQuery{})
		var pages []desk.ClaimPlace
		for before := ""; ; {
			page, err := s.ClaimList(t.Context(), desk.ClaimQuery{Before: before, Limit: 2})
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			pages, before = append(pages, page...), page[len(page)-1].Place
		}
		if !reflect.DeepEqual(pages, all) {
			t.Errorf("page by page\n%+v\nat once\n%+v", pages, all)
		}
		if got := list(desk.ClaimQuery{Territory: "RU", Before: list(desk.ClaimQuery{Territory: "RU"})[0].Place}); len(got) != 2 {
			t.Errorf("%+v", got)
		}
	})
}

// TestClaimIsCorrected: what an editor says stands beside what was read, is
// found by, survives a new reading, and can be put back. Of several who correct
// the same claim one is heard.
func TestClaimIsCorrected(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		articles, names := ledger(t, s)
		claims, err := s.Claims(t.Context(), articles[0])
		if err != nil {
			t.Fatal(err)
		}
		c := claims[slices.IndexFunc(claims, func(c desk.Claim) bool { return names[c.ID] == "few" })]
		to := c.Said()
		to.Claimant, to.Max, to.Bound, to.Min, to.Hedge, to.Places, to.Polarity = "Ada Invented", 300, "at_most", 0, "alleged", []string{"CN"}, desk.Predicts
		told := 0
		for _, err := range atOnce(5, func(int) error {
			return s.CorrectClaim(t.Context(), c.ID, c.Said(), to, decisionOf(c.ArticleID, desk.VerbCorrect))
		}) {
			if err == nil {
				told++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		if told != 1 {
			t.Errorf("%d corrected it", told)
		}
		got, err := s.Claim(t.Context(), c.ID)
		if err != nil || got.Corrected == nil || !reflect.DeepEqual(got.Corrected.Read, c.Said()) || got.Corrected.By != "u1" || !got.Corrected.At.Equal(now) ||
			!reflect.DeepEqual(got.Said(), to) || got.Words != c.Words || got.State != desk.ClaimProposed || !slices.Equal(got.Via, c.Via) {
			t.Fatalf("%+v, %v", got, err)
		}
		if found, err := s.ClaimList(t.Context(), desk.ClaimQuery{Claimant: "ada invented", Territory: "CN", Limit: 9}); err != nil || len(found) != 1 {
			t.Errorf("%+v, %v", found, err)
		}
		bad := to
		bad.Max = 0
		if err := s.CorrectClaim(t.Context(), c.ID, to, bad, decisionOf(c.ArticleID, desk.VerbCorrect)); !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
		if _, err := s.Claim(t.Context(), "none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}

		// A new reading finds the same words.
		r := rereadable(t, s, c.ArticleID)
		again := c
		again.ID = id(desk.KindClaim)
		reread, err := r.Propose(desk.Reread{Article: r.Article}, r.Findings, []desk.Claim{again})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.SaveReread(t.Context(), reread, decisionOf(c.ArticleID, desk.VerbReread)); err != nil {
			t.Fatal(err)
		}
		after, err := s.Claims(t.Context(), c.ArticleID)
		if err != nil || len(after) != 1 || after[0].ID != c.ID || after[0].Corrected == nil || after[0].Claimant != "Ada Invented" {
			t.Fatalf("%+v, %v", after, err)
		}
		if err := s.CorrectClaim(t.Context(), c.ID, to, c.Said(), decisionOf(c.ArticleID, desk.VerbUndo)); err != nil {
			t.Fatal(err)
		}
		if back, err := s.Claim(t.Context(), c.ID); err != nil || !reflect.DeepEqual(back.Claim, c) {
			t.Errorf("got  %+v\nwant %+v, %v", back.Claim, c, err)
		}
	})
}

// TestCorrectionMeetsReading: an editor corrects a claim while its article is
// read again; her correction is there, or she is told that it is not.
func TestCorrectionMeetsReading(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for round := range 6 {
			a := read(t, s, strings.Repeat("An invented text. ", round+1))
			first := inventedClaim(a.ID, 1)
			r := rereadable(t, s, a.ID)
			propose := func(c desk.Claim, r desk.Rereadable) error {
				to, err := r.Propose(desk.Reread{Article: r.Article}, r.Findings, []desk.Claim{c})
				if err != nil {
					return err
				}
				return s.SaveReread(t.Context(), to, decisionOf(a.ID, desk.VerbReread))
			}
			if err := propose(first, r); err != nil {
				t.Fatal(err)
			}
			r = rereadable(t, s, a.ID)
			to := first.Said()
			to.Claimant = "Ada Invented"
			errs := atOnce(2, func(i int) error {
				if i == 0 {
					again := first
					again.ID = id(desk.KindClaim)
					return propose(again, r)
				}
				return s.CorrectClaim(t.Context(), first.ID, first.Said(), to, decisionOf(a.ID, desk.VerbCorrect))
			})
			list, err := s.Claims(t.Context(), a.ID)
			if err != nil || len(list) != 1 {
				t.Fatalf("%+v, %v", list, err)
			}
			if corrected := list[0].Corrected != nil; corrected != (errs[1] == nil) || corrected == (errs[0] == nil) {
				t.Errorf("round %d: told %v, and it is %+v", round, errs, list[0])
			}
		}
	})
}

// TestClaimIsReopened: a decided claim is a proposal again, but not under a figure.
func TestClaimIsReopened(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := published(t, s)
		c := inventedClaim(a.ID, 1)
		if err := s.AddClaim(t.Context(), c, decisionOf(a.ID, desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		if err := s.ReopenClaim(t.Context(), c.ID, decisionOf(a.ID, desk.VerbUndo)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Claim(t.Context(), c.ID); err != nil || got.State != desk.ClaimProposed || !got.Public {
			t.Errorf("%+v, %v", got, err)
		}
		if err := s.DecideClaim(t.Context(), c.ID, true, decisionOf(a.ID, desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		f := desk.Figure{ID: "rdk_g_1", Territory: "RU", Question: "Invented", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017", Rule: "One.", Claims: []string{c.ID}}
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		if err := s.ReopenClaim(t.Context(), c.ID, decisionOf(a.ID, desk.VerbUndo)); !fault.Is(err, fault.Conflict) {
			t.Error(err)
		}
		if err := s.ReopenClaim(t.Context(), "none", decisionOf(a.ID, desk.VerbUndo)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

// TestHeadlined gives what headlines are held against, of those that have one.
func TestHeadlined(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		articles, _ := ledger(t, s)
		got, err := s.Headlined(t.Context(), append(articles, "none"))
		if err != nil || len(got) != 2 || got[articles[0]].Text != "text 0" || len(got[articles[1]].Claims) != 3 || got[articles[1]].Claims[0].Words == "" {
			t.Errorf("%+v, %v", got, err)
		}
		if got, err := s.Headlined(t.Context(), nil); err != nil || len(got) != 0 {
			t.Errorf("%+v, %v", got, err)
		}
	})
}
