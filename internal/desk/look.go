package desk

import "time"

// Look is what an address would give as a source, for an editor to see before
// it is one.
type Look struct {
	Source   Source // kind, address and, as far as the source says it, outlet, language and selectors
	Entries  []Entry
	Warnings []string
	Others   []Source      // other feeds and sitemaps that the site names: kind, address, and title as Outlet
	Every    time.Duration // how often it would be asked
}
