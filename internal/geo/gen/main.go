// Command gen writes data/names.tsv from an unpacked cldr-localenames-full
// package of npm (Unicode CLDR):
//
//	go run ./internal/geo/gen -cldr FOLDER > internal/geo/data/names.tsv
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// languages are those whose names are kept, in the order of the columns.
var languages = []string{"en", "fr", "ru", "ar", "zh", "ko"}

// left are codes of CLDR that name no territory of people.
var left = []string{"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

func main() {
	folder := flag.String("cldr", "package", "unpacked cldr-localenames-full")
	flag.Parse()
	names := map[string]map[string]string{}
	for _, l := range languages {
		var err error
		if names[l], err = read(*folder, l); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	fmt.Println("id\t" + strings.Join(languages, "\t"))
	for _, id := range codes(names["en"]) {
		fmt.Print(id)
		for _, l := range languages {
			fmt.Print("\t" + names[l][id])
		}
		fmt.Println()
	}
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
