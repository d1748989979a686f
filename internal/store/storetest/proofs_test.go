package storetest

import (
	"reflect"
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// TestProofsOfArticles: an open capture waits for its proof until a checkpoint
// covers its line; a withdrawal takes the proof along; nothing comes too late.
func TestProofsOfArticles(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		a, restricted, late := report(1, 1, "open"), report(2, 1, "restricted"), report(3, 1, "late")
		a.Evidence.Capture, a.Evidence.File, a.Evidence.Line, a.Evidence.Commitment = "rdk_k_a", "f1", 4, "c0"
		late.Evidence.Capture, late.Evidence.File, late.Evidence.Line, late.Evidence.Commitment = "rdk_k_late", "f2", 9, "c9"
		put(t, p, a, restricted, late)
		if got, err := e.Article(t.Context(), a.ID); err != nil || got.Evidence != a.Evidence {
			t.Errorf("%+v, %v", got.Evidence, err)
		}
		want := public.Proof{Capture: "rdk_k_a", File: "f1", Line: 4, Commitment: "c0"}
		if got, err := e.Proof(t.Context(), a.ID); err != nil || got.Commitment != want.Commitment || got.Size != 0 || got.Hashes == nil {
			t.Errorf("before it is signed: %+v, %v", got, err)
		}
		list, err := p.Unproven(t.Context(), 9, 10)
		if err != nil || !reflect.DeepEqual(list, map[string]public.Proof{a.ID: want}) {
			t.Fatalf("%+v, %v", list, err)
		}
		want.Size, want.Hashes, want.Checkpoint, want.Key = 9, []string{"aGFzaA=="}, "note\n", "key"
		other := want
		other.Capture = "rdk_k_before" // of a version that was replaced meanwhile
		if err := p.Prove(t.Context(), map[string]public.Proof{a.ID: want, late.ID: other, "rdk_a_none": want}); err != nil {
			t.Fatal(err)
		}
		sweep(t, p)
		if got, err := e.Proof(t.Context(), a.ID); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v", got, err)
		}
		if got, err := e.Proof(t.Context(), late.ID); err != nil || got.Size != 0 {
			t.Errorf("another capture's proof: %+v, %v", got, err)
		}
		if list, err := p.Unproven(t.Context(), 9, 10); err != nil || len(list) != 0 {
			t.Errorf("%+v, %v", list, err)
		}
		withdraw(t, p, a.ID, 2)
		for id, kind := range map[string]fault.Kind{a.ID: fault.Gone, restricted.ID: fault.NotFound, "rdk_a_none": fault.NotFound} {
			if got, err := e.Proof(t.Context(), id); !fault.Is(err, kind) || got.File != "" {
				t.Errorf("%s: %+v, %v", id, got, err)
			}
		}
	})
}
