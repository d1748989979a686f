package account

import (
	"crypto/subtle"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"rightsdesk/internal/fault"
)

// The lengths that a password may have, in characters and in bytes.
const (
	MinPassword      = 12
	maxPasswordBytes = 1024
)

// current is what new passwords are hashed with: 19 MiB, two passes, one lane,
// the first of the equal choices in OWASP's Password Storage Cheat Sheet.
var current = cost{memory: 19 * 1024, passes: 2, lanes: 1}

// hashing bounds how many hashes are computed at once: two take 38 MiB,
// however many people, or machines, try to log in.
var hashing = make(chan struct{}, 2)

// HashPassword gives the hash of a password to store. The error is of kind
// Invalid, in words for the person, when the password is too short or too long.
func HashPassword(random io.Reader, password string) (string, error) {
	if err := checkLength(password); err != nil {
		return "", err
	}
	salt := make([]byte, 16)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("hash password: read randomness: %w", err)
	}
	return phc{cost: current, salt: salt, hash: current.hash(password, salt, 32)}.String(), nil
}

func checkLength(password string) error {
	if len(password) > maxPasswordBytes {
		return fault.New(fault.Invalid, "This password is too long. Please choose one of at most %d characters.", maxPasswordBytes/4)
	}
	if n := utf8.RuneCountInString(norm.NFKC.String(password)); n < MinPassword {
		return fault.New(fault.Invalid, "This password has %d characters; please choose one of at least %d. Four or five words that have nothing to do with each other are easy to remember and hard to guess.", n, MinPassword)
	}
	return nil
}

// CheckPassword reports whether a password has the hash that HashPassword gave,
// and whether it should be hashed anew because the hash was made at a lower
// cost. An empty hash stands for an account that is not there or has no
// password yet: no password has it, and finding that out takes as long as a
// wrong password does, so that the time does not tell which names exist. The
// error says that the stored hash is damaged.
func CheckPassword(hash, password string) (ok, rehash bool, err error) {
	want := phc{cost: current, salt: make([]byte, 16), hash: make([]byte, 32)}
	if hash != "" {
		if want, err = parsePHC(hash); err != nil {
			return false, false, fmt.Errorf("check password: %w", err)
		}
	}
	if len(password) > maxPasswordBytes {
		return false, false, nil
	}
	got := want.cost.hash(password, want.salt, uint32(len(want.hash)))
	ok = subtle.ConstantTimeCompare(got, want.hash) == 1 && hash != ""
	return ok, ok && want.cost != current, nil
}

// cost is the price of one hash.
type cost struct {
	memory uint32 // KiB
	passes uint32
	lanes  uint8
}

// hash computes Argon2id (RFC 9106) over the password in the form NFKC, so
// that keyboards that compose letters differently give the same.
func (c cost) hash(password string, salt []byte, size uint32) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey(norm.NFKC.Bytes([]byte(password)), salt, c.passes, c.memory, c.lanes, size)
}
