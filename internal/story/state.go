package story

import "time"

// State is how far the post has come; what has not happened yet is empty.
type State struct {
	Starting bool // the desk is being filled; nothing can be done
	Number   int  // of the post, from 1; 0 before the first
	ID       string
	Arrived  time.Time
	Words    int // of the post as it came

	SHA256 string
	Size   int64
	Leaf   int64 // its number in the log, from 1

	Read       bool
	ReadAfter  time.Duration // since it arrived
	Byline     string
	Outlet     string
	Published  string // the post's own date, EDTF
	Paragraphs [][]Piece
	Removed    []string // what was kept aside: footers

	About     []Territory // proposed, the most certain first
	Mentioned []Territory
	Claims    []Claim // proposed, or accepted

	Waiting   bool // for a person
	Refused   bool // in the office, instead
	Public    bool // a person published it
	Unsent    bool // published in the office, and no mail about it yet
	Title     string
	By        string        // who published it
	MailAfter time.Duration // between decision and mail; 0 before, or when it is not known

	Country, Feed, Inbox Window
	Links                Links
}

// Lit says that the post has reached every window.
func (s State) Lit() bool { return s.Country.Lit && s.Feed.Lit && s.Inbox.Lit }

// Territory is a proposed territory with how certain that is, 0 to 1.
type Territory struct {
	Name  string
	Score float64
	Count int // how often it is mentioned
}

// Claim is a claim in a line.
type Claim struct {
	Claimant, Says, Hedge, Bound, Cue string
	Accepted                          bool // by a person
}

// Window is what somebody outside sees, fetched from where they see it.
type Window struct {
	Link  string
	Lines []Line // newest first
	Lit   bool   // the post is in it
}

// Line is a headline in a window.
type Line struct {
	Text, Note, Link string
	Lang, Dir        string // of the text; empty for the page's own
	New              bool   // it is the post
}

// Links lead to the parts of the demo.
type Links struct {
	Site, Office, News, Inbox string
	Name, Password            string // to log in to the office
}
