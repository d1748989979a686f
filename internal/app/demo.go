package app

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"rightsdesk/internal/account"
	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/story"
	"rightsdesk/internal/testweb"
	"rightsdesk/internal/web"
)

// The ports of the demo; where one is taken another is used.
const (
	demoSite   = 8080
	demoOffice = 8081
	demoNews   = 8082
	demoInbox  = 8083
	demoStory  = 8084
)

// editorName is who the demo's editor is.
const editorName = "editor"

// demo is a throw-away desk with a news web and a mail box.
type demo struct {
	env               Env
	dir               string
	relay             *testweb.Relay
	news              *testweb.News
	newsURL, inboxURL string
	storyURL          string
	servers           []*http.Server
	teller            *teller
	password          string
	editor            string // id of the editor's account
	stress            bool   // add what is at the edge of what pages must bear
}

// Demo runs a whole desk in a throw-away folder until ctx ends: filled with
// the sample, with a little news web on loopback that its sources poll, a mail
// relay with an inbox page, and a page that shows a post on its way. It prints
// the addresses. With keep the folder stays; with stress the sample has content
// at the edge of what pages must bear.
func Demo(ctx context.Context, e Env, keep, stress bool) (err error) {
	d := &demo{env: e, stress: stress}
	d.teller = newTeller(d)
	defer func() { err = errors.Join(err, d.end(keep)) }()
	if err := d.surroundings(); err != nil {
		return err
	}
	file, err := d.configure()
	if err != nil {
		return err
	}
	if d.storyURL, err = d.answer(demoStory, story.New(d.teller, e.Now, e.Log)); err != nil {
		return err
	}
	for first := true; ; first = false {
		if again, err := d.round(ctx, file, first); err != nil || !again {
			return err
		}
		d.relay.Forget()
		if err := os.RemoveAll(d.env.Config.Data); err != nil {
			return fileFault(err)
		}
	}
}

// round fills the desk and runs it until ctx ends or a reset is wanted; then
// again is true.
func (d *demo) round(ctx context.Context, file string, first bool) (again bool, err error) {
	fmt.Fprintln(d.env.Out, "Filling the sample desk ...")
	r, err := OpenRooms(ctx, d.env)
	if err != nil {
		return false, err
	}
	defer func() { d.teller.end(); err = errors.Join(err, r.Close()) }()
	if err := errors.Join(d.addEditor(ctx, r), d.addSources(ctx, r), d.addSample(ctx, r), putSettings(ctx, d.env, r)); err != nil {
		return false, err
	}
	ctx, stop := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer stop()
	var failed error
	wg.Go(func() {
		if failed = d.ready(ctx, r, first); failed != nil {
			stop()
			return
		}
		select {
		case <-d.teller.again:
			again = true
			stop()
		case <-ctx.Done():
		}
	})
	err = Run(ctx, d.env, []string{"-config", file})
	stop()
	wg.Wait()
	return again, errors.Join(err, failed)
}

// ready waits until the desk answers, says where it is and lets the page act.
func (d *demo) ready(ctx context.Context, r *Rooms, first bool) error {
	for _, address := range []string{d.env.Config.Site.URL + "/", d.env.Config.Office.URL + "/login"} {
		for {
			if _, err := d.teller.fetch(ctx, address); err == nil {
				break
			}
			select {
			case <-ctx.Done():
				return nil // it was stopped while it started
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	if err := d.teller.begin(r); err != nil {
		return err
	}
	if first {
		d.explain()
		return nil
	}
	_, err := fmt.Fprintln(d.env.Out, "The demo is empty and filled again.")
	return err
}

// surroundings starts the news web, the relay and the inbox.
func (d *demo) surroundings() (err error) {
	if d.dir, err = os.MkdirTemp("", "rightsdesk-demo-"); err != nil {
		return fileFault(err)
	}
	if d.relay, err = testweb.NewRelay("127.0.0.1:0", testweb.Rules{}, d.env.Now); err != nil {
		return err
	}
	d.news = testweb.NewNews(d.env.Now())
	if d.newsURL, err = d.answer(demoNews, d.news.Handler()); err != nil {
		return err
	}
	d.inboxURL, err = d.answer(demoInbox, d.relay.InboxHandler())
	return err
}

// answer serves a handler on loopback at the port, or at another one.
func (d *demo) answer(port int, h http.Handler) (url string, err error) {
	l, err := loopback(port)
	if err != nil {
		return "", err
	}
	s := web.NewServer(l.Addr().String(), h)
	d.servers = append(d.servers, s)
	go func() {
		if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			d.env.Log.Error("a page of the demo stopped", "error", err)
		}
	}()
	return "http://" + l.Addr().String(), nil
}

func loopback(port int) (net.Listener, error) {
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		l, err = net.Listen("tcp", "127.0.0.1:0")
	}
	return l, fault.Wrap(fault.Unavailable, err, "The demo cannot listen on this machine's own address 127.0.0.1")
}

// freeAddress gives an address on loopback that nobody listens on.
func freeAddress(port int) (string, error) {
	l, err := loopback(port)
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// configure writes the demo's configuration and reads it.
func (d *demo) configure() (file string, err error) {
	site, err := freeAddress(demoSite)
	if err != nil {
		return "", err
	}
	office, err := freeAddress(demoOffice)
	if err != nil {
		return "", err
	}
	lines := []string{
		"# The demo's configuration. Everything here goes when the demo ends.",
		"data = " + filepath.Join(d.dir, "data"),
		"organisation.name = Example Rights Desk", "organisation.notice = " + locale.Message("A sample desk: outlets, people and cases are invented, figures quote published sources."),
		"organisation.contact = desk@example.org",
		"site.address = " + site, "site.url = http://" + site,
		"office.address = " + office, "office.url = http://" + office,
		"fetch.loopback = true", "fetch.spacing = 0s", "evidence.checkpoint_every = 5s",
		"mail.relay = " + d.relay.Address(), "mail.tls = none", "mail.from = desk@example.org", "mail.from_name = Example Rights Desk",
		"log.level = warn",
	}
	file = filepath.Join(d.dir, "rightsdesk.conf")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		return "", fileFault(err)
	}
	if d.env.Config, err = config.Read(file, nil, nil); err != nil {
		return "", err
	}
	return file, d.env.Config.Check()
}

func (d *demo) addEditor(ctx context.Context, r *Rooms) error {
	if d.password == "" { // after a reset it is the same, as it was printed
		random := make([]byte, 6)
		if _, err := d.env.Random.Read(random); err != nil {
			return err
		}
		d.password = "demo-" + hex.EncodeToString(random)
	}
	hash, err := account.HashPassword(d.env.Random, d.password)
	if err != nil {
		return err
	}
	a := desk.Account{ID: d.id(desk.KindAccount), Name: editorName, Role: desk.RoleAdministrator, CreatedAt: d.env.Now()}
	d.editor = a.ID
	return r.Desk.AddAccount(ctx, a, hash, d.env.decision(desk.VerbAdd, a.ID, desk.Change{Field: "name", After: a.Name}))
}

func (d *demo) id(k desk.Kind) string {
	return desk.NewID(d.env.Random, d.env.Config.Organisation.Key, k)
}

func (d *demo) addSources(ctx context.Context, r *Rooms) error {
	for outlet, path := range testweb.Feeds {
		kind := desk.SourceFeed
		if outlet == testweb.OutletSitemap {
			kind = desk.SourceSitemap
		}
		s := desk.Source{
			ID: d.id(desk.KindSource), Kind: kind, Address: d.newsURL + path, Outlet: testweb.OutletNames[outlet],
			Licence: desk.LicenceExcerpt, NextTry: d.env.Now(), CreatedAt: d.env.Now(),
		}
		if err := r.Desk.AddSource(ctx, s, d.env.decision(desk.VerbAdd, s.ID, desk.Change{Field: "address", After: s.Address})); err != nil {
			return err
		}
	}
	return nil
}

// explain prints where everything is and what to do first.
func (d *demo) explain() {
	c := d.env.Config
	fmt.Fprintf(d.env.Out, `
The demo is running. Outlets, people and cases in it are invented; everything goes when you press Ctrl-C.

  Start here    %s     a post comes in: watch it, and publish it with one button
  Public site   %s     filled, in four languages; no login
  Office        %s     the page above leads in; or log in as %q with the password  %s
  News web      %s     three outlets that the desk polls
  Mail box      %s     every mail that the desk sends

Then try by yourself:
  1. On the public site subscribe with any address, for instance you@example.org, and confirm in the mail box.
  2. In the office open an article of the queue, look at its territories, publish it.
  3. See it on the public site, in its territory's page, in the search and in the feed.
  4. In the office make a newsletter issue and send it; it arrives in the mail box.

`, d.storyURL, c.Site.URL, c.Office.URL, editorName, d.password, d.newsURL, d.inboxURL)
}

// end stops what was started and removes the folder.
func (d *demo) end(keep bool) error {
	var errs []error
	for _, s := range d.servers {
		errs = append(errs, s.Close())
	}
	if d.relay != nil {
		errs = append(errs, d.relay.Close())
	}
	if keep || d.dir == "" {
		fmt.Fprintln(d.env.Out, "The demo's folder is", d.dir)
		return errors.Join(errs...)
	}
	return errors.Join(append(errs, os.RemoveAll(d.dir))...)
}
