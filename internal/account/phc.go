package account

import (
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"

	"rightsdesk/internal/fault"
)

// phc is a password hash in the PHC string form:
// $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH, base64 without padding.
type phc struct {
	cost cost
	salt []byte // 8 to 64 bytes
	hash []byte // 16 to 64 bytes
}

// The dearest hash that is computed: a damaged store must not eat the memory.
var dearest = cost{memory: 256 * 1024, passes: 16, lanes: 8}

// String gives the text that parsePHC reads.
func (p phc) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		p.cost.memory, p.cost.passes, p.cost.lanes, b64.EncodeToString(p.salt), b64.EncodeToString(p.hash))
}

// parsePHC reads what String gives and nothing else. The error does not show the text.
func parsePHC(text string) (phc, error) {
	damaged := fault.New(fault.Internal, "A stored password hash cannot be read. Send this person a new set-up link.")
	var p phc
	var version int
	parts := strings.Split(text, "$")
	if len(parts) != 6 {
		return phc{}, damaged
	}
	if _, err := fmt.Sscanf(parts[2]+" "+parts[3], "v=%d m=%d,t=%d,p=%d", &version, &p.cost.memory, &p.cost.passes, &p.cost.lanes); err != nil {
		return phc{}, damaged
	}
	for i, to := range map[int]*[]byte{4: &p.salt, 5: &p.hash} {
		raw, err := base64.RawStdEncoding.DecodeString(parts[i])
		if err != nil {
			return phc{}, damaged
		}
		*to = raw
	}
	if p.String() != text || !p.payable() {
		return phc{}, damaged
	}
	return p, nil
}

// payable reports whether the hash can be computed with what Argon2 and we allow.
func (p phc) payable() bool {
	c := p.cost
	return c.memory >= 8*uint32(c.lanes) && c.memory <= dearest.memory && c.passes >= 1 && c.passes <= dearest.passes &&
		c.lanes >= 1 && c.lanes <= dearest.lanes &&
		len(p.salt) >= 8 && len(p.salt) <= 64 && len(p.hash) >= 16 && len(p.hash) <= 64
}
