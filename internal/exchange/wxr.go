package exchange

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// MaxWXRPost is how many bytes one post of an export may have.
const MaxWXRPost = 20 << 20

// WXRType is the media type under which the item element of one post is kept.
const WXRType = "application/vnd.rightsdesk.wxr-item+xml; charset=utf-8"

// WXRSite is what an export says of its whole site.
type WXRSite struct {
	Version  string // of the format: 1.0, 1.1 or 1.2
	Title    string
	Address  string            // of the blog, without a slash at the end
	Language string            // BCP 47 as the site has it; may be empty
	Authors  map[string]string // display name by login
}

// WXRPost is one item of an export: a post, a page, an attachment or whatever
// else the site kept as one.
type WXRPost struct {
	Site       *WXRSite
	ID         string // a number
	Title      string // plain text
	Link       string // the address that readers knew
	GUID       string // the address by number, mostly
	Login      string
	Author     string // display name; the login where the export has no other
	Date       string // day on which it appeared there, 2017-03-29; empty when unknown
	At         time.Time
	Name       string // the last word of the address
	Status     string // publish, draft, private, pending, future, trash, inherit
	Type       string // post, page, attachment, or another
	Parent     string // id of the post that an attachment belongs to
	Protected  bool   // it had a password
	Excerpt    string // plain text
	Content    string // as it was stored, with shortcodes
	Attachment string // address of the file
	Terms      []WXRTerm
	Comments   int      // readers' comments that were left out
	Faults     []string // what could not be read, in sentences
	Raw        []byte   // the item element, UTF-8, without readers' comments
}

// WXRTerm is a category, a tag or another word that a post was filed under.
type WXRTerm struct {
	Domain   string // category, post_tag or the name of a taxonomy of the site
	Nicename string // as in addresses
	Name     string
}

// Public reports whether everybody could read the post on its site.
func (p WXRPost) Public() bool { return p.Status == "publish" && !p.Protected }

// ReadWXR reads a WordPress export (WXR 1.0 to 1.2, the RSS 2.0 with elements
// of the namespace http://wordpress.org/export/ that WordPress writes under
// Tools → Export) post by post, in the memory of one. A post that is broken is
// read as far as it goes, with its faults. Readers' comments are left out, for
// they carry mail addresses and IP numbers.
//
// An error ends the posts: Invalid when this is no export or ends within a
// post; otherwise it is the reader's own.
func ReadWXR(r io.Reader) iter.Seq2[WXRPost, error] {
	return func(yield func(WXRPost, error) bool) {
		s, err := newWXRScanner(r)
		var site *WXRSite
		if err == nil {
			site, err = readWXRSite(s)
		}
		if err != nil {
			yield(WXRPost{}, err)
			return
		}
		for {
			item, err := s.item()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(WXRPost{}, err)
				return
			}
			p := ReadWXRItem(item.raw)
			p.Comments = item.comments
			if item.large {
				p.Raw = nil
				p.Faults = []string{"The post is larger than 20 MB and was not taken."}
			}
			p.of(site)
			if !yield(p, nil) {
				return
			}
		}
	}
}

// of adds what only the site knows.
func (p *WXRPost) of(site *WXRSite) {
	p.Site = site
	if name := site.Authors[p.Login]; name != "" {
		p.Author = name
	}
}

func errNoWXR() error {
	return fault.New(fault.Invalid, "This is no WordPress export. In WordPress choose Tools, Export, All content, and give the file that you get.")
}

// readWXRSite reads what stands before the first item.
func readWXRSite(s *wxrScanner) (*WXRSite, error) {
	head, err := s.head()
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(head, []byte("wxr_version")) && !bytes.Contains(head, []byte("wordpress.org/export/")) {
		return nil, errNoWXR()
	}
	site := &WXRSite{Authors: map[string]string{}}
	var link, login string
	// A head that is broken in the middle still says what stands before it.
	_ = eachWXRText(head, func(path, text string) {
		text = strings.TrimSpace(text)
		switch path {
		case "rss/channel/title":
			site.Title = plainText(text)
		case "rss/channel/link":
			link = text
		case "rss/channel/language":
			site.Language = text
		case "rss/channel/wp:wxr_version":
			site.Version = text
		case "rss/channel/wp:base_blog_url":
			site.Address = text
		case "rss/channel/wp:author/wp:author_login":
			login = text
		case "rss/channel/wp:author/wp:author_display_name":
			site.Authors[login] = plainText(text)
		}
	})
	if site.Address == "" {
		site.Address = link
	}
	site.Address = strings.TrimRight(site.Address, "/")
	return site, nil
}
