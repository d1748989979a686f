package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func TestCapturesOnceAndLogWithoutGap(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		src := importSource(t, s)
		const callers, texts = 8, 12
		fresh := make([]int, callers)
		noErrors(t, atOnce(callers, func(i int) error {
			for n := range texts {
				got, err := s.AddCaptures(t.Context(), []desk.Inward{inward(t, src, fmt.Sprintf("text %d", n))})
				if err != nil {
					return err
				}
				if got[0].Fresh {
					fresh[i]++
				}
			}
			return nil
		}))
		total := 0
		for _, n := range fresh {
			total += n
		}
		if total != texts {
			t.Errorf("%d fresh captures of %d texts", total, texts)
		}
		leaves, err := s.Leaves(t.Context(), 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range leaves {
			if l.Seq != int64(i) || len(l.Nonce) != 32 || len(l.Commitment) != 32 {
				t.Errorf("leaf %d: %+v", i, l)
			}
		}
		if len(leaves) != texts {
			t.Errorf("%d leaves", len(leaves))
		}
	})
}

func TestEvidenceIsOnlyAddedTo(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		add(t, s, "one")
		raw := rooms.Open(t, "desk", store.ReadWrite)
		for _, table := range []string{"captures", "leaves", "decisions", "audit"} {
			if table == "decisions" || table == "audit" {
				snippet := desk.Snippet{ID: id(desk.KindSnippet), Name: table, Markdown: "x"}
				d := decision(desk.VerbAdd, snippet.ID, "", now)
				d.Changes = []desk.Change{{Field: "name", After: table}}
				if err := s.SaveSnippet(t.Context(), snippet, d); err != nil {
					t.Fatal(err)
				}
			}
			for _, query := range []string{"DELETE FROM " + table, "UPDATE " + table + " SET " + firstColumn[table] + " = " + firstColumn[table]} {
				err := raw.Write(t.Context(), func(tx store.Tx) error { return store.Exec(t.Context(), tx, query) })
				if err == nil || !strings.Contains(err.Error(), "only added to") {
					t.Errorf("%s: %v", query, err)
				}
			}
		}
	})
}

var firstColumn = map[string]string{"captures": "id", "leaves": "commitment", "decisions": "reason", "audit": "field"}

func TestUnreadIsLeasedOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		var texts []string
		for i := range 60 {
			texts = append(texts, fmt.Sprintf("text number %d", i))
		}
		add(t, s, texts...)
		taken := drain(t, func(ctx context.Context) (ids []string, err error) {
			list, err := s.LeaseUnread(ctx, now, now.Add(time.Minute), 7)
			if len(list) > 7 { // PostgreSQL gave more before the choice was materialised
				t.Errorf("%d leased, 7 asked for", len(list))
			}
			for _, u := range list {
				ids = append(ids, u.ArticleID)
			}
			return ids, err
		})
		once(t, taken, 60)
		again, err := s.LeaseUnread(t.Context(), now.Add(2*time.Minute), now.Add(3*time.Minute), 100)
		if err != nil || len(again) != 60 {
			t.Errorf("after the leases ended: %d, %v", len(again), err)
		}
	})
}

func TestCaptureIsStoredWhole(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		want := inward(t, importSource(t, s), "whole")
		if _, err := s.AddCaptures(t.Context(), []desk.Inward{want}); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Capture(t.Context(), want.Capture.ID); err != nil || fmt.Sprint(got) != fmt.Sprint(want.Capture) {
			t.Errorf("%+v, %v; want %+v", got, err, want.Capture)
		}
	})
}
