package fetch

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"syscall"
	"time"

	"github.com/temoto/robotstxt"

	"rightsdesk/internal/fault"
)

// syscallConn is what a dialer gives to its check before it connects.
type syscallConn = syscall.RawConn

// robots remembers the robots.txt of hosts.
type robots struct {
	mu    sync.Mutex
	known map[string]rules
}

type rules struct {
	data *robotstxt.RobotsData // nil: everything is allowed
	at   time.Time
}

// robotsFor is how long a robots.txt is believed, and maxRobots how many bytes
// of it are read: what RFC 9309 asks for.
const (
	robotsFor = 24 * time.Hour
	maxRobots = 500 << 10
)

// allowed asks a host's robots.txt. A host without one, or one that has a fault,
// allows everything that is public anyway; the fault shows in the request itself.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	data, err := c.rules(ctx, u)
	if err != nil {
		return err
	}
	if data != nil && !data.TestAgent(u.EscapedPath(), c.opt.UserAgent) {
		return fault.New(fault.Forbidden, "The robots.txt of %s does not allow programs to read this. Ask the outlet, or hand the text in by hand.", u.Host)
	}
	return nil
}

func (c *Client) rules(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	host := u.Scheme + "://" + u.Host
	c.robots.mu.Lock()
	known, found := c.robots.known[host]
	c.robots.mu.Unlock()
	if found && c.opt.Now().Sub(known.at) < robotsFor {
		return known.data, nil
	}
	r, err := c.ask(ctx, Request{URL: host + "/robots.txt"})
	fresh := rules{at: c.opt.Now()}
	switch {
	case err == nil && r.Status == http.StatusOK:
		if fresh.data, err = robotstxt.FromBytes(r.Body[:min(len(r.Body), maxRobots)]); err != nil {
			fresh.data = nil // unreadable rules forbid nothing
		}
	case fault.Is(err, fault.NotFound) || fault.Is(err, fault.Gone) || fault.Is(err, fault.Forbidden) && r != nil:
	default:
		return nil, err // the host cannot be reached: neither can what is asked for
	}
	c.robots.mu.Lock()
	defer c.robots.mu.Unlock()
	if len(c.robots.known) > manyHosts {
		clear(c.robots.known)
	}
	c.robots.known[host] = fresh
	return fresh.data, nil
}
