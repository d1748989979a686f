package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html/charset"

	"rightsdesk/internal/fault"
)

// Outline is a feed in a list of subscriptions.
type Outline struct {
	Title    string
	Feed     string // address of the feed
	Site     string // address of the outlet's site; may be empty
	Category string // the folders that it stands in, outermost first, parted by "/"; may be empty
}

// The bounds of what is read of a list.
const (
	maxOPML     = 16 << 20 // bytes
	maxOutlines = 10_000
	maxFolders  = 20
)

// ReadOPML reads a list of feeds (OPML 1.0 and 2.0, opml.org) as far as it
// goes: feed readers write it with faults. Each feed is given once. Errors:
// Invalid when there is no feed in it.
func ReadOPML(r io.Reader) ([]Outline, error) {
	d := xml.NewDecoder(io.LimitReader(r, maxOPML))
	d.Strict, d.Entity, d.CharsetReader = false, xml.HTMLEntity, charset.NewReaderLabel
	var out []Outline
	var folders []string // names of the outlines that are open
	seen := map[string]bool{}
	for {
		token, err := d.Token()
		var syntax *xml.SyntaxError
		if errors.Is(err, io.EOF) || errors.As(err, &syntax) {
			break // what stands before the fault is read
		} else if err != nil && len(out) == 0 {
			return nil, fault.Wrap(fault.Invalid, err, "The list of feeds cannot be read. Write it again as OPML out of the program that it comes from")
		} else if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !strings.EqualFold(t.Name.Local, "outline") {
				continue
			}
			o := outline(t, folders)
			folders = append(folders, o.Title)
			if webAddress(o.Feed) && !seen[o.Feed] && len(out) < maxOutlines {
				seen[o.Feed] = true
				out = append(out, o)
			}
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "outline") && len(folders) > 0 {
				folders = folders[:len(folders)-1]
			}
		}
	}
	if len(out) == 0 {
		return nil, fault.New(fault.Invalid, "There is no feed in it. A list of feeds is an OPML file; feed readers call it \"export\".")
	}
	return out, nil
}

func outline(t xml.StartElement, folders []string) Outline {
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[strings.ToLower(a.Name.Local)] = strings.Join(strings.Fields(a.Value), " ")
	}
	o := Outline{Title: attr["title"], Feed: attr["xmlurl"], Site: attr["htmlurl"]}
	if o.Title == "" {
		o.Title = attr["text"]
	}
	if !webAddress(o.Site) {
		o.Site = ""
	}
	o.Category = strings.Join(folders[:min(len(folders), maxFolders)], "/")
	return o
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

// The form of OPML 2.0.
type (
	opml struct {
		XMLName xml.Name     `xml:"opml"`
		Version string       `xml:"version,attr"`
		Title   string       `xml:"head>title"`
		Body    []opmlFolder `xml:"body>outline"`
	}
	opmlFolder struct {
		Text  string       `xml:"text,attr"`
		Type  string       `xml:"type,attr,omitempty"`
		Feed  string       `xml:"xmlUrl,attr,omitempty"`
		Site  string       `xml:"htmlUrl,attr,omitempty"`
		Inner []opmlFolder `xml:"outline"`
	}
)

// WriteOPML writes a list of feeds as OPML 2.0, in one folder for each
// category, in their order.
func WriteOPML(w io.Writer, title string, list []Outline) error {
	doc := opml{Version: "2.0", Title: title}
	at := map[string]int{}
	for _, o := range list {
		feed := opmlFolder{Text: o.Title, Type: "rss", Feed: o.Feed, Site: o.Site}
		if o.Category == "" {
			doc.Body = append(doc.Body, feed)
			continue
		}
		i, found := at[o.Category]
		if !found {
			i = len(doc.Body)
			at[o.Category] = i
			doc.Body = append(doc.Body, opmlFolder{Text: o.Category})
		}
		doc.Body[i].Inner = append(doc.Body[i].Inner, feed)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
