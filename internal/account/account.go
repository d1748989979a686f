// Package account holds how people who work in the office prove who they are: passwords, set-up links, sessions.
//
// A password is stored as its Argon2id hash, in the PHC string form. A person
// sets it with an invitation, a link with a random word of which only the hash
// is stored. A session is known by a random token in a cookie, of which again
// only the hash is stored.
package account

import (
	"encoding/base64"
	"fmt"
	"io"

	"rightsdesk/internal/subscription"
)

// Invitation makes the word of a link with which a person sets a password: 128
// random bits in 22 letters of base64url, and its hash, which alone is stored.
// How long it is good is the store's rule. It panics when random cannot be
// read, since no link may then be made.
func Invitation(random io.Reader) (word, hash string) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		panic(fmt.Sprintf("read randomness: %v", err))
	}
	word = base64.RawURLEncoding.EncodeToString(b[:])
	return word, subscription.Hash(word)
}
