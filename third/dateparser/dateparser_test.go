package dateparser

import "testing"

func TestParse(t *testing.T) {
	p := &Parser{ParserTypes: []ParserType{CustomFormat, AbsoluteTime}}
	for in, want := range map[string]string{
		"29 March 2017": "2017-03-29",
		"Published on Wednesday, Oct. 22, 2018 at 10:00": "2018-10-22",
		"le 1er août 2019":  "2019-08-01",
		"29 марта 2017 г.":  "2017-03-29",
		"29 مارس 2017":      "2017-03-29",
		"2017年3月29日":        "2017-03-29",
		"2017. 3. 29.":      "2017-03-29",
		"29.03.2017":        "2017-03-29",
		"15. Dezember 2020": "2020-12-15",
	} {
		d, err := p.Parse(nil, in)
		if err != nil || d.Time.Format("2006-01-02") != want {
			t.Errorf("%q: %v, %v; want %s", in, d.Time, err, want)
		}
	}
	for _, in := range []string{"", "March 2017", "yesterday", "31.02.2017", "room 12 of 2017"} {
		if d, err := p.Parse(nil, in); err == nil {
			t.Errorf("%q: %v", in, d.Time)
		}
	}
}
