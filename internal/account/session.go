package account

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
)

// How long a session lasts without a request, and at all.
const (
	SessionIdle = 12 * time.Hour
	SessionFor  = 7 * 24 * time.Hour
)

// InvitationFor is how long a link to set a password is good.
const InvitationFor = 3 * 24 * time.Hour

// NewSessions gives the manager of the office's sessions over a store, which
// is given hashes of tokens and never a token. The cookie is kept from scripts
// and from other sites' forms; secure, for an office that is reached by https,
// binds it to https and to the one host. A process has one such manager. (It is
// not made with scs.New, which starts a goroutine that cannot be ended.)
func NewSessions(store scs.CtxStore, secure bool) *scs.SessionManager {
	name := "rightsdesk"
	if secure {
		name = "__Host-rightsdesk"
	}
	return &scs.SessionManager{
		Store:            store,
		Codec:            scs.GobCodec{},
		ErrorFunc:        sessionError,
		HashTokenInStore: true,
		IdleTimeout:      SessionIdle,
		Lifetime:         SessionFor,
		Cookie: scs.SessionCookie{
			Name:     name,
			Path:     "/",
			HttpOnly: true,
			SameSite: http.SameSiteLaxMode,
			Secure:   secure,
			Persist:  true,
		},
	}
}

func sessionError(w http.ResponseWriter, r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "keep session", "error", err)
	http.Error(w, "The session could not be kept. Please try again; if it happens again, look at the log.", http.StatusInternalServerError)
}
