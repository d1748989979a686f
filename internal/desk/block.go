package desk

import "time"

// BlockState says whether a repeated block is cut.
type BlockState string

// The states of a repeated block.
const (
	BlockLearned BlockState = "learned" // by the machine: it is cut and kept aside
	BlockDoubted BlockState = "doubted" // by the machine, and it may be news: it is marked
	BlockRefused BlockState = "refused" // by a person: it stays in the text
)

// RepeatedBlock is a paragraph that a source repeats in its articles.
type RepeatedBlock struct {
	ID        string
	SourceID  string
	ArticleID string // in which it stands so
	Place     string // top or bottom
	Text      string
	Documents int // of how many documents it was learned
	State     BlockState
	CreatedAt time.Time
}

// Edges are the outermost paragraphs of an article before anything was cut.
type Edges struct {
	ArticleID string   `json:"-"`
	Top       []string `json:"top"`
	Bottom    []string `json:"bottom"` // in the order of the document
	Count     int      `json:"count"`  // of all paragraphs
	Headed    bool     `json:"headed"` // its headline is known from elsewhere
}

// RereadDue is a source whose old articles are to be read again.
type RereadDue struct {
	SourceID string
	LastRead string // id of the article behind which to go on; empty: begin
	Round    int    // rises when it is to begin anew
}
