// Package key holds everything in keys/: the desk's secrets, and what is done with them.
//
// The folder has one file, desk.key, with two random 32-byte secrets:
//
//   - root, from which HKDF-SHA-256 (RFC 5869) derives one key for each
//     purpose: field encryption, address hashes, capabilities, the evidence log. One root, so
//     that one file is the whole recovery copy; one key per purpose, so that a
//     word that one of them gives away says nothing about the others.
//   - intake, the seed of an HPKE private key (RFC 9180) with the hybrid KEM
//     MLKEM768-X25519 (draft-ietf-hpke-pq): who records what readers send in
//     today cannot read it with a quantum computer later. It stands apart from
//     root so that it can be replaced without touching what is stored.
//
// The file is made at first use and never changed afterwards. It is text, with
// a check value, so that a damaged copy is found when it is read and not when
// the first address cannot be opened. Backups leave keys/ out: whoever loses
// the folder loses the subscribers' addresses.
package key

import (
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hpke"
	"crypto/sha256"
	"fmt"
	"io"

	"rightsdesk/internal/fault"
)

const secretSize = 32 // bytes

// secrets are what the key file holds.
type secrets struct {
	root, intake [secretSize]byte
}

// Keys are the desk's secrets, ready for use by many goroutines at once.
type Keys struct {
	fields       []byte // AES-256
	addresses    []byte // HMAC-SHA-256
	capabilities []byte // HMAC-SHA-256
	log          []byte // seed of an Ed25519 key
	intake       hpke.PrivateKey
}

// Open reads the keys in a folder and makes the folder and the keys where they
// are missing, from random. Two processes that start at once end with the same
// keys. Errors are of kind Forbidden when others may read the keys or this
// user may not, Invalid when the file is damaged, Unavailable when the keys
// cannot be written; none contains a byte of a key.
func Open(dir string, random io.Reader) (*Keys, error) {
	s, err := read(dir)
	if fault.Is(err, fault.NotFound) {
		s, err = create(dir, random)
	}
	if err != nil {
		return nil, fmt.Errorf("open keys: %w", err)
	}
	return derive(s)
}

func derive(s secrets) (*Keys, error) {
	k := &Keys{}
	for info, to := range map[string]*[]byte{
		"rightsdesk field encryption v1": &k.fields,
		"rightsdesk address hash v1":     &k.addresses,
		"rightsdesk capability v1":       &k.capabilities,
		"rightsdesk evidence log v1":     &k.log,
	} {
		derived, err := hkdf.Key(sha256.New, s.root[:], nil, info, secretSize)
		if err != nil {
			return nil, fmt.Errorf("derive key for %s: %w", info, err)
		}
		*to = derived
	}
	intake, err := kem.NewPrivateKey(s.intake[:])
	if err != nil {
		return nil, fmt.Errorf("derive intake key: %w", err)
	}
	k.intake = intake
	return k, nil
}

// LogKey gives the Ed25519 key (RFC 8032) that signs checkpoints of the evidence log.
func (k *Keys) LogKey() ed25519.PrivateKey { return ed25519.NewKeyFromSeed(k.log) }

// Format prints a word instead of the keys, whatever the verb: keys that
// stand in a struct that is logged stay secret.
func (k Keys) Format(state fmt.State, _ rune) { io.WriteString(state, "(keys)") }
