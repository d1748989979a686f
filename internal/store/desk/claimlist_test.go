package desk

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// TestClaimListWalksAnIndex holds that no list of claims looks at all of them
// and sorts: whatever is asked for, an index gives the order. Of contested claims
// only those are sorted that were found by the index of subjects.
func TestClaimListWalksAnIndex(t *testing.T) {
	db, err := store.OpenSQLite(t.Context(), "desk", filepath.Join(t.TempDir(), "desk.db"), store.ReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := db.Migrate(t.Context(), migrations, t.TempDir(), time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	yes := true
	for index, q := range map[string]desk.ClaimQuery{
		"claims_sorted":          {Before: "2026"},
		"claims_state":           {State: desk.ClaimProposed, Before: "2026", Text: "workers", Hedged: &yes},
		"claims_claimant":        {Claimant: "officials", Before: "2026"},
		"claim_places_territory": {Territory: "RU", State: desk.ClaimAccepted, Before: "2026"},
		"claims_subject":         {Contested: true, Before: "2026"},
	} {
		q.Limit = 50
		query, args := claimQuery(q)
		var plan []string
		if _, err := store.All(t.Context(), db.Read(), func(r store.Row) (struct{}, error) {
			var a, b, c any
			var line string
			err := r.Scan(&a, &b, &c, &line)
			plan = append(plan, line)
			return struct{}{}, err
		}, "EXPLAIN QUERY PLAN "+query, args...); err != nil {
			t.Fatal(err)
		}
		told := strings.Join(plan, "\n")
		if !strings.Contains(told, index) || strings.Contains(told, "SCAN c\n") || !q.Contested && slices.ContainsFunc(plan, func(l string) bool { return strings.Contains(l, "TEMP B-TREE") }) {
			t.Errorf("%+v:\n%s", q, told)
		}
	}
}
