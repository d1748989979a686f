package storetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

// leadImage is what is read of an invented picture.
var leadImage = desk.Picture{Address: "https://wire.example/1.jpg", Caption: "A court.", Credit: "Anna Invented", Alt: "A door"}

// reading makes what was read of a stored capture.
func reading(stored desk.Stored, text string) desk.Reading {
	a := desk.Article{ID: stored.ArticleID, Stage: desk.StageWaiting, Title: "T", Outlet: "Harbour News", Published: "2017-03-29", Language: "en",
		Text: text, TextHash: desk.TextHash(text), Byline: []string{"Anna Invented", "Bert Invented"}, Credit: "Agence Exemple", Image: leadImage, Removed: []desk.Removed{{Kind: "footer", Text: "f"}}, Confidence: 0.5}
	f := desk.Finding{ID: id(desk.KindFinding), ArticleID: a.ID, Kind: desk.FindingAbout, Value: "BY", Score: 0.5, Count: 2, Rule: "r", Spans: []desk.Span{{Begin: 1, End: 3, Words: "ab"}}}
	return desk.Reading{Article: a, Findings: []desk.Finding{f}}
}

// read stores a text and its reading, and gives the article.
func read(t *testing.T, s *deskstore.Store, text string) desk.Article {
	t.Helper()
	stored := add(t, s, text)[0]
	if err := s.SaveReadings(t.Context(), []desk.Reading{reading(stored, text)}, now); err != nil {
		t.Fatal(err)
	}
	a, err := s.Article(t.Context(), stored.ArticleID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestReadingWithFindings(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "A text with a NUL \x00 and bad UTF-8 \xff in it.")
		if a.Stage != desk.StageWaiting || len(a.Byline) != 2 || a.Byline[1] != "Bert Invented" || a.Credit != "Agence Exemple" || a.Image != leadImage || len(a.Removed) != 1 || a.Sensitivity != desk.Restricted || a.Version != 1 {
			t.Errorf("%+v", a)
		}
		f, err := s.Findings(t.Context(), a.ID)
		if err != nil || len(f) != 1 || f[0].Value != "BY" || len(f[0].Spans) != 1 || f[0].Spans[0].Words != "ab" {
			t.Errorf("%+v, %v", f, err)
		}
	})
}

// TestOneTextIsOneArticle lets several workers read captures with one text.
func TestOneTextIsOneArticle(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		const callers = 6
		var texts []string
		for i := range callers { // other bytes, the same words
			texts = append(texts, "The same words"+string(bytes.Repeat([]byte("."), i+1)))
		}
		stored := add(t, s, texts...)
		noErrors(t, atOnce(callers, func(i int) error {
			return s.SaveReadings(t.Context(), []desk.Reading{reading(stored[i], texts[i])}, now)
		}))
		counts, err := s.StageCounts(t.Context())
		if err != nil || counts[desk.StageWaiting] != 1 || counts[desk.StageDuplicate] != callers-1 {
			t.Errorf("%v, %v", counts, err)
		}
	})
}

func TestDecisionAndAuditInOneTransaction(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "An article to decide about.")
		a.Stage, a.Territories, a.Licence, a.Sensitivity = desk.StagePublished, []string{"BY", "PL"}, desk.LicenceFull, desk.Open
		won := 0
		for _, err := range atOnce(6, func(i int) error {
			mine, d := a, decision(desk.VerbPublish, a.ID, "", now)
			mine.Credit = "Sample Desk"
			mine.Title = fmt.Sprintf("Title of editor %d", i)
			d.Changes = []desk.Change{{Field: "title", Before: "T", After: mine.Title}, {Field: "stage", Before: "waiting", After: "published"}}
			_, err := s.DecideArticle(t.Context(), mine, d)
			return err
		}) {
			if err == nil {
				won++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		list, err := s.Decisions(t.Context(), a.ID)
		if err != nil || won != 1 || len(list) != 1 || len(list[0].Changes) != 2 {
			t.Fatalf("%d editors won, decisions %+v, %v", won, list, err)
		}
		got, err := s.Article(t.Context(), a.ID)
		if err != nil || got.Version != 2 || got.Credit != "Sample Desk" || got.Image != leadImage || got.Title != list[0].Changes[0].After || len(got.Territories) != 2 || !got.PublishedAt.Equal(now) {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

func TestWithdrawalIsDueAndStopped(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		a := read(t, s, "An article that is withdrawn.")
		a.Stage = desk.StagePublished
		a, err := s.DecideArticle(t.Context(), a, decision(desk.VerbPublish, a.ID, "", now))
		if err != nil {
			t.Fatal(err)
		}
		due, err := s.DueArticles(t.Context(), 10)
		if err != nil || len(due) != 1 {
			t.Fatalf("%d due, %v", len(due), err)
		}
		a.Stage = desk.StageWithdrawn
		if a, err = s.DecideArticle(t.Context(), a, decision(desk.VerbWithdraw, a.ID, "asked for", now.Add(time.Minute))); err != nil {
			t.Fatal(err)
		}
		if err := s.ArticlesCarried(t.Context(), due); err != nil { // what was carried is an older version
			t.Fatal(err)
		}
		due, err = s.DueWithdrawals(t.Context(), 10)
		if err != nil || len(due) != 1 || due[0].Version != a.Version {
			t.Fatalf("%+v, %v", due, err)
		}
		if err := s.ArticlesCarried(t.Context(), due); err != nil {
			t.Fatal(err)
		}
		if due, err = s.DueArticles(t.Context(), 10); err != nil || len(due) != 0 {
			t.Errorf("%d still due, %v", len(due), err)
		}
		b, err := os.ReadFile(filepath.Join(rooms.Folder, "stops.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		stops, err := store.ReadStops(bytes.NewReader(b))
		if err != nil || len(stops) != 1 || stops[0].Kind != store.StopWithdrawn || stops[0].ID != a.ID {
			t.Errorf("%+v, %v", stops, err)
		}
	})
}

func TestQueuePages(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		for n := range 45 {
			read(t, s, fmt.Sprintf("Text of number %d.", n))
		}
		seen, before := map[string]bool{}, ""
		for range 10 {
			page, err := s.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Before: before, Limit: 20})
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			for _, i := range page {
				if seen[i.ID] || len(i.About) != 1 {
					t.Errorf("twice, or without proposals: %+v", i)
				}
				seen[i.ID] = true
			}
			before = page[len(page)-1].ID
		}
		if len(seen) != 45 {
			t.Errorf("%d items on the pages", len(seen))
		}
	})
}

func TestSnippets(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		names := atOnce(5, func(i int) error {
			sn := desk.Snippet{ID: id(desk.KindSnippet), Name: "call", Markdown: "Subscribe.", Placements: []string{"BY", desk.Everywhere}}
			return s.SaveSnippet(t.Context(), sn, decision(desk.VerbAdd, sn.ID, "", now))
		})
		won := 0
		for _, err := range names {
			if err == nil {
				won++
			} else if !fault.Is(err, fault.Conflict) {
				t.Error(err)
			}
		}
		list, err := s.Snippets(t.Context())
		if err != nil || won != 1 || len(list) != 1 || len(list[0].Placements) != 2 {
			t.Fatalf("%d won, %+v, %v", won, list, err)
		}
		if err := s.DeleteSnippet(t.Context(), list[0].ID, decision(desk.VerbChange, list[0].ID, "", now)); err != nil {
			t.Fatal(err)
		}
		due, err := s.DueSnippets(t.Context(), 10)
		if err != nil || len(due) != 1 || due[0].Markdown != "" || len(due[0].Placements) != 0 {
			t.Errorf("%+v, %v", due, err)
		}
		if _, err := s.Snippet(t.Context(), list[0].ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("a deleted snippet: %v", err)
		}
	})
}

func TestAccounts(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		won := 0
		for i, err := range atOnce(4, func(i int) error {
			a := desk.Account{ID: id(desk.KindAccount), Name: []string{"Anna", "anna", "ANNA ", "aNNa"}[i], Role: desk.RoleAdministrator, CreatedAt: now}
			return s.AddAccount(t.Context(), a, "hash", decision(desk.VerbAdd, a.ID, "", now))
		}) {
			if err == nil {
				won++
			} else if !fault.Is(err, fault.Conflict) {
				t.Errorf("%d: %v", i, err)
			}
		}
		a, hash, err := s.AccountByName(t.Context(), "ANNA")
		if won != 1 || err != nil || hash != "hash" {
			t.Fatalf("%d won, %v", won, err)
		}
		a.Disabled = true
		if err := s.ChangeAccount(t.Context(), a, decision(desk.VerbChange, a.ID, "", now)); !fault.Is(err, fault.Conflict) {
			t.Errorf("the last administrator: %v", err)
		}
		if err := s.AddInvitation(t.Context(), "hash of a word", a.ID, now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		used := 0
		for _, err := range atOnce(5, func(int) error { _, err := s.TakeInvitation(t.Context(), "hash of a word", now); return err }) {
			if err == nil {
				used++
			}
		}
		if used != 1 {
			t.Errorf("an invitation was used %d times", used)
		}
	})
}
