package locale

import (
	"slices"
	"testing"
	"time"
)

func TestDir(t *testing.T) {
	for tag, want := range map[string]string{
		"": "auto", "en": "ltr", "ar": "rtl", "ar-EG": "rtl", "fa_IR": "rtl", "he": "rtl", "ur": "rtl", "zh-Hant": "ltr",
		"az-Arab": "rtl", "ku": "ltr", "ku-Arab": "rtl", "ar-Latn": "ltr", "UG": "rtl", "ru": "ltr", "-": "ltr",
	} {
		if got := Dir(tag); got != want {
			t.Errorf("Dir(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	for date, want := range map[string]string{
		"2017-03-29": "29 March 2017", "2017-03-02": "2 March 2017", "2017-03": "March 2017", "2017": "2017",
		"": "", "2017-02-30": "2017-02-30", "<b>": "<b>",
	} {
		if got := Date("en", date); got != want {
			t.Errorf("Date(%q) = %q, want %q", date, got, want)
		}
	}
}

func TestMomentIsUTC(t *testing.T) {
	at := time.Date(2026, 11, 24, 0, 18, 0, 0, time.FixedZone("", 2*3600))
	if got := Moment("en", at); got != "23 November 2026, 22:18 UTC" {
		t.Error(got)
	}
	if got := Day("en", at); got != "23 November 2026" {
		t.Error(got)
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 48213: "48,213", 1234567: "1,234,567", -999: "-999", -1000: "-1,000", 100000: "100,000",
	} {
		if got := Number("en", n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestNamesAreFoundWhereReadersLook(t *testing.T) {
	names := []string{"Zambia", "Åland Islands", "côte d’Ivoire", "Albania", "Cuba", "Congo"}
	slices.SortFunc(names, func(a, b string) int { return Compare("en", a, b) })
	want := []string{"Åland Islands", "Albania", "Congo", "côte d’Ivoire", "Cuba", "Zambia"}
	if !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	if got := Initial("en", "Åland Islands"); got != "A" {
		t.Errorf("Åland stands under %q", got)
	}
	if got := Initial("ru", "Йемен"); got != "Й" || Compare("ru", "Йемен", "Италия") < 0 || Compare("ru", "Ёлка", "Жук") > 0 {
		t.Errorf("Йемен stands under %q", got)
	}
	if got := Initial("ar", "الجزائر"); got != "ج" || Initial("ar", "ألبانيا") != "ا" || Compare("ar", "أذربيجان", "الأردن") > 0 {
		t.Errorf("Algeria stands under %q", got)
	}
	if got := Initial("en", ""); got != "" {
		t.Errorf("nothing stands under %q", got)
	}
}

func TestLanguage(t *testing.T) {
	for tag, want := range map[string]string{
		"ar": "Arabic", "pt-BR": "Portuguese", "ZH-Hant": "Traditional Chinese", "zh": "Chinese", "zh-CN": "Simplified Chinese", "xx": "xx", "": "",
	} {
		if got := Language("en", tag); got != want {
			t.Errorf("Language(%q) = %q, want %q", tag, got, want)
		}
	}
	all := Languages("en")
	if all[0] != "af" || !slices.Contains(all, "ko") || !slices.Contains(all, Interface()[0]) {
		t.Errorf("%q", all)
	}
}

// The languages of an edition stand with their name and their direction.
func TestEveryRightToLeftLanguageOfTheListIsKnownAsOne(t *testing.T) {
	for _, tag := range []string{"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"} {
		if Dir(tag) != "rtl" || Language("en", tag) == tag {
			t.Errorf("%s: %s, %s", tag, Dir(tag), Language("en", tag))
		}
	}
}
