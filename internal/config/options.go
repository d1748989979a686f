package config

import (
	"slices"
	"strings"
	"time"
)

// Option is one option of the configuration.
type Option struct {
	Key     string // "site.url"
	Default string // as it would be written; empty: not set
	Help    string // one sentence or two for the operator
	Secret  bool   // its value is never printed

	environmentOnly bool   // a secret that may not stand in a file that many read, nor in the list of processes
	fileOf          string // the key whose value stands in the file that this one names
	set             func(c *Config, value string) error
}

// Environment gives the name of the option's environment variable.
func (o Option) Environment() string {
	return prefix + strings.ToUpper(strings.ReplaceAll(o.Key, ".", "_"))
}

const prefix = "RIGHTSDESK_"

// Options gives all options in the order of the documentation.
func Options() []Option { return slices.Clone(options) }

var options = []Option{
	{Key: "data", Default: "data", Help: "The folder in which everything is kept, best an absolute path.",
		set: text(func(c *Config) *string { return &c.Data }, filled)},
	{Key: "organisation.key", Default: "rdk", Help: "A short key of the organisation, 2 to 8 lower-case letters and digits, that stands first in every id. Choose it before the first start.",
		set: text(func(c *Config) *string { return &c.Organisation.Key }, organisationKey)},
	{Key: "organisation.name", Default: "Rightsdesk", Help: "The organisation's name as readers see it.",
		set: text(func(c *Config) *string { return &c.Organisation.Name }, filled)},
	{Key: "organisation.colour", Help: "The organisation's colour for links and buttons of the public site, such as #1f3a8a. One that cannot be read on the page is refused with the nearest that can; the dark page has its own nearest.",
		set: text(func(c *Config) *string { return &c.Organisation.Colour }, readableColour)},
	{Key: "organisation.logo", Help: "A picture file, SVG or PNG of at most 64 kB, that stands before the name on the public site.",
		set: text(func(c *Config) *string { return &c.Organisation.Logo }, pictureFile)},
	{Key: "organisation.contact", Help: "A mail address that readers may write to, for instance people a case is about; it is shown on the public site.",
		set: text(func(c *Config) *string { return &c.Organisation.Contact }, mailAddress)},
	{Key: "organisation.notice", Help: "A line above every page of the public site, for instance that it is a test.",
		set: text(func(c *Config) *string { return &c.Organisation.Notice }, filled)},
	{Key: "site.address", Default: ":8080", Help: "Where the public site listens: host:port, or :port for all addresses of this machine.",
		set: text(func(c *Config) *string { return &c.Site.Address }, listenAddress)},
	{Key: "site.url", Default: "http://localhost:8080", Help: "The public site's address as readers type it; links in mails and feeds begin with it.",
		set: text(func(c *Config) *string { return &c.Site.URL }, webAddress)},
	{Key: "site.proxy", Default: "false", Help: "Whether nobody reaches the public site but through a proxy that adds each reader's address to X-Forwarded-For. Forms are limited by reader; behind a proxy that is not told here, all readers share one limit.",
		set: boolean(func(c *Config) *bool { return &c.Site.Proxy })},
	{Key: "site.territories", Help: "Where contested and dependent territories stand on the public site: x-crimea=UA shows what is about Crimea under Ukraine, x-tibet=CN+ on Tibet's own page and under China. Others have their own page. After a change, run publish -rebuild.",
		set: territories},
	{Key: "office.address", Default: "localhost:8081", Help: "Where the office listens.",
		set: text(func(c *Config) *string { return &c.Office.Address }, listenAddress)},
	{Key: "office.url", Default: "http://localhost:8081", Help: "The office's address as editors type it; set-up links begin with it, and with https the session cookie is bound to https.",
		set: text(func(c *Config) *string { return &c.Office.URL }, webAddress)},
	{Key: "office.alerts", Help: "A mail address that is told when a source is in trouble for two polls, once until it was well again. Not set: the office alone says so.",
		set: text(func(c *Config) *string { return &c.Office.Alerts }, mailAddress)},
	{Key: "serve.group", Help: "Name or number of the group under which the public server runs, where it is another user than the office; it may read edition and readers and write to intake.",
		set: text(func(c *Config) *string { return &c.Serve.Group }, word)},
	{Key: "database.url", Secret: true, Help: "A PostgreSQL address for the office and work, postgres://user@host/database. Not set: SQLite in the data folder.",
		set: text(func(c *Config) *string { return &c.Database.URL }, postgresURL)},
	{Key: "database.url_file", Help: "A file that holds database.url.", fileOf: "database.url"},
	{Key: "database.serve_url", Secret: true, Help: "The PostgreSQL address for the public server, with a role that reaches the edition, the readers and the intake only.",
		set: text(func(c *Config) *string { return &c.Database.ServeURL }, postgresURL)},
	{Key: "database.serve_url_file", Help: "A file that holds database.serve_url.", fileOf: "database.serve_url"},
	{Key: "fetch.loopback", Default: "false", Help: "Whether sources on this machine may be fetched; for demonstrations and tests.",
		set: boolean(func(c *Config) *bool { return &c.Fetch.Loopback })},
	{Key: "fetch.contact", Help: "A mail or web address that is told to the sites whose news are fetched, so that they can complain.",
		set: text(func(c *Config) *string { return &c.Fetch.Contact }, contact)},
	{Key: "fetch.spacing", Default: "5s", Help: "The time between two requests to one site, 0s to 1h.",
		set: between(func(c *Config) *time.Duration { return &c.Fetch.Spacing }, 0, time.Hour)},
	{Key: "fetch.connections", Default: "12", Help: "How many sites are asked at once, 1 to 64; each is asked once in fetch.spacing.",
		set: connections(func(c *Config) *int { return &c.Fetch.Connections })},
	{Key: "fetch.proxies", Help: "The proxies that a source may be asked through, each with the name by which editors choose it: tor=socks5://127.0.0.1:9050, office=http://proxy.example.org:3128.",
		set: proxies},
	{Key: "evidence.page_image", Default: "false", Help: "Whether an image of each captured page is made by an installed Chromium and kept as evidence.",
		set: boolean(func(c *Config) *bool { return &c.PageImage })},
	{Key: "evidence.s3_endpoint", Help: "The address of an S3-compatible store in which captures are kept, such as https://s3.example.org. Not set: they are kept in the data folder.",
		set: text(func(c *Config) *string { return &c.Captures.Endpoint }, webAddress)},
	{Key: "evidence.s3_bucket", Help: "The bucket of that store; it must exist, be nobody else's, and keep no versions.",
		set: text(func(c *Config) *string { return &c.Captures.Bucket }, bucketName)},
	{Key: "evidence.s3_region", Default: "us-east-1", Help: "The region of that bucket, as its store names it.",
		set: text(func(c *Config) *string { return &c.Captures.Region }, filled)},
	{Key: "evidence.s3_prefix", Help: "What the keys of all objects begin with, such as desk/, where the bucket holds more than one desk.",
		set: text(func(c *Config) *string { return &c.Captures.Prefix }, keyPrefix)},
	{Key: "evidence.s3_access_key", Help: "The name of the key to that bucket; it must be allowed to read, write and delete objects.",
		set: text(func(c *Config) *string { return &c.Captures.AccessKey }, filled)},
	{Key: "evidence.s3_secret_key", Secret: true, environmentOnly: true, Help: "The secret of that key; only in the environment, elsewhere name a file with evidence.s3_secret_key_file.",
		set: text(func(c *Config) *string { return &c.Captures.SecretKey }, nil)},
	{Key: "evidence.s3_secret_key_file", Help: "A file that holds evidence.s3_secret_key.", fileOf: "evidence.s3_secret_key"},
	{Key: "evidence.checkpoint_every", Default: "10m", Help: "How often the evidence log is signed when something was added to it, 1s to 24h.",
		set: between(func(c *Config) *time.Duration { return &c.Sealing.CheckpointEvery }, time.Second, 24*time.Hour)},
	{Key: "evidence.stamp_url", Help: "The address of a time stamp authority (RFC 3161) that proves when the log was signed. Not set: nothing is stamped.",
		set: text(func(c *Config) *string { return &c.Sealing.StampURL }, webAddress)},
	{Key: "evidence.stamp_trust", Help: "A PEM file with the certificate that the authority's stamps must lead to. Not set: the authority's own word is believed.",
		set: text(func(c *Config) *string { return &c.Sealing.StampTrust }, filled)},
	{Key: "evidence.stamp_every", Default: "24h", Help: "How often the signed log is stamped, 1m to 2160h.",
		set: between(func(c *Config) *time.Duration { return &c.Sealing.StampEvery }, time.Minute, 90*24*time.Hour)},
	{Key: "mail.relay", Help: "The mail server that takes outgoing mail, host:port. Not set: mail is kept and not sent.",
		set: text(func(c *Config) *string { return &c.Mail.Relay }, relayAddress)},
	{Key: "mail.from", Help: "The address that mails come from; needed with mail.relay.",
		set: text(func(c *Config) *string { return &c.Mail.From }, mailAddress)},
	{Key: "mail.from_name", Help: "The name that mails come from. Not set: organisation.name.",
		set: text(func(c *Config) *string { return &c.Mail.FromName }, nil)},
	{Key: "mail.username", Help: "The name to log in to the relay with.",
		set: text(func(c *Config) *string { return &c.Mail.Username }, nil)},
	{Key: "mail.password", Secret: true, environmentOnly: true, Help: "The password to log in to the relay with; only in the environment, elsewhere name a file with mail.password_file.",
		set: text(func(c *Config) *string { return &c.Mail.Password }, nil)},
	{Key: "mail.password_file", Help: "A file that holds mail.password.", fileOf: "mail.password"},
	{Key: "mail.tls", Default: TLSStart, Help: "How the connection to the relay is encrypted: starttls, tls, or none, which only a relay on this machine may have.",
		set: text(func(c *Config) *string { return &c.Mail.TLS }, oneOf(TLSStart, TLSAlways, TLSNone))},
	{Key: "mail.connections", Default: "2", Help: "How many connections to the relay are used at once, 1 to 64.",
		set: connections(func(c *Config) *int { return &c.Mail.Connections })},
	{Key: "mail.inboxes", Help: "Folders of incoming mail in the maildir form that may be sources, absolute paths parted by commas; no other folder is read. Not set: no mail is a source.",
		set: folders(func(c *Config) *[]string { return &c.Mail.Inboxes })},
	{Key: "log.level", Default: "info", Help: "The least important messages that are logged: debug, info, warn or error.",
		set: logLevel},
}

// find gives the option with a key.
func find(key string) (Option, bool) {
	i := slices.IndexFunc(options, func(o Option) bool { return o.Key == key })
	if i < 0 {
		return Option{}, false
	}
	return options[i], true
}
