// Package public holds what the world may see, what it may ask for and what it
// may send in. These are the only nouns that the public site, the newsletters
// and every export know; nothing private has a field here.
package public

import "time"

// Licence says how much of a text a record shows.
type Licence string

// The licences, as in the desk.
const (
	Full    Licence = "full"
	Excerpt Licence = "excerpt"
	Link    Licence = "link"
)

// Article is an article as the world may see it.
type Article struct {
	ID          string
	Version     int // of the desk's record that this was made from
	Title       string
	TitleByDesk bool // "headline by the desk"
	Standfirst  string
	Byline      []string
	Credit      string // who is credited and is no person: an agency, a team, an outlet
	Outlet      string
	Published   string // EDTF; empty when unknown
	Address     string // empty: "original address not preserved"
	Language    string // BCP 47
	Licence     Licence
	Text        string       // what the licence allows; paragraphs with a blank line between
	HTML        string       // sanitised, only with Full; empty: render Text
	Territories []string     // about, sorted
	Terms       []string     // of the taxonomy, "theme:children", sorted
	Claims      []Claim      // accepted, in the order of the text
	Appearances []Appearance // where else the story appeared, by day
	Post        PostKind     // what kind of the organisation's own text it is; empty for news
	Evidence    Evidence
	FirstPublic time.Time
	Updated     time.Time
}

// Appearance is a copy of an article in another outlet, or another place of the
// same.
type Appearance struct {
	Copy      string // the id of the desk's article; it has no page here
	Outlet    string
	Published string // EDTF; empty when unknown
	Title     string // as that outlet has it; may be empty
	Language  string
	Address   string // empty: "original address not preserved"
}

// PostKind is a kind of the organisation's own texts.
type PostKind string

// The kinds of post.
const (
	Statement PostKind = "statement"
	Briefing  PostKind = "briefing"
	Profile   PostKind = "profile" // of a territory; its page shows the newest
	Report    PostKind = "report"
)

// Evidence is what may be said of the capture behind an article. Of a
// restricted capture nothing but its time may.
type Evidence struct {
	SHA256     string // of the bytes; empty when the capture is restricted
	Size       int64  // bytes
	At         time.Time
	Capture    string // id
	File       string // SHA-256 of the capture file; empty for captures from before there were such files
	Line       int64  // of the evidence log
	Commitment string // of that line, hexadecimal
}

// Open reports whether more than its time may be said, and anyone who has the
// file can verify it.
func (e Evidence) Open() bool { return e.Capture != "" && e.File != "" && e.Commitment != "" }

// Proof leads from a capture file to a signed checkpoint of the evidence log:
// docs/evidence.md says how it is checked.
type Proof struct {
	Capture    string   `json:"capture"`
	File       string   `json:"file"` // SHA-256
	Line       int64    `json:"line"`
	Commitment string   `json:"commitment"`
	Size       int64    `json:"size"`       // lines that the checkpoint covers; 0: none does yet
	Hashes     []string `json:"hashes"`     // base64, from the line to the root (RFC 6962, section 2.1.1)
	Checkpoint string   `json:"checkpoint"` // the signed note
	Key        string   `json:"key"`        // that verifies it
}

// Teaser is an article in a list.
type Teaser struct {
	ID          string
	Title       string
	TitleByDesk bool
	Outlet      string
	Published   string
	Language    string
	Territories []string
	Post        PostKind
	Lead        string // the beginning of the text, 240 characters at most
	FirstPublic time.Time
	Updated     time.Time
}

// Snippet is a named block that is shown under articles, never in them.
type Snippet struct {
	ID         string
	HTML       string   // sanitised
	Placements []string // territory ids, or "*" for everywhere
	Position   int
	Version    int
}

// Issue is one number of the newsletter in the archive.
type Issue struct {
	ID       string
	Title    string
	Sent     time.Time
	Articles []string // ids in their order; what is not public any more is left out when shown
}

// Count is a territory with how many public articles are about it.
type Count struct {
	Territory string
	Articles  int
}

// Settings is what the edition says about the organisation.
type Settings struct {
	Organisation string // its name
	SiteURL      string // without a slash at the end
	IntakeKey    []byte // public key that messages are sealed to
	Contact      string // mail address for readers; may be empty
	Notice       string // a line above every page; may be empty
	Colour       string // the organisation's own, "#rrggbb"; empty for the program's
	Logo         []byte // an SVG or PNG picture; may be empty
	LogoType     string // its media type
}
