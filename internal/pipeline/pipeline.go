// Package pipeline alone knows the order of the stages: what is announced is
// captured, what is captured is read and analysed, what was decided is carried
// to the edition, what the public sent in takes effect, what is to be mailed is
// mailed. Every stage takes its work from the state of rows, can be repeated
// and can be stopped between two rows.
package pipeline

import (
	"io"
	"log/slog"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/key"
	"rightsdesk/internal/publish"
	deskstore "rightsdesk/internal/store/desk"
	"rightsdesk/internal/store/edition"
	"rightsdesk/internal/store/intake"
	"rightsdesk/internal/store/publisher"
	"rightsdesk/internal/store/readers"
)

// Evidence keeps the files of captures, in a folder or in a bucket. Errors:
// Forbidden and Unavailable, with words; nothing half-written is left.
type Evidence interface {
	// PutMany keeps files and gives their SHA-256 in order, once they are safe.
	PutMany(files [][]byte) ([]string, error)
	// Content gives the bytes of a capture, checked.
	Content(c desk.Capture) ([]byte, error)
	// Remove deletes files by their SHA-256; what is not there is no error.
	Remove(shas []string) error
}

// Desk is what the stages work with. A stage needs only some of it: Capture
// only Store and Evidence, for instance.
type Desk struct {
	Store        *deskstore.Store
	Evidence     Evidence
	Keys         *key.Keys
	Publisher    *publisher.Store
	Edition      *edition.Store
	Intake       *intake.Store
	Readers      *readers.Store
	Fetch        *fetch.Client
	PageImages   bool    // whether images of captured pages are to be made
	Browser      Browser // that makes them; needed by Images only
	Post         Post
	Alerts       Alerts
	Inboxes      []string       // folders of mail that may be sources
	Places       publish.Places // where territories stand in public
	Organisation string         // the short key in ids
	Agent        string         // program and version, for captures
	Now          func() time.Time
	Random       io.Reader
	Log          *slog.Logger

	links     linker
	unlearned unlearned
}

// Alerts say where the editors are told of sources in trouble.
type Alerts struct {
	To     string // mail address; empty: they are not told by mail
	Office string // the office's address, without a slash at the end
}

// lease is how long a row is kept from other workers. It is longer than any
// single piece of work; a worker that dies leaves its rows for that long.
const lease = 3 * time.Minute

func (d *Desk) id(kind desk.Kind) string { return desk.NewID(d.Random, d.Organisation, kind) }
