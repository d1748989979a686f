package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/pipeline"
)

// Imported is what became of one file.
type Imported struct {
	File    string `json:"file"`
	Article string `json:"article,omitempty"`
	Known   bool   `json:"known,omitempty"` // the same bytes were there already
	Error   string `json:"error,omitempty"`
}

// importBatch is how many files, and importBytes about how many bytes, are
// stored together.
const (
	importBatch = 64
	importBytes = 16 << 20
)

// ImportFiles takes in texts, pages, e-mails and PDFs, told by their content,
// and all files below folders, as captures that were handed in. It reports each file in order; one that cannot be taken does
// not stop the others.
func ImportFiles(ctx context.Context, d *pipeline.Desk, paths []string, report func(Imported)) error {
	source, err := d.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	im := importer{desk: d, source: source, report: report}
	for _, path := range paths {
		if err := im.path(ctx, path); err != nil {
			return err
		}
	}
	return im.flush(ctx)
}

// importer gathers files into batches.
type importer struct {
	desk   *pipeline.Desk
	source desk.Source
	report func(Imported)
	batch  []pipeline.Bytes
	names  []string
	bytes  int
}

func (im *importer) path(ctx context.Context, path string) error {
	return filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			im.report(Imported{File: file, Error: fault.Words(fileFault(err))})
			return nil
		}
		if entry.IsDir() || (entry.Name()[0] == '.' && file != path) {
			return nil
		}
		return im.file(ctx, file)
	})
}

func (im *importer) file(ctx context.Context, file string) error {
	data, err := readSmall(file)
	mediaType := ""
	if err == nil {
		mediaType, err = pipeline.Recognise(data)
	}
	if err != nil {
		im.report(Imported{File: file, Error: fault.Words(err)})
		return nil
	}
	im.names = append(im.names, file)
	im.batch = append(im.batch, pipeline.Bytes{
		Data: data, MediaType: mediaType, How: desk.HowHandedIn, FileName: filepath.Base(file), Source: im.source,
	})
	im.bytes += len(data)
	if len(im.batch) < importBatch && im.bytes < importBytes {
		return nil
	}
	return im.flush(ctx)
}

func (im *importer) flush(ctx context.Context) error {
	if len(im.batch) == 0 {
		return nil
	}
	stored, err := im.desk.Capture(ctx, im.batch)
	if err != nil {
		return fmt.Errorf("import of %s and the %d files after it: %w", im.names[0], len(im.names)-1, err)
	}
	for i, s := range stored {
		im.report(Imported{File: im.names[i], Article: s.ArticleID, Known: !s.Fresh})
	}
	im.batch, im.names, im.bytes = nil, nil, 0
	return nil
}

// readSmall reads a file that may be a capture.
func readSmall(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, fileFault(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fault.New(fault.Invalid, "This is no ordinary file.")
	}
	if info.Size() > pipeline.MaxCapture {
		return nil, fault.New(fault.Invalid, "The file has %d MB; a text has %d MB at most, a PDF or an e-mail %d MB. Split it and try again.", info.Size()>>20, extract.MaxSize>>20, pipeline.MaxCapture>>20)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fileFault(err)
	}
	return data, nil
}

// fileFault gives the errors of files words for people.
func fileFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(fault.NotFound, err, "There is no such file or folder. Check the name")
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(fault.Forbidden, err, "This user may not read the file. Check its rights")
	}
	return fault.Wrap(fault.Unavailable, err, "The file cannot be read")
}
