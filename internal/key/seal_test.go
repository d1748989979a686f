package key

import (
	"bytes"
	"crypto/hpke"
	"encoding/base64"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/fault"
)

// fixed are keys that are the same in every run, for fuzzing.
func fixed(t testing.TB) *Keys {
	t.Helper()
	k, err := derive(secrets{root: [32]byte{1}, intake: [32]byte{2}})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSealedMessagesOpenOnlyWithTheirKey(t *testing.T) {
	k := open(t, filepath.Join(t.TempDir(), "keys"))
	for _, plain := range []string{"", "a", strings.Repeat("subscribe me ", 5000)} {
		sealed, err := Seal(k.IntakePublic(), []byte(plain))
		if err != nil || len(sealed) != len(plain)+1136 {
			t.Fatalf("%d bytes, %v", len(sealed), err)
		}
		if got, err := k.Unseal(sealed); err != nil || string(got) != plain {
			t.Fatalf("%q, %v", got, err)
		}
		if _, err := fixed(t).Unseal(sealed); !fault.Is(err, fault.Invalid) {
			t.Errorf("other keys opened it: %v", err)
		}
	}
	if len(k.IntakePublic()) != 1216 {
		t.Errorf("public key of %d bytes", len(k.IntakePublic()))
	}
}

func TestTamperedMessagesAreRefused(t *testing.T) {
	k := fixed(t)
	sealed, err := Seal(k.IntakePublic(), []byte("a message"))
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 500, 1087, 1088, 1119, 1120, len(sealed) - 1} {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		if got, err := k.Unseal(changed); !fault.Is(err, fault.Invalid) || len(got) > 0 {
			t.Errorf("byte %d: %q, %v", i, got, err)
		}
	}
	for _, wrong := range [][]byte{nil, sealed[:len(sealed)-1], append(slices.Clone(sealed), 0)} {
		if _, err := k.Unseal(wrong); !fault.Is(err, fault.Invalid) {
			t.Errorf("%d bytes: %v", len(wrong), err)
		}
	}
	if _, err := Seal([]byte("no key"), nil); !fault.Is(err, fault.Invalid) {
		t.Errorf("sealed to no key: %v", err)
	}
}

// TestOtherDomainDoesNotOpen seals to the same key under another info string.
func TestOtherDomainDoesNotOpen(t *testing.T) {
	k := fixed(t)
	foreign, err := hpke.Seal(k.intake.PublicKey(), kdf, aead, []byte("rightsdesk something else v1"), []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Unseal(foreign); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

func TestFieldsOpenOnlyInTheirPlace(t *testing.T) {
	k := fixed(t)
	sealed, err := k.Encrypt("address", "rdk_r_1", []byte("reader@example.org"))
	if err != nil || len(sealed) != 18+28 {
		t.Fatalf("%d bytes, %v", len(sealed), err)
	}
	if got, err := k.Decrypt("address", "rdk_r_1", sealed); err != nil || string(got) != "reader@example.org" {
		t.Fatalf("%q, %v", got, err)
	}
	again, err := k.Encrypt("address", "rdk_r_1", []byte("reader@example.org"))
	if err != nil || bytes.Equal(again, sealed) {
		t.Error("the same nonce twice")
	}
	for _, place := range [][2]string{{"address", "rdk_r_2"}, {"name", "rdk_r_1"}, {"addressr", "dk_r_1"}, {"addres", "srdk_r_1"}} {
		if got, err := k.Decrypt(place[0], place[1], sealed); !fault.Is(err, fault.Invalid) || len(got) > 0 {
			t.Errorf("opened as %v: %q, %v", place, got, err)
		}
	}
	for i := range sealed {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		if _, err := k.Decrypt("address", "rdk_r_1", changed); !fault.Is(err, fault.Invalid) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	if _, err := open(t, filepath.Join(t.TempDir(), "keys")).Decrypt("address", "rdk_r_1", sealed); !fault.Is(err, fault.Invalid) {
		t.Errorf("other keys opened it: %v", err)
	}
}

func TestFieldAndRecordAreNeeded(t *testing.T) {
	k := fixed(t)
	for _, place := range [][2]string{{"", "r"}, {"f", ""}} {
		if _, err := k.Encrypt(place[0], place[1], nil); err == nil {
			t.Errorf("encrypted for %q", place)
		}
		if _, err := k.Decrypt(place[0], place[1], make([]byte, 40)); err == nil {
			t.Errorf("decrypted for %q", place)
		}
	}
}

func TestAddressesThatAreTheSame(t *testing.T) {
	k := fixed(t)
	want := k.AddressHash("Zo\u00eb.Reader@example.org")
	for _, same := range []string{" zo\u00eb.reader@EXAMPLE.org\n", "zoe\u0308.reader@example.org", "ZO\u00cb.READER@Example.Org"} {
		if k.AddressHash(same) != want {
			t.Errorf("%q has another hash", same)
		}
	}
	for _, other := range []string{"zoe.reader@example.org", "zo\u00ebreader@example.org", ""} {
		if k.AddressHash(other) == want {
			t.Errorf("%q has the same hash", other)
		}
	}
	if len(want) != 64 || want == open(t, filepath.Join(t.TempDir(), "keys")).AddressHash("Zo\u00eb.Reader@example.org") {
		t.Error("the hash does not depend on the keys")
	}
}

func TestCapabilities(t *testing.T) {
	k := fixed(t)
	seen := map[string]bool{}
	for _, of := range [][2]string{{"leave", "1"}, {"leave", "2"}, {"confirm", "1"}, {"leave1", ""}, {"", "leave1"}} {
		word := k.Capability(of[0], of[1])
		raw, err := base64.RawURLEncoding.DecodeString(word)
		if err != nil || len(raw) != 16 || len(word) != 22 || seen[word] {
			t.Errorf("%v: %q", of, word)
		}
		if k.Capability(of[0], of[1]) != word {
			t.Errorf("%v: another word at the second call", of)
		}
		seen[word] = true
	}
}

// TestDerivationNeverChanges holds what fixed secrets give: a change would
// close every address and link of every desk. The values were computed by a
// program in another language from the descriptions in this package.
func TestDerivationNeverChanges(t *testing.T) {
	k := fixed(t)
	if got := k.Capability("leave", "rdk_r_1"); got != "CcuPpU_ZmDKAGPvXkV82Ig" {
		t.Error(got)
	}
	if got := k.AddressHash("reader@example.org"); got != "d53b40cc8308c5c4cb2e8cf5fd2b43f61b9b2c8ea268923e439ebc65d86a42cd" {
		t.Error(got)
	}
	sealed, err := base64.StdEncoding.DecodeString("AAECAwQFBgcICQoL1E97Dg1ybTfU67r8FFBWO7INcq6q4ERob1qEGTANcTIhwg==")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := k.Decrypt("address", "rdk_r_1", sealed); err != nil || string(got) != "reader@example.org" {
		t.Errorf("%q, %v", got, err)
	}
}

func FuzzUnseal(f *testing.F) {
	k := fixed(f)
	sealed, err := Seal(k.IntakePublic(), []byte("message"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("message"), sealed)
	f.Add([]byte{}, []byte{})
	f.Fuzz(func(t *testing.T, plain, strange []byte) {
		sealed, err := Seal(k.IntakePublic(), plain)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := k.Unseal(sealed); err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("%q, %v", got, err)
		}
		if _, err := k.Unseal(append(sealed, strange...)); len(strange) > 0 && !fault.Is(err, fault.Invalid) {
			t.Fatalf("a longer message opened: %v", err)
		}
		if _, err := k.Unseal(strange); err != nil && !fault.Is(err, fault.Invalid) {
			t.Fatal(err)
		}
	})
}

func FuzzDecrypt(f *testing.F) {
	k := fixed(f)
	f.Add("address", "rdk_r_1", []byte("reader@example.org"), []byte("x"))
	f.Fuzz(func(t *testing.T, field, record string, plain, strange []byte) {
		sealed, err := k.Encrypt(field, record, plain)
		if field == "" || record == "" {
			if err == nil {
				t.Fatal("encrypted for nowhere")
			}
			return
		}
		if got, err := k.Decrypt(field, record, sealed); err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("%q, %v", got, err)
		}
		if _, err := k.Decrypt(record+"x", field, sealed); !fault.Is(err, fault.Invalid) {
			t.Fatal("opened in another place")
		}
		if _, err := k.Decrypt(field, record, strange); !fault.Is(err, fault.Invalid) {
			t.Fatal("strange bytes opened")
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	public := fixed(b).IntakePublic()
	for b.Loop() {
		if _, err := Seal(public, make([]byte, 300)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnseal(b *testing.B) {
	k := fixed(b)
	sealed, err := Seal(k.IntakePublic(), make([]byte, 300))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := k.Unseal(sealed); err != nil {
			b.Fatal(err)
		}
	}
}
