package evidence

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"

	"golang.org/x/mod/sumdb/tlog"

	"rightsdesk/internal/desk"
)

const (
	commitmentPrefix = "rightsdesk capture v1\x00"
	nonceSize        = 32 // bytes
)

// NewLeaf makes the log's leaf for a capture whose bytes have the SHA-256 sha,
// as Put gives it; the leaf's place is left to the store. It panics when random
// cannot be read, since a guessable nonce would give the digest away, and when
// sha is no digest.
func NewLeaf(random io.Reader, captureID, sha string) desk.Leaf {
	raw, ok := decode(sha)
	if !ok {
		panic(fmt.Sprintf("make a leaf: %q is no SHA-256", sha))
	}
	nonce := make([]byte, nonceSize)
	if _, err := io.ReadFull(random, nonce); err != nil {
		panic(fmt.Sprintf("read randomness: %v", err))
	}
	return desk.Leaf{CaptureID: captureID, Nonce: nonce, Commitment: commit(nonce, raw)}
}

// FileLeaf makes the log's leaf for a capture whose WARC file has the SHA-256
// sha. The nonce stands in the file. It panics when sha is no digest.
func FileLeaf(captureID, sha string) desk.Leaf {
	raw, ok := decode(sha)
	if !ok {
		panic(fmt.Sprintf("make a leaf: %q is no SHA-256", sha))
	}
	return desk.Leaf{CaptureID: captureID, Commitment: commitFile(raw)}
}

// commitFile commits to a capture file by its digest; see docs/evidence.md.
func commitFile(digest []byte) []byte {
	sum := sha256.Sum256(append([]byte("rightsdesk capture v2\x00"), digest...))
	return sum[:]
}

// CheckLeaf reports whether a leaf commits to the digest sha: that of a
// capture's bytes where it has a nonce, that of its WARC file where it has none.
func CheckLeaf(leaf desk.Leaf, sha string) bool {
	raw, ok := decode(sha)
	if ok && len(leaf.Nonce) == 0 {
		return bytes.Equal(leaf.Commitment, commitFile(raw))
	}
	return ok && len(leaf.Nonce) == nonceSize && bytes.Equal(leaf.Commitment, commit(leaf.Nonce, raw))
}

func commit(nonce, digest []byte) []byte {
	sum := sha256.Sum256(append(append([]byte(commitmentPrefix), nonce...), digest...))
	return sum[:]
}

// TreeHead gives the head of the Merkle tree over the commitments of a log's
// leaves in their order (RFC 6962, section 2.1). It holds one hash for each
// level of the tree, so the log may be long.
func TreeHead(commitments [][]byte) [sha256.Size]byte {
	var full []tlog.Hash // heads of complete subtrees, largest first; sizes are the bits of n
	for i, commitment := range commitments {
		hash := tlog.RecordHash(commitment)
		for n := i; n&1 == 1; n >>= 1 {
			hash = tlog.NodeHash(full[len(full)-1], hash)
			full = full[:len(full)-1]
		}
		full = append(full, hash)
	}
	if len(full) == 0 {
		return sha256.Sum256(nil)
	}
	head := full[len(full)-1]
	for i := len(full) - 2; i >= 0; i-- {
		head = tlog.NodeHash(full[i], head)
	}
	return head
}
