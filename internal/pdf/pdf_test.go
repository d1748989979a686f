package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rightsdesk/internal/fault"
)

// document makes a PDF of pages of lines in Helvetica.
func document(pages ...[]string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	for i, lines := range pages {
		var text strings.Builder
		text.WriteString("BT /F1 11 Tf 72 740 Td 14 TL\n")
		for _, line := range lines {
			fmt.Fprintf(&text, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(line))
		}
		text.WriteString("ET")
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", text.Len(), text.String())
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func installed(t *testing.T) {
	t.Helper()
	if Installed() {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("pdftotext is missing; scripts/setup.sh installs it")
	}
	t.Skip("pdftotext is missing (Debian: apt-get install poppler-utils)")
}

func TestText(t *testing.T) {
	installed(t)
	data := document([]string{"Invented words (first page)"}, []string{"Second page"})
	if !Is(data) || !Is(append([]byte("\n\n"), data...)) || Is([]byte("<p>%PDF-</p>")) || Is(nil) {
		t.Error("a PDF is not told from others")
	}
	text, err := Text(t.Context(), data)
	if err != nil || text != "Invented words (first page)\n\n\fSecond page\n\n\f" {
		t.Errorf("%q, %v", text, err)
	}
	if text, err = Text(t.Context(), document(nil)); err != nil || strings.TrimSpace(text) != "" {
		t.Errorf("an empty page: %q, %v", text, err)
	}
	for name, bad := range map[string][]byte{"cut": data[:60], "no PDF": []byte("%PDF-1.4 and nothing"), "empty": nil} {
		if text, err := Text(t.Context(), bad); !fault.Is(err, fault.Invalid) || text != "" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Text(ctx, data); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// replace puts a script in the place of pdftotext.
func replace(t *testing.T, script string) {
	t.Helper()
	before := program
	t.Cleanup(func() { program = before })
	program = filepath.Join(t.TempDir(), "reader")
	if script == "" {
		return
	}
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func TestLimits(t *testing.T) {
	for words, script := range map[string]string{
		"more than 20 MB of text": "cat /dev/zero",
		"locked with a password":  "echo Command Line Error: Incorrect password >&2; exit 1",
		"is damaged":              "head -c 100000 /dev/zero >&2; exit 1",
		"pdftotext, which reads":  "",
	} {
		replace(t, script)
		text, err := Text(t.Context(), []byte("%PDF-1.4"))
		if text != "" || !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), words) {
			t.Errorf("%s: %q, %v", words, text, err)
		}
	}
	if replace(t, ""); Installed() {
		t.Error("what is not there is installed")
	}
}

// TestMemory: a reader that wants more memory than it may have is refused.
func TestMemory(t *testing.T) {
	if _, err := exec.LookPath("prlimit"); err != nil {
		t.Skip("prlimit is missing (Debian: apt-get install util-linux)")
	}
	replace(t, `ulimit -v`)
	text, err := Text(t.Context(), []byte("%PDF-1.4"))
	if err != nil || strings.TrimSpace(text) != "1048576" {
		t.Errorf("%q, %v", text, err)
	}
}
