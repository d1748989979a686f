package source

import (
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
)

// Announced gives the entries that a feed announces and that can be fetched:
// with Identity, Link, Title and Published (an EDTF date) filled. An entry in
// which the feed breaks off is left for the next poll, when its id is whole.
func (f Feed) Announced() []desk.Entry {
	links := map[string]string{} // by id
	shared := map[string]bool{}  // ids that several pages have, which therefore name none of them
	for _, e := range f.Entries {
		if link, seen := links[e.ID]; seen && link != Normal(e.Link) {
			shared[e.ID] = true
		}
		links[e.ID] = Normal(e.Link)
	}
	var out []desk.Entry
	seen := map[string]bool{}
	for _, e := range f.Entries {
		if e.Link == "" || e.cut {
			continue
		}
		id := e.ID
		if shared[id] {
			id = ""
		}
		identity := Normal(first(id, e.Link))
		if seen[identity] {
			continue
		}
		seen[identity] = true
		out = append(out, desk.Entry{Identity: identity, Link: e.Link, Title: e.Title, Published: e.day})
	}
	return out
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
