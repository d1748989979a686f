package newsletter

import "net/url"

// Links makes the addresses of the public site that stand in mails. They are
// the site's for ever: mails cannot be changed once they are sent.
type Links struct {
	SiteURL string // without a slash at the end
}

// Article is the page of an article.
func (l Links) Article(id string) string { return l.SiteURL + "/a/" + url.PathEscape(id) }

// Confirm is where a subscription is confirmed.
func (l Links) Confirm(word string) string { return l.SiteURL + "/confirm/" + url.PathEscape(word) }

// Leave is where a reader leaves: by a page for people, by one POST for mail
// programs.
func (l Links) Leave(word string) string { return l.SiteURL + "/leave/" + url.PathEscape(word) }

// Preferences is where a reader changes what they get.
func (l Links) Preferences(word string) string {
	return l.SiteURL + "/preferences/" + url.PathEscape(word)
}

// Issue is an issue in the archive.
func (l Links) Issue(id string) string { return l.SiteURL + "/newsletter/" + url.PathEscape(id) }

// Subscribe is the page with the forms to subscribe and to ask for a link to
// one's preferences.
func (l Links) Subscribe() string { return l.SiteURL + "/subscribe" }

// Territory is the page of a territory.
func (l Links) Territory(id string) string { return l.SiteURL + "/territories/" + url.PathEscape(id) }
