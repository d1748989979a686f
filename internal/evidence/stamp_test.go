package evidence

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/fault"
)

const tsaConfig = `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Invented authority
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ts]
default_tsa = it
[it]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`

// newAuthority starts an authority of its own on loopback, made by openssl, as
// an implementation that is not ours.
func newAuthority(t *testing.T) Authority {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("conf", tsaConfig)
	write("serial", "01\n")
	run := func(args ...string) []byte {
		c := exec.Command("openssl", args...)
		c.Dir = dir
		var said bytes.Buffer
		c.Stderr = &said
		out, err := c.Output()
		if err != nil {
			t.Fatalf("openssl %s: %v\n%s", strings.Join(args, " "), err, &said)
		}
		return out
	}
	for _, name := range []string{"ca", "tsa"} {
		run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name+".key")
	}
	run("req", "-x509", "-config", "conf", "-extensions", "ca", "-key", "ca.key", "-days", "9", "-out", "ca.pem")
	run("req", "-new", "-config", "conf", "-key", "tsa.key", "-subj", "/CN=Invented stamps", "-out", "tsa.csr")
	run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "conf", "-extensions", "tsa", "-days", "9", "-out", "tsa.pem")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := io.ReadAll(r.Body)
		if err != nil || r.Header.Get("Content-Type") != "application/timestamp-query" {
			http.Error(w, "no query", http.StatusBadRequest)
			return
		}
		write("query", string(query))
		w.Write(run("ts", "-reply", "-config", "conf", "-section", "it", "-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-chain", "ca.pem"))
	}))
	t.Cleanup(server.Close)
	trust, err := os.ReadFile(filepath.Join(dir, "ca.pem"))
	if err != nil {
		t.Fatal(err)
	}
	return Authority{URL: server.URL, Trust: trust, Client: server.Client()}
}

func TestAuthorityThatWillNotDo(t *testing.T) {
	l := openLog(t, t.TempDir())
	defer l.Close()
	c := sign(t, l, testSigner(t), noon)
	good, random := newAuthority(t), rand.Reader
	answer, err := good.Ask(t.Context(), c, random)
	if err != nil {
		t.Fatal(err)
	}
	other := good
	other.Trust = newAuthority(t).Trust
	if _, err := other.Ask(t.Context(), c, random); !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), "trusted") {
		t.Errorf("an authority that is not trusted: %v", err)
	}
	for name, a := range map[string]struct {
		answer http.HandlerFunc
		kind   fault.Kind
	}{
		"an old answer": {func(w http.ResponseWriter, _ *http.Request) { w.Write(answer) }, fault.Invalid},
		"words":         {func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>hello") }, fault.Invalid},
		"nothing":       {func(http.ResponseWriter, *http.Request) {}, fault.Invalid},
		"an error":      {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", 500) }, fault.Unavailable},
		"without end":   {func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, maxStamp+9)) }, fault.Unavailable},
	} {
		server := httptest.NewServer(a.answer)
		if _, err := (Authority{URL: server.URL, Client: server.Client()}).Ask(t.Context(), c, random); !fault.Is(err, a.kind) {
			t.Errorf("%s: %v", name, err)
		}
		server.Close()
	}
	if _, err := (Authority{URL: "http://127.0.0.1:1/", Client: http.DefaultClient}).Ask(t.Context(), c, random); !fault.Is(err, fault.Unavailable) {
		t.Errorf("nobody there: %v", err)
	}
	if size, at, err := l.LastStamp(); err != nil || size != 0 || !at.IsZero() {
		t.Errorf("no stamp yet: %d, %v, %v", size, at, err)
	}
	if err := errors.Join(l.Append(someLines(0, 1)), l.KeepStamp(sign(t, l, testSigner(t), noon), answer, nil)); err != nil {
		t.Fatal(err)
	}
	if size, at, err := l.LastStamp(); err != nil || size != 1 || at.IsZero() {
		t.Errorf("kept: %d, %v, %v", size, at, err)
	}
}

// FuzzStamp holds that no answer makes the reader fall over, and that none but
// the right one passes.
func FuzzStamp(f *testing.F) {
	f.Add([]byte("0\x03\x02\x01\x00"))
	f.Fuzz(func(t *testing.T, answer []byte) {
		if _, err := checkStamp(answer, []byte("note"), nil); !fault.Is(err, fault.Invalid) {
			t.Errorf("%v", err)
		}
	})
}
