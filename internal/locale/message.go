package locale

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed po
var poFiles embed.FS

// catalogue has the messages of a language by their English.
type catalogue struct {
	tag      language.Tag
	forms    []plural.Form // in the order of msgstr[0], msgstr[1], …
	messages map[string][]string
}

// forms are the plural forms of each language in the order of its catalogue.
// Source: Unicode CLDR, plurals; the order is that of gettext's usual rules.
var forms = map[string][]plural.Form{
	"fr": {plural.One, plural.Other},
	"ru": {plural.One, plural.Few, plural.Many},
	"ar": {plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other},
}

// catalogues are read when a language is first spoken.
var catalogues = func() map[string]func() *catalogue {
	all := map[string]func() *catalogue{}
	for lang := range forms {
		all[lang] = sync.OnceValue(func() *catalogue {
			c := &catalogue{tag: language.Make(lang), forms: forms[lang], messages: map[string][]string{}}
			files, err := fs.Glob(poFiles, "po/"+lang+"*.po")
			for _, file := range files {
				err = errors.Join(err, c.read(file))
			}
			if err != nil {
				panic(err) // the files are part of the program
			}
			return c
		})
	}
	return all
}()

// read adds the messages of a file: "po/fr.po" are those that readers see,
// "po/fr.office.po" those of the office.
func (c *catalogue) read(file string) error {
	b, err := poFiles.ReadFile(file)
	if err != nil {
		return err
	}
	entries, err := ReadPO(string(b))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, e := range entries {
		c.messages[e.Key()] = e.Str
	}
	return nil
}

// T gives a message in a language. The English message is its name in the
// catalogues; a language that has no translation of it speaks English. pairs
// are placeholders with their values: "n", 3 puts 3 in the place of {n}.
func T(lang, msg string, pairs ...any) string {
	return fill(translate(lang, msg), pairs, func(v any) string { return fmt.Sprint(v) })
}

// N gives the message for a number, by the plural rules of the language; {n} is
// the number as the language writes it.
func N(lang string, n int, one, many string, pairs ...any) string {
	return fill(choose(lang, n, one, many), append(pairs, "n", Number(lang, n)), func(v any) string { return fmt.Sprint(v) })
}

// Message marks a message for the catalogues that is translated elsewhere.
func Message(msg string) string { return msg }

func translate(lang, msg string) string {
	if c, known := catalogues[lang]; known {
		if str := c().messages[msg]; len(str) > 0 && str[0] != "" {
			return str[0]
		}
	}
	return msg
}

func choose(lang string, n int, one, many string) string {
	c, known := catalogues[lang]
	if !known {
		if n == 1 {
			return one
		}
		return many
	}
	str := c().messages[one+"\x00"+many]
	form := plural.Cardinal.MatchPlural(c().tag, max(n, -n), 0, 0, 0, 0)
	for i, f := range c().forms {
		if i < len(str) && str[i] != "" && (f == form || i == len(str)-1) {
			return str[i]
		}
	}
	return choose("en", n, one, many)
}

// fill puts values in the place of the placeholders, once: a value with braces
// in it stays as it is.
func fill(msg string, pairs []any, write func(any) string) string {
	if len(pairs) == 0 {
		return msg
	}
	list := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, "{"+fmt.Sprint(pairs[i])+"}", write(pairs[i+1]))
	}
	return strings.NewReplacer(list...).Replace(msg)
}

// Funcs are what templates of html/template call in a language: t and tn for
// messages, whose values are escaped unless they are HTML already, and date,
// day, moment, number, language, lang, dir.
func Funcs(lang string) template.FuncMap {
	f := PlainFuncs(lang)
	f["t"] = func(msg string, pairs ...any) template.HTML {
		return template.HTML(fill(template.HTMLEscapeString(translate(lang, msg)), pairs, escaped))
	}
	f["tn"] = func(n int, one, many string, pairs ...any) template.HTML {
		return template.HTML(fill(template.HTMLEscapeString(choose(lang, n, one, many)), append(pairs, "n", Number(lang, n)), escaped))
	}
	return f
}

// PlainFuncs are the same for templates of text/template: nothing is escaped.
func PlainFuncs(lang string) map[string]any {
	return map[string]any{
		"t":        func(msg string, pairs ...any) string { return T(lang, msg, pairs...) },
		"tn":       func(n int, one, many string, pairs ...any) string { return N(lang, n, one, many, pairs...) },
		"date":     func(edtf string) string { return Date(lang, edtf) },
		"day":      func(t time.Time) string { return Day(lang, t) },
		"moment":   func(t time.Time) string { return Moment(lang, t) },
		"number":   func(n int) string { return Number(lang, n) },
		"language": func(tag string) string { return Language(lang, tag) },
		"lang":     func() string { return lang },
		"dir":      Dir,
	}
}

func escaped(v any) string {
	if h, ok := v.(template.HTML); ok {
		return string(h)
	}
	return template.HTMLEscapeString(fmt.Sprint(v))
}

// Path gives the address of a page in a language: "/about" is "/fr/about" in
// French; English stands without its tag.
func Path(lang, path string) string {
	if lang == "" || lang == "en" {
		return path
	}
	return "/" + lang + path
}
