package source

import (
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
)

// Announced gives the entries that a feed announces and that can be fetched:
// with Identity, Link, Title and Published (an EDTF date) filled, and Also
// where an entry has both an id and an address that name it alone. An entry in
// which the feed breaks off is left for the next poll, when its id is whole.
func (f Feed) Announced() []desk.Entry {
	ids, links := f.shared()
	var out []desk.Entry
	seen := map[string]bool{}
	for _, e := range f.Entries {
		if e.Link == "" || e.cut {
			continue
		}
		id, link := e.ID, Normal(e.Link)
		if ids[id] {
			id = ""
		}
		identity := Normal(first(id, e.Link))
		if seen[identity] {
			continue
		}
		seen[identity] = true
		a := desk.Entry{Identity: identity, Link: e.Link, Title: e.Title, Published: e.day}
		if link != identity && !links[link] && NamesOne(e.Link) && !seen[link] {
			seen[link], a.Also = true, []string{link}
		}
		out = append(out, a)
	}
	return out
}

// shared gives the ids that several pages have and the addresses that several
// ids have, which therefore name none of them.
func (f Feed) shared() (ids, links map[string]bool) {
	ids, links = map[string]bool{}, map[string]bool{}
	linkOf, idOf := map[string]string{}, map[string]string{}
	for _, e := range f.Entries {
		link := Normal(e.Link)
		if l, seen := linkOf[e.ID]; seen && l != link {
			ids[e.ID] = true
		}
		if id, seen := idOf[link]; seen && id != e.ID {
			links[link] = true
		}
		linkOf[e.ID], idOf[link] = link, e.ID
	}
	return ids, links
}

// Announced gives the pages as entries, each address once.
func (m Sitemap) Announced() []desk.Entry {
	var out []desk.Entry
	seen := map[string]bool{}
	for _, p := range m.Pages {
		identity := Normal(p.Address)
		if seen[identity] {
			continue
		}
		seen[identity] = true
		out = append(out, desk.Entry{Identity: identity, Link: p.Address, Title: p.Title, Published: p.day})
	}
	return out
}

// IsShort reports whether an address is one of a service that shortens
// addresses: the page has another one, to which it leads.
func IsShort(address string) bool {
	u, err := url.Parse(address)
	return err == nil && shorteners[strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")]
}

// NamesOne reports whether an address can name one entry: the front page of a
// site, to which some feeds lead with every entry, cannot.
func NamesOne(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || strings.HasPrefix(u.Fragment, "!"))
}

// tracking are parameters that say how somebody came to a page and not which.
var tracking = []string{"fbclid", "gclid", "dclid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid", "ref_src", "cmpid", "_ga", "wt_mc", "xtor"}

// Normal gives an address without what does not name the page: the scheme, a
// usual port, "www.", a slash at the end, the fragment (except "#!", which
// names a page) and tracking parameters. Two addresses with the same normal
// form announce the same entry. What is no web address is given as it is.
func Normal(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	q := u.Query()
	for name := range q {
		if lower := strings.ToLower(name); strings.HasPrefix(lower, "utm_") || slices.Contains(tracking, lower) {
			q.Del(name)
		}
	}
	out := host + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(q) > 0 {
		out += "?" + q.Encode()
	}
	if strings.HasPrefix(u.Fragment, "!") {
		out += "#" + u.EscapedFragment()
	}
	return out
}
