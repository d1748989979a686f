package site

import (
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/subscription"
)

func errEnded(r *http.Request) error {
	return problem(fault.NotFound, locale.T(tongue(r), "This link is not known here, or its time has ended, or it did what it was for already. If it was to confirm, you can subscribe again; if it was for your preferences, you can ask for a new link."))
}

// word gives the capability word in a link. Errors: NotFound when it has not
// the form of one.
func word(r *http.Request) (string, error) {
	w := r.PathValue("word")
	if !subscription.ValidCapability(w) {
		return "", errEnded(r)
	}
	return w, nil
}

// opened gives what stands behind the capability in a link, which must be of a
// kind. Errors: NotFound, alike for unknown, ended and of another kind.
func (s *site) opened(r *http.Request, kind subscription.CapabilityKind) (string, subscription.Preferences, error) {
	w, err := word(r)
	if err != nil {
		return "", subscription.Preferences{}, err
	}
	p, err := s.Readers.Preferences(r.Context(), subscription.Hash(w))
	switch {
	case fault.Is(err, fault.NotFound):
		return "", p, errEnded(r)
	case err != nil:
		return "", p, err
	case p.Kind != kind, !p.Expires.IsZero() && !s.Now().Before(p.Expires):
		return "", p, errEnded(r)
	}
	return w, p, nil
}
