package storetest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	deskstore "rightsdesk/internal/store/desk"
)

// inventedClaim is a claim of the article; nobody made it.
func inventedClaim(articleID string, n int) desk.Claim {
	return desk.Claim{
		ID: id(desk.KindClaim), ArticleID: articleID, State: desk.ClaimProposed, Begin: 10 * n, End: 10*n + 5, Words: fmt.Sprintf("as many as %d", n), Cue: "as many as",
		Claimant: "some experts (invented)", Hedge: "believed", Bound: "at_most", Max: float64(n), Unit: "people", Measure: "stock", Scope: "in Russia", AsOf: "2017-03", Rule: "claims/1",
		Polarity: desk.Asserts, Mode: "paraphrased", Basis: "unstated", Kind: "expert", Plural: true, Via: []string{"Example Wire", "the agency"}, Places: []string{"RU", "KP"},
		Number: fmt.Sprint(n), Counted: "workers", SaidOn: "2017-04", RefersTo: "2016", Source: desk.Span{Begin: 1, End: 4}, Content: desk.Span{Begin: 10 * n, End: 10*n + 5},
		Cues: []desk.Span{{Begin: 10 * n, End: 10*n + 2, Words: "as many as"}, {Begin: 5, End: 6, Words: "say"}},
	}
}

func accepted(articleID string, n int) desk.Claim {
	c := inventedClaim(articleID, n)
	c.State = desk.ClaimAccepted
	return c
}

// published gives an article that is public in the desk.
func published(t *testing.T, s *deskstore.Store) desk.Article {
	t.Helper()
	a := read(t, s, "Some invented words about Belarus.")
	a.Stage, a.Title, a.Outlet, a.Licence, a.Sensitivity, a.Territories = desk.StagePublished, "Invented", "Example Wire", desk.LicenceFull, desk.Open, []string{"BY"}
	a, err := s.DecideArticle(t.Context(), a, desk.Decision{ID: id(desk.KindDecision), At: now, Account: "u1", Verb: desk.VerbPublish, RecordID: a.ID})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ArticlesCarried(t.Context(), []desk.Article{a}); err != nil {
		t.Fatal(err)
	}
	return a
}

func decisionOf(recordID string, verb desk.Verb) desk.Decision {
	return desk.Decision{ID: id(desk.KindDecision), At: now, Account: "u1", Verb: verb, RecordID: recordID}
}

func TestClaimsAndFigures(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := published(t, s)
		one, two := inventedClaim(a.ID, 2), inventedClaim(a.ID, 1)
		for _, c := range []desk.Claim{one, two} {
			if err := s.AddClaim(t.Context(), c, decisionOf(c.ID, desk.VerbAccept)); err != nil {
				t.Fatal(err)
			}
		}
		list, err := s.Claims(t.Context(), a.ID)
		two.State = desk.ClaimAccepted
		if err != nil || len(list) != 2 || !reflect.DeepEqual(list[0], two) {
			t.Fatalf("%+v, %v", list, err)
		}
		due, err := s.DueArticles(t.Context(), 10)
		if err != nil || len(due) != 1 || due[0].UpdatedAt != a.UpdatedAt || due[0].Version != a.Version+2 {
			t.Errorf("the article of a claim is not due, or was changed: %+v, %v", due, err)
		}
		f := desk.Figure{ID: id(desk.KindFigure), Territory: "RU", Question: "Invented workers in Russia", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017",
			Rule: "The least and the most.", Claims: []string{two.ID}, Beside: []string{one.ID}}
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		if err := s.DecideClaim(t.Context(), one.ID, false, decisionOf(one.ID, desk.VerbRefuse)); err != nil {
			t.Fatal(err)
		}
		if err := s.DecideClaim(t.Context(), two.ID, false, decisionOf(two.ID, desk.VerbRefuse)); !fault.Is(err, fault.Conflict) {
			t.Errorf("a claim under a figure was refused: %v", err)
		}
		lines, err := s.AcceptedClaims(t.Context(), "BY", 10)
		if err != nil || len(lines) != 1 || !reflect.DeepEqual(lines[0].Claim, two) || lines[0].Outlet != "Example Wire" || lines[0].Title != "Invented" || !lines[0].Public {
			t.Errorf("%+v, %v", lines, err)
		}
		if lines, err := s.AcceptedClaims(t.Context(), "RU", 10); err != nil || len(lines) != 0 {
			t.Errorf("%+v, %v", lines, err)
		}
		if lines, err := s.FigureClaims(t.Context(), f.ID); err != nil || len(lines) != 2 || lines[1].State != desk.ClaimRefused {
			t.Errorf("%+v, %v", lines, err)
		}
		f.Version = 1
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbChange)); !fault.Is(err, fault.Invalid) {
			t.Errorf("a figure on a refused claim: %v", err)
		}
		f.Beside, f.Version = nil, 0
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbChange)); err == nil {
			t.Error("a figure was added twice")
		}
		figures, err := s.DueFigures(t.Context(), false, 10)
		if err != nil || len(figures) != 1 || figures[0].Version != 1 || len(figures[0].Claims) != 1 || len(figures[0].Beside) != 1 || figures[0].DecidedAt != now {
			t.Errorf("%+v, %v", figures, err)
		}
		if paused, err := s.DueFigures(t.Context(), true, 10); err != nil || len(paused) != 0 {
			t.Errorf("a figure passes the pause: %v, %v", paused, err)
		}
		if err := s.FigureCarried(t.Context(), f.ID, 1); err != nil {
			t.Fatal(err)
		}
		if all, err := s.Figures(t.Context()); err != nil || len(all) != 1 || all[0].EditionVersion != 1 {
			t.Errorf("%+v, %v", all, err)
		}
		if err := s.DecideClaim(t.Context(), "none", true, decisionOf("none", desk.VerbAccept)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		if err := s.AddClaim(t.Context(), inventedClaim("none", 3), decisionOf("x", desk.VerbAccept)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		if got, err := s.Figure(t.Context(), f.ID); err != nil || got.Question != f.Question || len(got.Claims) != 1 {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := s.Figure(t.Context(), "none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		f.Beside, f.Version, f.Withdrawn = []string{one.ID}, 1, true // with its refused claim
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbWithdraw)); err != nil {
			t.Error(err)
		}
		noErrors(t, atOnce(6, func(i int) error {
			return s.DecideClaim(t.Context(), two.ID, i%2 == 0, decisionOf(two.ID, desk.VerbAccept))
		}))
	})
}

// TestFigureOrRefusal lets a figure and the refusal of its claim meet: whoever
// comes second is told.
func TestFigureOrRefusal(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := published(t, s)
		for n := range 8 {
			c := inventedClaim(a.ID, n+1)
			if err := s.AddClaim(t.Context(), c, decisionOf(c.ID, desk.VerbAccept)); err != nil {
				t.Fatal(err)
			}
			f := desk.Figure{ID: id(desk.KindFigure), Territory: "RU", Question: "Invented", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017",
				Rule: "One.", Claims: []string{c.ID}}
			errs := atOnce(2, func(i int) error {
				if i == 0 {
					return s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd))
				}
				return s.DecideClaim(t.Context(), c.ID, false, decisionOf(c.ID, desk.VerbRefuse))
			})
			failed := 0
			for _, err := range errs {
				if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
					failed++
				} else if err != nil {
					t.Fatal(err)
				}
			}
			if failed != 1 {
				t.Errorf("round %d: %d of figure and refusal were told no: %v", n, failed, errs)
			}
		}
	})
}

func TestEditionFigures(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		a := report(1, 1, "Some experts speak of as many as 2.")
		desked := desk.Article{ID: a.ID, Outlet: a.Outlet, Published: a.Published, Licence: desk.LicenceFull}
		late, early := inventedClaim(a.ID, 2), inventedClaim(a.ID, 1)
		late.State, early.State, early.AsOf = desk.ClaimAccepted, desk.ClaimAccepted, "2015"
		a.Claims = publish.Claims(desked, []desk.Claim{early, late, inventedClaim(a.ID, 3)})
		if len(a.Claims) != 2 {
			t.Fatalf("what nobody accepted is public: %+v", a.Claims)
		}
		put(t, p, a)
		got, err := e.Article(t.Context(), a.ID)
		if err != nil || !reflect.DeepEqual(got.Claims, a.Claims) {
			t.Errorf("got  %+v\nwant %+v, %v", got.Claims, a.Claims, err)
		}
		f, err := publish.Figure(desk.Figure{ID: "rdk_g_1", Territory: "RU", Question: "Invented workers", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017",
			Rule: "The least and the most.", Note: "Not the rest.", Claims: []string{late.ID, "rdk_q_gone"}, Beside: []string{early.ID}, DecidedAt: now}, desk.Question{ID: "rdk_w_1", Origin: "KP", Definition: "One.", Scope: "Not two."})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.PutFigure(t.Context(), f, 1); err != nil {
			t.Fatal(err)
		}
		f.Claims, f.Beside = a.Claims[1:], a.Claims[:1] // without the one that is not public
		list, err := e.Figures(t.Context(), "RU")
		if err != nil || len(list) != 1 || !reflect.DeepEqual(list[0], f) {
			t.Errorf("got  %+v\nwant %+v, %v", list, f, err)
		}
		if list, err := e.Figures(t.Context(), "KP"); err != nil || len(list) != 0 {
			t.Errorf("%+v, %v", list, err)
		}
		if err := p.WithdrawArticle(t.Context(), a.ID, 2); err != nil {
			t.Fatal(err)
		}
		if list, err := e.Figures(t.Context(), "RU"); err != nil || len(list) != 0 {
			t.Errorf("a figure stands on withdrawn claims: %+v, %v", list, err)
		}
		if err := p.WithdrawFigure(t.Context(), f.ID, 2); err != nil {
			t.Fatal(err)
		}
		if err := p.PutFigure(t.Context(), f, 1); err != nil {
			t.Fatal(err)
		}
		a.Version = 3
		put(t, p, a)
		if list, err := e.Figures(t.Context(), "RU"); err != nil || len(list) != 0 {
			t.Errorf("an older version came back: %+v, %v", list, err)
		}
		if err := p.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestClaimsOfAnExcerptAreShort(t *testing.T) {
	c := inventedClaim("x", 1)
	c.State = desk.ClaimAccepted
	c.Words = "word word word word word word word word word word word word word word word word word word word word word word word word word word word word"
	got := publish.Claims(desk.Article{ID: "x", Licence: desk.LicenceExcerpt}, []desk.Claim{c})
	if len(got) != 1 || got[0].End != 0 || len(got[0].Words) >= len(c.Words) || got[0].Bound != public.AtMost || got[0].Hedge != public.Believed {
		t.Errorf("%+v", got)
	}
}

// TestClaimsOneByOne follows claims through the edition: each is found by its
// id, its words and its number while it is public, and gone after that.
func TestClaimsOneByOne(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		a := report(1, 1, "Some experts (invented) speak of as many as 50000 workers in Russia, and of 7 in Belarus.")
		desked := desk.Article{ID: a.ID, Outlet: a.Outlet, Published: a.Published, Licence: desk.LicenceFull}
		many, few := accepted(a.ID, 50000), accepted(a.ID, 7)
		many.ID, few.ID = "rdk_q_many", "rdk_q_few"
		many.Words, few.Words, few.Scope = "as many as 50000 workers in Russia", "and of 7 in Belarus", "in Belarus"
		a.Claims = publish.Claims(desked, []desk.Claim{many, few})
		put(t, p, a)
		if c, err := e.Claim(t.Context(), many.ID); err != nil || !reflect.DeepEqual(c, a.Claims[0]) {
			t.Errorf("%+v, %v", c, err)
		}
		if _, err := e.Claim(t.Context(), "rdk_q_never"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		find := func(text string, number float64, want ...string) {
			t.Helper()
			list, err := e.FindClaims(t.Context(), public.ClaimQuery{Text: text, Number: number})
			var got []string
			for _, c := range list {
				got = append(got, c.ID)
			}
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%q and %v find %v, want %v: %v", text, number, got, want, err)
			}
		}
		find("As many as 50000 WORKERS in Russia!", 0, many.ID)
		find("as many as 40000 workers in China", 0, many.ID) // five words of seven
		find("forty thousand gardeners in Peru", 0)
		find("in", 0, few.ID, many.ID)
		find("", 0)
		find("workers", 50000, many.ID)
		find("penguins", 50000, many.ID)
		find("", 7, few.ID)
		find("workers", 8)
		other := report(2, 1, "Nobody counted 50000 trees.")
		tree := accepted(other.ID, 50000)
		tree.ID, tree.Words, tree.Scope, tree.Unit = "rdk_q_trees", "50000 trees", "trees", "trees"
		desked.ID = other.ID
		other.Claims = publish.Claims(desked, []desk.Claim{tree})
		put(t, p, other)
		find("trees", 50000, tree.ID)
		find("", 50000, many.ID, tree.ID)

		f, err := publish.Figure(desk.Figure{ID: "rdk_g_1", Territory: "RU", Question: "Invented workers", Unit: "people", Measure: "stock", Min: 1, Max: 50000, AsOf: "2017",
			Rule: "The most.", Claims: []string{many.ID}, Beside: []string{few.ID}, DecidedAt: now}, desk.Question{ID: "rdk_w_1", Origin: "KP", Definition: "One.", Scope: "Not two."})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.PutFigure(t.Context(), f, 1); err != nil {
			t.Fatal(err)
		}
		for id, counted := range map[string]bool{many.ID: true, few.ID: false} {
			want := []public.ClaimUse{{Figure: f.ID, Territory: "RU", Question: "Invented workers", Counted: counted}}
			if uses, err := e.ClaimUses(t.Context(), id); err != nil || !reflect.DeepEqual(uses, want) {
				t.Errorf("%s: %+v, %v", id, uses, err)
			}
		}
		if uses, err := e.ClaimUses(t.Context(), tree.ID); err != nil || len(uses) != 0 {
			t.Errorf("%+v, %v", uses, err)
		}

		isGone := func(id string) {
			t.Helper()
			if _, err := e.Claim(t.Context(), id); !fault.Is(err, fault.Gone) {
				t.Errorf("%s is not gone: %v", id, err)
			}
		}
		refused := a
		refused.Version, refused.Claims = 2, a.Claims[1:]
		put(t, p, refused)
		isGone(many.ID)
		find("workers", 50000, tree.ID)
		if uses, err := e.ClaimUses(t.Context(), few.ID); err != nil || len(uses) != 0 {
			t.Errorf("a figure that nothing stands under is named: %+v, %v", uses, err)
		}
		again := a
		again.Version = 3
		put(t, p, again)
		find("workers", 50000, many.ID)
		withdraw(t, p, a.ID, 4)
		isGone(many.ID)
		isGone(few.ID)
		find("and of 7 in Belarus", 0)
		if err := p.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
		isGone(tree.ID)
		put(t, p, other)
		find("trees", 50000, tree.ID)
		if c, err := e.Claim(t.Context(), tree.ID); err != nil || c.Words != "50000 trees" {
			t.Errorf("%+v, %v", c, err)
		}
	})
}

// TestClaimsOfAnExcerptAreFoundByWhatIsPublic holds that words which a licence
// keeps back find nothing.
func TestClaimsOfAnExcerptAreFoundByWhatIsPublic(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		a := report(1, 1, "Short.")
		a.Licence = public.Excerpt
		c := accepted(a.ID, 3)
		c.Words = strings.Repeat("open ", publish.ClaimWords) + "kept back for the publisher"
		a.Claims = publish.Claims(desk.Article{ID: a.ID, Licence: desk.LicenceExcerpt}, []desk.Claim{c})
		put(t, p, a)
		for text, want := range map[string]int{"open": 1, "kept back for the publisher": 0} {
			if list, err := e.FindClaims(t.Context(), public.ClaimQuery{Text: text}); err != nil || len(list) != want {
				t.Errorf("%q finds %+v, %v", text, list, err)
			}
		}
	})
}
