package key

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rightsdesk/internal/fault"
)

// FileName is the file in the key folder that holds everything.
const FileName = "desk.key"

const (
	maxFile = 4096 // bytes, far more than a key file has
	header  = "# Secret keys of a Rightsdesk desk, version 1. Keep a copy in a safe place, apart from the backups;\n" +
		"# without it the subscribers' addresses are lost. Never change this file, never send it to anybody.\n"
)

// format gives the text of a key file.
func format(s secrets) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	fmt.Fprintf(&b, "root %s\n", base64.StdEncoding.EncodeToString(s.root[:]))
	fmt.Fprintf(&b, "intake %s\n", base64.StdEncoding.EncodeToString(s.intake[:]))
	fmt.Fprintf(&b, "check %s\n", check(s))
	return b.Bytes()
}

// check gives 64 bits of a hash over both secrets, enough to see damage and
// of no help in finding 256 bits.
func check(s secrets) string {
	sum := sha256.Sum256(append(append([]byte("rightsdesk key file v1\x00"), s.root[:]...), s.intake[:]...))
	return hex.EncodeToString(sum[:8])
}

var errDamaged = errors.New("not the text of a key file")

// parse reads what format wrote and nothing else.
func parse(text []byte) (secrets, error) {
	var s secrets
	rest, ok := bytes.CutPrefix(text, []byte(header))
	lines := bytes.Split(rest, []byte("\n"))
	if !ok || len(lines) != 4 {
		return secrets{}, errDamaged
	}
	for i, to := range map[int][]byte{0: s.root[:], 1: s.intake[:]} {
		_, word, _ := bytes.Cut(lines[i], []byte(" "))
		secret, err := base64.StdEncoding.DecodeString(string(word))
		if err != nil || len(secret) != secretSize {
			return secrets{}, errDamaged
		}
		copy(to, secret)
	}
	if subtle.ConstantTimeCompare(format(s), text) != 1 {
		return secrets{}, errDamaged
	}
	return s, nil
}

// read gives the secrets in a folder; the error is of kind NotFound when there is no key file.
func read(dir string) (secrets, error) {
	path := filepath.Join(dir, FileName)
	if err := checkRights(dir, 0o700); err != nil {
		return secrets{}, err
	}
	if err := checkRights(path, 0o600); err != nil {
		return secrets{}, err
	}
	file, err := os.Open(path)
	if err != nil {
		return secrets{}, unreadable(path, err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxFile))
	if err != nil {
		return secrets{}, unreadable(path, err)
	}
	s, err := parse(text)
	if err != nil {
		return secrets{}, fault.Wrap(fault.Invalid, err, "The key file %s is damaged. Put your recovery copy of it back; do not delete it without a copy, since the subscribers' addresses cannot be read without these keys.", path)
	}
	return s, nil
}

func checkRights(path string, want fs.FileMode) error {
	info, err := os.Stat(path)
	if err != nil {
		return unreadable(path, err)
	}
	if info.IsDir() != (want&0o100 != 0) {
		return fault.New(fault.Invalid, "%s is not what it should be: keys/ is a folder and %s a file in it. Move it away and start again, or put your recovery copy back.", path, FileName)
	}
	if rights := info.Mode().Perm(); rights&^want != 0 {
		return fault.New(fault.Forbidden, "%s has the rights %#o, so that others on this machine may read the secret keys. Allow only its owner: chmod %o %s", path, rights, want, path)
	}
	return nil
}

func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(fault.NotFound, err, "There is no %s.", path)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(fault.Forbidden, err, "This user may not read %s. Start the program as the user who owns it.", path)
	}
	return fault.Wrap(fault.Unavailable, err, "%s cannot be read. Check the disk and the path.", path)
}
