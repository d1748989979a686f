package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"net/mail"
	"net/url"
	"strings"
	"time"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ReadWXRItem reads the item element of one post, as far as it goes. Author is
// the login: the export's head has the display name.
func ReadWXRItem(raw []byte) WXRPost {
	p := WXRPost{Raw: raw}
	var pub, local, gmt string
	var term WXRTerm
	err := eachWXR(raw, func(path string, attr func(string) string) {
		if path == "item/category" {
			term = WXRTerm{Domain: attr("domain"), Nicename: unescapedPath(attr("nicename"))}
		}
	}, func(path, text string) {
		trimmed := strings.TrimSpace(text)
		switch path {
		case "item/title":
			p.Title = plainText(text)
		case "item/link":
			p.Link = trimmed
		case "item/guid":
			p.GUID = trimmed
		case "item/pubDate":
			pub = trimmed
		case "item/dc:creator":
			p.Login, p.Author = trimmed, trimmed
		case "item/content:encoded":
			p.Content = text
		case "item/excerpt:encoded":
			p.Excerpt = plainText(text)
		case "item/wp:post_id":
			p.ID = trimmed
		case "item/wp:post_date":
			local = trimmed
		case "item/wp:post_date_gmt":
			gmt = trimmed
		case "item/wp:post_name":
			p.Name = unescapedPath(trimmed)
		case "item/wp:status":
			p.Status = trimmed
		case "item/wp:post_type":
			p.Type = trimmed
		case "item/wp:post_parent":
			p.Parent = strings.Trim(trimmed, "0 ")
			if p.Parent != "" {
				p.Parent = trimmed
			}
		case "item/wp:post_password":
			p.Protected = trimmed != ""
		case "item/wp:attachment_url":
			p.Attachment = trimmed
		case "item/category":
			if term.Name = plainText(text); term.Name != "" {
				p.Terms = append(p.Terms, term)
			}
		}
	})
	if err != nil {
		p.Faults = append(p.Faults, "The post's XML is broken and was read as far as it goes.")
	}
	p.date(local, gmt, pub)
	if p.ID == "" || strings.Trim(p.ID, "0123456789") != "" || len(p.ID) > 20 {
		p.ID = ""
		p.Faults = append(p.Faults, "The post has no number (wp:post_id).")
	}
	return p
}

// date takes the day as readers of the site saw it, and the moment where one is
// known. Drafts have only zeros there.
func (p *WXRPost) date(local, gmt, pub string) {
	const form = "2006-01-02 15:04:05"
	there, lerr := time.Parse(form, local)
	at, gerr := time.Parse(form, gmt)
	rfc, perr := mail.ParseDate(pub)
	if gerr == nil {
		p.At = at
	} else if perr == nil && rfc.Year() > 1 {
		p.At = rfc.UTC()
	}
	switch {
	case lerr == nil:
		p.Date = there.Format(time.DateOnly)
	case !p.At.IsZero():
		p.Date = p.At.Format(time.DateOnly)
	}
	if p.Date == "" && p.Status == "publish" {
		p.Faults = append(p.Faults, "The post has no date that can be read.")
	}
}

// eachWXRText calls text with the path and the text of each element that has
// no other within it.
func eachWXRText(data []byte, text func(path, text string)) error {
	return eachWXR(data, func(string, func(string) string) {}, text)
}

// eachWXR walks through elements. Undeclared prefixes stay as they are, so that
// a piece of an export reads like the whole. Errors: that of the XML.
func eachWXR(data []byte, begin func(path string, attr func(name string) string), text func(path, text string)) error {
	d := xml.NewDecoder(bytes.NewReader(readable(data)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var path []string
	var words strings.Builder
	leaf := false
	for {
		// RawToken leaves the prefixes, whose names WordPress never changes.
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(path) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(path) > 64 {
				return errors.New("elements are nested too deep")
			}
			path = append(path, name(t.Name))
			words.Reset()
			leaf = true
			begin(strings.Join(path, "/"), func(name string) string {
				for _, a := range t.Attr {
					if a.Name.Local == name {
						return a.Value
					}
				}
				return ""
			})
		case xml.CharData:
			words.Write(t)
		case xml.EndElement:
			if len(path) == 0 || path[len(path)-1] != name(t.Name) {
				return errors.New("an element ends that did not begin")
			}
			if leaf {
				text(strings.Join(path, "/"), words.String())
			}
			leaf, path = false, path[:len(path)-1]
		}
	}
}

func name(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// readable takes out what XML does not allow and WordPress wrote all the same.
func readable(data []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, bytes.ToValidUTF8(data, []byte("\uFFFD")))
}

// plainText gives the words of a title or name, which may hold entities and
// markup.
func plainText(s string) string {
	if strings.Contains(s, "<") {
		var b strings.Builder
		for z := xhtml.NewTokenizer(strings.NewReader(s)); ; {
			t := z.Next()
			if t == xhtml.ErrorToken {
				break
			}
			if t == xhtml.TextToken {
				b.Write(z.Raw())
			} else if name, _ := z.TagName(); atom.Lookup(name) == atom.Br || atom.Lookup(name) == atom.P {
				b.WriteByte(' ')
			}
		}
		s = b.String()
	}
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}

// unescapedPath reads the %-forms in which WordPress keeps words of addresses.
func unescapedPath(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return strings.ToValidUTF8(u, "\uFFFD")
	}
	return s
}
