package locale

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data
var data embed.FS

// rows reads a table of data: a line each, its cells parted by tabs.
func rows(name string) [][]string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// columns are the languages of data/languages.tsv after the tag.
var columns = []string{"en", "fr", "ru", "ar"}

var languageNames = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for _, row := range rows("languages.tsv") {
		names[row[0]] = row[1:]
	}
	return names
})

// monthNames gives the months of a language, inside a date and alone.
var monthNames = sync.OnceValue(func() map[string][2][]string {
	months := map[string][2][]string{}
	for _, row := range rows("months.tsv") {
		both := months[row[0]]
		if row[1] == "date" {
			both[0] = row[2:]
		} else {
			both[1] = row[2:]
		}
		months[row[0]] = both
	}
	return months
})
