package storetest

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// statement is an invented claim without a number; nobody made it.
func statement(articleID, words, polarity string) desk.Claim {
	return desk.Claim{ID: id(desk.KindClaim), ArticleID: articleID, State: desk.ClaimProposed, Begin: 1, End: 4, Words: words, Hedge: "none", Bound: "exact", Rule: "claims/2",
		Polarity: polarity, Mode: "quoted", Places: []string{"BY"}}
}

// TestWholeModelIsKept: what was read of a claim comes back as it was, of a
// number and of a statement, and goes with its next reading.
func TestWholeModelIsKept(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		stored := add(t, s, "Some invented words.")[0]
		r := reading(stored, "Some invented words.")
		r.Claims = []desk.Claim{statement(stored.ArticleID, "sends no workers", desk.Denies), inventedClaim(stored.ArticleID, 3)}
		if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
			t.Fatal(err)
		}
		got, err := s.Claims(t.Context(), stored.ArticleID)
		if err != nil || !reflect.DeepEqual(got, r.Claims) {
			t.Fatalf("got  %+v\nwant %+v, %v", got, r.Claims, err)
		}
		again := rereadable(t, s, stored.ArticleID)
		to := shortened(again, "Some words.")
		to.Proposed = []desk.Claim{statement(stored.ArticleID, "sends workers", desk.Predicts)}
		if err := s.SaveReread(t.Context(), to, decision(desk.VerbReread, stored.ArticleID, "", now)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Claims(t.Context(), stored.ArticleID); err != nil || !reflect.DeepEqual(got, to.Proposed) {
			t.Errorf("got  %+v\nwant %+v, %v", got, to.Proposed, err)
		}
	})
}

// TestFilledClaim: an accepted claim from before has what a newer reader knows
// of it, and stays accepted.
func TestFilledClaim(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "An invented text.")
		old := inventedClaim(a.ID, 1)
		full := old
		old.Mode, old.Basis, old.Kind, old.Plural, old.Via, old.Places, old.Cues, old.Source, old.Content = "", "", "", false, nil, nil, nil, desk.Span{}, desk.Span{}
		if err := s.AddClaim(t.Context(), old, decision(desk.VerbAccept, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		r := rereadable(t, s, a.ID)
		again := full
		again.ID = id(desk.KindClaim)
		to, err := r.Propose(desk.Reread{Article: r.Article}, r.Findings, []desk.Claim{again})
		if err != nil || len(to.Changes) != 1 || len(to.Proposed) != 0 || len(to.Moved) != 1 {
			t.Fatalf("%+v, %v", to, err)
		}
		if err := s.SaveReread(t.Context(), to, decision(desk.VerbReread, a.ID, "", now)); err != nil {
			t.Fatal(err)
		}
		full.State = desk.ClaimAccepted
		r = rereadable(t, s, a.ID)
		if !reflect.DeepEqual(r.Claims, []desk.Claim{full}) {
			t.Errorf("got  %+v\nwant %+v", r.Claims, full)
		}
		if to, err := r.Propose(desk.Reread{Article: r.Article}, r.Findings, []desk.Claim{again}); err != nil || len(to.Changes)+len(to.Moved) > 0 {
			t.Errorf("a second time: %+v, %v", to, err)
		}
	})
}

// TestDecisionMeetsReading: an editor accepts claims while their article is read
// again by several. Each claim is there once in the end; one whose acceptance
// was stored is accepted, and nobody is told that it was when it was not.
func TestDecisionMeetsReading(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const claims, readers = 4, 4
		a := read(t, s, "An invented text.")
		propose := func(r desk.Rereadable) error {
			var found []desk.Claim
			for n := range claims {
				found = append(found, inventedClaim(a.ID, n+1))
			}
			to, err := r.Propose(desk.Reread{Article: r.Article}, r.Findings, found)
			if err != nil {
				return err
			}
			return s.SaveReread(t.Context(), to, decision(desk.VerbReread, a.ID, "", now))
		}
		if err := propose(rereadable(t, s, a.ID)); err != nil {
			t.Fatal(err)
		}
		proposed, err := s.Claims(t.Context(), a.ID)
		if err != nil || len(proposed) != claims {
			t.Fatalf("%+v, %v", proposed, err)
		}
		r := rereadable(t, s, a.ID)
		errs := atOnce(claims+readers, func(i int) error {
			if i < claims {
				return s.DecideClaim(t.Context(), proposed[i].ID, true, decision(desk.VerbAccept, a.ID, "", now))
			}
			return propose(r)
		})
		after, err := s.Claims(t.Context(), a.ID)
		if err != nil || len(after) != claims {
			t.Fatalf("%d claims of %d: %+v, %v", len(after), claims, after, err)
		}
		for i, err := range errs {
			if err != nil && !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
			if i >= claims {
				continue
			}
			at := slices.IndexFunc(after, func(c desk.Claim) bool { return c.Words == fmt.Sprintf("as many as %d", i+1) })
			if at < 0 || (after[at].State == desk.ClaimAccepted) != (err == nil) {
				t.Errorf("claim %d, told %v: %+v", i, err, after)
			}
		}
	})
}
