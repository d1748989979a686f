// Command gen writes data/names.tsv, data/alternatives.tsv and data/zones.tsv
// from the unpacked packages cldr-localenames-full and cldr-dates-full of npm
// (Unicode CLDR):
//
//	go run ./internal/geo/gen -cldr FOLDER -dates FOLDER -out internal/geo/data
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// languages are those whose names are kept, in the order of the columns.
var languages = []string{"en", "fr", "ru", "ar", "zh", "ko", "es", "fa", "tr", "de", "pt", "vi"}

// hant is the locale of the Chinese names that are written in traditional letters.
const hant = "zh-Hant"

// left are codes of CLDR that name no territory of people.
var left = []string{"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

func main() {
	folder := flag.String("cldr", "package", "unpacked cldr-localenames-full")
	dates := flag.String("dates", "dates", "unpacked cldr-dates-full")
	out := flag.String("out", "internal/geo/data", "folder to write into")
	flag.Parse()
	if err := run(*folder, *dates, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder, dates, out string) error {
	names := map[string]map[string]string{}
	for _, l := range append(slices.Clone(languages), hant) {
		var err error
		if names[l], err = read(folder, l); err != nil {
			return fmt.Errorf("read CLDR's names in %s: %w", l, err)
		}
	}
	if err := os.WriteFile(filepath.Join(out, "names.tsv"), []byte(table(names)), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "alternatives.tsv"), []byte(alternatives(names)), 0o644); err != nil {
		return err
	}
	return writeZones(dates, out)
}

func read(folder, language string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(folder, "main", language, "territories.json"))
	if err != nil {
		return nil, err
	}
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	return doc.Main[language].LocaleDisplayNames.Territories, nil
}

// table gives the main name of each territory in each language.
func table(names map[string]map[string]string) string {
	var b strings.Builder
	b.WriteString("id\t" + strings.Join(languages, "\t") + "\n")
	for _, id := range codes(names["en"]) {
		b.WriteString(id)
		for _, l := range languages {
			b.WriteString("\t" + names[l][id])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// alternatives gives CLDR's short and variant names and the traditional
// Chinese ones, where they are other words than the main name.
func alternatives(names map[string]map[string]string) string {
	var b strings.Builder
	b.WriteString("id\tlanguage\tname\n")
	for _, id := range codes(names["en"]) {
		for _, l := range languages {
			for _, name := range others(names, id, l) {
				fmt.Fprintf(&b, "%s\t%s\t%s\n", id, l, name)
			}
		}
	}
	return b.String()
}

func others(names map[string]map[string]string, id, language string) []string {
	found := map[string]bool{}
	for _, l := range []string{language, hant} {
		if l == hant && language != "zh" {
			continue
		}
		for key, name := range names[l] {
			if (key == id || strings.HasPrefix(key, id+"-alt-")) && name != names[language][id] && !strings.ContainsAny(name, "(（") {
				found[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func codes(names map[string]string) []string {
	var out []string
	for id := range names {
		if len(id) == 2 && !slices.Contains(left, id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
