package evidence

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"
	"testing/iotest"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"rightsdesk/internal/desk"
)

func TestLeafCommitsToItsDigestOnly(t *testing.T) {
	leaf := NewLeaf(rand.Reader, "rdk_k_1", abcSHA)
	if leaf.CaptureID != "rdk_k_1" || len(leaf.Nonce) != 32 || len(leaf.Commitment) != 32 || !CheckLeaf(leaf, abcSHA) {
		t.Fatalf("%+v", leaf)
	}
	if CheckLeaf(leaf, emptySHA) || CheckLeaf(leaf, "") || CheckLeaf(leaf, abcSHA[:62]) {
		t.Error("the leaf commits to another digest")
	}
	erased := leaf
	erased.Nonce = nil
	if CheckLeaf(erased, abcSHA) {
		t.Error("a leaf without nonce can be shown")
	}
	other := leaf
	other.Nonce = bytes.Clone(leaf.Nonce)
	other.Nonce[31] ^= 1
	if CheckLeaf(other, abcSHA) {
		t.Error("another nonce commits to the same")
	}
	if again := NewLeaf(rand.Reader, "rdk_k_1", abcSHA); bytes.Equal(again.Commitment, leaf.Commitment) {
		t.Error("the commitment gives the digest away: it is the same twice")
	}
}

// TestCommitmentByTheSpecification writes the package comment's formula out.
func TestCommitmentByTheSpecification(t *testing.T) {
	nonce := bytes.Repeat([]byte{7}, 32)
	raw, err := hex.DecodeString(abcSHA)
	if err != nil {
		t.Fatal(err)
	}
	h := sha256.New()
	fmt.Fprintf(h, "rightsdesk capture v1%c%s%s", 0, nonce, raw)
	if leaf := NewLeaf(bytes.NewReader(nonce), "k", abcSHA); !bytes.Equal(leaf.Commitment, h.Sum(nil)) || !bytes.Equal(leaf.Nonce, nonce) {
		t.Errorf("%x", leaf.Commitment)
	}
}

func TestNoLeafWithoutRandomnessOrDigest(t *testing.T) {
	for name, make := range map[string]func() desk.Leaf{
		"no randomness": func() desk.Leaf { return NewLeaf(iotest.ErrReader(errors.New("none")), "k", abcSHA) },
		"too little":    func() desk.Leaf { return NewLeaf(bytes.NewReader([]byte("short")), "k", abcSHA) },
		"no digest":     func() desk.Leaf { return NewLeaf(rand.Reader, "k", "abc") },
		"upper-case one": func() desk.Leaf {
			return NewLeaf(rand.Reader, "k", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")
		},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: a leaf was made", name)
				}
			}()
			make()
		}()
	}
}

// stored gives what tlog stores for a log, to check TreeHead by another way.
func stored(t interface{ Fatal(...any) }, commitments [][]byte) tlog.HashReaderFunc {
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, i := range indexes {
			out = append(out, hashes[i])
		}
		return out, nil
	})
	for i, c := range commitments {
		more, err := tlog.StoredHashes(int64(i), c, reader)
		if err != nil {
			t.Fatal(err)
		}
		hashes = append(hashes, more...)
	}
	return reader
}

func leaves(n int) [][]byte {
	var all [][]byte
	for i := range n {
		all = append(all, NewLeaf(rand.Reader, fmt.Sprint(i), digest([]byte{byte(i)})).Commitment)
	}
	return all
}

func TestTreeHeadIsThatOfTlog(t *testing.T) {
	all := leaves(70)
	for n := range len(all) + 1 {
		want, err := tlog.TreeHash(int64(n), stored(t, all[:n]))
		if err != nil {
			t.Fatal(err)
		}
		if got := TreeHead(all[:n]); got != want {
			t.Errorf("%d leaves: %x, not %v", n, got, want)
		}
	}
}

// TestProofs proves to who knows only a head that a leaf is in the log, and
// that a longer log begins with a shorter one.
func TestProofs(t *testing.T) {
	all := leaves(40)
	reader := stored(t, all)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 40).Draw(t, "size")
		i := rapid.Int64Range(0, n-1).Draw(t, "leaf")
		proof, err := tlog.ProveRecord(n, i, reader)
		if err != nil {
			t.Fatal(err)
		}
		head := tlog.Hash(TreeHead(all[:n]))
		if err := tlog.CheckRecord(proof, n, head, i, tlog.RecordHash(all[i])); err != nil {
			t.Fatal(err)
		}
		if tlog.CheckRecord(proof, n, head, i, tlog.RecordHash([]byte("another"))) == nil {
			t.Fatal("another leaf was proved")
		}
		longer, err := tlog.ProveTree(n, i+1, reader)
		if err != nil {
			t.Fatal(err)
		}
		if err := tlog.CheckTree(longer, n, head, i+1, TreeHead(all[:i+1])); err != nil {
			t.Fatal(err)
		}
	})
}
