package dateparser

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func parse(text string) (string, error) {
	p := &Parser{ParserTypes: []ParserType{CustomFormat, AbsoluteTime}}
	d, err := p.Parse(&Configuration{PreferredDateSource: Past, StrictParsing: true}, text)
	return d.Time.Format("2006-01-02"), err
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"29 March 2017": "2017-03-29",
		"Published on Wednesday, Oct. 22, 2018 at 10:00": "2018-10-22",
		"12 apples, 2017 pears, 29 March 2017":           "2017-03-29",
		"the 2nd of May 2012":                            "2012-05-02",
		"le 1er août 2019":                               "2019-08-01",
		"29 марта 2017 г.":                               "2017-03-29",
		"29 مارس 2017":                                   "2017-03-29",
		"٢٩ آذار ٢٠١٧":                                   "2017-03-29",
		"29 كانون الأول 2017":                            "2017-12-29",
		"29 de marzo de 2017":                            "2017-03-29",
		"15. Dezember 2020":                              "2020-12-15",
		"2017年3月29日":                                     "2017-03-29",
		"2017년 3월 29일 10:00":                             "2017-03-29",
		"2017. 3. 29.":                                   "2017-03-29",
		"2017-03-29T10:00:00Z":                           "2017-03-29",
		"29.03.2017":                                     "2017-03-29",
		"29/3/2017":                                      "2017-03-29",
	} {
		if got, err := parse(in); err != nil || got != want {
			t.Errorf("%q: %s, %v; want %s", in, got, err, want)
		}
	}
}

func TestNoDate(t *testing.T) {
	for _, in := range []string{"", "March 2017", "yesterday", "31.02.2017", "room 12 of 2017", "the mayor 12, 2017", "12 mayors 2017", "1 2 3"} {
		if got, err := parse(in); !errors.Is(err, ErrNoDate) {
			t.Errorf("%q: %s, %v", in, got, err)
		}
	}
}

// TestMonths holds every name against its month.
func TestMonths(t *testing.T) {
	for i, names := range monthNames {
		want := time.Date(2017, time.Month(i+1), 9, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		for _, name := range strings.Fields(names) {
			name = strings.ReplaceAll(name, "_", " ")
			if got, err := parse("9 " + name + " 2017"); err != nil || got != want {
				t.Errorf("%s: %s, %v; want %s", name, got, err, want)
			}
		}
	}
	seen := map[string]int{}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			if other, twice := seen[name]; twice && other != i {
				t.Errorf("%s is a name of two months", name)
			}
			seen[name] = i
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("29 March 2017")
	f.Fuzz(func(t *testing.T, in string) {
		got, err := parse(in)
		if err != nil {
			return
		}
		if again, err := parse(got); err != nil || again != got {
			t.Errorf("%q gives %s, which gives %s, %v", in, got, again, err)
		}
	})
}
