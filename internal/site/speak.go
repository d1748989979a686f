package site

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// english is the language of addresses without a language in them.
const english = "en"

// tongueKey is the context's key for the language of a page.
type tongueKey struct{}

// tongue gives the language that a page is to be in.
func tongue(r *http.Request) string {
	if l, there := r.Context().Value(tongueKey{}).(string); there {
		return l
	}
	return english
}

// speak takes the language out of an address: /fr/about is /about in French.
// An address and nothing else chooses the language, so that a link shows
// everybody the same, and no cookie is needed.
func speak(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		language, rest := split(r.URL.Path)
		if language == english {
			next.ServeHTTP(w, r)
			return
		}
		if rest == "" { // "/fr" alone
			http.Redirect(w, r, locale.Path(language, "/"), http.StatusMovedPermanently)
			return
		}
		in := r.WithContext(context.WithValue(r.Context(), tongueKey{}, language))
		in.URL = new(url.URL)
		*in.URL = *r.URL
		in.URL.Path, in.URL.RawPath = rest, ""
		next.ServeHTTP(w, in)
	})
}

// split gives the language at the beginning of a path and what comes after it.
func split(path string) (language, rest string) {
	for _, l := range locale.Interface() {
		if after, found := strings.CutPrefix(path, "/"+l); found && l != english && (after == "" || after[0] == '/') {
			return l, after
		}
	}
	return english, path
}

// problem is an error in the reader's words: msg is a message of the catalogue.
func problem(kind fault.Kind, words string) error { return fault.New(kind, "%s", words) }

// said gives the words of an error in the reader's language. Errors that the
// site did not make itself have English words, which are messages of the
// catalogues too.
func said(r *http.Request, err error) string {
	return fault.WordsIn(err, func(format string) string { return locale.T(tongue(r), format) })
}
