package key

import (
	"crypto/hpke"
	"fmt"

	"rightsdesk/internal/fault"
)

// The HPKE suite of the intake. The info string separates its messages from
// everything else that may ever be sealed to the same key.
const intakeInfo = "rightsdesk intake v1"

var (
	kem  = hpke.MLKEM768X25519()
	kdf  = hpke.HKDFSHA256()
	aead = hpke.AES256GCM()
)

// IntakePublic gives the public key, 1216 bytes, that messages to the desk are
// sealed to. It is no secret.
func (k *Keys) IntakePublic() []byte { return k.intake.PublicKey().Bytes() }

// Seal encrypts plain to a public key that IntakePublic gave, so that only
// the desk can read it: HPKE in base mode, one message, 1136 bytes longer than
// plain. Who seals is not proved. The error is of kind Invalid when public is
// no such key.
func Seal(public, plain []byte) ([]byte, error) {
	to, err := kem.NewPublicKey(public)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The desk's public key cannot be used. Publish once more from the desk to write it again.")
	}
	sealed, err := hpke.Seal(to, kdf, aead, []byte(intakeInfo), plain)
	if err != nil {
		return nil, fmt.Errorf("seal message: %w", err)
	}
	return sealed, nil
}

// Unseal opens what Seal made. The error is of kind Invalid when the message
// was changed or sealed to another key.
func (k *Keys) Unseal(sealed []byte) ([]byte, error) {
	plain, err := hpke.Open(k.intake, kdf, aead, []byte(intakeInfo), sealed)
	return plain, fault.Wrap(fault.Invalid, err, "A sealed message cannot be opened: it was changed on its way or sealed to the key of another desk.")
}
