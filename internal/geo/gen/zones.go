package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// zoneLanguages are those whose capitals come from the cities of CLDR's time
// zones; in the others they were written by hand.
var zoneLanguages = languages[6:]

// writeZones writes zones.tsv: the capitals that CLDR names as the city of a
// time zone.
func writeZones(dates, out string) error {
	cities := map[string]map[string]string{}
	for _, l := range append([]string{"en"}, zoneLanguages...) {
		var err error
		if cities[l], err = zones(dates, l); err != nil {
			return fmt.Errorf("read CLDR's time zones in %s: %w", l, err)
		}
	}
	capitals, err := os.ReadFile(filepath.Join(out, "capitals.tsv"))
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("id\t" + strings.Join(zoneLanguages, "\t") + "\n")
	for line := range strings.Lines(string(capitals)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if zone := zoneOf(cities, strings.Split(cells[1], "|")); zone != "" {
			b.WriteString(cells[0])
			for _, l := range zoneLanguages {
				b.WriteString("\t" + cityIn(cities[l], zone))
			}
			b.WriteString("\n")
		}
	}
	return os.WriteFile(filepath.Join(out, "zones.tsv"), []byte(b.String()), 0o644)
}

// zones gives the city of each time zone that has one in a language.
func zones(folder, language string) (map[string]string, error) {
	b, err := os.ReadFile(filepath.Join(folder, "main", language, "timeZoneNames.json"))
	if err != nil {
		return nil, err
	}
	var doc struct {
		Main map[string]struct {
			Dates struct{ TimeZoneNames struct{ Zone map[string]any } }
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	out := map[string]string{}
	gatherZones(out, "", doc.Main[language].Dates.TimeZoneNames.Zone)
	return out, nil
}

func gatherZones(out map[string]string, path string, tree map[string]any) {
	for name, below := range tree {
		branch, is := below.(map[string]any)
		if !is {
			continue
		}
		if city, named := branch["exemplarCity"].(string); named {
			out[path+name] = city
		}
		gatherZones(out, path+name+"/", branch)
	}
}

// zoneOf gives the zone, the first by name, whose city in English is one of a
// capital's names.
func zoneOf(cities map[string]map[string]string, capital []string) string {
	var found []string
	for _, l := range zoneLanguages {
		for zone := range cities[l] {
			if city := cityIn(cities["en"], zone); city != "" && slices.Contains(capital, city) {
				found = append(found, zone)
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	return slices.Min(found)
}

// cityIn gives a zone's city; where CLDR has none it is that of the zone's id.
func cityIn(cities map[string]string, zone string) string {
	if city := cities[zone]; city != "" {
		return city
	}
	return strings.ReplaceAll(zone[strings.LastIndex(zone, "/")+1:], "_", " ")
}
