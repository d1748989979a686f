package locale

import (
	"fmt"
	"strconv"
	"strings"
)

// Entry is a message of a PO file (GNU gettext, "The Format of PO Files").
type Entry struct {
	ID     string
	Plural string   // empty for a message without a number
	Str    []string // the translations, one for each plural form
	Places []string // files that say it, for translators; ReadPO leaves them out
}

// Key names the entry in a catalogue.
func (e Entry) Key() string {
	if e.Plural == "" {
		return e.ID
	}
	return e.ID + "\x00" + e.Plural
}

// ReadPO reads a PO file without its header. It is strict: a keyword that it
// does not know, an entry twice or a string that does not end is an error.
func ReadPO(text string) ([]Entry, error) {
	var out []Entry
	var now Entry
	var field *string
	seen := map[string]bool{}
	end := func() error {
		defer func() { now, field = Entry{}, nil }()
		if now.ID == "" {
			return nil // the header, or nothing
		}
		if len(now.Str) == 0 {
			return fmt.Errorf("%q has no msgstr", now.ID)
		}
		if seen[now.Key()] {
			return fmt.Errorf("%q stands there twice", now.ID)
		}
		seen[now.Key()] = true
		out = append(out, now)
		return nil
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" {
			if err := end(); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			continue
		}
		if line[0] == '#' {
			continue
		}
		word, quoted := "", line
		if line[0] != '"' {
			word, quoted, _ = strings.Cut(line, " ")
			if word == "msgid" && (now.ID != "" || now.Str != nil) {
				if err := end(); err != nil {
					return nil, fmt.Errorf("line %d: %w", n, err)
				}
			}
			if field = now.field(word); field == nil {
				return nil, fmt.Errorf("line %d: %q is no keyword here", n, word)
			}
		}
		s, err := strconv.Unquote(strings.TrimSpace(quoted))
		if err != nil || field == nil || !strings.HasPrefix(strings.TrimSpace(quoted), `"`) {
			return nil, fmt.Errorf("line %d: this is no string of an entry", n)
		}
		*field += s
	}
	return out, end()
}

// maxForms is the most plural forms that a language has.
const maxForms = 6

// field gives the part of the entry that a keyword begins, nil for one that does
// not stand there.
func (e *Entry) field(word string) *string {
	switch word {
	case "msgid":
		return &e.ID
	case "msgid_plural":
		if e.ID == "" || e.Plural != "" || e.Str != nil {
			return nil
		}
		return &e.Plural
	case "msgstr":
		if e.Plural != "" || e.Str != nil {
			return nil
		}
		e.Str = []string{""}
		return &e.Str[0]
	}
	i := len(e.Str)
	if e.Plural == "" || i >= maxForms || word != "msgstr["+strconv.Itoa(i)+"]" {
		return nil
	}
	e.Str = append(e.Str, "")
	return &e.Str[i]
}

// WritePO writes entries under a header, as ReadPO reads them.
func WritePO(header string, list []Entry) string {
	var b strings.Builder
	b.WriteString(header)
	for _, e := range list {
		b.WriteString("\n")
		for _, place := range e.Places {
			fmt.Fprintf(&b, "#: %s\n", place)
		}
		fmt.Fprintf(&b, "msgid %s\n", quote(e.ID))
		if e.Plural != "" {
			fmt.Fprintf(&b, "msgid_plural %s\n", quote(e.Plural))
		}
		for i, s := range e.Str {
			if e.Plural == "" {
				fmt.Fprintf(&b, "msgstr %s\n", quote(s))
			} else {
				fmt.Fprintf(&b, "msgstr[%d] %s\n", i, quote(s))
			}
		}
	}
	return b.String()
}

// quote leaves the spaces that do not break as they are: other programs that
// read PO files do not know Go's escapes.
func quote(s string) string { return strconv.QuoteToGraphic(s) }
