package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode"
)

// Stage is where an article stands between capture and public.
type Stage string

// The stages of an article.
const (
	StageUnread     Stage = "unread"     // captured, not yet read
	StageUnreadable Stage = "unreadable" // reading failed; an editor must look
	StageDuplicate  Stage = "duplicate"  // the same text as another article
	StageWaiting    Stage = "waiting"    // in the queue
	StagePublished  Stage = "published"
	StageRefused    Stage = "refused"
	StageWithdrawn  Stage = "withdrawn" // was public, is not any more
	StageErased     Stage = "erased"    // its capture was erased and nothing of it is left
)

// Article is the document read out of a capture.
type Article struct {
	ID          string
	CaptureID   string
	Part        int // which article of its capture, from 1; 0 when it is the only one
	SourceID    string
	Stage       Stage
	Title       string
	TitleByDesk bool // written by an editor: "headline by the desk"
	Standfirst  string
	Byline      []string // people, without roles
	Credit      string   // who is named as author and is no person, as printed: an agency, a team, an outlet
	Image       Picture  // the lead image, as it was read
	Outlet      string
	Published   string // EDTF: "2017-03-29", "2017-03" or "2017"; empty when unknown
	Address     string // the original; empty: "original address not preserved"
	Language    string // BCP 47
	Text        string // paragraphs with a blank line between
	HTML        string // sanitised
	Removed     []Removed
	Doubts      []Doubt // paragraphs of the text that may not be the article
	Dateline    string  // as found
	Form        string  // of the dateline: the reader's name for it; empty for none
	FormSure    float64 // 0 to 1, how sure that form is
	Confidence  float64 // 0 to 1, how sure the reader is that this is the article
	Reader      string  // version of the reader
	TextHash    string  // SHA-256 of the folded text, to find the same text again
	SameAs      string  // the article with the same text, when a duplicate
	Story       string  // the article that stands for the story which this one carries; empty: it stands for itself
	Similarity  float64 // how much of this one and the copy that it is most like stands in the other, 0 to 1; 0 without copies
	Revises     string  // the article of the same source and address that this one is a later version of
	Sensitivity Sensitivity
	Licence     Licence  // how much is shown in public
	Territories []string // about, as decided by a person
	Terms       []string // of the taxonomy, as decided by a person: "theme:children"; sorted
	Post        PostKind // what kind of the organisation's own text it is; empty for news
	Markdown    string   // of a post, what Text and HTML were made from

	Version        int       // rises with every reading and decision
	EditionVersion int       // the version that the edition has; behind Version: to be carried over
	PublishedAt    time.Time // when the desk first made it public; zero before
	CreatedAt      time.Time
	UpdatedAt      time.Time

	Attempts  int
	LastError string // why it could not be read, or what an editor is to know of the reading
}

// PostKind is a kind of the organisation's own texts.
type PostKind string

// The kinds of post.
const (
	PostStatement PostKind = "statement"
	PostBriefing  PostKind = "briefing"
	PostProfile   PostKind = "profile" // of one territory
	PostReport    PostKind = "report"
)

// PostKinds lists the kinds of post in the order in which they are offered.
var PostKinds = []PostKind{PostStatement, PostBriefing, PostProfile, PostReport}

// Picture is what an article says of a picture. The picture itself is not kept
// and never shown: it is somebody else's.
type Picture struct {
	Address string
	Caption string // what stands under it
	Credit  string // whose it is, without a label
	Alt     string // what stands in its place
}

// Removed is a part of a capture that is not the article, kept aside.
type Removed struct {
	Kind string // footer, snippet, navigation, byline, dateline …
	Text string
}

// Reading is what a reader made of a capture: the article's read fields and
// the findings. It is stored in one transaction.
type Reading struct {
	Article    Article // ID, Stage and the fields that were read
	Findings   []Finding
	Claims     []Claim     // proposed
	Quotations []Quotation // proposed
	Edges      Edges       // none where nothing is to be learned of it

	// Others are the other articles of the same capture, where the first of them
	// has just been found to have several: their Part tells them apart, and their
	// ids are used where they are not stored yet.
	Others []Reading
}

// Finding is what the machine proposes about an article. It changes nothing
// until a person decides.
type Finding struct {
	ID        string
	ArticleID string
	Kind      FindingKind
	Value     string  // the id of a territory or of a term of the taxonomy, a name, or a date
	Score     float64 // 0 to 1; 0 for mentioned
	Count     int     // mentions
	Rule      string  // which rule or list, with version
	Spans     []Span  // the words that support it
}

// FindingKind says what a finding is about.
type FindingKind string

// The kinds of finding.
const (
	FindingAbout     FindingKind = "territory-about"
	FindingMentioned FindingKind = "territory-mentioned"
	FindingTheme     FindingKind = "theme"
	FindingAct       FindingKind = "act"
	FindingRight     FindingKind = "right"
	FindingGroup     FindingKind = "group"
	FindingCommunity FindingKind = "community"

	FindingPerson       FindingKind = "person"       // Value: the name as it stands in the text
	FindingOrganisation FindingKind = "organisation" // Value: the same
	FindingDate         FindingKind = "date"         // Value: EDTF, seasons as 2017-21 to 2017-24
)

// OfTerritory reports whether a kind of finding names a territory.
func (k FindingKind) OfTerritory() bool { return k == FindingAbout || k == FindingMentioned }

// Span is a piece of an article's text, in Unicode code points, End exclusive.
type Span struct {
	Begin, End int
	Words      string
}

// QueueItem is a line of the queue.
type QueueItem struct {
	ID          string
	Stage       Stage
	Title       string
	Beginning   string // of the text, 160 characters at most, when there is no title
	Outlet      string
	Published   string
	Language    string
	Sensitivity Sensitivity
	LastError   string
	CreatedAt   time.Time
	Version     int
	Post        PostKind // empty for news
	About       []string // proposed or decided territories
	Terms       []string // proposed with some certainty, or decided, terms of the taxonomy: "theme:children"
	Decided     bool     // About was decided by a person
	Doubts      int      // paragraphs that may not be the article, of which nobody decided
	Unsure      bool     // the reader is not sure that it is an article, and the whole of it
	Copies      int      // other articles that carry the same story
	Versions    int      // of those, later versions of the same article
}

// QueueQuery asks for a page of the queue, newest first.
type QueueQuery struct {
	Stage  Stage
	Before string // id of the last item of the page before; empty for the first
	Limit  int
}

// TextHash is the SHA-256, in hexadecimal, of a text's letters and digits in
// lower case: the same words with other blanks and marks have the same hash.
// It is empty for a text without any.
func TextHash(text string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	if folded == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(folded))
	return hex.EncodeToString(sum[:])
}
