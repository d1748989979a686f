package app

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/mailbox"
	"rightsdesk/internal/maildir"
	"rightsdesk/internal/pipeline"
)

// ImportedMail is what became of one message.
type ImportedMail struct {
	File    string   `json:"file"`
	Message int      `json:"message,omitempty"` // its number in an mbox file, from 1
	Subject string   `json:"subject,omitempty"`
	Article string   `json:"article,omitempty"`
	Known   bool     `json:"known,omitempty"` // it was there already
	Look    []string `json:"look,omitempty"`  // why somebody should look at it
	Error   string   `json:"error,omitempty"` // why it was not taken
}

// MailSum is what became of all messages of an import.
type MailSum struct {
	Messages int `json:"messages"`
	New      int `json:"new"`
	Known    int `json:"known"`
	Look     int `json:"look"` // messages that somebody should look at
	Refused  int `json:"refused"`

	Report func(ImportedMail) error `json:"-"` // called for each message, in order
}

func (s *MailSum) add(m ImportedMail) error {
	s.Messages++
	switch {
	case m.Error != "":
		s.Refused++
	case m.Known:
		s.Known++
	default:
		s.New++
	}
	if len(m.Look) > 0 {
		s.Look++
	}
	return s.Report(m)
}

// ImportMail takes in e-mails, each message as a capture that was handed in:
// single files, mbox files, maildir folders, and all of them below other
// folders. A message that is there already is not taken twice, so that an
// import which was broken off can be begun again. It reports each message in
// order; one that cannot be taken does not stop the others.
func ImportMail(ctx context.Context, d *pipeline.Desk, paths []string, sum *MailSum) error {
	source, err := d.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	im := mailImporter{desk: d, source: source, sum: sum}
	for _, path := range paths {
		if err := im.path(ctx, path); err != nil {
			return err
		}
	}
	return im.flush(ctx)
}

// mailImporter gathers messages into batches.
type mailImporter struct {
	desk   *pipeline.Desk
	source desk.Source
	sum    *MailSum
	batch  []pipeline.Bytes
	report []ImportedMail // of the batch, and refusals that stand between; those have an Error
	bytes  int
}

// path takes in a file, a maildir, or all that is below a folder.
func (im *mailImporter) path(ctx context.Context, path string) error {
	return filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		name := filepath.Base(file)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return im.refuse(file, 0, fileFault(err))
		case entry.IsDir() && maildir.Is(filepath.Dir(file)) && (name == "new" || name == "cur" || name == "tmp"):
			return fs.SkipDir
		case entry.IsDir() && maildir.Is(file):
			return im.maildir(ctx, file)
		case entry.IsDir(), name[0] == '.' && file != path, maildir.Is(filepath.Dir(file)) && file != path:
			return nil
		}
		return im.file(ctx, file)
	})
}

func (im *mailImporter) maildir(ctx context.Context, dir string) error {
	f, err := maildir.Open(dir)
	if err != nil {
		return im.refuse(dir, 0, err)
	}
	defer f.Close()
	list, err := f.Messages()
	if err != nil {
		return im.refuse(dir, 0, err)
	}
	for _, m := range list {
		file := filepath.Join(dir, m.Key)
		data, err := f.Read(m)
		if err == nil {
			err = im.message(ctx, file, 0, data)
		} else {
			err = im.refuse(file, 0, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// file takes in a message, or an mbox file, told apart by their first bytes.
func (im *mailImporter) file(ctx context.Context, file string) (err error) {
	info, err := os.Stat(file)
	if err != nil {
		return im.refuse(file, 0, fileFault(err))
	}
	if !info.Mode().IsRegular() {
		return im.refuse(file, 0, fault.New(fault.Invalid, "This is no ordinary file."))
	}
	f, err := os.Open(file)
	if err != nil {
		return im.refuse(file, 0, fileFault(err))
	}
	defer f.Close()
	begin := make([]byte, len("From "))
	if n, _ := f.ReadAt(begin, 0); mailbox.IsMbox(begin[:n]) {
		return im.mbox(ctx, file, f)
	}
	data, err := io.ReadAll(io.LimitReader(f, mailbox.MaxMessage+1))
	switch {
	case err != nil:
		return im.refuse(file, 0, fileFault(err))
	case len(data) > mailbox.MaxMessage:
		return im.refuse(file, 0, mailbox.TooLarge(info.Size()))
	}
	return im.message(ctx, file, 0, data)
}

func (im *mailImporter) mbox(ctx context.Context, file string, r io.Reader) error {
	n := 0
	for data, err := range mailbox.ReadMbox(r) {
		n++
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case fault.Is(err, fault.Invalid): // this message; the others follow
			err = im.refuse(file, n, err)
		case err != nil:
			return im.refuse(file, n, fileFault(err))
		default:
			err = im.message(ctx, file, n, data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// message adds a message to the batch, with what somebody should look at.
func (im *mailImporter) message(ctx context.Context, file string, n int, data []byte) error {
	doc, notes, err := extract.Mail(data, extract.Options{}, im.desk.Now())
	if err != nil {
		return im.refuse(file, n, err)
	}
	im.report = append(im.report, ImportedMail{File: file, Message: n, Subject: doc.Title, Look: notes})
	im.batch = append(im.batch, pipeline.Bytes{
		Data: data, MediaType: pipeline.MailType, How: desk.HowHandedIn, FileName: filepath.Base(file), Source: im.source,
	})
	im.bytes += len(data)
	if len(im.batch) < importBatch && im.bytes < importBytes {
		return nil
	}
	return im.flush(ctx)
}

// refuse notes a message that cannot be taken, in its place among the others.
func (im *mailImporter) refuse(file string, n int, err error) error {
	im.report = append(im.report, ImportedMail{File: file, Message: n, Error: fault.Words(err)})
	return nil
}

func (im *mailImporter) flush(ctx context.Context) error {
	stored, err := im.desk.Capture(ctx, im.batch)
	if err != nil {
		return fmt.Errorf("import of %s and the %d messages after it: %w", im.report[0].File, len(im.report)-1, err)
	}
	for _, m := range im.report {
		if m.Error == "" {
			m.Article, m.Known = stored[0].ArticleID, !stored[0].Fresh
			stored = stored[1:]
		}
		if err := im.sum.add(m); err != nil {
			return err
		}
	}
	im.batch, im.report, im.bytes = nil, nil, 0
	return nil
}
