package account

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/subscription"
)

// cheap replaces the cost of new hashes for a test.
func cheap(t testing.TB) {
	before := current
	current = cost{memory: 64, passes: 1, lanes: 1}
	t.Cleanup(func() { current = before })
}

func hashed(t testing.TB, password string) string {
	t.Helper()
	hash, err := HashPassword(rand.Reader, password)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func check(t testing.TB, hash, password string) (ok, rehash bool) {
	t.Helper()
	ok, rehash, err := CheckPassword(hash, password)
	if err != nil {
		t.Fatal(err)
	}
	return ok, rehash
}

func TestPasswords(t *testing.T) {
	const password = "four words without sense"
	hash := hashed(t, password)
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") || strings.Contains(hash, "sense") {
		t.Errorf("hash %s", hash)
	}
	if ok, rehash := check(t, hash, password); !ok || rehash {
		t.Errorf("right password: %v, %v", ok, rehash)
	}
	for _, wrong := range []string{"", "four words without sensE", password + " ", strings.Repeat("x", 5000)} {
		if ok, rehash := check(t, hash, wrong); ok || rehash {
			t.Errorf("%.30q passed", wrong)
		}
	}
	if hashed(t, password) == hash {
		t.Error("the same salt twice")
	}
}

// TestVectorOfAnotherProgram holds a hash that OpenSSL's Argon2id made of an invented password.
func TestVectorOfAnotherProgram(t *testing.T) {
	const hash = "$argon2id$v=19$m=1024,t=2,p=1$c2l4dGVlbiBieXRlIHNsdA$VLCsug2hs4qNuSz9fL8X+dVH0b22x2WXH9cMCiX/poY"
	if ok, rehash := check(t, hash, "an invented password"); !ok || !rehash {
		t.Errorf("%v, %v", ok, rehash)
	}
	if ok, rehash := check(t, hash, "an invented passwort"); ok || rehash {
		t.Errorf("%v, %v", ok, rehash)
	}
}

func TestNobodyHasTheEmptyHash(t *testing.T) {
	cheap(t)
	for _, password := range []string{"", "x", "four words without sense"} {
		if ok, rehash := check(t, "", password); ok || rehash {
			t.Errorf("%q passed", password)
		}
	}
}

func TestKeyboardsThatComposeDifferently(t *testing.T) {
	cheap(t)
	if ok, _ := check(t, hashed(t, "pass\u00e9 compos\u00e9 \ufb01n"), "passe\u0301 compose\u0301 fin"); !ok {
		t.Error("the same letters, composed differently, are another password")
	}
}

func TestLengths(t *testing.T) {
	cheap(t)
	for password, want := range map[string]string{
		"":                             "has 0 characters",
		"elevenchars":                  "has 11 characters; please choose one of at least 12",
		strings.Repeat("e\u0301", 11):  "has 11 characters",
		strings.Repeat("long ", 1_000): "too long",
		"twelve chars":                 "",
		"密码密码密码密码密码密码":                 "",
		strings.Repeat("密码", 128):      "",
	} {
		_, err := HashPassword(rand.Reader, password)
		if want == "" && err != nil || want != "" && (!fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), want)) {
			t.Errorf("%.20q: %v", password, err)
		}
	}
	if _, err := HashPassword(iotest.ErrReader(errors.New("none")), "twelve chars"); err == nil {
		t.Error("a hash without randomness")
	}
}

func TestDamagedAndDearHashesAreErrors(t *testing.T) {
	const salt, hash = "$c2FsdHNhbHRzYWx0c2FsdA", "$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"
	for _, text := range []string{
		"nonsense", "$$$$$", "$argon2i$v=19$m=64,t=1,p=1" + salt + hash, "$argon2id$v=16$m=64,t=1,p=1" + salt + hash,
		"$argon2id$v=19$m=4000000,t=1,p=1" + salt + hash, "$argon2id$v=19$m=64,t=1000,p=1" + salt + hash,
		"$argon2id$v=19$m=64,t=1,p=0" + salt + hash, "$argon2id$v=19$m=64,t=0,p=1" + salt + hash,
		"$argon2id$v=19$m=7,t=1,p=1" + salt + hash, "$argon2id$v=19$m=64,t=1,p=1$" + hash,
		"$argon2id$v=19$m=64,t=1,p=1" + salt + "$", "$argon2id$v=19$m=064,t=1,p=1" + salt + hash,
		"$argon2id$v=19$m=64,t=1,p=1" + salt + hash + "=",
	} {
		ok, _, err := CheckPassword(text, "four words without sense")
		if ok || err == nil || strings.Contains(err.Error(), "aGFza") {
			t.Errorf("%s: %v, %v", text, ok, err)
		}
	}
	if ok, _ := check(t, "$argon2id$v=19$m=64,t=1,p=1"+salt+hash, "x"); ok {
		t.Error("the sound form passed with a wrong password")
	}
}

// TestHashingIsBounded starts many checks while both places are taken.
func TestHashingIsBounded(t *testing.T) {
	cheap(t)
	hash, places := hashed(t, "four words without sense"), hashing
	if cap(places) != 2 {
		t.Fatalf("%d hashes at once", cap(places))
	}
	t.Cleanup(func() { hashing = places })
	synctest.Test(t, func(t *testing.T) {
		hashing = make(chan struct{}, cap(places)) // one that the bubble knows
		finished := make(chan bool, 10)
		hashing <- struct{}{}
		hashing <- struct{}{}
		for range cap(finished) {
			go func() {
				ok, _, err := CheckPassword(hash, "four words without sense")
				finished <- ok && err == nil
			}()
		}
		synctest.Wait()
		if len(finished) > 0 {
			t.Error("a hash was computed beside two others")
		}
		<-hashing
		<-hashing
		for range cap(finished) {
			if !<-finished {
				t.Error("a check failed after it had waited")
			}
		}
	})
}

func TestInvitation(t *testing.T) {
	word, hash := Invitation(rand.Reader)
	if !subscription.ValidCapability(word) || hash != subscription.Hash(word) {
		t.Errorf("%q, %q", word, hash)
	}
	if again, _ := Invitation(rand.Reader); again == word {
		t.Error("the same word twice")
	}
	defer func() {
		if recover() == nil {
			t.Error("a link without randomness")
		}
	}()
	Invitation(bytes.NewReader(nil))
}

func FuzzParsePHC(f *testing.F) {
	f.Add(phc{cost: current, salt: make([]byte, 16), hash: make([]byte, 32)}.String())
	f.Add("$argon2id$v=19$m=1,t=1,p=1$$")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parsePHC(text)
		if err != nil {
			return
		}
		if p.String() != text || p.cost.memory > dearest.memory || p.cost.passes > dearest.passes || p.cost.lanes < 1 {
			t.Errorf("%+v", p)
		}
	})
}

func BenchmarkCheckPassword(b *testing.B) {
	hash := hashed(b, "four words without sense")
	for b.Loop() {
		check(b, hash, "four words without sense")
	}
}
