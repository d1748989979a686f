package desk

import "time"

// How says by which way bytes came to the desk.
type How string

// The ways in.
const (
	HowFetched  How = "fetched"   // from the public web
	HowHandedIn How = "handed-in" // a file or text that somebody gave us
	HowWritten  How = "written"   // the organisation's own words
)

// Sensitivity says who may see what was read out of a capture.
type Sensitivity string

// What was fetched from the public web is open; what was handed in is
// restricted until somebody decides.
const (
	Open       Sensitivity = "open"
	Restricted Sensitivity = "restricted"
)

// Sensitivity is the sensitivity that a capture begins with.
func (h How) Sensitivity() Sensitivity {
	if h == HowFetched {
		return Open
	}
	return Restricted
}

// Capture is evidence: bytes that were fetched, handed in or written here,
// with how, when and by which version. It never changes.
type Capture struct {
	ID        string
	SHA256    string // of the bytes, 64 hexadecimal digits
	Size      int64  // bytes
	File      string // SHA-256 of the WARC file that holds it; empty where the bare bytes are kept under SHA256
	MediaType string // as declared by the sender or guessed from the bytes, with charset where declared
	How       How
	Address   string // asked for, or as who handed it in gave it; may be empty
	FinalURL  string // after redirects; empty when handed in
	Status    int    // HTTP status; 0 when handed in
	FileName  string // base name of an imported file
	SourceID  string
	EntryID   string // the entry it answers; may be empty
	By        string // account that handed it in; may be empty
	Agent     string // program and version that took it
	At        time.Time
}

// Leaf is one leaf of the evidence log: a salted commitment to a capture's
// digest, which tells nothing to who does not hold the nonce, or the word that
// a capture was erased.
type Leaf struct {
	Seq        int64 // from 0
	CaptureID  string
	Nonce      []byte // 32 random bytes, deletable; only of captures from before there were capture files
	Commitment []byte // 32 bytes
	Erases     int64  // where Decision is set: the Seq of the leaf whose capture is gone
	Decision   string // by which a capture was erased; empty for the leaf of a capture
}

// Inward is a capture on its way into the desk, with its leaf of the log and
// the id of the article that is to be read out of it.
type Inward struct {
	Capture   Capture
	Leaf      Leaf
	ArticleID string
	Licence   Licence // that the article begins with: its source's
	Import    *Import // the post of another site that it is; nil for all else
	Image     bool    // an image of the page is to be made
}

// Stored says what became of an Inward: the capture that is in the desk and
// its article. Fresh is false when the same bytes, or the same post of another
// site, were there already.
type Stored struct {
	CaptureID string
	ArticleID string
	Fresh     bool
	Taken     []string // old paths of an import that lead to another article
}

// Unread is an article that is to be read, with what the reader needs to know.
type Unread struct {
	ArticleID string
	Part      int // as in Article
	Attempts  int
	Licence   Licence
	Capture   Capture
	Outlet    string   // of the source; may be empty
	Language  string   // of the source; may be empty
	Announced Entry    // what the source announced; zero when handed in
	Import    Import   // what another site's export said; zero when it is no import
	Lessons   []Lesson // by which its text is analysed
}
