package mailbox

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
)

// part reads a message's body, or a part of it: what it shows is given, what it
// carries is noted on the message.
func (r *reader) part(m *Message, h header, body []byte, depth int) []Block {
	if depth > maxDepth {
		m.warn("it is nested deeper than %d levels; what lies deeper was not read", maxDepth)
		return nil
	}
	if r.parts++; r.parts > maxParts {
		m.warn("it has more than %d parts; the others were not read", maxParts)
		return nil
	}
	t := typeOf(h)
	switch {
	case t.media == "multipart/encrypted", t.media == "application/pkcs7-mime" && t.params["smime-type"] != "signed-data":
		m.warn("it is encrypted and cannot be read here")
		return nil
	case strings.HasPrefix(t.media, "multipart/"):
		return r.multipart(m, t, body, depth)
	case t.media == "message/rfc822" || t.media == "message/global":
		m.Carried = append(m.Carried, r.message(undone(h, body), depth+1))
		return nil
	}
	data := undone(h, body)
	if t.attached || t.media != "text/plain" && t.media != "text/html" {
		m.Files = append(m.Files, File{Name: t.name, Type: t.media, Size: len(data)})
		return nil
	}
	text := &Text{Data: data, Type: t.media, Flowed: strings.EqualFold(t.params["format"], "flowed"), DelSp: strings.EqualFold(t.params["delsp"], "yes")}
	if set := t.params["charset"]; set != "" {
		text.Type = mime.FormatMediaType(t.media, map[string]string{"charset": set})
	}
	if t.media == "text/html" {
		return []Block{{HTML: text}}
	}
	return []Block{{Plain: text}}
}

// multipart reads the parts of a multipart body.
func (r *reader) multipart(m *Message, t mediaType, body []byte, depth int) []Block {
	list, whole := split(body, t.params["boundary"])
	if !whole {
		m.warn("it ends before its end, or its parts are not marked as its header says")
	}
	var children [][]Block
	for i, p := range list {
		h, content := readHeader(p)
		if t.media == "multipart/digest" && !h.has("Content-Type") {
			h.values["Content-Type"] = "message/rfc822"
		}
		if t.media == "multipart/signed" && i > 0 {
			continue // the signature
		}
		children = append(children, r.part(m, h, content, depth+1))
	}
	if len(children) == 0 {
		return r.part(m, header{values: map[string]string{"Content-Transfer-Encoding": ""}}, body, depth+1)
	}
	switch t.media {
	case "multipart/alternative":
		return alternative(children)
	case "multipart/related":
		for _, c := range children { // the first is the page, the others are its pictures
			if len(c) > 0 {
				return c
			}
		}
		return nil
	}
	var all []Block
	for _, c := range children {
		all = append(all, c...)
	}
	return all
}

// alternative gives the two forms of one content as one block. A form of
// several blocks, such as one with pictures between its paragraphs, is taken
// alone: it holds everything.
func alternative(children [][]Block) []Block {
	var one Block
	for _, c := range children {
		if len(c) > 1 {
			return c
		}
		for _, b := range c {
			if b.Plain != nil && one.Plain == nil {
				one.Plain = b.Plain
			}
			if b.HTML != nil {
				one.HTML = b.HTML
			}
		}
	}
	if one == (Block{}) {
		return nil
	}
	return []Block{one}
}

// split cuts a body at its boundary. whole is false when the end is missing, or
// the boundary is; then all of it is one part without a head.
func split(body []byte, boundary string) (parts [][]byte, whole bool) {
	if boundary == "" {
		return nil, false
	}
	mark := []byte("--" + boundary)
	begin := -1
	for at := 0; at < len(body) && len(parts) < maxParts; {
		line, _, _ := cutLine(body[at:])
		next := at + len(line)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		if rest, is := bytes.CutPrefix(line, mark); is && len(bytes.Trim(rest, "- \t")) == 0 {
			if begin >= 0 {
				parts = append(parts, trimEnd(body[begin:at]))
			}
			begin = next
			if bytes.HasPrefix(rest, []byte("--")) {
				return parts, true
			}
		}
		at = next
	}
	if begin >= 0 && begin < len(body) && len(parts) < maxParts {
		parts = append(parts, body[begin:])
	}
	return parts, false
}

// trimEnd takes off the line end that belongs to the boundary.
func trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// undone undoes a part's transfer encoding.
func undone(h header, body []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(withoutComments(h.get("Content-Transfer-Encoding")))) {
	case "base64":
		return unbase64(body)
	case "quoted-printable":
		return unquoted(body)
	}
	return body
}

// mediaType is what a head says of its body.
type mediaType struct {
	media    string
	params   map[string]string
	name     string // of the file; may be empty
	attached bool
}

var looseParam = regexp.MustCompile(`(?i)(boundary|charset|name|filename|format|delsp|smime-type)\s*=\s*(?:"([^"]*)"|([^\s;"]+))`)

// typeOf reads a content type, and one that is against the rules as far as it
// goes; without one it is plain text.
func typeOf(h header) mediaType {
	declared := h.get("Content-Type")
	media, params, err := mime.ParseMediaType(declared)
	if err != nil {
		media, _, _ = strings.Cut(declared, ";")
		media, params = strings.ToLower(strings.TrimSpace(media)), loose(declared)
	}
	if !strings.Contains(media, "/") {
		media = "text/plain"
	}
	how, given, err := mime.ParseMediaType(h.get("Content-Disposition"))
	if err != nil {
		how, _, _ = strings.Cut(strings.ToLower(h.get("Content-Disposition")), ";")
		given = loose(h.get("Content-Disposition"))
	}
	name := given["filename"]
	if name == "" {
		name = params["name"]
	}
	return mediaType{media, params, words(name), strings.TrimSpace(how) == "attachment"}
}

func loose(s string) map[string]string {
	out := map[string]string{}
	for _, m := range looseParam.FindAllStringSubmatch(s, -1) {
		if key := strings.ToLower(m[1]); out[key] == "" {
			out[key] = m[2] + m[3]
		}
	}
	return out
}
