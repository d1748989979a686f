package config

import (
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/colour"
	"rightsdesk/internal/geo"
)

// The setters and checks of values. A check gives the value as it is kept, or
// says what is wrong in words that follow the option's key; the checks of
// secret options never show the value.

func text(field func(*Config) *string, check func(string) (string, error)) func(*Config, string) error {
	return func(c *Config, value string) error {
		if check != nil {
			checked, err := check(value)
			if err != nil {
				return err
			}
			value = checked
		}
		*field(c) = value
		return nil
	}
}

func boolean(field func(*Config) *bool) func(*Config, string) error {
	return func(c *Config, value string) error {
		if value != "true" && value != "false" {
			return fmt.Errorf("is %q; write true or false", value)
		}
		*field(c) = value == "true"
		return nil
	}
}

// folders takes absolute paths, parted by commas.
func folders(field func(*Config) *[]string) func(*Config, string) error {
	return func(c *Config, value string) error {
		var list []string
		for path := range strings.SplitSeq(value, ",") {
			if path = strings.TrimSpace(path); path == "" {
				continue
			}
			if !filepath.IsAbs(path) {
				return fmt.Errorf("has %q; write the whole path of each folder, beginning with a slash", path)
			}
			list = append(list, filepath.Clean(path))
		}
		*field(c) = list
		return nil
	}
}

func between(field func(*Config) *time.Duration, least, most time.Duration) func(*Config, string) error {
	return func(c *Config, value string) error {
		d, err := time.ParseDuration(value)
		if err != nil || d < least || d > most {
			return fmt.Errorf("is %q; write a time from %s to %s with its unit, such as 5s or 500ms", value, short(least), short(most))
		}
		*field(c) = d
		return nil
	}
}

// short writes a time without the units that are zero behind the first: 24h0m0s is 24h.
func short(d time.Duration) string {
	s := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if rest, found := strings.CutSuffix(s, zero); found {
			s = rest + zero[:1]
		}
	}
	return s
}

func connections(field func(*Config) *int) func(c *Config, value string) error {
	return func(c *Config, value string) error {
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > 64 {
			return fmt.Errorf("is %q; write a number from 1 to 64", value)
		}
		*field(c) = n
		return nil
	}
}

func logLevel(c *Config, value string) error {
	if _, err := oneOf("debug", "info", "warn", "error")(value); err != nil {
		return err
	}
	return c.Log.Level.UnmarshalText([]byte(value))
}

func oneOf(words ...string) func(string) (string, error) {
	return func(value string) (string, error) {
		if !slices.Contains(words, value) {
			return "", fmt.Errorf("is %q; write one of %s", value, strings.Join(words, ", "))
		}
		return value, nil
	}
}

func filled(value string) (string, error) {
	if value == "" {
		return "", errors.New("is empty; write a value or leave the line out")
	}
	return value, nil
}

var keyForm = regexp.MustCompile(`^[a-z0-9]{2,8}$`)

func organisationKey(value string) (string, error) {
	if !keyForm.MatchString(value) {
		return "", fmt.Errorf("is %q; write 2 to 8 lower-case letters or digits", value)
	}
	return value, nil
}

// readableColour checks a colour of text against the light page's grounds.
func readableColour(value string) (string, error) {
	c, err := colour.Parse(value)
	if err != nil {
		return "", fmt.Errorf("is %q; write a colour such as #1f3a8a", value)
	}
	if near := colour.Nearest(c, colour.LightGrounds); near != c {
		return "", fmt.Errorf("is %s, which many people could not read on the page (contrast below %.1f to 1); the nearest that can be read is %s", c, colour.Enough, near)
	}
	return c.String(), nil
}

func pictureFile(value string) (string, error) {
	switch strings.ToLower(filepath.Ext(value)) {
	case ".svg", ".png":
		return value, nil
	}
	return "", fmt.Errorf("is %q; name a file that ends in .svg or .png", value)
}

func word(value string) (string, error) {
	if strings.ContainsAny(value, " \t:,/") {
		return "", fmt.Errorf("is %q; write the name or the number of one group", value)
	}
	return value, nil
}

func listenAddress(value string) (string, error) {
	_, port, err := net.SplitHostPort(value)
	if _, e := strconv.ParseUint(port, 10, 16); err != nil || e != nil {
		return "", fmt.Errorf("is %q; write host:port or :port, such as localhost:8081", value)
	}
	return value, nil
}

func relayAddress(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	host, port, err := net.SplitHostPort(value)
	if n, e := strconv.ParseUint(port, 10, 16); err != nil || e != nil || n == 0 || host == "" {
		return "", fmt.Errorf("is %q; write host:port, such as mail.example.org:587", value)
	}
	return value, nil
}

// webAddress takes the address of a whole host and gives it without a slash at the end.
func webAddress(value string) (string, error) {
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return "", fmt.Errorf("is %q; write a web address such as https://desk.example.org", value)
	}
	if strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.ForceQuery || strings.Contains(value, "#") {
		return "", fmt.Errorf("is %q; write it without anything after the host, such as %s://%s", value, u.Scheme, u.Host)
	}
	return u.Scheme + "://" + u.Host, nil
}

var proxyName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,19}$`)

// proxies reads "name=socks5://host:port, name=http://host:port". The name is
// looked up by the proxy with each of these, so socks5h is socks5.
func proxies(c *Config, value string) error {
	list := map[string]*url.URL{}
	for one := range strings.SplitSeq(value, ",") {
		name, address, found := strings.Cut(strings.TrimSpace(one), "=")
		name, address = strings.TrimSpace(name), strings.TrimSpace(address)
		u, err := url.Parse(address)
		switch {
		case !found || !proxyName.MatchString(name):
			return fmt.Errorf("has %q, which is no proxy with a name of at most 20 lower-case letters, digits and hyphens; write name=socks5://host:port", name)
		case list[name] != nil:
			return fmt.Errorf("has the name %s twice; give each proxy a name of its own", name)
		case err == nil && u.User != nil:
			return fmt.Errorf("has a name or password for the proxy %s, which would be shown; use one that asks for none", name)
		case err != nil || !slices.Contains([]string{"socks5", "socks5h", "http"}, u.Scheme) || u.Hostname() == "" || u.Port() == "" || u.Path != "" || u.RawQuery != "":
			return fmt.Errorf("has no address of a proxy for %s; write socks5://host:port or http://host:port", name)
		}
		u.Scheme = strings.TrimSuffix(u.Scheme, "h")
		list[name] = u
	}
	c.Fetch.Proxies = list
	return nil
}

// TerritoryPlace says under which territory another one stands on the public
// site, and whether it has its own page too.
type TerritoryPlace struct {
	Under string
	Own   bool
}

// territories reads "x-crimea=UA, x-tibet=CN+": the first stands under UA, the
// second has its own page and stands under CN too.
func territories(c *Config, value string) error {
	list := map[string]TerritoryPlace{}
	for one := range strings.SplitSeq(value, ",") {
		id, under, _ := strings.Cut(strings.TrimSpace(one), "=")
		under, own := strings.CutSuffix(under, "+")
		_, known := geo.Find(id)
		_, knownUnder := geo.Find(under)
		switch {
		case !known || !knownUnder || id == under:
			return fmt.Errorf("has %q, which is not the id of a territory and that of another one; write x-crimea=UA, or x-tibet=CN+ for both pages", one)
		case list[id] != TerritoryPlace{}:
			return fmt.Errorf("has the territory %s twice; say once where it stands", id)
		}
		list[id] = TerritoryPlace{under, own}
	}
	for id, p := range list {
		if _, chain := list[p.Under]; chain {
			return fmt.Errorf("has %s under %s, which stands under another one itself; name the last one", id, p.Under)
		}
	}
	c.Site.Territories = list
	return nil
}

var bucketForm = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$`)

func bucketName(value string) (string, error) {
	if !bucketForm.MatchString(value) {
		return "", fmt.Errorf("is %q; write the bucket's name, 3 to 63 lower-case letters, digits, dots and hyphens", value)
	}
	return value, nil
}

var prefixForm = regexp.MustCompile(`^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?$`)

// keyPrefix gives a prefix of keys with a slash at the end; an empty one stays empty.
func keyPrefix(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	if !prefixForm.MatchString(value) {
		return "", fmt.Errorf("is %q; write letters, digits, hyphens and slashes between them, such as desk/", value)
	}
	return strings.TrimSuffix(value, "/") + "/", nil
}

func mailAddress(value string) (string, error) {
	if a, err := mail.ParseAddress(value); value != "" && (err != nil || a.Address != value) {
		return "", fmt.Errorf("is %q; write a mail address alone, such as desk@example.org", value)
	}
	return value, nil
}

func contact(value string) (string, error) {
	_, notMail := mailAddress(value)
	if _, notWeb := url.ParseRequestURI(value); notMail != nil && (notWeb != nil || !strings.HasPrefix(value, "http") || strings.ContainsAny(value, " ()")) {
		return "", fmt.Errorf("is %q; write a mail address or a web address", value)
	}
	return value, nil
}

func postgresURL(value string) (string, error) {
	if value != "" && !strings.HasPrefix(value, "postgres://") && !strings.HasPrefix(value, "postgresql://") {
		return "", errors.New("is not a PostgreSQL address; write it like postgres://user@host/database, or leave it out for SQLite")
	}
	return value, nil
}
