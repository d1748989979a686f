// Package mail builds mails and hands them to a relay.
//
// A Message is a value; its bytes are a function of it, so that a mail that
// had to be sent twice can be known as one. A Conn carries many mails over one
// connection and says of each that failed whether it may be tried again and
// whether the relay may have taken it nevertheless (Failure).
//
// Nothing in a mail calls home: no pixels, no remote images, no rewritten
// links.
package mail

import (
	"net"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"rightsdesk/internal/fault"
)

var (
	localPart  = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)
	domainPart = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$`)
)

// wire gives an address as relays and headers carry it: in ASCII, with the
// domain in Punycode. An address that cannot be written so is of kind Invalid.
func wire(address string) (string, error) {
	bad := fault.New(fault.Invalid, "A mail address cannot be written to: it is not like name@example.org, or has other letters than English ones before the @.")
	parsed, err := mail.ParseAddress(address)
	if err != nil || parsed.Name != "" || parsed.Address != address || len(address) > 254 {
		return "", bad
	}
	at := strings.LastIndexByte(address, '@')
	domain, err := idna.Lookup.ToASCII(address[at+1:])
	if err != nil {
		return "", bad
	}
	for _, r := range address[:at] {
		if r <= ' ' || r >= unicode.MaxASCII || strings.ContainsRune(`<>"\`, r) {
			return "", bad
		}
	}
	return address[:at+1] + domain, nil
}

// line makes a text fit for one header line: whatever would end the line or is
// no text becomes a space, and what is longer than limit runes is cut.
func line(text string, limit int) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > limit {
		runes = append(runes[:limit-1], '…')
	}
	return string(runes)
}

// checkLeave says whether an address can stand in List-Unsubscribe.
func checkLeave(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || len(address) > 900 {
		return nil, fault.New(fault.Invalid, "The address for leaving the newsletter is no web address; please check site.url.")
	}
	for _, r := range address {
		if r <= ' ' || r >= unicode.MaxASCII || strings.ContainsRune("<>,", r) {
			return nil, fault.New(fault.Invalid, "The address for leaving the newsletter has letters that a mail header cannot carry; please check site.url.")
		}
	}
	return u, nil
}

// loopback reports whether a host is this machine.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}
