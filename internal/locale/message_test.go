package locale

import (
	"html/template"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestDatesAndNumbers(t *testing.T) {
	at := time.Date(2025, 3, 1, 23, 5, 0, 0, time.UTC)
	for lang, want := range map[string][]string{
		"en": {"1 March 2025", "March 2025", "1 March 2025, 23:05 UTC", "1,234,567", "1,234.5"},
		"fr": {"1er mars 2025", "mars 2025", "1er mars 2025, 23:05 UTC", "1\u202f234\u202f567", "1\u202f234,5"},
		"ru": {"1 марта 2025\u00a0г.", "март 2025\u00a0г.", "1 марта 2025\u00a0г., 23:05 UTC", "1\u202f234\u202f567", "1\u202f234,5"},
		"ar": {"1 مارس 2025", "مارس 2025", "1 مارس 2025، 23:05 UTC", "1,234,567", "1,234.5"},
	} {
		got := []string{Date(lang, "2025-03-01"), Date(lang, "2025-03"), Moment(lang, at), Number(lang, 1234567), Decimal(lang, 1234.5)}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

func TestDecimal(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 12: "12", 1234.001: "1,234", 0.999: "1", 0.25: "0.25", 1999.999: "2,000", 1e20: "100000000000000000000"} {
		if got := Decimal("en", v); got != want {
			t.Errorf("%g is %q, want %q", v, got, want)
		}
	}
}

// The rules are CLDR's; the words are invented.
func TestPluralForms(t *testing.T) {
	for lang, want := range map[string]map[int]int{
		"fr": {0: 0, 1: 0, 2: 1, 1000000: 1},
		"ru": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1, 112: 2},
		"ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 103: 3},
	} {
		c := catalogues[lang]()
		str := make([]string, len(c.forms))
		for i := range str {
			str[i] = strings.Repeat("x", i+1)
		}
		c.messages["test\x00tests"] = str
		for n, form := range want {
			if got := len(N(lang, n, "test", "tests")) - 1; got != form {
				t.Errorf("%s, %d: form %d, want %d", lang, n, got, form)
			}
		}
		delete(c.messages, "test\x00tests")
	}
	if N("xx", 1, "{n} thing", "{n} things") != "1 thing" || N("en", 1000, "{n} thing", "{n} things") != "1,000 things" {
		t.Error("an unknown language does not speak English")
	}
}

func TestPlaceholders(t *testing.T) {
	if got := T("en", "{who} says {what}", "who", "{what}", "what", 3); got != "{what} says 3" {
		t.Errorf("%q", got)
	}
	page := template.Must(template.New("").Funcs(Funcs("en")).Parse(`{{t "<{a}> & {b}" "a" .A "b" .B}}|{{tn 2 "one" "{n} & {a}" "a" .A}}`))
	var b strings.Builder
	if err := page.Execute(&b, map[string]any{"A": `<script>"`, "B": template.HTML("<bdi>x</bdi>")}); err != nil {
		t.Fatal(err)
	}
	if want := `&lt;&lt;script&gt;&#34;&gt; &amp; <bdi>x</bdi>|2 &amp; &lt;script&gt;&#34;`; b.String() != want {
		t.Errorf("%s", b.String())
	}
}

func TestReadPO(t *testing.T) {
	got, err := ReadPO("msgid \"\"\nmsgstr \"\"\n\"Language: xx\\n\"\n\n# a word\n#: file.go\nmsgid \"a\"\nmsgstr \"\"\n\"b \"\n\"\\\"c\\\"\"\n\nmsgid \"{n} x\"\nmsgid_plural \"{n} xs\"\nmsgstr[0] \"0\"\nmsgstr[1] \"1\"\nmsgid \"last\"\nmsgstr \"z\"")
	want := []Entry{{ID: "a", Str: []string{`b "c"`}}, {ID: "{n} x", Plural: "{n} xs", Str: []string{"0", "1"}}, {ID: "last", Str: []string{"z"}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	for _, bad := range []string{"msgid a", "msgid \"a", "\"a\"", "msgstr[1] \"x\"", "msgid \"a\"\nmsgctxt \"b\"", "msgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"", "msgid 'a'", "msgid \"a\"", "msgid \"a\"\nmsgstr[0] \"b\"", "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"", "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0 \"c\"", "msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", "msgstr[9] \"\""} {
		if e, err := ReadPO(bad); err == nil {
			t.Errorf("%q was read as %q", bad, e)
		}
	}
}

func TestWritePO(t *testing.T) {
	got := WritePO("msgid \"\"\nmsgstr \"\"\n", []Entry{{ID: "a\"b", Str: []string{"«\u00a0x\u00a0»"}, Places: []string{"a.go", "b.html"}}})
	if want := "msgid \"\"\nmsgstr \"\"\n\n#: a.go\n#: b.html\nmsgid \"a\\\"b\"\nmsgstr \"«\u00a0x\u00a0»\"\n"; got != want {
		t.Errorf("%s", got)
	}
}

// FuzzReadPO: what is read can be written and is read the same again.
func FuzzReadPO(f *testing.F) {
	f.Add("msgid \"a\"\nmsgstr \"b\"\n")
	f.Add("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\nmsgstr[1] \"\\n\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := ReadPO(text)
		if err != nil {
			return
		}
		again, err := ReadPO(WritePO("", list))
		if err != nil || !reflect.DeepEqual(list, again) && len(list) > 0 {
			t.Errorf("%q became %q, %v", list, again, err)
		}
	})
}
