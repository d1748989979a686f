package site

import (
	"html/template"
	"net/url"
	"strings"
	"time"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
)

// english is the language of the site's own words.
const english = "en"

func dir(language string) string { return locale.Dir(language) }

func date(edtf string) string { return locale.Date(english, edtf) }

func day(t time.Time) string { return locale.Day(english, t) }

func moment(t time.Time) string { return locale.Moment(english, t) }

func number(n int) string { return locale.Number(english, n) }

func number64(n int64) string { return locale.Number(english, n) }

func languageName(tag string) string { return locale.Language(english, tag) }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// territoryName gives a territory's name; an id that is not known stands for
// itself.
func territoryName(id string) string {
	if t, known := geo.Find(id); known {
		return t.Name(english)
	}
	return id
}

// link gives an address that may become a link, empty for any other: what is
// not the web (javascript:, data:) is never one.
func link(address string) string {
	if u := webAddress(address); u != nil {
		return u.String()
	}
	return ""
}

// host names the site of an address as readers know it.
func host(address string) string {
	u := webAddress(address)
	if u == nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func webAddress(address string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	u.User = nil // a name before the host looks like another host
	return u
}

// paragraphs splits a text at its blank lines.
func paragraphs(text string) []string {
	var out []string
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// sanitised marks HTML of a public record, which is sanitised where it is made.
func sanitised(html string) template.HTML { return template.HTML(html) }

// cut shortens a text to so many characters, at a blank where there is one.
func cut(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	short := string(runes[:most])
	if i := strings.LastIndexByte(short, ' '); i > most/2 {
		short = short[:i]
	}
	return short + "…"
}
