package search

import (
	"reflect"
	"testing"
)

func TestNumberOfAQuery(t *testing.T) {
	for text, want := range map[string]struct {
		n    float64
		rest string
	}{
		"50,000 workers":         {50000, "workers"},
		"as many as 50-thousand": {50000, "as many as"},
		"50 000 travailleurs":    {50000, "travailleurs"},
		"до 37 тысяч рабочих":    {37000, "до рабочих"},
		"٥٠٬٠٠٠ عامل":            {50000, "عامل"},
		"511 عاملا":              {511, "عاملا"},
		"5万人":                    {50000, "人"},
		"3.5 million":            {3.5e6, ""},
		"2.5":                    {2.5, ""},
		"147 were behind bars":   {147, "were behind bars"},
		"30 military men":        {30, "military men"},
		"1.234.567":              {1234567, ""},
	} {
		n, rest, found := Number(text)
		if !found || n != want.n || rest != want.rest {
			t.Errorf("%q is %v with %q, want %v with %q", text, n, rest, want.n, want.rest)
		}
	}
	for _, text := range []string{"", "fifty thousand", "…"} {
		if n, _, found := Number(text); found {
			t.Errorf("%q is the number %v", text, n)
		}
	}
}

// FuzzNumber holds that every number is finite, not negative, and that what
// stands around it is no longer than the text.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"50,000", "1.", "٥٠", "9 thousand", "0000000000000000001", "5万", "-3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, rest, found := Number(text)
		if found && !(n >= 0 && n < 1e24) || len([]rune(rest)) > len([]rune(text)) {
			t.Errorf("%q: %v, %q", text, n, rest)
		}
	})
}

func TestTermsStandOnce(t *testing.T) {
	if got := DistinctTerms("The Workers, the 工人们"); !reflect.DeepEqual(got, []string{"the", "workers", "工人", "人们", "们"}) {
		t.Errorf("%q", got)
	}
}
