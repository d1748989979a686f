package edtf

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, words, last string }{
		{"2017-03-29", "29 March 2017", "2017-03-29"},
		{"2017-02", "February 2017", "2017-02-28"},
		{"2016", "2016", "2016-12-31"},
		{"2016-02", "February 2016", "2016-02-29"},
		{"2015-12", "December 2015", "2015-12-31"},
		{"1999-01-01", "1 January 1999", "1999-01-01"},
	} {
		d, err := Parse(c.in)
		if err != nil || d.String() != c.in || d.Words() != c.words || d.Last().Format("2006-01-02") != c.last {
			t.Errorf("%s: %v %q %s, %v", c.in, d, d.Words(), d.Last(), err)
		}
	}
	for _, bad := range []string{"", "17", "2017-13", "2017-02-30", "29.03.2017", "0000", "2017-3-29", "2017-03-29T10:00:00Z"} {
		if Valid(bad) {
			t.Errorf("%q is valid", bad)
		}
	}
	if (Date{}).String() != "" || (Date{}).Words() != "" {
		t.Error("the zero date prints something")
	}
}

func TestCompare(t *testing.T) {
	order := []string{"2016", "2016-12", "2016-12-01", "2017", "2017-01-01"}
	for i := range order {
		for j := range order {
			a, _ := Parse(order[i])
			b, _ := Parse(order[j])
			if c := Compare(a, b); (c < 0) != (i < j) || (c == 0) != (i == j) {
				t.Errorf("Compare(%s, %s) = %d", order[i], order[j], c)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2017-03-29")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Parse(s); err == nil && d.String() != s {
			t.Errorf("%q prints as %q", s, d)
		}
	})
}
