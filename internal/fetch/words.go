package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/fault"
)

// broken gives the faults of connections words. What has words already, the
// refusal of a private address or a proxy that is down, keeps them.
func broken(host, proxy string, err error) error {
	if fault.Of(err) != fault.Internal {
		return err
	}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.Canceled):
		return err // we stop; nothing is wrong with the host
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		return fault.Wrap(fault.Unavailable, err, "%s does not answer in time. It is tried again later", host)
	case refused(host, proxy, err) != nil:
		return refused(host, proxy, err)
	case errors.As(err, &dns):
		return fault.Wrap(fault.Unavailable, err, "There is no host %s, or its name cannot be looked up. Check how it is written", host)
	case errors.As(err, &certificate):
		return fault.Wrap(fault.Unavailable, err, "The certificate of %s is not valid, so that nobody knows who answers. Tell its operator", host)
	}
	return fault.Wrap(fault.Unavailable, err, "The connection to %s failed or broke off. It is tried again later; if this lasts, open the address in a browser", host)
}

func isTimeout(err error) bool {
	var t net.Error
	return errors.As(err, &t) && t.Timeout()
}

// statusFault gives every status words with which there is nothing to read.
func statusFault(host string, status int, r Request) error {
	switch {
	case status == http.StatusOK:
		return nil
	case status == http.StatusNotModified && (r.ETag != "" || r.LastModified != ""):
		return nil
	case status == http.StatusNotModified:
		return fault.New(fault.Unavailable, "%s says that nothing has changed (304), though nobody asked whether. It is tried again later; if this lasts, tell its operator.", host)
	case status == http.StatusGone:
		return fault.New(fault.Gone, "%s says that this is gone for good (410). Remove it, or look for its new address.", host)
	case status == http.StatusNotFound:
		return fault.New(fault.NotFound, "%s says that there is nothing at this address (404). Check the address on the site.", host)
	case status == http.StatusUnauthorized || status == http.StatusForbidden || status == http.StatusUnavailableForLegalReasons:
		return fault.New(fault.Forbidden, "%s refuses to show this to us (%d). It may ask for a log-in, or block programs or countries. Ask the outlet, or hand the text in by hand.", host, status)
	case status == http.StatusTooManyRequests:
		return fault.New(fault.Unavailable, "%s asks us to come less often (429). It is tried again later; if this lasts, raise fetch.spacing.", host)
	case status == http.StatusProxyAuthRequired:
		return fault.New(fault.Unavailable, "The proxy on the way to %s asks for a log-in (407). Use one that does not, or choose another way for the source.", host)
	case status >= 500:
		return fault.New(fault.Unavailable, "%s has a fault of its own (%d). It is tried again later.", host, status)
	}
	return fault.New(fault.Unavailable, "%s answers with status %d, with which there is nothing to read. Open the address in a browser.", host, status)
}

// longestRetry is how far off a Retry-After is believed.
const longestRetry = 7 * 24 * time.Hour

// retryAfter reads the header: seconds, or a date.
func retryAfter(value string, now time.Time) time.Time {
	at := time.Time{}
	if seconds, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && seconds > 0 {
		at = now.Add(min(time.Duration(seconds), longestRetry/time.Second) * time.Second)
	} else if t, err := http.ParseTime(strings.TrimSpace(value)); err == nil && t.After(now) {
		at = t
	}
	if at.After(now.Add(longestRetry)) {
		return now.Add(longestRetry)
	}
	return at
}
