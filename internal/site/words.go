package site

import (
	"html/template"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/taxonomy"
)

// funcs are what the templates of a language call.
func funcs(language string) template.FuncMap {
	f := locale.Funcs(language)
	for name, fn := range map[string]any{
		"static": func(name string) (string, error) { return static.Address(name) },
		"href":   func(path string) string { return locale.Path(language, path) }, "hrefIn": locale.Path,
		"tongues": locale.Interface, "ownName": ownName,
		"told":      func(msg string) string { return locale.T(language, msg) },
		"territory": func(id string) string { return territoryName(language, id) },
		"act":       func(id string) string { return taxonomy.Act(id).Label(language) },
		"community": func(id string) string { return taxonomy.Community(id).Label(language) },
		"status":    func(s public.Status) string { return taxonomy.Status(string(s)).Label(language) },
		"statuses":  statuses, "post": func(k public.PostKind) string { return postName(language, k) },
		"link": link, "host": host, "paragraphs": paragraphs, "sanitised": sanitised, "nav": nav, "others": otherNames,
		"number64": func(n int64) string { return locale.Number(language, n) },
		"span":     func(low, high float64) string { return span(language, low, high) },
		"quantity": func(c public.Claim) string { return quantity(language, c) },
		"hedge":    func(h public.Hedge) string { return hedge(language, h) },
		"chart":    func(f public.Figure) template.HTML { return figureChart(language, f) },
		"measured": measured, "beside": func(f public.Figure) []apart { return beside(language, f) }, "apartOf": apartOf, "when": when,
		"ruleName":   func(by public.FigureRule) string { return ruleName(language, by) },
		"boundWords": func(b public.Bound) string { return boundWords(language, b) }, "measureWords": func(m public.Measure) string { return measureWords(language, m) },
		"spoken":        func(who string, p public.Polarity) string { return spoken(language, who, p) },
		"polarityWords": func(p public.Polarity) string { return PolarityWords(language, p) }, "modeWords": func(m public.Mode) string { return ModeWords(language, m) },
		"basisWords": func(b string) string { return BasisWords(language, b) }, "claimantKind": func(k string) string { return ClaimantKind(language, k) }, "relaysOf": relaysOf,
		"bdi":    func(s string) template.HTML { return template.HTML("<bdi>" + template.HTMLEscapeString(s) + "</bdi>") },
		"people": func(c public.Case) string { return people(language, c) },
		"fact":   func(name template.HTML, s public.Stated) fact { return fact{name, s} },
		"mailto": mailto,
		"unit":   func(u string) string { return unit(language, u) },
	} {
		f[name] = fn
	}
	return f
}

// ownName is a language's name in itself, as a menu has it.
func ownName(l string) string {
	first, size := utf8.DecodeRuneInString(locale.Language(l, l))
	return string(unicode.ToTitle(first)) + locale.Language(l, l)[size:]
}

// fact is a value of a case with its name and who says so.
type fact struct {
	Name template.HTML
	public.Stated
}

// territoryName gives a territory's name; an id that is not known stands for
// itself.
func territoryName(language, id string) string {
	if t, known := geo.Find(id); known {
		return t.Name(language)
	}
	return id
}

func postName(language string, k public.PostKind) string {
	switch k {
	case public.Statement:
		return locale.T(language, "Statement")
	case public.Briefing:
		return locale.T(language, "Briefing")
	case public.Profile:
		return locale.T(language, "Profile")
	case public.Report:
		return locale.T(language, "Report")
	}
	return ""
}

// unit names what a figure counts; units that editors made up stand as they are.
func unit(language, u string) string {
	if u == "people" {
		return locale.T(language, "people")
	}
	return u
}

// statuses lists the statuses of a case that may be asked for.
func statuses() []public.Status {
	return []public.Status{
		public.Detained, public.OnTrial, public.Imprisoned, public.HouseArrest, public.Disappeared, public.Wanted, public.AtLarge,
		public.Released, public.Conditional, public.Exiled, public.Deceased, public.UnknownState,
	}
}

// otherNames gives a case's names but the one in its title.
func otherNames(v any) []public.Name {
	var title string
	var names []public.Name
	switch c := v.(type) {
	case public.Case:
		title, names = c.Title, c.Names
	case public.CaseLine:
		title, names = c.Title, c.Names
	}
	var out []public.Name
	for _, n := range names {
		if n.Text != title {
			out = append(out, n)
		}
	}
	return out
}

// people says how many people a case is about.
func people(language string, c public.Case) string {
	switch {
	case c.PeopleMax > c.PeopleMin:
		return locale.T(language, "{min} to {max}", "min", locale.Number(language, c.PeopleMin), "max", locale.Number(language, c.PeopleMax))
	case c.PeopleMax == c.PeopleMin:
		return locale.Number(language, c.PeopleMin)
	}
	return locale.T(language, "at least {n}", "n", locale.Number(language, c.PeopleMin))
}

// mailto gives a link to a mail address.
func mailto(address string) template.HTML {
	a := template.HTMLEscapeString(address)
	return template.HTML(`<a href="mailto:` + a + `">` + a + `</a>`)
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
