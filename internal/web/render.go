package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
)

// Renderer holds the templates of a web part: one set for each page, parsed
// once.
type Renderer struct{ pages map[string]*template.Template }

// NewRenderer parses the templates of a folder: each *.html file in it is a
// page, and every file in its folder "shared" belongs to all pages. A page is
// rendered by executing shared/layout.html.
func NewRenderer(files fs.FS, funcs template.FuncMap) (*Renderer, error) {
	shared, err := template.New("").Funcs(funcs).ParseFS(files, "shared/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse shared templates: %w", err)
	}
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	r := &Renderer{pages: map[string]*template.Template{}}
	for _, name := range names {
		set, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if r.pages[path.Base(name)], err = set.ParseFS(files, name); err != nil {
			return nil, fmt.Errorf("parse page: %w", err)
		}
	}
	return r, nil
}

// Page gives the template set of a page, nil if there is none.
func (r *Renderer) Page(name string) *template.Template { return r.pages[name] }

// Pages lists the names of the pages.
func (r *Renderer) Pages() []string {
	var names []string
	for name := range r.pages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Render writes a page whole, or nothing and an error.
func (r *Renderer) Render(w io.Writer, name string, page any) error {
	b, err := r.bytes(name, page)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// Answer renders a page and sends it, or sends nothing and gives an error.
func (r *Renderer) Answer(w http.ResponseWriter, req *http.Request, status int, name string, page any) error {
	b, err := r.bytes(name, page)
	if err != nil {
		return err
	}
	return Send(w, req, status, "text/html; charset=utf-8", b)
}

func (r *Renderer) bytes(name string, page any) ([]byte, error) {
	set := r.pages[name]
	if set == nil {
		return nil, fmt.Errorf("there is no page %q", name)
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, "layout.html", page); err != nil {
		return nil, fmt.Errorf("render %s: %w", name, err)
	}
	return b.Bytes(), nil
}
