package web

import (
	"bytes"
	"log"
	"log/slog"
	"net/http"
	"regexp"
	"time"
)

// NewServer makes a server that no slow or silent client holds up. Its own
// complaints go to the default log without the addresses of clients.
func NewServer(addr string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          log.New(nameless{}, "", 0),
	}
}

// senders matches an IPv4 or IPv6 address with its port.
var senders = regexp.MustCompile(`\[[0-9A-Fa-f:.]+(%[^\]]*)?\]:\d+|\b\d{1,3}(\.\d{1,3}){3}:\d+`)

// nameless writes the lines of net/http to the default log, without addresses.
type nameless struct{}

// Write logs one line.
func (nameless) Write(line []byte) (int, error) {
	slog.Warn("web server", "error", string(senders.ReplaceAll(bytes.TrimSpace(line), []byte("a client"))))
	return len(line), nil
}
