package site

import (
	"embed"
	"html/template"
	"io/fs"
	"net/http"

	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

var (
	static = must(web.NewStatic(folder(staticFiles, "static")))
	pages  = must(web.NewRenderer(folder(templateFiles, "templates"), funcs))
)

// must panics when a file that is part of the program is wrong.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func folder(files embed.FS, name string) fs.FS { return must(fs.Sub(files, name)) }

// Frame is what every page has around its body.
type Frame struct {
	Title        string // of the page; empty on the home page
	Description  string // for search engines and link previews; may be empty
	Organisation string
	SiteURL      string
	Path         string // the page's own permanent path; empty for pages that have none
	Feed         string // path of the feed that belongs to the page
	Part         string // of the site that the page belongs to, its path in the navigation
	Unlisted     bool   // search engines are asked to leave it out
}

func (f *Frame) frame() *Frame { return f }

// navItem is a link of the navigation.
type navItem struct {
	Path, Name string
	Here       bool
}

func nav(part, path, name string) navItem { return navItem{path, name, part == path} }

// framed is a page's struct: it embeds Frame.
type framed interface{ frame() *Frame }

// fill puts what the edition says about the organisation into the frame.
func (f *Frame) fill(s public.Settings) {
	f.Organisation, f.SiteURL = s.Organisation, s.SiteURL
	if f.Feed == "" {
		f.Feed = "/feed.xml"
	}
}

// show answers with a public page.
func (s *site) show(w http.ResponseWriter, r *http.Request, name string, p framed) error {
	return s.showAs(w, r, http.StatusOK, name, p)
}

func (s *site) showAs(w http.ResponseWriter, r *http.Request, status int, name string, p framed) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	web.Public(w)
	p.frame().fill(settings)
	return pages.Answer(w, r, status, name, p)
}

// showPrivate answers with a page that nobody may keep.
func (s *site) showPrivate(w http.ResponseWriter, r *http.Request, status int, name string, p framed) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	web.Private(w)
	p.frame().fill(settings)
	p.frame().Unlisted = true
	return pages.Answer(w, r, status, name, p)
}

func getStatic(w http.ResponseWriter, r *http.Request) error {
	found, err := static.Serve(w, r)
	if err == nil && !found {
		return errNoPage
	}
	return err
}

var funcs = template.FuncMap{
	"static": func(name string) (string, error) { return static.Address(name) },
	"dir":    dir, "date": date, "day": day, "moment": moment, "number": number, "size": number64, "plural": plural,
	"territory": territoryName, "language": languageName, "link": link, "host": host, "paragraphs": paragraphs,
	"sanitised": sanitised, "nav": nav,
}
