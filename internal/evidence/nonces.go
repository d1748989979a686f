package evidence

import (
	"context"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rightsdesk/internal/desk"
)

// nonceFolder holds what is needed to check captures from before there were
// capture files: one line a capture, nonce and SHA-256 in hexadecimal.
const nonceFolder = "nonces"

// KeepNonce keeps the nonce of a leaf of version 1 and the digest of the bytes
// that it commits to.
func (l *Log) KeepNonce(leaf desk.Leaf, sha string) error {
	return replaceFile(filepath.Join(l.dir, nonceFolder, leaf.CaptureID), []byte(hex.EncodeToString(leaf.Nonce)+" "+sha+"\n"))
}

// RemoveNonce deletes the nonce of a capture that was erased.
func (f *Folder) RemoveNonce(captureID string) error {
	if err := os.Remove(filepath.Join(f.dir, nonceFolder, captureID)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskFault(err, f.dir)
	}
	return nil
}

// readNonces reads what is needed to check captures from before there were
// capture files.
func (v *verifier) readNonces(context.Context) error {
	v.bare = map[string]string{}
	entries, err := os.ReadDir(filepath.Join(v.dir, nonceFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return diskFault(err, v.dir)
	}
	for _, entry := range entries {
		b, err := os.ReadFile(filepath.Join(v.dir, nonceFolder, entry.Name()))
		if err != nil {
			return diskFault(err, v.dir)
		}
		nonce, sha, found := strings.Cut(strings.TrimSpace(string(b)), " ")
		raw, ok := decode(sha)
		salt, err := hex.DecodeString(nonce)
		if !found || !ok || err != nil || len(salt) != nonceSize {
			v.say(FoundStrange, nonceFolder+"/"+entry.Name(), "It holds no nonce and digest.")
			continue
		}
		v.bare[sha] = hex.EncodeToString(commit(salt, raw))
	}
	return nil
}
