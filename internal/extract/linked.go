package extract

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// linkedData reads what a page's JSON-LD says of an article.
func (p *page) linkedData(text string) {
	var v any
	if json.Unmarshal([]byte(text), &v) == nil {
		l := linked{page: p, named: map[string]naming{}}
		l.names(v, 0)
		l.node(v, 0)
	}
}

// linked reads one block of JSON-LD.
type linked struct {
	page  *page
	named map[string]naming // authors by their @id
}

// deepest is how deep JSON-LD is read.
const deepest = 8

func (l linked) names(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.names(x, depth+1)
		}
	case map[string]any:
		if id, name := text(v["@id"]), text(v["name"]); id != "" && name != "" && !isType(v, "WebSite", "ImageObject") {
			l.named[id] = naming{text: name, place: linkedAuthor, body: isType(v, "Organization")}
		}
		for _, x := range v {
			l.names(x, depth+1)
		}
	}
}

func (l linked) node(v any, depth int) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			l.node(x, depth+1)
		}
	case map[string]any:
		if isType(v, "Article", "BlogPosting", "Report", "Posting") {
			l.page.paid = l.page.paid || isFalse(v["isAccessibleForFree"])
			l.page.linked = append(l.page.linked, ldArticle{html.UnescapeString(text(v["headline"])), text(v["datePublished"]), text(v["dateModified"]), imageIn(v["image"]), l.authors(v["author"], 0)})
		}
		if publisher, ok := v["publisher"].(map[string]any); ok {
			l.page.publisher = keep(l.page.publisher, html.UnescapeString(text(publisher["name"])))
		}
		if isType(v, "WebSite") {
			l.page.publisher = keep(l.page.publisher, html.UnescapeString(text(v["name"])))
		}
		if isType(v, "WebPage") {
			l.page.date(text(v["datePublished"]), pageDate)
			l.page.date(text(v["dateModified"]), changedDate)
		}
		l.node(v["@graph"], depth+1)
		l.node(v["mainEntity"], depth+1)
	}
}

func (l linked) authors(v any, depth int) []naming {
	if depth > deepest {
		return nil
	}
	switch v := v.(type) {
	case string:
		return []naming{{text: v, place: linkedAuthor}}
	case []any:
		var out []naming
		for _, x := range v {
			out = append(out, l.authors(x, depth+1)...)
		}
		return out
	case map[string]any:
		if name := text(v["name"]); name != "" {
			return []naming{{text: name, place: linkedAuthor, body: isType(v, "Organization")}}
		}
		if a := l.named[text(v["@id"])]; a.text != "" {
			return []naming{a}
		}
	}
	return nil
}

// imageIn reads the image of an article: an address, an object, or the first of
// a list.
func imageIn(v any) picture {
	switch v := v.(type) {
	case string:
		return picture{address: strings.TrimSpace(v)}
	case []any:
		if len(v) > 0 {
			return imageIn(v[0])
		}
	case map[string]any:
		p := picture{address: first([]string{text(v["url"]), text(v["contentUrl"])})}
		p.caption, p.credit = splitCredit(html.UnescapeString(text(v["caption"])))
		p.credit = first([]string{html.UnescapeString(text(v["creditText"])), p.credit})
		return p
	}
	return picture{}
}

// isFalse: false, "False".
func isFalse(v any) bool {
	b, isBool := v.(bool)
	return isBool && !b || strings.EqualFold(text(v), "false")
}

func text(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}

// isType reports whether a node's type is, or ends with, one of the names.
func isType(v map[string]any, names ...string) bool {
	kinds, _ := v["@type"].([]any)
	for _, k := range append(kinds, v["@type"]) {
		for _, name := range names {
			if strings.HasSuffix(text(k), name) {
				return true
			}
		}
	}
	return false
}
