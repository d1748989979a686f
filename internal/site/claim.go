package site

import (
	"fmt"
	"html/template"
	"strings"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// span writes a figure's bounds; what is not bounded is said.
func span(language string, low, high float64) string {
	switch {
	case low == high:
		return locale.Decimal(language, low)
	case high == 0:
		return locale.T(language, "at least {n}", "n", locale.Decimal(language, low))
	case low == 0:
		return locale.T(language, "at most {n}", "n", locale.Decimal(language, high))
	}
	return locale.Decimal(language, low) + " – " + locale.Decimal(language, high)
}

// Claimed says in a line who claims what, how sure, of what and as of when, as
// every output of the site says it.
func Claimed(language string, c public.Claim) string {
	words := saidBy(language, c)
	if c.Unit != "" {
		words += " · " + c.Unit
	}
	if c.Scope != "" {
		words += " · " + c.Scope
	}
	if c.AsOf != "" {
		words += " · " + locale.T(language, "as of {date}", "date", locale.Date(language, c.AsOf))
	}
	return words
}

// quantity says what a claim counts, with its bound: a hedge, a bound and a
// date go into every output.
func quantity(language string, c public.Claim) string {
	n := locale.Decimal(language, max(c.Min, c.Max))
	var words string
	switch c.Bound {
	case public.AtMost:
		words = locale.T(language, "at most {n}", "n", n)
	case public.AtLeast:
		words = locale.T(language, "at least {n}", "n", n)
	case public.MoreThan:
		words = locale.T(language, "more than {n}", "n", n)
	case public.LessThan:
		words = locale.T(language, "less than {n}", "n", n)
	case public.About:
		words = locale.T(language, "about {n}", "n", n)
	case public.Range:
		words = locale.T(language, "{min} to {max}", "min", locale.Decimal(language, c.Min), "max", locale.Decimal(language, c.Max))
	default:
		words = n
	}
	if c.Measure == public.Flow {
		words = locale.T(language, "{quantity}, newly in the time", "quantity", words)
	}
	return words
}

// hedge says how sure a claimant is; nothing where they are.
func hedge(language string, h public.Hedge) string {
	switch h {
	case public.Reported:
		return locale.T(language, "reported")
	case public.Alleged:
		return locale.T(language, "alleged")
	case public.Believed:
		return locale.T(language, "believed")
	case public.Estimated:
		return locale.T(language, "estimated")
	case public.Possible:
		return locale.T(language, "possible")
	}
	return ""
}

// saidBy says in a line who claims what; a denial or a call is never without
// the word that says so.
func saidBy(language string, c public.Claim) string {
	who := c.Claimant
	if who == "" {
		who = locale.T(language, "who says so is not named")
	}
	words := spoken(language, who, c.Polarity)
	if c.Numbered() {
		words = locale.T(language, "{who}: {what}", "who", words, "what", quantity(language, c))
	}
	if h := hedge(language, c.Hedge); h != "" {
		words += " · " + h
	}
	return words
}

// claimPath is where the page of a claim stands.
func claimPath(id string) string { return "/claims/" + id }

// block is a part of an article's body: HTML, or a paragraph in pieces.
type block struct {
	HTML   string
	Pieces []piece
}

// piece is a run of text; Claim says who claims it, where somebody does.
type piece struct {
	Text  string
	Claim string
	Path  string // of the claim's page
}

// body puts the claims into the text where they stand in it. A claim whose
// words do not stand there as they are is left out; it stands in the list.
func body(language string, a public.Article, claims []public.Claim) (out []block, placed int) {
	if a.HTML != "" {
		html := a.HTML
		for _, c := range claims {
			words := template.HTMLEscapeString(c.Words)
			if words == "" || strings.Count(html, words) != 1 || insideTag(html, strings.Index(html, words)) {
				continue
			}
			html = strings.Replace(html, words, fmt.Sprintf(`<mark class="claim">%s</mark><span class="said-by" lang="%s" dir="%s"> <a href="%s">%s</a></span>`,
				words, language, locale.Dir(language), template.HTMLEscapeString(locale.Path(language, claimPath(c.ID))), template.HTMLEscapeString(saidBy(language, c))), 1)
			placed++
		}
		return []block{{HTML: html}}, placed
	}
	for _, p := range paragraphs(a.Text) {
		b := block{Pieces: []piece{{Text: p}}}
		for _, c := range claims {
			last := b.Pieces[len(b.Pieces)-1]
			before, after, found := strings.Cut(last.Text, c.Words)
			if !found || c.Words == "" || strings.Count(a.Text, c.Words) != 1 {
				continue
			}
			b.Pieces = append(b.Pieces[:len(b.Pieces)-1], piece{Text: before}, piece{c.Words, saidBy(language, c), claimPath(c.ID)}, piece{Text: after})
			placed++
		}
		out = append(out, b)
	}
	return out, placed
}

// insideTag reports whether a place in HTML is inside a tag.
func insideTag(html string, at int) bool {
	return strings.LastIndexByte(html[:at], '<') > strings.LastIndexByte(html[:at], '>')
}
