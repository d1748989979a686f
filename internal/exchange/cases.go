// Package exchange writes records in forms that other programs read, and reads
// what other programs kept.
package exchange

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"rightsdesk/internal/public"
)

// Counted says what a file of cases counts; it goes with every one of them.
const Counted = "Cases that somebody documented and an editor reviewed and published. There are others that nobody documented. A row with invented = true is part of a sample: nobody of this name is known."

// CasesCSV writes cases as CSV (RFC 4180) with a header row. A cell that a
// spreadsheet would take for a formula gets an apostrophe before it. Lists stand
// in one cell, parted by "; ".
func CasesCSV(w io.Writer, list []public.Case) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"id", "version", "invented", "kind", "title", "names", "people_min", "people_max", "territory", "community", "acts", "status",
		"believed", "since", "verified", "place", "place_says", "law", "law_says", "sentence", "sentence_says", "episodes", "sources", "summary",
		"first_public", "updated", "counted"}}
	for _, c := range list {
		var names, episodes, sources []string
		for _, n := range c.Names {
			names = append(names, n.Text)
		}
		for _, e := range c.Episodes {
			episodes = append(episodes, strings.TrimSpace(e.Date+" "+e.Act))
		}
		for _, s := range c.Sources {
			sources = append(sources, strings.Trim(s.Outlet+", "+s.Date+", "+s.Title, ", "))
		}
		rows = append(rows, []string{c.ID, strconv.Itoa(c.Version), strconv.FormatBool(c.Invented), string(c.Kind), c.Title, strings.Join(names, "; "),
			strconv.Itoa(c.PeopleMin), unknown(c.PeopleMax), c.Territory, c.Community, strings.Join(c.Acts, "; "), string(c.Status), strconv.FormatBool(c.Believed),
			c.Since, c.Verified, c.Place.Value, c.Place.By, c.Law.Value, c.Law.By, c.Sentence.Value, c.Sentence.By, strings.Join(episodes, "; "),
			strings.Join(sources, "; "), c.Summary, day(c.FirstPublic), day(c.Updated), Counted})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
	}
	return out.WriteAll(rows)
}

func unknown(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func day(t time.Time) string { return t.UTC().Format("2006-01-02") }

// harmless keeps a spreadsheet from running a cell.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// casesFile is a file of cases as JSON.
type casesFile struct {
	Counted string        `json:"counted"`
	AsOf    string        `json:"as_of"`
	Count   int           `json:"count"`
	Cases   []public.Case `json:"cases"`
}

// CasesJSON writes cases as one JSON document with what is counted, as of now.
func CasesJSON(w io.Writer, list []public.Case, now time.Time) error {
	if list == nil {
		list = []public.Case{}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(casesFile{Counted, day(now), len(list), list})
}
