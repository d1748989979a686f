package fetch

import (
	"bytes"
	"context"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"

	"rightsdesk/internal/fault"
)

// robots remembers the robots.txt of hosts.
type robots struct {
	mu    sync.Mutex
	known map[string]rules // by proxy, a blank, and scheme and host: some hosts tell others something else
}

type rules struct {
	group *robotstxt.Group // nil: everything is allowed
	at    time.Time
}

// The bounds of RFC 9309 for robots.txt, and ours for its Crawl-delay, which is
// not in it: a host that wants to be asked less often still gets an answer.
const (
	robotsFor     = 24 * time.Hour
	staleFor      = 30 * 24 * time.Hour // while it cannot be read again
	maxRobots     = 500 << 10           // bytes
	maxCrawlDelay = 30 * time.Second
)

// allowed asks a host's robots.txt whether an address may be read, and with
// which delay.
func (c *Client) allowed(ctx context.Context, u *url.URL, proxy string) (delay time.Duration, err error) {
	group, err := c.rules(ctx, u, proxy)
	if err != nil || group == nil {
		return 0, err
	}
	if !group.Test(u.RequestURI()) {
		return 0, fault.New(fault.Forbidden, "The robots.txt of %s does not allow programs to read this. Ask the outlet, or hand the text in by hand.", u.Host)
	}
	return min(group.CrawlDelay, maxCrawlDelay), nil
}

func (c *Client) rules(ctx context.Context, u *url.URL, proxy string) (*robotstxt.Group, error) {
	host := u.Scheme + "://" + u.Host
	key := proxy + " " + host
	c.robots.mu.Lock()
	known, found := c.robots.known[key]
	c.robots.mu.Unlock()
	age := c.opt.Now().Sub(known.at)
	if found && age < robotsFor {
		return known.group, nil
	}
	group, err := c.fetchRules(ctx, host, proxy)
	if err != nil && found && age < staleFor && ctx.Err() == nil {
		return known.group, nil
	}
	if err != nil {
		return nil, err
	}
	c.robots.mu.Lock()
	defer c.robots.mu.Unlock()
	if len(c.robots.known) > manyHosts {
		clear(c.robots.known)
	}
	c.robots.known[key] = rules{group, c.opt.Now()}
	return group, nil
}

// fetchRules reads a host's robots.txt. A host without one allows everything,
// and so do rules that cannot be understood. While a host does not say what it
// allows because of a fault of its own, nothing is asked of it (RFC 9309, 2.3.1).
func (c *Client) fetchRules(ctx context.Context, host, proxy string) (*robotstxt.Group, error) {
	r, err := c.walk(ctx, Request{URL: host + "/robots.txt", Proxy: proxy}, false, c.opt.MaxBytes)
	answered := r != nil && r.Status != 0
	switch {
	case err == nil && bytes.HasPrefix(bytes.TrimSpace(r.Body), []byte("<")):
		return nil, nil // a web page, as hosts without rules often answer
	case err == nil:
		data, err := robotstxt.FromBytes(r.Body[:min(len(r.Body), maxRobots)])
		if err != nil {
			return nil, nil
		}
		return data.FindGroup(c.opt.UserAgent), nil
	case answered && r.Status >= 400 && r.Status < 500 && r.Status != 429, fault.Is(err, fault.Invalid):
		return nil, nil
	case answered && fault.Is(err, fault.Unavailable):
		return nil, fault.Wrap(fault.Unavailable, err, "%s does not say at the moment what programs may read (its robots.txt answers with %d). It is tried again later", host, r.Status)
	}
	return nil, err
}
