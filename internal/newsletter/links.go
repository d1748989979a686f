package newsletter

import (
	"net/url"

	"rightsdesk/internal/locale"
)

// Links makes the addresses of the public site that stand in mails. They are
// the site's for ever: mails cannot be changed once they are sent.
type Links struct {
	SiteURL  string // without a slash at the end
	Language string // of the pages that they lead to
}

// Home is the site's first page.
func (l Links) Home() string {
	if path := locale.Path(l.Language, "/"); path != "/" {
		return l.SiteURL + path
	}
	return l.SiteURL
}

func (l Links) page(path string) string { return l.SiteURL + locale.Path(l.Language, path) }

// Article is the page of an article.
func (l Links) Article(id string) string { return l.page("/a/" + url.PathEscape(id)) }

// Confirm is where a subscription is confirmed.
func (l Links) Confirm(word string) string { return l.page("/confirm/" + url.PathEscape(word)) }

// Leave is where a reader leaves: by a page for people, by one POST for mail
// programs.
func (l Links) Leave(word string) string { return l.page("/leave/" + url.PathEscape(word)) }

// Preferences is where a reader changes what they get.
func (l Links) Preferences(word string) string {
	return l.page("/preferences/" + url.PathEscape(word))
}

// Issue is an issue in the archive.
func (l Links) Issue(id string) string { return l.page("/newsletter/" + url.PathEscape(id)) }

// Subscribe is the page with the forms to subscribe and to ask for a link to
// one's preferences.
func (l Links) Subscribe() string { return l.page("/subscribe") }

// Territory is the page of a territory.
func (l Links) Territory(id string) string { return l.page("/territories/" + url.PathEscape(id)) }
