package site

import (
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"sync"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

var static = must(web.NewStatic(folder(staticFiles, "static")))

// renderers holds the templates of each language, parsed when a reader first
// wants it.
var renderers = func() map[string]func() *web.Renderer {
	all := map[string]func() *web.Renderer{}
	for _, l := range locale.Interface() {
		all[l] = sync.OnceValue(func() *web.Renderer {
			return must(web.NewRenderer(folder(templateFiles, "templates"), funcs(l)))
		})
	}
	return all
}()

// pagesIn gives the templates in a language.
func pagesIn(language string) *web.Renderer { return renderers[language]() }

// must panics when a file that is part of the program is wrong.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func folder(files embed.FS, name string) fs.FS { return must(fs.Sub(files, name)) }

// Frame is what every page has around its body. Paths are those of English,
// without a language in them.
type Frame struct {
	Title        string // of the page; empty on the home page
	Description  string // for search engines and link previews; may be empty
	Organisation string
	SiteURL      string
	Notice       string // a line above everything; may be empty
	Contact      string // mail address; may be empty
	Logo         string // address of the logo; may be empty
	Colours      string // address of the organisation's colours; may be empty
	Path         string // the page's own permanent path; empty for pages that have none
	Here         string // path by which the page is found in another language
	Feed         string // path of the feed that belongs to the page
	Part         string // of the site that the page belongs to, its path in the navigation
	Unlisted     bool   // search engines are asked to leave it out
}

func (f *Frame) frame() *Frame { return f }

// navItem is a link of the navigation.
type navItem struct {
	Path string
	Name template.HTML
	Here bool
}

func nav(part, path string, name template.HTML) navItem { return navItem{path, name, part == path} }

// addressForm is a short form for subscribing.
type addressForm struct {
	ID          string   // of its field
	Territories []string // none for everything
}

// framed is a page's struct: it embeds Frame.
type framed interface{ frame() *Frame }

// fill puts what the edition says about the organisation into the frame.
func (f *Frame) fill(s public.Settings) {
	f.Organisation, f.SiteURL, f.Notice, f.Contact = s.Organisation, s.SiteURL, s.Notice, s.Contact
	f.Logo, f.Colours = logoAddress(s), coloursAddress(s)
	if f.Feed == "" {
		f.Feed = "/feed.xml"
	}
	if f.Here == "" {
		f.Here = f.Path
	}
	if f.Here == "" {
		f.Here = "/"
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
	f := p.frame()
	f.Here = here(r)
	f.fill(settings)
	return pagesIn(tongue(r)).Answer(w, r, status, name, p)
}

// here gives the address of the page that is read, for its other languages.
func here(r *http.Request) string {
	if r.URL.RawQuery == "" {
		return r.URL.Path
	}
	return r.URL.Path + "?" + r.URL.RawQuery
}

// showPrivate answers with a page that nobody may keep.
func (s *site) showPrivate(w http.ResponseWriter, r *http.Request, status int, name string, p framed) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	web.Private(w)
	f := p.frame()
	if r.Method == http.MethodGet {
		f.Here = here(r)
	}
	f.fill(settings)
	f.Unlisted = true
	return pagesIn(tongue(r)).Answer(w, r, status, name, p)
}

func getStatic(w http.ResponseWriter, r *http.Request) error {
	found, err := static.Serve(w, r)
	if err == nil && !found {
		return errNoPage(r)
	}
	return err
}
