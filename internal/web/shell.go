package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"rightsdesk/internal/fault"
)

// Shell is what stands around all handlers of a web part.
type Shell struct {
	Log *slog.Logger
	Now func() time.Time

	// MaxBody is how many bytes a request may send.
	MaxBody int64

	// Open lists ServeMux patterns whose POSTs may come from other origins,
	// because what they do is allowed by a word in their path alone.
	Open []string

	// Fail answers a request with an error; it is called before anything is sent.
	Fail func(w http.ResponseWriter, r *http.Request, err error)
}

// Wrap puts the shell around a handler: log, headers, compression, recovery
// from panics, refusal of forms from other origins, limit of the body.
func (s Shell) Wrap(next http.Handler) http.Handler {
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.EnableZstd(false))
	if err != nil {
		panic(err) // the options are constants
	}
	return s.logged(secure(compress(s.recovered(s.sameOrigin(s.limited(next))))))
}

func (s Shell) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, s.MaxBody)
		next.ServeHTTP(w, r)
	})
}

func (s Shell) sameOrigin(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	for _, pattern := range s.Open {
		guard.AddInsecureBypassPattern(pattern)
	}
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Fail(w, r, fault.New(fault.Forbidden, "This form was sent from another site, so nothing was done. Please open it here and send it again."))
	}))
	return guard.Handler(next)
}

// recovered turns a panic into an error of ours, with its stack in the log.
func (s Shell) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w}
		defer func() {
			switch p := recover(); {
			case p == nil:
			case p == http.ErrAbortHandler || rec.status != 0:
				panic(http.ErrAbortHandler)
			default:
				s.Fail(w, r, fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
			}
		}()
		next.ServeHTTP(rec, r)
	})
}

// logged notes each request: its pattern and never its path, query or sender.
// What went well is for those who debug.
func (s Shell) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec, begun := &recorder{ResponseWriter: w}, s.Now()
		next.ServeHTTP(rec, r)
		level := slog.LevelDebug
		if rec.status >= http.StatusInternalServerError {
			level = slog.LevelWarn
		}
		s.Log.Log(r.Context(), level, "request", "method", method(r.Method), "pattern", r.Pattern,
			"status", rec.status, "bytes", rec.bytes, "took", s.Now().Sub(begun))
	})
}

// method gives a method that is known here; a sender may write anything there.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return m
	}
	return "other"
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int // 0 until something is sent
	bytes  int64
}

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap gives what is recorded, for http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
