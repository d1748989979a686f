// Package config reads the configuration: one struct, one table of options, read strictly.
//
// An option is set, from weak to strong, by its default, by a line "key =
// value" of the configuration file, by the environment variable RIGHTSDESK_
// with the key in capitals and "_" for ".", and by "-set key=value". In the
// file a line that begins with "#" is a comment; values are written without
// quotation marks. Unknown keys, keys written twice and values that cannot be
// are errors, all told at once, with the place and what to do: a misspelt
// option must not leave a desk open that was meant to be closed. Variables
// RIGHTSDESK_CONFIG, for the command line, and RIGHTSDESK_TEST_…, for tests,
// are no options.
//
// A secret stands in a file of its own, named by the option that ends in
// _file, or in the environment. It is never printed, in errors neither.
package config

import (
	"log/slog"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"time"
)

// Config is the configuration of one desk. The options table says what each
// field means and may be.
type Config struct {
	Data         string // folder, as written
	Organisation struct {
		Key  string // 2 to 8 lower-case letters and digits, first in every id
		Name string

		Colour  string // "#rrggbb"; empty: the program's own
		Logo    string // file; empty: none
		Contact string // mail address for readers; may be empty
		Notice  string // a line above every public page; may be empty
	}
	Site struct {
		Address string // to listen at
		URL     string // http or https, without a slash at the end
		Proxy   bool   // X-Forwarded-For is to be believed

		Territories map[string]TerritoryPlace // by id, those that do not only have their own page
	}
	Office struct {
		Address string
		URL     string
		Alerts  string // mail address; empty: no mails about sources in trouble
	}
	Serve    struct{ Group string }
	Database struct{ URL, ServeURL string } // both empty: SQLite in Data
	Fetch    struct {
		Loopback    bool
		Contact     string
		Spacing     time.Duration       // 0 to an hour
		Connections int                 // 1 to 64
		Proxies     map[string]*url.URL // by name: socks5 or http, with host and port
	}
	PageImage bool     // option evidence.page_image
	Captures  struct { // options evidence.s3_…; all empty: captures are kept in Evidence()
		Endpoint             string // http or https, without a slash at the end
		Bucket, Region       string
		Prefix               string // empty, or ends in a slash
		AccessKey, SecretKey string
	}
	Sealing struct { // options evidence.checkpoint_every and evidence.stamp_…: how the evidence log is signed
		CheckpointEvery time.Duration // a second to a day
		StampURL        string        // of an RFC 3161 authority; empty: none
		StampTrust      string        // PEM file; empty: any certificate
		StampEvery      time.Duration // a minute to 90 days
	}
	Mail struct {
		Relay              string // host:port; empty: mail is kept and not sent
		From, FromName     string
		Username, Password string
		TLS                string   // TLSStart, TLSAlways or TLSNone
		Connections        int      // 1 to 64
		Inboxes            []string // absolute paths of maildir folders that may be sources
	}
	Log struct{ Level slog.Level }

	given map[string]setting // by key: what was written, and where
}

// The ways in which the connection to the relay is encrypted: by STARTTLS, from
// the first byte, or, to a relay on this machine only, not at all.
const (
	TLSStart  = "starttls"
	TLSAlways = "tls"
	TLSNone   = "none"
)

// Private is the folder that only the office and work may open.
func (c *Config) Private() string { return filepath.Join(c.Data, "private") }

// Evidence is the folder of the captures' bytes, in Private.
func (c *Config) Evidence() string { return filepath.Join(c.Private(), "evidence") }

// Keys is the folder of the secret keys, in Private.
func (c *Config) Keys() string { return filepath.Join(c.Private(), "keys") }

// Edition is the folder of the public database.
func (c *Config) Edition() string { return filepath.Join(c.Data, "edition") }

// Readers is the folder of the readers' preferences.
func (c *Config) Readers() string { return filepath.Join(c.Data, "readers") }

// Intake is the folder of what the public sends in.
func (c *Config) Intake() string { return filepath.Join(c.Data, "intake") }

// Bucket reports whether captures are kept in a bucket instead of Evidence.
func (c *Config) Bucket() bool { return c.Captures.Endpoint != "" }

// Postgres reports whether the databases are in PostgreSQL instead of SQLite.
func (c *Config) Postgres() bool { return c.Database.URL != "" }

// loopback reports whether a host or a host with a port is this machine.
func loopback(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}
