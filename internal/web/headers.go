package web

import "net/http"

// Policy is the content security policy of public pages: their own style
// sheet, images and forms, and nothing else. A script in a text would not run.
const Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure sets the headers that no answer may go without.
//
// The referrer goes to the same origin only: "no-referrer" would make browsers
// send "Origin: null" with our own forms, and where they send no Sec-Fetch-Site
// (an onion service is plain HTTP) these could not be told from foreign ones.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", Policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()")
		next.ServeHTTP(w, r)
	})
}

// Public lets everyone keep an answer for a minute, no longer: what is
// withdrawn must go.
func Public(w http.ResponseWriter) { w.Header().Set("Cache-Control", "public, max-age=60") }

// Private lets nobody keep an answer, nor list it: pages behind a capability,
// answers to forms, errors of ours.
func Private(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Robots-Tag", "noindex, nofollow")
}
