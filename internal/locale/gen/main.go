// Command gen writes data/languages.tsv and data/months.tsv from unpacked npm
// packages of Unicode CLDR, cldr-localenames-full and cldr-dates-full:
//
//	go run ./internal/locale/gen -names FOLDER -dates FOLDER -tags "af am ar …"
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// languages are those that are spoken, in the order of the columns.
var languages = []string{"en", "fr", "ru", "ar"}

func main() {
	names := flag.String("names", "names", "unpacked cldr-localenames-full")
	dates := flag.String("dates", "dates", "unpacked cldr-dates-full")
	tags := flag.String("tags", "", "the languages to name")
	out := flag.String("out", "internal/locale/data", "folder to write into")
	flag.Parse()
	if err := run(*names, *dates, *out, strings.Fields(*tags)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(names, dates, out string, tags []string) error {
	table := make([][]string, len(tags))
	for i, tag := range tags {
		table[i] = []string{tag}
	}
	var months strings.Builder
	months.WriteString("# Months inside a date and alone. Source: Unicode CLDR 48.2.0, ca-gregorian. Made by ./gen.\n")
	for _, l := range languages {
		known, err := languageNames(names, l)
		if err != nil {
			return err
		}
		for i, tag := range tags {
			if known[tag] == "" {
				return fmt.Errorf("CLDR has no name of %s in %s", tag, l)
			}
			table[i] = append(table[i], known[tag])
		}
		inDate, alone, err := monthNames(dates, l)
		if err != nil {
			return err
		}
		fmt.Fprintf(&months, "%s\tdate\t%s\n%s\talone\t%s\n", l, strings.Join(inDate, "\t"), l, strings.Join(alone, "\t"))
	}
	var b strings.Builder
	b.WriteString("# Names of languages in " + strings.Join(languages, ", ") + ". Source: Unicode CLDR 48.2.0, languages. Made by ./gen.\n")
	for _, row := range table {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	if err := os.WriteFile(filepath.Join(out, "languages.tsv"), []byte(b.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "months.tsv"), []byte(months.String()), 0o644)
}

func languageNames(folder, language string) (map[string]string, error) {
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Languages map[string]string }
		}
	}
	if err := read(filepath.Join(folder, "main", language, "languages.json"), &doc); err != nil {
		return nil, err
	}
	return doc.Main[language].LocaleDisplayNames.Languages, nil
}

func monthNames(folder, language string) (inDate, alone []string, err error) {
	type form struct{ Wide map[string]string }
	var doc struct {
		Main map[string]struct {
			Dates struct {
				Calendars struct {
					Gregorian struct {
						Months struct {
							Format     form
							StandAlone form `json:"stand-alone"`
						}
					}
				}
			}
		}
	}
	if err := read(filepath.Join(folder, "main", language, "ca-gregorian.json"), &doc); err != nil {
		return nil, nil, err
	}
	months := doc.Main[language].Dates.Calendars.Gregorian.Months
	for i := range 12 {
		n := strconv.Itoa(i + 1)
		inDate, alone = append(inDate, months.Format.Wide[n]), append(alone, months.StandAlone.Wide[n])
	}
	return inDate, alone, nil
}

func read(path string, doc any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, doc)
}
