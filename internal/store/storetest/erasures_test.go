package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

const erasedWord = "Kwarvelian" // an invented name

// secretCapture stores a capture that has the word wherever a capture may have
// it: it was announced, imported, read, corrected, decided.
func secretCapture(t *testing.T, s *deskstore.Store) (desk.Inward, desk.Article) {
	t.Helper()
	src := addSource(t, s, 1)
	entry := desk.Entry{ID: id(desk.KindEntry), Identity: "https://x.example/" + erasedWord, Link: "https://x.example/" + erasedWord, Title: erasedWord, Also: []string{"x.example/" + erasedWord}}
	if _, fresh, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: src.ID, At: now, Entries: []desk.Entry{entry}}); err != nil || fresh != 1 {
		t.Fatal(fresh, err)
	}
	in := imported(t, src, "1", "a text about "+erasedWord, "/"+erasedWord)
	in.Capture.EntryID, in.Capture.Address, in.Capture.FinalURL, in.Capture.FileName = entry.ID, entry.Link, entry.Link, erasedWord+".txt"
	in.Import.Author, in.Import.Outlet = erasedWord, erasedWord+" Post"
	if _, err := s.AddCaptures(t.Context(), []desk.Inward{in}); err != nil {
		t.Fatal(err)
	}
	r := desk.Reading{Article: desk.Article{
		ID: in.ArticleID, Stage: desk.StageWaiting, Title: erasedWord, Standfirst: erasedWord, Byline: []string{erasedWord}, Credit: erasedWord, Outlet: erasedWord, Address: entry.Link, Text: "Officials met " + erasedWord + ".",
		HTML: "<p>" + erasedWord + "</p>", Dateline: erasedWord, TextHash: "hash", Image: desk.Picture{Address: erasedWord, Caption: erasedWord, Credit: erasedWord, Alt: erasedWord},
		Removed: []desk.Removed{{Kind: "footer", Text: erasedWord}},
		Doubts:  []desk.Doubt{{Kind: "footer", Text: "Officials met " + erasedWord + "."}},
	}, Findings: []desk.Finding{{ID: id(desk.KindFinding), ArticleID: in.ArticleID, Kind: "territory", Value: "BY", Spans: []desk.Span{{Begin: 1, End: 2, Words: erasedWord}}}}}
	claim := inventedClaim(in.ArticleID, 3)
	claim.Words, claim.Claimant, claim.Via, claim.Cues[0].Words = erasedWord, erasedWord, []string{erasedWord}, erasedWord
	r.Claims = []desk.Claim{claim}
	r.Quotations = []desk.Quotation{inventedQuotation(in.ArticleID, erasedWord, erasedWord, 3)}
	q := saveQuestion(t, s, inventedQuestion())
	r.Edges = desk.Edges{Top: []string{erasedWord}, Bottom: []string{erasedWord}}
	if err := s.SaveReadings(t.Context(), []desk.Reading{r}, now); err != nil {
		t.Fatal(err)
	}
	ask(t, s)
	if got := links(t, s, q.ID); len(got) != 1 {
		t.Fatalf("nothing was proposed of the claim: %v", got)
	}
	blocks := []desk.RepeatedBlock{{ID: id(desk.KindBlock), ArticleID: in.ArticleID, Place: "top", Text: "Letter of " + erasedWord}}
	if err := s.Learned(t.Context(), src.ID, blocks, nil, 9, now); err != nil {
		t.Fatal(err)
	}
	a, err := s.Article(t.Context(), in.ArticleID)
	if err != nil {
		t.Fatal(err)
	}
	linkedAndTaught(t, s, a)
	a.Stage, a.Territories, a.Sensitivity = desk.StagePublished, []string{"BY"}, desk.Open
	d := decision(desk.VerbPublish, a.ID, "because of "+erasedWord, now)
	d.Changes = []desk.Change{{Field: "title", Before: erasedWord, After: erasedWord}}
	if a, err = s.DecideArticle(t.Context(), a, d); err != nil {
		t.Fatal(err)
	}
	if err := s.ArticlesCarried(t.Context(), []desk.Article{a}); err != nil {
		t.Fatal(err)
	}
	return in, a
}

// linkedAndTaught has a case linked to an article, and a correction of it taught,
// both with the word.
func linkedAndTaught(t *testing.T, s *deskstore.Store, a desk.Article) {
	t.Helper()
	c, version := namedCase(t, s)
	link := linkOf(a, c)
	link.Words = erasedWord
	if err := s.SaveMentions(t.Context(), a, version, []desk.Mention{link}); err != nil {
		t.Fatal(err)
	}
	l := lesson(a, erasedWord)
	l.Kind, l.Value = desk.FindingPerson, erasedWord
	m := desk.FindingMark{ArticleID: a.ID, Kind: l.Kind, Value: erasedWord, State: desk.MarkRefused}
	if err := s.MarkFinding(t.Context(), m, l, decisionOf(a.ID, desk.VerbRefuse)); err != nil {
		t.Fatal(err)
	}
	d := decisionOf(l.ID, desk.VerbAccept)
	d.Changes = []desk.Change{{Field: "lesson", Before: "proposed", After: "used: " + erasedWord}}
	if err := s.DecideLesson(t.Context(), *l, desk.LessonUsed, true, d); err != nil {
		t.Fatal(err)
	}
}

// propose has an account propose the erasure of a capture.
func propose(t *testing.T, s *deskstore.Store, captureID, account string) desk.Erasure {
	t.Helper()
	e := desk.Erasure{ID: id(desk.KindErasure), CaptureID: captureID, Reason: "a family asked for it"}
	if err := s.ProposeErasure(t.Context(), e, decisionBy(account, desk.VerbPropose, captureID)); err != nil {
		t.Fatal(err)
	}
	e, err := s.Erasure(t.Context(), e.ID)
	if err != nil || e.State != desk.ErasureProposed || e.ProposedBy != account {
		t.Fatal(e, err)
	}
	return e
}

func decisionBy(account string, verb desk.Verb, record string) desk.Decision {
	d := decision(verb, record, "", now)
	d.Account = account
	return d
}

// rowsWith gives the columns of the desk room in which a word stands.
func rowsWith(t *testing.T, rooms Rooms, word string) (found []string) {
	t.Helper()
	db := rooms.Open(t, "desk", store.ReadWrite)
	query := `SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT'`
	if rooms.Engine == store.Postgres {
		query = `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'desk' AND data_type = 'text'`
	}
	columns, err := store.Strings(t.Context(), db.Read(), query)
	if err != nil || len(columns) < 50 {
		t.Fatal(columns, err)
	}
	for _, column := range columns {
		table, name, _ := strings.Cut(column, ".")
		hits, err := store.Strings(t.Context(), db.Read(), `SELECT `+name+` FROM `+table+` WHERE `+name+` LIKE $1`, "%"+word+"%")
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) > 0 {
			found = append(found, column)
		}
	}
	return found
}

// TestErasedIsInNoByte: after two people erased a capture, nothing that it or
// anybody said of it is left in the database.
func TestErasedIsInNoByte(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		in, a := secretCapture(t, s)
		before := rowsWith(t, rooms, erasedWord)
		for _, column := range []string{"captures.address", "captures.file_name", "entries.title", "entry_names.name", "articles.text", "article_bylines.name", "article_removed.text", "article_doubts.text",
			"finding_spans.words", "claim_traits.words", "claims.words", "claim_relays.words", "claim_cues.words", "decisions.reason", "audit.before_text", "imports.author", "redirects.path", "article_edges.edges", "repeated_blocks.text",
			"quotations.words", "quotations.speaker", "case_links.words", "lessons.words", "finding_marks.value"} {
			if !slices.Contains(before, column) {
				t.Errorf("the word was never in %s: this test proves nothing of it", column)
			}
		}
		e := propose(t, s, in.Capture.ID, "anna")
		if err := s.AgreeErasure(t.Context(), e.ID, decisionBy("anna", desk.VerbErase, in.Capture.ID)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who proposed it agreed: %v", err)
		}
		agreed := 0
		for _, err := range atOnce(6, func(i int) error {
			return s.AgreeErasure(t.Context(), e.ID, decisionBy(fmt.Sprint("ben", i), desk.VerbErase, in.Capture.ID))
		}) {
			if err == nil {
				agreed++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		if agreed != 1 {
			t.Errorf("%d agreed", agreed)
		}
		erasedEverywhere(t, s, rooms, in, a)
	})
}

// erasedEverywhere checks what is left of a capture that was erased.
func erasedEverywhere(t *testing.T, s *deskstore.Store, rooms Rooms, in desk.Inward, a desk.Article) {
	t.Helper()
	leased, err := s.LeaseErasures(t.Context(), now, now.Add(time.Minute), 9)
	if err != nil || len(leased) != 1 || leased[0] != (deskstore.Wiped{CaptureID: in.Capture.ID, File: in.Capture.File}) {
		t.Fatal(leased, err)
	}
	if err := s.ErasureDone(t.Context(), in.Capture.ID); err != nil {
		t.Fatal(err)
	}
	if e, err := s.ErasureOf(t.Context(), in.Capture.ID); err != nil || e.State != desk.ErasureDone || e.ArticleID != a.ID {
		t.Errorf("%+v, %v", e, err)
	}
	if left := rowsWith(t, rooms, erasedWord); len(left) > 0 {
		t.Errorf("still in %v", left)
	}
	if rooms.Engine == store.SQLite && inFolder(t, rooms.Folder, erasedWord) {
		t.Error("still in a byte of the folder")
	}
	leaves, err := s.Leaves(t.Context(), 0, 9)
	if err != nil || len(leaves) != 2 || leaves[0].CaptureID != in.Capture.ID || len(leaves[0].Nonce) != 0 || leaves[1].Erases != 0 || leaves[1].Decision == "" ||
		!slices.Equal(leaves[1].Commitment, evidence.ErasureLeaf(leaves[0], leaves[1].Decision).Commitment) {
		t.Errorf("the log: %+v, %v", leaves, err)
	}
	due, err := s.DueArticles(t.Context(), 9)
	if err != nil || len(due) != 1 || due[0].ID != a.ID || due[0].Stage != desk.StageErased {
		t.Errorf("the edition does not hear of it: %+v, %v", due, err)
	}
	if paths, err := s.OldPaths(t.Context(), a.ID); err != nil || !slices.Equal(paths, []string{public.PathHash("/" + erasedWord)}) {
		t.Errorf("its old address is forgotten: %v, %v", paths, err)
	}
	// Its source announces it again: it is not news.
	again := desk.Entry{ID: id(desk.KindEntry), Identity: "x.example/" + erasedWord, Link: "https://x.example/" + erasedWord}
	if _, fresh, err := s.FinishPoll(t.Context(), desk.Poll{ID: id(desk.KindPoll), SourceID: in.Capture.SourceID, At: now, Entries: []desk.Entry{again}}); err != nil || fresh != 0 {
		t.Errorf("announced again it is new: %d, %v", fresh, err)
	}
	if left := rowsWith(t, rooms, erasedWord); len(left) > 0 {
		t.Errorf("after it was announced again it is in %v", left)
	}
}

func TestErasuresThatAreNot(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		in, a := secretCapture(t, s)
		e := propose(t, s, in.Capture.ID, "anna")
		if err := s.ProposeErasure(t.Context(), desk.Erasure{ID: id(desk.KindErasure), CaptureID: in.Capture.ID, Reason: "x"}, decisionBy("ben", desk.VerbPropose, in.Capture.ID)); !fault.Is(err, fault.Conflict) {
			t.Errorf("proposed twice: %v", err)
		}
		if err := s.ProposeErasure(t.Context(), desk.Erasure{ID: id(desk.KindErasure), CaptureID: "none", Reason: "x"}, decisionBy("ben", desk.VerbPropose, "none")); !fault.Is(err, fault.NotFound) {
			t.Errorf("of no capture: %v", err)
		}
		if err := s.DeclineErasure(t.Context(), e.ID, decisionBy("ben", desk.VerbDecline, in.Capture.ID)); err != nil {
			t.Fatal(err)
		}
		if err := s.AgreeErasure(t.Context(), e.ID, decisionBy("ben", desk.VerbErase, in.Capture.ID)); !fault.Is(err, fault.Conflict) {
			t.Errorf("agreed after it was declined: %v", err)
		}
		// A figure in public rests on a claim of the article.
		claims, err := s.Claims(t.Context(), a.ID)
		if err != nil || len(claims) != 1 {
			t.Fatal(claims, err)
		}
		if err := s.DecideClaim(t.Context(), claims[0].ID, true, decisionOf(claims[0].ID, desk.VerbAccept)); err != nil {
			t.Fatal(err)
		}
		f := desk.Figure{ID: id(desk.KindFigure), Territory: "RU", Question: "Invented workers", Unit: "people", Measure: "stock", Min: 1, Max: 2, AsOf: "2017", Rule: "x", Claims: []string{claims[0].ID}}
		if err := s.SaveFigure(t.Context(), f, decisionOf(f.ID, desk.VerbAdd)); err != nil {
			t.Fatal(err)
		}
		again := propose(t, s, in.Capture.ID, "anna")
		if err := s.AgreeErasure(t.Context(), again.ID, decisionBy("ben", desk.VerbErase, in.Capture.ID)); !fault.Is(err, fault.Conflict) || !strings.Contains(fault.Words(err), "Invented workers") {
			t.Errorf("erased under a figure: %v", err)
		}
		if len(rowsWith(t, rooms, erasedWord)) == 0 {
			t.Error("it was erased all the same")
		}
	})
}

// A database that was restored from before an erasure erases again, and goes on
// with the log where the folder has it.
func TestErasedStaysErasedAfterRestore(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		in, a := secretCapture(t, s)
		leaf, err := s.LeafOf(t.Context(), in.Capture.ID)
		if err != nil {
			t.Fatal(err)
		}
		erased := evidence.ErasureLeaf(leaf, "rdk_d_before")
		erased.Seq = 1
		noErrors(t, atOnce(4, func(int) error { return s.AdoptLeaves(t.Context(), []desk.Leaf{leaf, erased}) }))
		if n, err := s.LogSize(t.Context()); err != nil || n != 2 {
			t.Errorf("%d leaves, %v", n, err)
		}
		forked := erased
		forked.Commitment = leaf.Commitment
		if err := s.AdoptLeaves(t.Context(), []desk.Leaf{forked}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a forked log: %v", err)
		}
		stop := store.Stop{At: now, Kind: store.StopErased, ID: in.Capture.ID + " rdk_d_before"}
		for range 2 { // twice is once
			if err := s.Replay(t.Context(), []store.Stop{stop, {At: now, Kind: store.StopErased, ID: "rdk_k_never rdk_d_x"}}, now); err != nil {
				t.Fatal(err)
			}
		}
		erasedEverywhere(t, s, rooms, in, a)
	})
}
