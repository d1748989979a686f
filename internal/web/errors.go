package web

import (
	"errors"
	"html/template"
	"net/http"

	"rightsdesk/internal/fault"
)

// Busy is the error of a reader whom a Limiter refuses; it becomes a 429.
var Busy = fault.New(fault.Unavailable, "Too many forms came from your connection in a short time. Nothing was sent this time. Please wait a minute and try again.")

// statuses is the one table from kinds of error to HTTP.
var statuses = map[fault.Kind]int{
	fault.Internal:    http.StatusInternalServerError,
	fault.NotFound:    http.StatusNotFound,
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.Conflict:    http.StatusConflict,
	fault.Forbidden:   http.StatusForbidden,
	fault.Gone:        http.StatusGone,
	fault.Unavailable: http.StatusServiceUnavailable,
}

// Status gives the HTTP status of an error.
func Status(err error) int {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, Busy):
		return http.StatusTooManyRequests
	}
	return statuses[fault.Of(err)]
}

var bare = template.Must(template.New("").Parse(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.}}</title></head>
<body><main><h1>{{.}}</h1></main></body></html>
`))

// Bare answers with a page that needs nothing but its words: for when there is
// nothing to make a better page from.
func Bare(w http.ResponseWriter, status int, words string) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	Private(w)
	w.WriteHeader(status)
	// An error here is the reader's connection, of which nobody can be told.
	_ = bare.Execute(w, words)
}

// Unready answers 503 with words for a reader who comes too early.
func Unready(w http.ResponseWriter, words string) {
	Bare(w, http.StatusServiceUnavailable, words)
}
