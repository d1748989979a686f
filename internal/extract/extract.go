// Package extract reads the article out of a capture: plain text in the forms
// in which publishers' posts begin and end, and web pages. It cuts the title,
// byline, dateline and whatever is not the article away from the text and keeps
// all of it. It does no I/O and invents nothing: what is not there stays empty.
package extract

import (
	"time"

	"rightsdesk/internal/fault"
)

// Version names this reader in articles and findings. It rises with every
// change that makes the same bytes read differently.
const Version = "extract/5"

// MaxSize is how many bytes a text or page may have.
const MaxSize = 20 << 20

// Options is what is known of the bytes from elsewhere.
type Options struct {
	URL       string   // where they came from; may be empty
	MediaType string   // as declared; may be empty
	Outlets   []string // names of outlets known to the desk
	Blocks    Blocks   // what their source repeats in all its documents
}

// Document is what was read. Its JSON is the contract of "rightsdesk extract".
type Document struct {
	ID           string    `json:"id"`
	URL          string    `json:"url"`
	Title        string    `json:"title"`
	Standfirst   string    `json:"standfirst"`
	Byline       []string  `json:"byline"` // people, without roles and outlets
	Outlet       string    `json:"outlet"`
	SiteName     string    `json:"sitename"`
	Published    string    `json:"published"` // 2017-03-29; empty when unknown
	Dateline     Dateline  `json:"dateline"`
	Language     string    `json:"language"` // BCP 47; empty when unknown
	Text         string    `json:"text"`     // paragraphs with a blank line between
	HTML         string    `json:"html"`     // sanitised
	Image        string    `json:"image"`
	CanonicalURL string    `json:"canonical_url"`
	Removed      []Removed `json:"removed"`
	Doubts       []Removed `json:"doubts,omitempty"` // paragraphs of the text that may not be the article
	Confidence   float64   `json:"confidence"`       // 0 to 1: how sure that this is an article

	// Entries are the articles of a text that has several, such as a digest; the
	// text of the whole is that of all of them. Empty for one article.
	Entries []Document `json:"entries"`

	// Credit is who is named as author and is no person, as printed: an agency, a
	// team, an outlet, a user.
	Credit string `json:"credit"`

	// What stands under the image and in its place, and whose it is.
	ImageCaption string `json:"image_caption"`
	ImageCredit  string `json:"image_credit"`
	ImageAlt     string `json:"image_alt"`

	// Edges are the outermost paragraphs of the whole, as they stood before
	// anything was cut.
	Edges Edges `json:"-"`
}

// Dateline is the line that says where and when a text appeared.
type Dateline struct {
	Raw    string `json:"raw"` // as it stood
	Outlet string `json:"outlet"`
	Date   string `json:"date"`
	Place  string `json:"place"`
	Link   string `json:"link"`
	Rule   string `json:"rule"` // the form that was found; the forms stand at findDateline

	// Confidence is how sure that form is, 0 to 1; 0 without one.
	Confidence float64 `json:"confidence"`
}

// Removed is a part that is not the article.
type Removed struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// The kinds of removed parts.
const (
	Footer     = "footer"
	Snippet    = "snippet"
	Contact    = "contact"
	Disclaimer = "disclaimer"
	Rights     = "rights"
	Sharing    = "sharing"
	Navigation = "navigation"
	Related    = "related"  // links to other articles
	Rule       = "rule"     // a line of underscores or the like
	Running    = "running"  // a page's running line or number
	Repeated   = "repeated" // the headline once more, or a block of the source
	Byline     = "byline"   // as it stood, with roles and organisations
	Date       = "date"
	Link       = "link"
	Outlet     = "outlet"
	Forwarding = "forwarding" // the words of who handed a message on
	Attachment = "attachment" // its name, type and size
	Caption    = "caption"    // of a picture, with its credit
	Paywall    = "paywall"    // a notice that the rest is for subscribers
)

// Check says whether bytes can be read at all. Errors: Invalid, naming what
// they are and what to do.
func Check(data []byte) error {
	_, err := decode(data, "")
	return err
}

// Read reads the article out of bytes. HTML and plain text are told apart by
// their content. Nothing is dated after now. Errors: Invalid for what is empty,
// too large or no text; a page that is no article gives a document with a low
// confidence.
func Read(data []byte, opt Options, now time.Time) (Document, error) {
	text, err := decode(data, opt.MediaType)
	if err != nil {
		return Document{}, err
	}
	var doc Document
	if isHTML(text, opt.MediaType) {
		doc = readHTML(text, opt, now)
	} else {
		doc = readPlain(text, opt, now)
	}
	doc.URL = opt.URL
	if isDamaged(doc.Title + doc.Text) {
		doc.Confidence = min(doc.Confidence, damagedLetters)
	}
	doc.doubt(opt.Blocks)
	doc.fill()
	return doc, nil
}

// fill gives empty lists instead of none, as the contract has it.
func (d *Document) fill() {
	if d.Byline == nil {
		d.Byline = []string{}
	}
	if d.Removed == nil {
		d.Removed = []Removed{}
	}
	if d.Entries == nil {
		d.Entries = []Document{}
	}
	for i := range d.Entries {
		d.Entries[i].URL = d.URL
		d.Entries[i].fill()
	}
}

func (d *Document) remove(kind, text string) {
	if text != "" {
		d.Removed = append(d.Removed, Removed{kind, text})
	}
}

func tooLarge(size int) error {
	return fault.New(fault.Invalid, "It has %d MB; a text has %d MB at most. Split it and try again.", size>>20, MaxSize>>20)
}

// first gives the first string that is not empty.
func first(list []string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
