package storetest

import (
	"fmt"
	"testing"
	"time"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

// How large the desk of the benchmark is.
const (
	benchArticles  = 10_000
	benchClaims    = 10 // of each
	benchQuestions = 200
)

// BenchmarkAsk measures, at 100,000 claims and 200 questions on SQLite, how long
// all claims take, how long an article with ten new claims, and how long a new
// question over all that there are.
func BenchmarkAsk(b *testing.B) {
	rooms := Rooms{Engine: store.SQLite, Folder: b.TempDir()}
	db := rooms.Open(b, "desk", store.ReadWrite)
	s := deskstore.New(db, nil, store.Stops{})
	if err := s.Migrate(b.Context(), rooms.Folder, now); err != nil {
		b.Fatal(err)
	}
	fillClaims(b, db)
	for n := range benchQuestions {
		if err := s.SaveQuestion(b.Context(), benchQuestion(n), decisionOf("x", desk.VerbAdd)); err != nil {
			b.Fatal(err)
		}
	}
	all := func() time.Duration {
		began := time.Now()
		for n, err := s.AskArticles(b.Context(), analyse.Traits, now, 32); n > 0 || err != nil; n, err = s.AskArticles(b.Context(), analyse.Traits, now, 32) {
			if err != nil {
				b.Fatal(err)
			}
		}
		for more, err := s.AskQuestions(b.Context(), now); more || err != nil; more, err = s.AskQuestions(b.Context(), now) {
			if err != nil {
				b.Fatal(err)
			}
		}
		return time.Since(began)
	}
	took := all()
	found, err := store.Strings(b.Context(), db.Read(), `SELECT claim_id FROM question_claims`)
	if err != nil || len(found) == 0 {
		b.Fatal(len(found), err)
	}
	b.Logf("all %d claims against %d questions: %v, %d proposals", benchArticles*benchClaims, benchQuestions, took.Round(time.Millisecond), len(found))
	b.Run("article", func(b *testing.B) {
		for b.Loop() {
			if err := db.Write(b.Context(), func(tx store.Tx) error {
				return store.Exec(b.Context(), tx, `UPDATE claims SET asked = 0 WHERE article_id = 'a7'`)
			}); err != nil {
				b.Fatal(err)
			}
			all()
		}
	})
	for _, share := range []struct{ name, territory string }{{"question-common", "RU"}, {"question-rare", "NR"}} {
		b.Run(share.name, func(b *testing.B) {
			for b.Loop() {
				q := benchQuestion(0)
				q.Origin, q.Territory = "", share.territory
				if err := s.SaveQuestion(b.Context(), q, decisionOf("x", desk.VerbAdd)); err != nil {
					b.Fatal(err)
				}
				all()
			}
		})
	}
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.WaitingProposals(b.Context(), "u1"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchQuestion(n int) desk.Question {
	all := geo.All()
	q := inventedQuestion()
	q.ID, q.Origin, q.Territory, q.Acts, q.Editor = id(desk.KindQuestion), all[n%len(all)].ID, all[(n*7)%len(all)].ID, nil, ""
	return q
}

// fillClaims adds articles with claims: every tenth speaks of Russia.
func fillClaims(b *testing.B, db *store.DB) {
	b.Helper()
	all := geo.All()
	for from := 0; from < benchArticles; from += 500 {
		err := db.Write(b.Context(), func(tx store.Tx) error {
			if from == 0 {
				if err := insertEmpty(b, tx, "sources", map[string]any{"id": "s1"}); err != nil {
					return err
				}
			}
			for n := from; n < from+500; n++ {
				article, capture, where := fmt.Sprint("a", n), fmt.Sprint("k", n), all[n%len(all)]
				if n%10 == 0 {
					where, _ = geo.Find("RU")
				}
				if err := insertEmpty(b, tx, "captures", map[string]any{"id": capture, "source_id": "s1", "sha256": capture}); err != nil {
					return err
				}
				words := fmt.Sprintf("about %d North Korean workers are in %s", n, where.Name("en"))
				if err := insertEmpty(b, tx, "articles", map[string]any{"id": article, "capture_id": capture, "source_id": "s1", "stage": "waiting", "language": "en", "text": words + "."}); err != nil {
					return err
				}
				for k := range benchClaims {
					if err := insertEmpty(b, tx, "claims", map[string]any{"id": fmt.Sprintf("q%d-%d", n, k), "article_id": article, "state": "proposed", "words": words, "ends": len(words),
						"least": float64(n), "most": float64(n), "unit": "people", "measure": "stock", "polarity": "asserts", "rule": "x/1", "begins": k}); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
