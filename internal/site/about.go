package site

import (
	"net/http"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/web"
)

// aboutPage says what this site is and how it works.
type aboutPage struct{ Frame }

func (s *site) getAbout(w http.ResponseWriter, r *http.Request) error {
	p, l := &aboutPage{}, tongue(r)
	p.Title, p.Path, p.Part = locale.T(l, "About"), "/about", "/about"
	p.Description = locale.T(l, "What this site is, where its articles come from, and what is known about its readers.")
	return s.show(w, r, "about.html", p)
}

const robots = `User-agent: *
Disallow: /search
Disallow: /*/search
Disallow: /confirm/
Disallow: /*/confirm/
Disallow: /leave/
Disallow: /*/leave/
Disallow: /preferences
Disallow: /*/preferences
`

func (s *site) getRobots(w http.ResponseWriter, r *http.Request) error {
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "text/plain; charset=utf-8", []byte(robots))
}

// getHealth says whether the site can read its edition.
func (s *site) getHealth(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.Articles.Settings(r.Context()); err != nil {
		return err
	}
	web.Private(w)
	return web.Send(w, r, http.StatusOK, "text/plain; charset=utf-8", []byte("ok\n"))
}
