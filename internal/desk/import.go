package desk

// Import is what is known of a post that came from another site: which post of
// which site it is, and what only that site's export said of it.
type Import struct {
	Site      string // host and path without scheme: the same before and after a move to https
	PostID    string // its number there
	Outlet    string // the site's name
	Author    string // display name; may be empty
	Language  string // of the site, BCP 47; may be empty
	PublishBy string // account that decided to make public here what was public there; empty: it waits
	Paths     []string
}

// Known is a post that was imported before.
type Known struct {
	ArticleID string
	SHA256    string // of the bytes that were kept then
}

// ToPublish is an imported article that is to be public, as an account decided
// when it was imported.
type ToPublish struct {
	Site, PostID string
	ArticleID    string
	Account      string
}
