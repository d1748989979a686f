package site

import (
	"context"
	"errors"
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/web"
)

func errNoPage(r *http.Request) error {
	return problem(fault.NotFound, locale.T(tongue(r), "There is no page at this address. It may have been mistyped, or cut off on its way to you."))
}

// failPage says what went wrong.
type failPage struct {
	Frame
	Words  string
	Status int
	Search bool // a search may help
}

// fail answers with the words for an error; what is ours goes to the log.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && r.Context().Err() != nil {
		s.Log.DebugContext(r.Context(), "a reader went away", "pattern", r.Pattern)
		return // there is nobody to answer
	}
	status := web.Status(err)
	if status >= http.StatusInternalServerError {
		s.Log.ErrorContext(r.Context(), "site page", "pattern", r.Pattern, "error", err)
	}
	l := tongue(r)
	p := &failPage{Words: said(r, err), Status: status}
	p.Unlisted = true
	switch status {
	case http.StatusNotFound:
		p.Title, p.Search = locale.T(l, "Not found"), true
	case http.StatusGone:
		// No more than that: neither what it was nor why it went.
		p.Title, p.Words = locale.T(l, "Withdrawn"), locale.T(l, "What stood here was withdrawn.")
	case http.StatusServiceUnavailable:
		p.Title = locale.T(l, "Not ready")
		w.Header().Set("Retry-After", "5")
	case http.StatusTooManyRequests:
		p.Title = locale.T(l, "Too many forms")
		w.Header().Set("Retry-After", "60")
	case http.StatusInternalServerError:
		p.Title = locale.T(l, "A fault of ours")
		p.Words = locale.T(l, "Something went wrong on our side. It has been written to the log; please try again.")
	default:
		p.Title = locale.T(l, "This did not work")
	}
	s.answerFail(w, r, p)
}

func (s *site) answerFail(w http.ResponseWriter, r *http.Request, p *failPage) {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		s.Log.ErrorContext(r.Context(), "site settings", "error", err)
		web.Bare(w, p.Status, p.Words)
		return
	}
	switch p.Status {
	case http.StatusNotFound, http.StatusGone:
		web.Public(w)
	default:
		web.Private(w)
	}
	p.fill(settings)
	if err := pagesIn(tongue(r)).Answer(w, r, p.Status, "fail.html", p); err != nil {
		s.Log.ErrorContext(r.Context(), "site error page", "error", err)
	}
}

func (s *site) getNothing(_ http.ResponseWriter, r *http.Request) error { return errNoPage(r) }
