package evidence

import (
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// TestProofsOfCaptures proves each capture of a log under the first checkpoint that
// covers it, and changes each part of a proof in turn.
func TestProofsOfCaptures(t *testing.T) {
	dir := t.TempDir()
	l, s := openLog(t, dir), testSigner(t)
	defer l.Close()
	var files [][]byte
	var proofs []public.Proof
	for i := range int64(7) {
		r := handedIn("An invented text " + strings.Repeat("x", int(i)))
		r.Capture.ID = "rdk_k_" + strings.Repeat("a", int(i))
		file := encode(t, r)
		leaf := FileLeaf(r.Capture.ID, digest(file))
		leaf.Seq = i
		line := LineOf(leaf)
		files = append(files, file)
		proofs = append(proofs, public.Proof{Capture: r.Capture.ID, File: digest(file), Line: i, Commitment: line.Commitment})
		if err := l.Append([]Line{line}); err != nil {
			t.Fatal(err)
		}
		if i == 2 || i == 5 {
			sign(t, l, s, noon.Add(time.Duration(i)*time.Hour))
		}
	}
	prover, err := l.Prover(s)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		if proofs[i], err = prover.Prove(proofs[i]); err != nil {
			t.Fatal(err)
		}
		want := map[bool]int64{true: 3, false: 6}[i < 3]
		c, err := CheckProof(proofs[i], files[i], s.VerifierKey())
		if err != nil || c.Size != want {
			t.Errorf("%d: %d, %v", i, c.Size, err)
		}
	}
	if _, err := prover.Prove(proofs[6]); !fault.Is(err, fault.NotFound) {
		t.Errorf("not signed yet: %v", err)
	}
	for name, change := range map[string]func(p *public.Proof){
		"file": func(p *public.Proof) { p.File = proofs[1].File }, "capture": func(p *public.Proof) { p.Capture = "x" }, "line": func(p *public.Proof) { p.Line = 1 },
		"commitment": func(p *public.Proof) { p.Commitment = proofs[1].Commitment }, "size": func(p *public.Proof) { p.Size = 6 },
		"hashes": func(p *public.Proof) { p.Hashes = proofs[1].Hashes }, "no hashes": func(p *public.Proof) { p.Hashes = nil }, "words as hashes": func(p *public.Proof) { p.Hashes = []string{"x", "y"} },
		"checkpoint": func(p *public.Proof) { p.Checkpoint = strings.Replace(p.Checkpoint, "14:00", "15:00", 1) }, "another checkpoint": func(p *public.Proof) { p.Checkpoint = proofs[4].Checkpoint },
	} {
		p := proofs[0]
		change(&p)
		if _, err := CheckProof(p, files[0], s.VerifierKey()); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s changed: %v", name, err)
		}
	}
	if _, err := CheckProof(proofs[0], files[1], s.VerifierKey()); !fault.Is(err, fault.Invalid) {
		t.Errorf("another file: %v", err)
	}
}
