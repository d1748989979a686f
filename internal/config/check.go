package config

import (
	"net/url"
	"strings"
)

// Check says which values do not go together, a line each, as an error of kind
// Invalid; nil when all do.
func (c *Config) Check() error {
	var problems []string
	for _, rule := range []struct {
		broken bool
		words  string
	}{
		{c.Site.Address == c.Office.Address && !anyPort(c.Site.Address), "site.address and office.address are the same; the public site and the office cannot listen at one place. Change one of them."},
		{c.Site.URL == c.Office.URL, "site.url and office.url are the same; readers and editors need an address each. Change one of them."},
		{c.Database.URL == "" && c.Database.ServeURL != "", "database.serve_url is set, but database.url is not. Set both for PostgreSQL or none for SQLite."},
		{c.Database.URL != "" && c.Database.ServeURL == "", "database.url is set, but database.serve_url is not. Set it to an address with a role that cannot read the private schema."},
		{c.Postgres() && c.Database.URL == c.Database.ServeURL, "database.url and database.serve_url are the same, so that the public server could read what is private. Give the server a role of its own."},
		{c.Mail.Relay != "" && c.Mail.From == "", "mail.relay is set, but mail.from is not. Set the address that mails come from."},
		{c.Mail.TLS == TLSNone && c.Mail.Relay != "" && !loopback(c.Mail.Relay), "mail.tls is none, but mail.relay is another machine: everybody on the way could read the subscribers' addresses. Use starttls or tls."},
		{c.Mail.Username != "" && c.Mail.Password == "", "mail.username is set without a password. Name a file that holds it with mail.password_file."},
		{c.Mail.Username == "" && c.Mail.Password != "", "A mail password is set without mail.username. Set both or none."},
		{c.Mail.Relay != "" && !loopback(c.Mail.Relay) && loopback(host(c.Site.URL)), "mail.relay is another machine, but site.url leads to this one only: the links in mails would not work for readers. Set site.url to the public address."},
		{c.Bucket() && c.Captures.Bucket == "", "evidence.s3_endpoint is set, but evidence.s3_bucket is not. Name the bucket, or leave both out to keep captures in the data folder."},
		{!c.Bucket() && c.Captures.Bucket != "", "evidence.s3_bucket is set, but evidence.s3_endpoint is not. Set the address of the store, or leave both out to keep captures in the data folder."},
		{c.Bucket() && c.Captures.AccessKey == "", "evidence.s3_endpoint is set, but evidence.s3_access_key is not. Set the key that may read, write and delete in the bucket."},
		{c.Captures.AccessKey != "" && c.Captures.SecretKey == "", "evidence.s3_access_key is set without its secret. Name a file that holds it with evidence.s3_secret_key_file."},
		{c.Captures.AccessKey == "" && c.Captures.SecretKey != "", "A secret for evidence.s3_secret_key is set without evidence.s3_access_key. Set both or none."},
		{strings.HasPrefix(c.Captures.Endpoint, "http:") && !loopback(host(c.Captures.Endpoint)), "evidence.s3_endpoint is another machine without https: everybody on the way could read what was handed in. Use https."},
	} {
		if rule.broken {
			problems = append(problems, rule.words)
		}
	}
	return invalid(problems)
}

// anyPort reports whether the system chooses the port of a listening address.
func anyPort(address string) bool { return strings.HasSuffix(address, ":0") }

// host gives the host of a web address that was checked when it was read.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}
