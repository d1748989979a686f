package storetest

import (
	crand "crypto/rand"
	"fmt"
	"math/rand/v2"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/store"
	deskstore "rightsdesk/internal/store/desk"
)

// manyClaims stores n invented claims, ten an article, one of them hedged, one
// a statement, over 200 territories, 300 claimants and 40 counted things.
func manyClaims(b *testing.B, s *deskstore.Store, n int) {
	b.Helper()
	r := rand.New(rand.NewPCG(5, 6))
	src, err := s.EnsureInward(b.Context(), desk.Source{ID: id(desk.KindSource), Kind: desk.SourceImport, Licence: desk.LicenceExcerpt, CreatedAt: now})
	if err != nil {
		b.Fatal(err)
	}
	for at := 0; at < n; at += 640 {
		var in []desk.Inward
		for i := at; i < min(at+640, n); i += 10 {
			c := desk.Capture{ID: id(desk.KindCapture), SHA256: sha(fmt.Sprint(i)), File: sha(fmt.Sprint("f", i)), MediaType: "text/plain", How: desk.HowHandedIn,
				SourceID: src.ID, Agent: "bench", At: now}
			in = append(in, desk.Inward{Capture: c, Leaf: evidence.NewLeaf(crand.Reader, c.ID, c.SHA256), ArticleID: id(desk.KindArticle), Licence: desk.LicenceExcerpt})
		}
		stored, err := s.AddCaptures(b.Context(), in)
		if err != nil {
			b.Fatal(err)
		}
		var list []desk.Reading
		for _, x := range stored {
			one := reading(x, x.ArticleID)
			for k := range 10 {
				c := inventedClaim(x.ArticleID, k)
				c.Claimant, c.Places, c.Counted, c.Hedge = fmt.Sprintf("claimant %d", r.IntN(300)), []string{fmt.Sprintf("T%d", r.IntN(200))}, fmt.Sprintf("thing%d", r.IntN(40)), "none"
				c.Bound, c.Min, c.Max, c.AsOf = "exact", 100, 100, fmt.Sprint(2000+r.IntN(25))
				if k == 0 {
					c.Hedge = "believed"
				}
				if r.IntN(2000) == 0 {
					c.Min, c.Max = 200, 200
				}
				one.Claims = append(one.Claims, c)
			}
			list = append(list, one)
		}
		if err := s.SaveReadings(b.Context(), list, now); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkClaims measures pages of 50 of a ledger of 100,000 claims on SQLite.
func BenchmarkClaims(b *testing.B) {
	db := Rooms{Engine: store.SQLite, Folder: b.TempDir()}.Open(b, "desk", store.ReadWrite)
	s := deskstore.New(db, nil, store.Stops{})
	if err := s.Migrate(b.Context(), b.TempDir(), now); err != nil {
		b.Fatal(err)
	}
	manyClaims(b, s, 100_000)
	yes := true
	for _, c := range []struct {
		name string
		q    desk.ClaimQuery
	}{
		{"1-newest", desk.ClaimQuery{}}, {"2-state", desk.ClaimQuery{State: desk.ClaimProposed}}, {"3-claimant", desk.ClaimQuery{Claimant: "claimant 7"}},
		{"4-territory", desk.ClaimQuery{Territory: "T7"}}, {"5-hedged", desk.ClaimQuery{Hedged: &yes}}, {"6-rare-word", desk.ClaimQuery{Text: "nowhere"}},
		{"7-contested", desk.ClaimQuery{Contested: true}}, {"8-contested-territory", desk.ClaimQuery{Contested: true, Territory: "T7"}},
		{"9-counts", desk.ClaimQuery{}},
	} {
		c.q.Limit = 50
		b.Run(c.name, func(b *testing.B) {
			cpu := processor()
			for b.Loop() {
				var err error
				if c.name == "9-counts" {
					_, err = s.ClaimCounts(b.Context())
				} else {
					_, err = s.ClaimList(b.Context(), c.q)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((processor()-cpu).Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}
