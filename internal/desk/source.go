package desk

import "time"

// SourceKind says in which form a source announces its entries.
type SourceKind string

// The kinds of source. A feed is RSS or Atom, told apart by its bytes. Import,
// Paste and Desk are not polled: what comes in through them has been handed in
// or written here.
const (
	SourceFeed    SourceKind = "feed"
	SourceSitemap SourceKind = "sitemap"
	SourcePage    SourceKind = "page" // a web page that lists articles, read by Selectors
	SourceMail    SourceKind = "mail" // a folder of incoming mail, in the maildir form
	SourceImport  SourceKind = "import"
	SourcePaste   SourceKind = "paste"
	SourceDesk    SourceKind = "desk" // what the organisation writes itself
)

// Polled reports whether a source of this kind is asked for its entries: at an
// address of the web, or in a folder.
func (k SourceKind) Polled() bool {
	return k == SourceFeed || k == SourceSitemap || k == SourcePage || k == SourceMail
}

// Selectors are CSS selectors that say what on a web page is an item and where
// in it title, link and date are. Only Item is needed.
type Selectors struct {
	Item  string `json:"item,omitempty"`
	Title string `json:"title,omitempty"`
	Link  string `json:"link,omitempty"`
	Date  string `json:"date,omitempty"`
}

// Licence says how much of an outlet's text may be shown in public.
type Licence string

// The licence policies: the whole text, its beginning, or only a reference.
const (
	LicenceFull    Licence = "full"
	LicenceExcerpt Licence = "excerpt"
	LicenceLink    Licence = "link"
)

// Valid reports whether l is one of the three policies.
func (l Licence) Valid() bool {
	return l == LicenceFull || l == LicenceExcerpt || l == LicenceLink
}

// Source is where news comes from.
type Source struct {
	ID        string
	Kind      SourceKind
	Address   string // of the feed or sitemap, or the path of the folder; empty where it is not polled
	Outlet    string // the publisher as readers know it
	Territory string // the outlet's country, a territory id; may be empty
	Language  string // BCP 47; may be empty
	Licence   Licence
	Selectors Selectors // where Kind is SourcePage
	Proxy     string    // the name of the proxy that it is asked through, out of the configuration; empty: none
	Paused    bool
	Health    Health
	Version   int // rises with every change by a person

	// Work state: when the next poll is due and what the last one left.
	NextTry      time.Time
	Attempts     int    // failed polls in a row
	LastError    string // in words, empty after success
	LastPolled   time.Time
	ETag         string
	LastModified string
	CreatedAt    time.Time

	// Habits, from which After tells health and the next poll.
	Pace         time.Duration // between two of its entries, as far as known; 0: not known
	LastFresh    time.Time     // when something new came last; may be zero
	LastFull     time.Time     // when it last answered with more than "not modified"
	Blind        bool          // says "not modified" though there is news
	Troubled     int           // polls in a row that did not leave it in good health
	Acknowledged Health        // trouble that an editor has said to know
	MovedTo      string        // where it redirects for good; empty where it does not
}

// Backoff is one minute doubled with each failure after the first, a day at most.
func Backoff(failures int) time.Duration {
	wait := time.Minute
	for range failures - 1 {
		wait *= 2
		if wait >= 24*time.Hour {
			return 24 * time.Hour
		}
	}
	return wait
}

// MaxAttempts is after how many failures in a row an entry or a reading is
// given up and shown to an editor.
const MaxAttempts = 8

// Entry is one item announced by a source, on its way to becoming a capture.
type Entry struct {
	ID        string
	SourceID  string
	Identity  string   // what makes it the same entry at the next poll: GUID, id or address
	Link      string   // the address to fetch; empty for a mail, whose Identity is its key in the folder
	Title     string   // as announced
	Published string   // as announced, an EDTF date; may be empty
	Also      []string // further names that it is known by, such as its address
	State     EntryState
	CaptureID string // once captured

	NextTry   time.Time
	Attempts  int
	LastError string
	CreatedAt time.Time
}

// EntryState is where an entry stands.
type EntryState string

// The states of an entry.
const (
	EntryNew      EntryState = "new"      // announced, to be fetched
	EntryCaptured EntryState = "captured" // its bytes are kept
	EntryFailed   EntryState = "failed"   // given up after MaxAttempts
)
