package storetest

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

// inventedQuestion asks for invented workers from North Korea in Russia.
func inventedQuestion() desk.Question {
	return desk.Question{
		ID: id(desk.KindQuestion), Title: "Invented workers in Russia", Territory: "RU", Origin: "KP", Measure: "stock", Unit: "people", Since: "2015",
		Terms: []desk.Term{{Language: "en", Text: "workers"}, {Language: "ru", Text: "рабочие"}}, Acts: []desk.Term{{Text: "many"}}, Definition: "One at work.", Scope: "Not those of before.", Editor: "u1",
	}
}

func saveQuestion(t *testing.T, s *deskstore.Store, q desk.Question) desk.Question {
	t.Helper()
	if err := s.SaveQuestion(t.Context(), q, decisionOf(q.ID, desk.VerbAdd)); err != nil {
		t.Fatal(err)
	}
	q, err := s.Question(t.Context(), q.ID)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// fromKorea reads every claim as one of workers from North Korea in Russia.
func fromKorea(_ desk.Article, claims []desk.Claim) []desk.Traits {
	out := make([]desk.Traits, len(claims))
	for i, c := range claims {
		out[i] = desk.Traits{Words: "many workers, " + c.Words, Origins: []string{"KP"}, Places: []string{"RU"}, Measure: c.Measure}
	}
	return out
}

// ask compares until there is nothing left to compare.
func ask(t *testing.T, s *deskstore.Store) {
	t.Helper()
	for n, err := s.AskArticles(t.Context(), fromKorea, now, 10); n > 0 || err != nil; n, err = s.AskArticles(t.Context(), fromKorea, now, 10) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for more, err := s.AskQuestions(t.Context(), now); more || err != nil; more, err = s.AskQuestions(t.Context(), now) {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// links gives the states of a question's links by the id of their claim.
func links(t *testing.T, s *deskstore.Store, question string) map[string]desk.LinkState {
	t.Helper()
	list, err := s.Links(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]desk.LinkState{}
	for _, l := range list {
		out[l.ID] = l.State
	}
	return out
}

func wantLinks(t *testing.T, s *deskstore.Store, question string, want map[string]desk.LinkState, waiting int) {
	t.Helper()
	if got := links(t, s, question); !reflect.DeepEqual(got, want) {
		t.Errorf("links %v, want %v", got, want)
	}
	if n, err := s.WaitingProposals(t.Context(), "u1"); err != nil || n != waiting {
		t.Errorf("%d wait, want %d: %v", n, waiting, err)
	}
}

// withClaims reads an article that has claims which nobody decided.
func withClaims(t *testing.T, s *deskstore.Store, text string, claims ...desk.Claim) desk.Article {
	t.Helper()
	stored := add(t, s, text)[0]
	r := reading(stored, text)
	for _, c := range claims {
		c.ArticleID = stored.ArticleID
		r.Claims = append(r.Claims, c)
	}
	if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
		t.Fatal(err)
	}
	a, err := s.Article(t.Context(), stored.ArticleID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestQuestions(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		q := saveQuestion(t, s, inventedQuestion())
		want := inventedQuestion()
		want.ID, want.Version, want.CreatedAt, want.UpdatedAt = q.ID, 1, now, now
		if !reflect.DeepEqual(q, want) {
			t.Errorf("got  %+v\nwant %+v", q, want)
		}
		lacking := q
		lacking.Territory = ""
		if err := s.SaveQuestion(t.Context(), lacking, decisionOf(q.ID, desk.VerbChange)); !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
		changed := q
		changed.Terms, changed.Closed = changed.Terms[:1], true
		told := atOnce(5, func(int) error { return s.SaveQuestion(t.Context(), changed, decisionOf(q.ID, desk.VerbChange)) })
		if n := len(slices.DeleteFunc(told, func(err error) bool { return fault.Is(err, fault.Conflict) })); n != 1 {
			t.Errorf("%d of five changes at once were stored", n)
		}
		if got, err := s.Question(t.Context(), q.ID); err != nil || got.Version != 2 || !got.Closed || len(got.Terms) != 1 {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := s.Question(t.Context(), "none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		if list, err := s.Questions(t.Context()); err != nil || len(list) != 1 || list[0].ID != q.ID || list[0].Waiting+list[0].Linked+list[0].Figures != 0 {
			t.Errorf("%+v, %v", list, err)
		}
	})
}

// TestProposals follows claims from the machine's proposal to what people make
// of it.
func TestProposals(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		yes, no, flow := inventedClaim("", 10), inventedClaim("", 20), inventedClaim("", 30)
		flow.Measure = "flow"
		a := withClaims(t, s, "as many as 10, as many as 20, as many as 30", yes, no, flow)
		q := saveQuestion(t, s, inventedQuestion())
		ask(t, s)
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.LinkProposed, no.ID: desk.LinkProposed, flow.ID: desk.LinkProposed}, 2)
		list, err := s.Links(t.Context(), q.ID)
		if err != nil || list[2].ID != flow.ID || list[2].Verdict != desk.Near || !reflect.DeepEqual(list[2].Against, []desk.Reason{{Code: desk.OtherMeasure, About: "flow"}}) ||
			len(list[0].For) != 5 || list[0].Places[0] != "RU" || list[0].Title != a.Title {
			t.Errorf("%+v, %v", list, err)
		}
		if n, err := s.WaitingProposals(t.Context(), "another"); err != nil || n != 0 {
			t.Errorf("%d wait for somebody else: %v", n, err)
		}

		decideLink := func(claim string, state desk.LinkState) error {
			return s.DecideLink(t.Context(), q.ID, claim, state, decisionOf(q.ID, desk.VerbAccept), decisionOf(a.ID, desk.VerbAccept))
		}
		for claim, state := range map[string]desk.LinkState{yes.ID: desk.Linked, no.ID: desk.LinkRefused, flow.ID: desk.LinkBeside} {
			if err := decideLink(claim, state); err != nil {
				t.Fatal(err)
			}
		}
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.Linked, flow.ID: desk.LinkBeside}, 0)
		claims, err := s.Claims(t.Context(), a.ID)
		if err != nil || claims[0].State != desk.ClaimAccepted || claims[1].State != desk.ClaimProposed || claims[2].State != desk.ClaimAccepted {
			t.Errorf("claims %+v, %v", claims, err)
		}

		// Read again, the refused claim has another id and the same number.
		r, err := s.Rereadable(t.Context(), "", "", 10)
		if err != nil || len(r) != 1 {
			t.Fatal(len(r), err)
		}
		again := no
		again.ID, again.ArticleID = id(desk.KindClaim), a.ID
		if err := s.SaveReread(t.Context(), desk.Reread{Article: r[0].Article, Proposed: []desk.Claim{again}}, decisionOf(a.ID, desk.VerbReread)); err != nil {
			t.Fatal(err)
		}
		ask(t, s)
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.Linked, flow.ID: desk.LinkBeside}, 0)

		q.Terms = []desk.Term{{Text: "nobody"}}
		q = saveQuestion(t, s, q)
		other := inventedClaim("", 40)
		b := withClaims(t, s, "as many as 40 of others", other)
		ask(t, s)
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.Linked, flow.ID: desk.LinkBeside}, 0)
		q.Terms = inventedQuestion().Terms
		q = saveQuestion(t, s, q) // all claims that there are are compared again, and only what is new comes
		ask(t, s)
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.Linked, flow.ID: desk.LinkBeside, other.ID: desk.LinkProposed}, 1)

		if err := s.DecideClaim(t.Context(), other.ID, false, decisionOf(b.ID, desk.VerbRefuse)); err != nil {
			t.Fatal(err)
		}
		wantLinks(t, s, q.ID, map[string]desk.LinkState{yes.ID: desk.Linked, flow.ID: desk.LinkBeside}, 0)
		if err := decideLink(other.ID, desk.Linked); !fault.Is(err, fault.Conflict) {
			t.Errorf("a refused claim was linked: %v", err)
		}
		if err := decideLink("none", desk.Linked); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		if err := s.DecideLink(t.Context(), "none", yes.ID, desk.Linked, decisionOf("x", desk.VerbAccept), decisionOf("x", desk.VerbAccept)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

// TestQuestionsOfFigures: a figure links what it uses, its claims are not
// proposed, and one without a question gets its own.
func TestQuestionsOfFigures(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := published(t, s)
		one, two := inventedClaim(a.ID, 1), inventedClaim(a.ID, 2)
		for _, c := range []desk.Claim{one, two} {
			if err := s.AddClaim(t.Context(), c, decisionOf(c.ID, desk.VerbAccept)); err != nil {
				t.Fatal(err)
			}
		}
		q := saveQuestion(t, s, inventedQuestion())
		ask(t, s)
		wantLinks(t, s, q.ID, map[string]desk.LinkState{one.ID: desk.LinkProposed, two.ID: desk.LinkProposed}, 2)
		f := desk.Figure{ID: id(desk.KindFigure), QuestionID: q.ID, Territory: "RU", Question: q.Title, Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017",
			By: "range", Rule: "The least and the most.", Note: "Not the rest.", Claims: []string{two.ID}, Beside: []string{one.ID}}
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		wantLinks(t, s, q.ID, map[string]desk.LinkState{two.ID: desk.Linked, one.ID: desk.LinkBeside}, 0)
		for state, claim := range map[desk.LinkState]string{desk.LinkRefused: one.ID, desk.LinkBeside: two.ID} {
			if err := s.DecideLink(t.Context(), q.ID, claim, state, decisionOf(q.ID, desk.VerbRefuse), decisionOf(a.ID, desk.VerbAccept)); !fault.Is(err, fault.Conflict) {
				t.Errorf("%s of a claim under a figure: %v", state, err)
			}
		}
		if list, err := s.Questions(t.Context()); err != nil || list[0].Linked != 1 || list[0].Figures != 1 {
			t.Errorf("%+v, %v", list, err)
		}
		got, err := s.Figure(t.Context(), f.ID)
		if err != nil || got.QuestionID != q.ID || got.By != "range" {
			t.Errorf("%+v, %v", got, err)
		}
		own := f
		own.ID, own.QuestionID, own.Question = id(desk.KindFigure), "", "Another"
		if err := s.SaveFigure(t.Context(), own, decisionOf(own.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		if got, err = s.Figure(t.Context(), own.ID); err != nil {
			t.Fatal(err)
		}
		if made, err := s.Question(t.Context(), got.QuestionID); err != nil || made.Title != "Another" || made.Scope != f.Note || desk.KindOf(made.ID) != desk.KindQuestion {
			t.Errorf("%+v, %v", made, err)
		}
		flow := got
		flow.Measure = "flow"
		if err := s.SaveFigure(t.Context(), flow, decisionOf(own.ID, desk.VerbChange)); !fault.Is(err, fault.Invalid) {
			t.Errorf("a flow answers how many there are: %v", err)
		}
		got.QuestionID = "none"
		if err := s.SaveFigure(t.Context(), got, decisionOf(own.ID, desk.VerbChange)); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
		q.Definition = "Another one."
		if err := s.FigureCarried(t.Context(), f.ID, 1); err != nil {
			t.Fatal(err)
		}
		saveQuestion(t, s, q)
		due, err := s.DueFigures(t.Context(), false, 10)
		if err != nil || !slices.ContainsFunc(due, func(x desk.Figure) bool { return x.ID == f.ID }) {
			t.Errorf("a figure does not follow its question: %+v, %v", due, err)
		}
	})
}

// TestTerritoriesOfAnArticleAreAsked: claims that name no place are those of
// their article's territories, proposed or decided.
func TestTerritoriesOfAnArticleAreAsked(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := withClaims(t, s, "as many as 10 somewhere", inventedClaim("", 10))
		var asked [][]string
		reader := func(a desk.Article, claims []desk.Claim) []desk.Traits {
			asked = append(asked, a.Territories)
			return make([]desk.Traits, len(claims))
		}
		once := func() {
			t.Helper()
			if n, err := s.AskArticles(t.Context(), reader, now, 10); err != nil || n != 1 {
				t.Fatal(n, err)
			}
		}
		once()
		d := decisionOf(a.ID, desk.VerbCorrect)
		d.Changes = []desk.Change{{Field: "territories", After: "RU"}}
		a.Territories = []string{"RU"}
		a, err := s.DecideArticle(t.Context(), a, d)
		if err != nil {
			t.Fatal(err)
		}
		once()
		if _, err := s.DecideArticle(t.Context(), a, decisionOf(a.ID, desk.VerbCorrect)); err != nil {
			t.Fatal(err)
		}
		if n, err := s.AskArticles(t.Context(), reader, now, 10); err != nil || n != 0 {
			t.Errorf("compared again for nothing: %d, %v", n, err)
		}
		if want := [][]string{{"BY"}, {"RU"}}; !reflect.DeepEqual(asked, want) {
			t.Errorf("%v, want %v", asked, want)
		}
	})
}

// TestNoProposalIsMissed lets new claims and a new question meet.
func TestNoProposalIsMissed(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for n := range 6 {
			c := inventedClaim("", 100+n)
			withClaims(t, s, "as many as some in round "+string(rune('a'+n)), c)
			q := inventedQuestion()
			noErrors(t, atOnce(4, func(i int) error {
				switch i {
				case 0:
					return s.SaveQuestion(t.Context(), q, decisionOf(q.ID, desk.VerbAdd))
				case 1, 2:
					_, err := s.AskArticles(t.Context(), fromKorea, now, 10)
					return err
				}
				_, err := s.AskQuestions(t.Context(), now)
				return err
			}))
			ask(t, s)
			if got := links(t, s, q.ID); got[c.ID] != desk.LinkProposed || len(got) != n+1 {
				t.Errorf("round %d: %v", n, got)
			}
		}
	})
}

// TestFiguresGetTheirQuestions migrates a desk of before there were questions.
func TestFiguresGetTheirQuestions(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		all, err := os.ReadDir("../desk/migrations")
		if err != nil {
			t.Fatal(err)
		}
		before := fstest.MapFS{}
		for _, f := range all {
			if f.Name() >= "00018" {
				continue
			}
			text, err := os.ReadFile("../desk/migrations/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			before["migrations/"+f.Name()] = &fstest.MapFile{Data: text}
		}
		db := rooms.Open(t, "desk", store.ReadWrite)
		if err := db.Migrate(t.Context(), before, rooms.Folder, now); err != nil {
			t.Fatal(err)
		}
		err = db.Write(t.Context(), func(tx store.Tx) error {
			for _, row := range []struct {
				table string
				given map[string]any
			}{
				{"sources", map[string]any{"id": "s1"}}, {"captures", map[string]any{"id": "k1", "source_id": "s1"}},
				{"articles", map[string]any{"id": "a1", "capture_id": "k1", "source_id": "s1"}},
				{"claims", map[string]any{"id": "q1", "article_id": "a1", "least": 7.0, "state": "accepted", "begins": 1}},
				{"claims", map[string]any{"id": "q2", "article_id": "a1", "state": "accepted", "begins": 2}},
			} {
				if err := insertEmpty(t, tx, row.table, row.given); err != nil {
					return err
				}
			}
			for _, statement := range []string{
				`INSERT INTO figures (id, territory, question, unit, measure, least, most, as_of, rule, note, withdrawn, version, edition_version, decided_at)
					VALUES ('rdk_g_aaaaaaaaaaaaaaaa', 'RU', 'Invented workers', 'people', 'stock', 1, 2, '2017', 'One.', 'Not the rest.', 0, 3, 3, '2026-01-02T00:00:00.000000Z'),
					('rdk_g_bbbbbbbbbbbbbbbb', 'KP', 'Withdrawn ones', 'people', 'flow', 1, 2, '2017', 'One.', '', 1, 1, 1, '2026-01-02T00:00:00.000000Z')`,
				`INSERT INTO figure_claims (figure_id, position, beside, claim_id) VALUES ('rdk_g_aaaaaaaaaaaaaaaa', 0, 0, 'q1'), ('rdk_g_aaaaaaaaaaaaaaaa', 1, 1, 'q2')`,
			} {
				if err := store.Exec(t.Context(), tx, statement); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		s := openDesk(t, rooms)
		list, err := s.Questions(t.Context())
		if err != nil || len(list) != 2 || !list[1].Closed || list[0].Title != "Invented workers" || list[0].Scope != "Not the rest." || list[0].Measure != "stock" || list[0].Figures != 1 {
			t.Fatalf("%+v, %v", list, err)
		}
		f, err := s.Figure(t.Context(), "rdk_g_aaaaaaaaaaaaaaaa")
		if err != nil || f.QuestionID != "rdk_w_aaaaaaaaaaaaaaaa" || f.QuestionID != desk.QuestionOf(f).ID || f.Version != 4 {
			t.Errorf("%+v, %v", f, err)
		}
		if got := links(t, s, f.QuestionID); !reflect.DeepEqual(got, map[string]desk.LinkState{"q1": desk.Linked, "q2": desk.LinkBeside}) {
			t.Errorf("links %v", got)
		}
		if more, err := s.AskQuestions(t.Context(), now); err != nil || more {
			t.Errorf("a question without terms is compared: %v, %v", more, err)
		}
	})
}

// insertEmpty adds a row in which all that is not given is empty.
func insertEmpty(t testing.TB, tx store.Tx, table string, given map[string]any) error {
	t.Helper()
	rows, err := tx.QueryContext(t.Context(), `SELECT * FROM `+table+` WHERE 1 = 0`)
	if err != nil {
		return err
	}
	types, err := rows.ColumnTypes()
	if err := errors.Join(err, rows.Close()); err != nil {
		return err
	}
	var names, places []string
	var values []any
	for i, c := range types {
		value := given[c.Name()]
		if kind := strings.ToUpper(c.DatabaseTypeName()); value == nil && (strings.Contains(kind, "INT") || kind == "REAL" || kind == "FLOAT8") {
			value = 0
		} else if value == nil {
			value = ""
		}
		names, places, values = append(names, c.Name()), append(places, fmt.Sprintf("$%d", i+1)), append(values, value)
	}
	return store.Exec(t.Context(), tx, `INSERT INTO `+table+` (`+strings.Join(names, ", ")+`) VALUES (`+strings.Join(places, ", ")+`)`, values...)
}
