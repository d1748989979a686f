package app

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"os"
	"slices"
	"time"

	"rightsdesk/internal/config"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/fetch"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/newsletter"
	"rightsdesk/internal/pdf"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/store"
	"rightsdesk/internal/work"
)

// How often the loops look for work when there was none. Carry is quick: what
// is withdrawn must be gone from the public within a second.
const (
	lookOften  = 200 * time.Millisecond
	lookSeldom = time.Second
	lookRarely = time.Minute
)

// Work polls, reads, publishes and sends until ctx ends. What is on the wire
// then is finished first.
func Work(ctx context.Context, e Env) (err error) {
	if err := MakeFolders(e.Config); err != nil {
		return err
	}
	release, err := Lock(e.Config, "work")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	rooms, err := OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	presence, err := rooms.Desk.Arrive(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, presence.Leave()) }()
	if err := putSettings(ctx, e, rooms); err != nil {
		return err
	}
	d := NewPipeline(e, rooms)
	if err := readAgain(ctx, e, rooms); err != nil {
		return err
	}
	proofs, err := proving(e, rooms, d)
	if err != nil {
		return err
	}
	if e.Config.PageImage {
		browser := evidence.FindBrowser(ctx)
		if err := browser.Check(); err != nil {
			e.Log.Warn("images of pages wait", "reason", fault.Words(err))
		}
		d.Browser = browser
	}
	mailers := make([]*pipeline.Mailer, e.Config.Mail.Connections)
	for i := range mailers {
		mailers[i] = d.Mailer()
	}
	if e.Config.Mail.Relay == "" {
		e.Log.Warn("no mail relay is configured (mail.relay): mails are kept and not sent")
	}
	e.Log.Info("work is ready")
	ctx, lost := context.WithCancelCause(ctx)
	defer lost(nil)
	work.Run(ctx, e.Log, slices.Concat(loops(d, e.Config.Fetch.Connections, mailers), proofs, []work.Loop{present(presence, lost)})...)
	if cause := context.Cause(ctx); fault.Is(cause, fault.Unavailable) {
		err = cause
	}
	for _, m := range mailers {
		err = errors.Join(err, m.Close())
	}
	return err
}

// readAgain has the PDFs read that could not be while pdftotext was missing.
func readAgain(ctx context.Context, e Env, r *Rooms) error {
	if !pdf.Installed() {
		e.Log.Warn("pdftotext is not installed: PDFs are kept and not read")
		return nil
	}
	n, err := r.Desk.ReadAgain(ctx, fault.Words(pdf.Missing), e.Now())
	if n > 0 {
		e.Log.Info("PDFs are read now that pdftotext is there", "number", n)
	}
	return err
}

func loops(d *pipeline.Desk, connections int, mailers []*pipeline.Mailer) []work.Loop {
	list := []work.Loop{
		{Name: "read", Every: lookOften, Do: d.Read},
		{Name: "place", Every: lookOften, Do: d.Place},
		{Name: "link", Every: lookSeldom, Do: d.Link},
		{Name: "ask", Every: lookSeldom, Do: d.Ask},
		{Name: "relearn", Every: lookSeldom, Do: d.Relearn},
		{Name: "release", Every: lookSeldom, Do: d.Release},
		{Name: "carry", Every: lookOften, Do: d.Carry},
		{Name: "receive", Every: lookOften, Do: d.Receive},
		{Name: "finish", Every: lookSeldom, Do: d.Finish},
		{Name: "end", Every: lookRarely, Do: d.End},
	}
	if d.Alerts.To != "" {
		list = append(list, work.Loop{Name: "alert", Every: lookRarely, Do: d.Alert})
	}
	if d.Browser != nil {
		list = append(list, work.Loop{Name: "images", Every: lookSeldom, Do: d.Images})
	}
	list = append(list, Fetching(d, connections)...)
	for _, m := range mailers {
		list = append(list, work.Loop{Name: "send", Every: lookOften, Do: m.Send})
	}
	return list
}

// Fetching are the loops that ask sources and fetch what they announce.
func Fetching(d *pipeline.Desk, connections int) (list []work.Loop) {
	for range connections {
		list = append(list, work.Loop{Name: "poll", Every: lookSeldom, Do: d.Poll}, work.Loop{Name: "collect", Every: lookSeldom, Do: d.Collect})
	}
	return list
}

// present ends the work of a process that others do not see any more: its
// leases may be given to them.
func present(p *store.Presence, lost context.CancelCauseFunc) work.Loop {
	return work.Loop{Name: "present", Every: lookSeldom, Do: func(ctx context.Context) (bool, error) {
		if err := p.Check(ctx); err != nil && ctx.Err() == nil {
			lost(fault.Wrap(fault.Unavailable, err, "The connection to PostgreSQL was lost, so this process stops working"))
		}
		return false, nil
	}}
}

// putSettings tells the edition what it says about the organisation.
func putSettings(ctx context.Context, e Env, r *Rooms) error {
	s := settings(e.Config, r)
	var err error
	if s.Logo, s.LogoType, err = logo(e.Config.Organisation.Logo); err != nil {
		return err
	}
	if err := r.Publisher.PutSettings(ctx, s); err != nil {
		return err
	}
	return retry(ctx, func() error { return r.Publisher.Sweep(ctx) })
}

// settings gives what the edition says about the organisation, without its logo.
func settings(c *config.Config, r *Rooms) public.Settings {
	o := c.Organisation
	return public.Settings{
		Organisation: o.Name, SiteURL: c.Site.URL, IntakeKey: r.Keys.IntakePublic(), Contact: o.Contact, Notice: o.Notice, Colour: o.Colour,
	}
}

// logo reads the logo's file; none is no error. Errors: Invalid for what is no
// picture.
func logo(file string) (b []byte, mediaType string, err error) {
	if file == "" {
		return nil, "", nil
	}
	if b, err = os.ReadFile(file); err != nil {
		return nil, "", fault.Wrap(fault.Invalid, err, "The logo %s cannot be read. Check organisation.logo", file)
	}
	if mediaType = pictureType(b); mediaType == "" || len(b) > maxLogo {
		return nil, "", fault.New(fault.Invalid, "The logo %s is no SVG or PNG picture of at most %d kB. Check organisation.logo.", file, maxLogo>>10)
	}
	return b, mediaType, nil
}

// maxLogo is how large a logo may be: every page loads it.
const maxLogo = 64 << 10

// pictureType tells a picture's media type from its bytes, empty for what is
// none that a logo may be.
func pictureType(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.Contains(b[:min(1024, len(b))], []byte("<svg")):
		return "image/svg+xml"
	}
	return ""
}

// retry tries again for a while what is unavailable only for a moment.
func retry(ctx context.Context, fn func() error) error {
	for try := 0; ; try++ {
		err := fn()
		if !fault.Is(err, fault.Unavailable) || try == 20 {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// NewPipeline puts together the stages over open rooms.
func NewPipeline(e Env, r *Rooms) *pipeline.Desk {
	c := e.Config
	return &pipeline.Desk{
		Store: r.Desk, Evidence: r.Captures, Keys: r.Keys, Publisher: r.Publisher, Edition: r.Edition, Intake: r.Intake, Readers: r.Readers,
		Fetch: fetch.New(fetch.Options{
			UserAgent: e.agent(), AllowLoopback: c.Fetch.Loopback, Spacing: c.Fetch.Spacing, Robots: true,
			Proxies: c.Fetch.Proxies, Now: e.Now,
		}),
		PageImages: c.PageImage, Post: post(c), Inboxes: c.Mail.Inboxes,
		Alerts:       pipeline.Alerts{To: c.Office.Alerts, Office: c.Office.URL},
		Places:       places(c),
		Organisation: c.Organisation.Key, Agent: e.agent(), Now: e.Now, Random: e.Random, Log: e.Log,
	}
}

// places gives the policy for territories as publication knows it.
func places(c *config.Config) publish.Places {
	out := publish.Places{}
	for id, p := range c.Site.Territories {
		out[id] = publish.Place{Under: p.Under, Own: p.Own}
	}
	return out
}

func post(c *config.Config) pipeline.Post {
	name, err := os.Hostname()
	if err != nil {
		name = "localhost"
	}
	return pipeline.Post{
		Relay: mail.Options{
			Address: c.Mail.Relay, TLS: c.Mail.TLS, Username: c.Mail.Username, Password: c.Mail.Password, LocalName: name,
		},
		Sender: newsletter.Sender{Address: c.Mail.From, Name: first(c.Mail.FromName, c.Organisation.Name), Domain: domain(c)},
	}
}

// domain is the right side of the Message-IDs: the public site's host.
func domain(c *config.Config) string {
	u, err := url.Parse(c.Site.URL)
	if err != nil {
		return "localhost"
	}
	return u.Hostname()
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
