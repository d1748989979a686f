package site

import (
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// moved answers a request for an address of the site that was here before with
// where the article is now. Otherwise it gives the error: Gone when the article
// was withdrawn, and notFound where nothing was.
func (s *site) moved(w http.ResponseWriter, r *http.Request, notFound error) error {
	path := public.OldPath(r.URL.String())
	if path == "" || r.Method != http.MethodGet && r.Method != http.MethodHead {
		return notFound
	}
	id, err := s.Redirects.Moved(r.Context(), path)
	if fault.Is(err, fault.NotFound) {
		return notFound
	}
	if err != nil {
		return err
	}
	// It is for good, but a withdrawal must be seen soon.
	web.Public(w)
	http.Redirect(w, r, "/a/"+id, http.StatusMovedPermanently)
	return nil
}
