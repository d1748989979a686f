package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/public"
)

// Nobody in it exists.
var sample = []public.Case{
	{ID: "rdk_c_1", Version: 2, Kind: public.CasePerson, Title: `Ivan "Invented"`, Invented: true, Names: []public.Name{{Text: "Ivan Invented"}, {Text: "Иван Вымышленный"}},
		PeopleMin: 1, PeopleMax: 1, Territory: "RU", Status: public.Imprisoned, Acts: []string{"arrest", "imprisonment"}, Summary: "=cmd|' /C calc'!A0\nsecond line"},
	{ID: "rdk_c_2", Title: "A group", PeopleMin: 40},
}

func TestCasesCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CasesCSV(&b, sample); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	first := map[string]string{}
	for i, name := range rows[0] {
		first[name] = rows[1][i]
	}
	for name, want := range map[string]string{"invented": "true", "title": `Ivan "Invented"`, "names": "Ivan Invented; Иван Вымышленный", "acts": "arrest; imprisonment", "people_max": "1"} {
		if first[name] != want {
			t.Errorf("%s: %q", name, first[name])
		}
	}
	if !strings.HasPrefix(first["summary"], "'=cmd") || !strings.Contains(first["counted"], "invented = true") || rows[2][7] != "" {
		t.Errorf("%q", rows)
	}
}

func TestCasesJSON(t *testing.T) {
	for _, list := range [][]public.Case{sample, nil} {
		var b bytes.Buffer
		if err := CasesJSON(&b, list, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Counted string `json:"counted"`
			AsOf    string `json:"as_of"`
			Count   int    `json:"count"`
			Cases   []struct {
				Invented bool `json:"invented"`
			} `json:"cases"`
		}
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Count != len(list) || got.AsOf != "2026-11-24" || got.Counted == "" || got.Cases == nil {
			t.Errorf("%s: %v", b.String(), err)
		}
		if len(list) > 0 && !got.Cases[0].Invented {
			t.Error("an invented case is not marked")
		}
	}
}
