package config

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"

	"rightsdesk/internal/fault"
)

const (
	fileName  = "rightsdesk.conf"
	maxFile   = 1 << 20 // bytes of a configuration file
	maxSecret = 1 << 16 // bytes of a file with a secret
)

// setting is one option as it was written somewhere, or what is wrong there.
type setting struct {
	key, value string
	wrong      string // in words, without a full stop; empty: nothing
	where      string // "rightsdesk.conf, line 3", "environment RIGHTSDESK_…", "-set"; empty: default
}

// Read gives the configuration from a file, the environment (as os.Environ
// gives it) and a list of "key=value". An empty path means rightsdesk.conf in
// the current folder, which need not be there. The error is of kind NotFound
// for a path without a file, otherwise Invalid with a line for every mistake.
// Whether the values go together, Check says.
func Read(path string, env, set []string) (*Config, error) {
	c := &Config{given: map[string]setting{}}
	if problems := c.apply(defaults()); len(problems) > 0 {
		return nil, fmt.Errorf("default configuration: %s", strings.Join(problems, "; "))
	}
	name, content, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	var problems []string
	for _, settings := range [][]setting{parse(name, content), parseEnvironment(env), parseFlags(set)} {
		problems = append(problems, c.apply(settings)...)
	}
	if err := invalid(problems); err != nil {
		return nil, err
	}
	return c, nil
}

// invalid makes one error of all mistakes, nil when there are none.
func invalid(problems []string) error {
	if len(problems) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "%s", strings.Join(problems, "\n"))
}

func defaults() []setting {
	var all []setting
	for _, o := range options {
		if o.Default != "" {
			all = append(all, setting{key: o.Key, value: o.Default})
		}
	}
	return all
}

// apply sets options from one place, and says what is wrong with each that cannot be set.
func (c *Config) apply(settings []setting) (problems []string) {
	seen := map[string]setting{}
	for _, s := range settings {
		if err := c.applyOne(s, seen); err != nil {
			problems = append(problems, fmt.Sprintf("%s: %v", s.where, err))
		}
	}
	return problems
}

func (c *Config) applyOne(s setting, seen map[string]setting) error {
	if s.wrong != "" {
		return errors.New(s.wrong)
	}
	o, known := find(s.key)
	if !known {
		return errors.New(s.key + " is no option." + didYouMean(s.key, func(o Option) string { return o.Key }))
	}
	target := cmp.Or(o.fileOf, o.Key)
	if before, twice := seen[target]; twice {
		return fmt.Errorf("%s is set already (%s, %s); leave one of the two out", s.key, before.where, before.key)
	}
	seen[target] = s
	if o.environmentOnly && s.where != fromVariable(o) {
		return fmt.Errorf("%s may not stand here, where others could read it; set %s, or write it to a file and name that with %s_file", s.key, o.Environment(), o.Key)
	}
	if err := c.setOption(o, s); err != nil {
		return fmt.Errorf("%s %w", s.key, err)
	}
	return nil
}

func (c *Config) setOption(o Option, s setting) error {
	if strings.ContainsFunc(s.value, unicode.IsControl) {
		return errors.New("has a line break or another control character in it; write it as one line of text")
	}
	if o.fileOf != "" {
		return c.setFromFile(o, s)
	}
	if err := o.set(c, s.value); err != nil {
		return err
	}
	delete(c.given, o.Key+"_file")
	c.given[o.Key] = s
	return nil
}

func (c *Config) setFromFile(o Option, s setting) error {
	secret, err := readSecret(s.value)
	if err != nil {
		return err
	}
	target, _ := find(o.fileOf)
	if err := target.set(c, secret); err != nil {
		return fmt.Errorf("names a file whose content %w", err)
	}
	c.given[o.Key] = s
	c.given[target.Key] = setting{key: target.Key, value: secret, where: s.where}
	return nil
}

// readSecret gives what stands in a file, without the space around it.
func readSecret(path string) (string, error) {
	content, err := readAll(path, maxSecret)
	if err != nil {
		return "", fmt.Errorf("names a file that cannot be read (%v); create it, readable for this user only", err)
	}
	secret := strings.TrimSpace(string(content))
	if secret == "" || strings.ContainsAny(secret, "\r\n\x00") {
		return "", fmt.Errorf("names %s, which should hold one line of text with the secret", path)
	}
	return secret, nil
}

func readFile(path string) (name string, content []byte, err error) {
	asked := path != ""
	if !asked {
		path = fileName
	}
	content, err = readAll(path, maxFile)
	switch {
	case err == nil || !asked && errors.Is(err, fs.ErrNotExist):
		return path, content, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, fault.Wrap(fault.NotFound, err, "There is no configuration file %s. Write one, or leave the option out to use the defaults.", path)
	}
	return "", nil, fault.Wrap(fault.Invalid, err, "The configuration file %s cannot be read. Check that it is a text file and that this user may read it.", path)
}

// readAll reads a file of at most max bytes.
func readAll(path string, max int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, max+1))
	if err == nil && int64(len(content)) > max {
		err = fmt.Errorf("%s has more than %d bytes", path, max)
	}
	return content, err
}
