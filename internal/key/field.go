package key

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rightsdesk/internal/fault"
)

// Encrypt encrypts the value of a field of one record with AES-256-GCM under a
// random 96-bit nonce, which stands in front; the result is 28 bytes longer
// than plain. Field and record id, neither empty, are authenticated with it, so
// that a value moved to another record or field does not open. One desk may
// encrypt 2^32 values (NIST SP 800-38D, section 8.3).
func (k *Keys) Encrypt(field, recordID string, plain []byte) ([]byte, error) {
	gcm, err := k.field(field, recordID)
	if err != nil {
		return nil, fmt.Errorf("encrypt %s: %w", field, err)
	}
	return gcm.Seal(nil, nil, plain, join(field, recordID)), nil
}

// Decrypt opens what Encrypt made for the same field and record. The error is
// of kind Invalid when the value was changed, belongs elsewhere, or was
// encrypted with other keys.
func (k *Keys) Decrypt(field, recordID string, sealed []byte) ([]byte, error) {
	gcm, err := k.field(field, recordID)
	if err != nil {
		return nil, fmt.Errorf("decrypt %s: %w", field, err)
	}
	plain, err := gcm.Open(nil, nil, sealed, join(field, recordID))
	return plain, fault.Wrap(fault.Invalid, err, "The %s of %s cannot be opened: it is damaged, or keys/ is not the folder that it was written with. Put the recovery copy of keys/ back.", field, recordID)
}

func (k *Keys) field(field, recordID string) (cipher.AEAD, error) {
	if field == "" || recordID == "" {
		return nil, fmt.Errorf("a field (%q) and a record (%q) are needed", field, recordID)
	}
	block, err := aes.NewCipher(k.fields)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// join puts two words together so that no other pair gives the same bytes.
func join(a, b string) []byte {
	return append(append(binary.AppendUvarint(nil, uint64(len(a))), a...), b...)
}

// AddressHash gives the keyed hash under which a mail address is found again:
// HMAC-SHA-256, 64 hexadecimal digits. Addresses are the same when they are
// equal without space around them, composed (NFC) and in lower case. The local
// part is lower-cased for the hash alone, since mail is sent to it as written:
// servers that tell "A" from "a" are rarer than readers who forget which they
// used.
func (k *Keys) AddressHash(address string) string {
	return hex.EncodeToString(mac(k.addresses, []byte(normal(address))))
}

func normal(address string) string {
	return strings.ToLower(norm.NFC.String(strings.TrimSpace(address)))
}

// Capability gives the capability word of a kind that belongs to an id: 128
// bits of an HMAC-SHA-256 in 22 letters of base64url. It is the same at every
// call and need not be stored; what is stored is its hash, subscription.Hash.
func (k *Keys) Capability(kind, id string) string {
	return base64.RawURLEncoding.EncodeToString(mac(k.capabilities, join(kind, id))[:16])
}

func mac(key, message []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(message)
	return h.Sum(nil)
}
