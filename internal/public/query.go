package public

// PageSize is how many results a page of a list has.
const PageSize = 20

// CountLimit is the number at which counting of results stops; a result with
// Total == CountLimit means "at least so many".
const CountLimit = 1000

// Query is what a reader asks for. The zero Query asks for everything, newest
// first.
type Query struct {
	Text      string // words, and phrases in double quotes
	Territory string // territory id, or empty
	Year      int    // of publication, or 0
	Language  string // BCP 47, or empty
	Term      string // of the taxonomy, "theme:children", or empty
	Page      int    // from 1; 0 means 1
}

// Result is a page of what was found.
type Result struct {
	Hits  []Hit
	Total int // CountLimit means at least so many
}

// Hit is a found article with the place in its text that matches.
type Hit struct {
	Teaser
	Snippet []Piece // empty when nothing was searched for
}

// Piece is a run of text, marked when it matches the query.
type Piece struct {
	Text string
	Mark bool
}
