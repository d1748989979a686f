// Package pdf gives the text of PDF files by poppler's pdftotext, where that is
// installed. A PDF comes from strangers, so the program that reads it runs apart
// with a limit of time, of memory (where util-linux's prlimit is installed) and
// of what it may write; it is given the bytes and no file's name.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"time"

	"rightsdesk/internal/fault"
)

// The limits of one PDF: how long it is read, how many bytes of text it gives,
// and how much memory the reader may take.
const (
	readFor   = 20 * time.Second
	maxText   = 20 << 20
	maxMemory = "1073741824"
)

// Missing is the error where pdftotext is not installed.
var Missing = fault.New(fault.Invalid, "This is a PDF, and pdftotext, which reads its text, is missing on this machine. The PDF is kept as evidence. Install the package poppler-utils and start \"rightsdesk work\" again: then it is read.")

// program is what reads PDFs; tests put another in its place.
var program = "pdftotext"

// Is reports whether bytes are a PDF: its mark stands at the beginning, behind
// blanks at most.
func Is(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], " \t\r\n\x00\xef\xbb\xbf"), []byte("%PDF-"))
}

// Installed reports whether PDFs can be read on this machine.
func Installed() bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// Text gives the text of a PDF in UTF-8, in the order in which it is read, with
// a form feed behind each page. A scan gives hardly more than form feeds.
// Errors: Missing; Invalid, with words for the editor, for what is damaged, has
// a password, takes longer than it may or gives more text than it may.
func Text(ctx context.Context, data []byte) (string, error) {
	if !Installed() {
		return "", Missing
	}
	limited, cancel := context.WithTimeout(ctx, readFor)
	defer cancel()
	out, said := &bounded{most: maxText, full: cancel}, &bounded{most: 2000}
	cmd := command(limited)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(data), out, said
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case out.over:
		return "", fault.New(fault.Invalid, "The PDF has more than %d MB of text. Split it and hand its parts in.", maxText>>20)
	case limited.Err() != nil:
		return "", fault.New(fault.Invalid, "Reading the PDF took longer than %d seconds, so it was given up. Open it in a viewer and paste its text.", int(readFor/time.Second))
	case errors.As(err, &exit) && exit.ExitCode() == 3, bytes.Contains(said.b.Bytes(), []byte("Incorrect password")):
		return "", fault.New(fault.Invalid, "The PDF is locked with a password. Open it in a viewer and paste its text.")
	case err != nil:
		return "", fault.Wrap(fault.Invalid, errors.Join(err, errors.New(said.b.String())), "The PDF is damaged and cannot be read. Ask for it once more, or open it in a viewer and paste its text")
	}
	return out.b.String(), nil
}

// command is the program with its arguments, never through a shell.
func command(ctx context.Context) *exec.Cmd {
	args := []string{program, "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"}
	if prlimit, err := exec.LookPath("prlimit"); err == nil {
		args = append([]string{prlimit, "--as=" + maxMemory, "--core=0", "--"}, args...)
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"}
	return cmd
}

// bounded keeps what is written up to a number of bytes, and calls full when
// there is more.
type bounded struct {
	b    bytes.Buffer
	most int
	full func()
	over bool
}

// Write keeps what fits.
func (w *bounded) Write(p []byte) (int, error) {
	if room := w.most - w.b.Len(); len(p) > room {
		w.b.Write(p[:room])
		if w.over = true; w.full != nil {
			w.full()
		}
		return len(p), nil
	}
	return w.b.Write(p)
}
